#ifndef ACTIVATION_TESTS_EXHAUSTIVE_KERNEL_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_KERNEL_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "support/bounds.hpp"
#include "support/reference/function.hpp"

/// The kernels whose accuracy is judged, and what each promises.
namespace exhaustive {

/// The library's span calls on `count` elements.
template <class T>
struct calls {
    void (*forward)(const T* x, T* y, std::size_t count, const reference::parameters& p);
    void (*derivative)(const T* x, T* d, std::size_t count, const reference::parameters& p);
    void (*value_and_derivative)(const T* x, T* y, T* d, std::size_t count, const reference::parameters& p);
};

struct kernel {
    /// "elu alpha 0.3", "fast::gelu"
    std::string name;
    /// "elu", "gelu": as the references name what it computes.
    std::string activation;
    /// The parameters: "alpha 0.3"; empty where the name says all.
    std::string label;
    /// Kernels of one name and number share what the header states of their errors, of f or as it writes the function.
    int statement;
    std::string symbol;
    reference::parameters parameters;
    /// Whether larger inputs must not have smaller values.
    bool monotone;
    double derivative_floor;
    double forward_floor;
    double relative_below;
    calls<float> in_float;
    calls<double> in_double;
    tests::bound float_bound;
    tests::bound double_bound;

    template <class T>
    const calls<T>& in() const {
        if constexpr (sizeof(T) == sizeof(float)) {
            return in_float;
        } else {
            return in_double;
        }
    }

    template <class T>
    double bound_of(reference::mode what) const {
        const tests::bound& both = sizeof(T) == sizeof(float) ? float_bound : double_bound;
        return what == reference::mode::forward ? both.forward : both.derivative;
    }

    double floor_of(reference::mode what) const {
        return what == reference::mode::forward ? forward_floor : derivative_floor;
    }
    /// The floor for the error at x.
    double floor_at(reference::mode what, double x) const { return is_relative_at(x) ? 0.0 : floor_of(what); }
    bool is_relative_at(double x) const { return x < relative_below && -x < relative_below; }
};

/// Those of a description, compiled for the instruction set of this build: one translation unit for each includes
/// define_kernels.hpp.
template <class Description>
std::vector<kernel> kernels_of();

/// All that are linked into this program: in the order of the catalogue, and those of the fast tier behind the others.
std::vector<kernel> kernels();

/// "AVX2+FMA", "SSE2 without FMA", ...
std::string target_name();

/// Whether this build's target fuses multiplication and addition.
bool target_has_fused_multiply_add();

/// Whether this processor can run what was compiled for this build's target.
bool processor_has_target();

}  // namespace exhaustive

#endif

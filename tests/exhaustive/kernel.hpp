#ifndef ACTIVATION_TESTS_EXHAUSTIVE_KERNEL_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_KERNEL_HPP

#include <cstddef>
#include <string>
#include <vector>

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

/// The largest errors allowed, in ULP.
struct bound {
    double forward;
    double derivative;
};

/// The bounds on targets with and without fused multiply-add.
struct bounds {
    bound float_fused;
    bound float_plain;
    bound double_fused;
    bound double_plain;
    /// Errors of derivatives count against the spacing of max(|f'|, derivative_floor).
    double derivative_floor = 0.0;
};

struct kernel {
    std::string name;
    reference::function which;
    reference::parameters parameters;
    /// Whether larger inputs must not have smaller values.
    bool monotone;
    double derivative_floor;
    calls<float> in_float;
    calls<double> in_double;
    bound float_bound;
    bound double_bound;

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
        const bound& both = sizeof(T) == sizeof(float) ? float_bound : double_bound;
        return what == reference::mode::forward ? both.forward : both.derivative;
    }

    double floor_of(reference::mode what) const { return what == reference::mode::forward ? 0.0 : derivative_floor; }
};

/// All of them, compiled for the instruction set of this build.
std::vector<kernel> kernels();

/// "AVX2+FMA", "SSE2 without FMA", ...
std::string target_name();

/// Whether this build's target fuses multiplication and addition.
bool target_has_fused_multiply_add();

/// Whether this processor can run what was compiled for this build's target.
bool processor_has_target();

}  // namespace exhaustive

#endif

#ifndef ACTIVATION_TESTS_EXHAUSTIVE_JUDGE_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_JUDGE_HPP

#include <cstdint>
#include <functional>

#include "inputs.hpp"
#include "kernel.hpp"

namespace exhaustive {

/// How often something happened, and at which input first.
struct occurrence {
    std::uint64_t count = 0;
    double first = 0.0;

    void see(double input) {
        if (count++ == 0) first = input;
    }
};

/// What was found of one kernel, forward or derivative.
struct finding {
    double largest_error = 0.0;
    /// The worst input and what the library made of it; a float is exact in a double.
    double worst_input = 0.0;
    double worst_result = 0.0;
    std::uint64_t above_half = 0;
    std::uint64_t above_one = 0;
    /// Neighbouring inputs whose results fall where the function rises.
    occurrence inversions;
    /// Zeros that lost the sign of the exact value, and where values count against a floor all results that lost it.
    occurrence wrong_signs;
    /// Results of value_and_derivative that differ in their bits.
    occurrence different_when_fused;
};

struct findings {
    finding forward;
    finding derivative;
};

/// The error of a result, more surely than the fast reference can tell; asked of each new worst input above 1/2 ULP.
using confirmation = double (*)(const kernel& k, reference::mode what, double input, double result, bool is_float);

/// A confirmation for where there is no MPFR: the fast reference once more.
double by_fast_reference(const kernel& k, reference::mode what, double input, double result, bool is_float);

/// Judges a kernel at all `inputs` on `threads` threads. `done` is called from one thread at a time, after every block.
template <class T>
findings judge(const kernel& k, const inputs<T>& inputs, unsigned threads, confirmation confirm,
               const std::function<void()>& done);

}  // namespace exhaustive

#endif

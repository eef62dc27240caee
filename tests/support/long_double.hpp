#ifndef ACTIVATION_TESTS_SUPPORT_LONG_DOUBLE_HPP
#define ACTIVATION_TESTS_SUPPORT_LONG_DOUBLE_HPP

#include <cmath>

namespace tests {

/// Whether long double's functions are more than double's.  musl's of a long double of 128 bits, which WebAssembly has, are those
/// of double under other names, with its precision and range: a formula in long double may be no number there where it is large.
inline bool long_double_has_functions() {
    volatile long double one = 1;
    return std::fabs(std::exp(one) - 2.718281828459045235360287471352662498L) < 0x1p-60L;
}

/// Whether a formula in long double tells the error of a T; where it does not accuracy_test alone judges doubles, by a reference
/// that calls none of them.
template <class T>
bool long_double_judges() {
    return sizeof(T) == sizeof(float) || long_double_has_functions();
}

}  // namespace tests

#endif

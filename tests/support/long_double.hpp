#ifndef ACTIVATION_TESTS_SUPPORT_LONG_DOUBLE_HPP
#define ACTIVATION_TESTS_SUPPORT_LONG_DOUBLE_HPP

#include <cmath>

namespace tests {

/// Whether a formula in long double tells the error of a T.  musl's functions of a long double of 128 bits, which WebAssembly
/// has, are those of double under other names, with double's precision and range: there accuracy_test alone judges doubles, by
/// a reference that calls none of them.
template <class T>
bool long_double_judges() {
    if constexpr (sizeof(T) == sizeof(float)) return true;
    volatile long double one = 1;
    return std::fabs(std::exp(one) - 2.718281828459045235360287471352662498L) < 0x1p-60L;
}

}  // namespace tests

#endif

#ifndef ACTIVATION_TESTS_SUPPORT_EDGES_HPP
#define ACTIVATION_TESTS_SUPPORT_EDGES_HPP

namespace tests {

/// f or f′ where the contract's table of edges states it as a number.  At NaN every activation is NaN.
template <class T>
struct edges {
    T positive_zero;
    T negative_zero;
    T positive_infinity;
    T negative_infinity;
};

/// f and f′ at a number that float and double both hold, to 25 digits.
struct known_value {
    long double x;
    long double value;
    long double derivative;
};

}  // namespace tests

#endif

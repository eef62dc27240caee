#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_ELEMENTARY_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_ELEMENTARY_HPP

#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "double_double.hpp"

/// What the formulas of the reference are made of. `Real` is double or double_double.
namespace reference {

/// value * 2^exponent, so that a result far below the smallest double keeps all its digits.
template <class Real>
struct scaled {
    Real value;
    double exponent;
};

/// Horner's rule over the first `count` coefficients, unrolled so that loops around it vectorise.
template <std::size_t count, class Real, std::size_t size>
Real polynomial(const double_double (&coefficients)[size], Real x) {
    static_assert(count <= size);
    Real sum = narrow<Real>(coefficients[count - 1]);
    const auto take_down = [&]<std::size_t... index>(std::index_sequence<index...>) {
        ((sum = multiply_add(sum, x, coefficients[count - 2 - index])), ...);
    };
    take_down(std::make_index_sequence<count - 1>{});
    return sum;
}

template <class Real>
inline constexpr bool is_double = sizeof(Real) == sizeof(double);

template <class Real>
Real subtract(Real x, triple_double y) {
    return ((x - y.high) - y.middle) - y.low;
}

/// e^x = (1 + fraction) 2^exponent, |fraction| < 0.42.
template <class Real>
struct exponential {
    Real fraction;
    double exponent;

    Real mantissa() const { return fraction + 1.0; }

    /// e^x itself, no smaller than 2^-900.
    Real value() const { return mantissa() * power_of_two(at_least(-900.0, exponent)); }
};

inline double leading(double x) { return x; }
inline double leading(double_double x) { return x.high; }

/// Taylor's series of e^r - 1 after n ln 2 is taken off in three parts; for -10^4 < x <= 1.
template <class Real>
exponential<Real> exponential_of(Real x) {
    const double n = nearest_integer(leading(x) * log2_e.high);
    const Real r = subtract(x, {n * ln_2.high, n * ln_2.middle, n * ln_2.low});
    constexpr std::size_t terms = is_double<Real> ? 14 : 24;
    return {r * polynomial<terms>(inverse_factorials, r), n};
}

/// e^x - 1 for x <= 0. Nothing cancels: the polynomial alone answers next to zero.
template <class Real>
Real expm1_of(Real x) {
    const exponential<Real> e = exponential_of(x);
    const double power = power_of_two(at_least(-900.0, e.exponent));
    return e.fraction * power + (widen<Real>(power) - 1.0);
}

/// erfcx(a / sqrt 2) / 2, which is (1 - Phi(a)) e^(a^2 / 2), for 0 <= a <= 40.
template <class Real>
Real mills_of(Real a) {
    const Real reciprocal = widen<Real>(1.0) / (a + 5.0);
    const Real u = 1.25 - reciprocal * 11.25;
    if constexpr (is_double<Real>) {
        return reciprocal * polynomial<24>(mills_24, u);
    } else {
        return reciprocal * polynomial<44>(mills_44, u);
    }
}

/// slope(a), or its Taylor series next to the root, where the slope cancels.
template <class Real>
Real with_root(Real slope, Real a, triple_double root, const double_double (&series)[22]) {
    const Real h = subtract(a, root);
    constexpr std::size_t terms = is_double<Real> ? 12 : 22;
    const bool near = std::fabs(leading(h)) < 0.0625;
    const Real bounded = select(near, h, widen<Real>(0.0));
    return select(near, bounded * polynomial<terms>(series, bounded), slope);
}

inline double magnitude_up_to(double limit, double x) {
    const double magnitude = std::fabs(x);
    return select(magnitude < limit, magnitude, limit);
}

/// yes where x < 0, else no.
template <class Real>
scaled<Real> by_sign(double x, scaled<Real> yes, scaled<Real> no) {
    return {select(x < 0.0, yes.value, no.value), select(x < 0.0, yes.exponent, no.exponent)};
}

/// x * factor, exact down to the smallest x. Zeros keep their sign, infinities stay what they are.
template <class Real>
scaled<Real> times(double x, Real factor) {
    if constexpr (is_double<Real>) {
        return {factor * x, 0.0};
    } else {
        const bool small = std::fabs(x) < 0x1p-500;
        const double moved = select(small, x * 0x1p600, x);
        const double rounded = factor.high * moved;
        const bool has_digits = rounded != 0.0 && std::fabs(rounded) <= std::numeric_limits<double>::max();
        return {select(has_digits, factor * moved, widen<Real>(rounded)), select(small, -600.0, 0.0)};
    }
}

/// `usual`, or slope * x where x is so small that no more terms count.
template <class Real>
scaled<Real> linear_near_zero(double x, Real slope, Real usual) {
    constexpr double limit = is_double<Real> ? 0x1p-100 : 0x1p-500;
    const bool small = std::fabs(x) < limit;
    const scaled<Real> product = times(select(small, x, 0.0), slope);
    return {select(small, product.value, usual), select(small, product.exponent, 0.0)};
}

}  // namespace reference

#endif

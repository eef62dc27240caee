#ifndef ACTIVATION_DETAIL_MATH_EXACT_MISH_HPP
#define ACTIVATION_DETAIL_MATH_EXACT_MISH_HPP

#include <concepts>
#include <type_traits>

#include "activation/detail/math/exact.hpp"
#include "activation/detail/math/exact_exp.hpp"
#include "activation/detail/simd/bound.hpp"

/// Mish of floats in double lanes, the exact tier's and the accurate one's: with eˣ = w = u/v,
///
///     tanh(log(1 + w)) = w·(w + 2)/(w² + 2w + 2) = t/s,     t = u·(u + 2v), s = t + 2v²
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// eˣ = over/under, and t and s.
template <class V>
struct exact_softplus_tanh {
    V over, under, sum, t, s;
};

/// |x| ≤ 150.
template <class Table, class V>
[[gnu::always_inline]] constexpr exact_softplus_tanh<V> tanh_of_softplus(const V& x) {
    const exact_split<V> part = split_exactly<Table, 1>(x);
    const exact_halves<V> halves = halves_of_exp<Table>(part.remainder);
    const V over = rounded_product(halves.sum(), part.power), under = halves.difference();
    const V sum = multiply_add(under, V(2.0), over);
    const V t = rounded_product(over, sum);
    return {over, under, sum, t, multiply_add(V(under + under), under, t)};
}

/// x·t/s of x ≥ −150, t and s of x or 40, whichever is less.
template <class V>
[[gnu::always_inline]] constexpr V exact_mish(const V& x, const exact_softplus_tanh<V>& f) {
    return divide(product(x, f.t), f.s);
}

/// (t·s + 4x·u·v²·(u + v))/s², u taken out; −150 ≤ x ≤ 40.
template <class V>
[[gnu::always_inline]] constexpr V exact_mish_slope(const V& x, const exact_softplus_tanh<V>& f) {
    const V rest = rounded_product(V(V(V(4.0) * x) * f.under), V(f.under * V(f.over + f.under)));
    return divide(V(f.over * multiply_add(f.sum, f.s, rest)), V(f.s * f.s));
}

/// mish and its derivative of floats, each by the table by which it is always rounded rightly.
struct exact_mish_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return in_doubles(
            at_least(x, V(-150.0f)), [](const auto& d) __attribute__((always_inline)) {
                using D = std::remove_cvref_t<decltype(d)>;
                return exact_mish(d, tanh_of_softplus<exact_mish_table>(D(at_most(d, D(40.0)))));
            });
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        return in_doubles(
            at_least(at_most(x, V(40.0f)), V(-150.0f)), [](const auto& d) __attribute__((always_inline)) {
                return exact_mish_slope(d, tanh_of_softplus<exact_mish_slope_table>(d));
            });
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

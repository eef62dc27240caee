#ifndef ACTIVATION_DETAIL_MATH_SOFTCAP_HPP
#define ACTIVATION_DETAIL_MATH_SOFTCAP_HPP

#include "activation/detail/math/parameter.hpp"
#include "activation/detail/math/short_softcap.hpp"
#include "activation/detail/math/tanh.hpp"

/// cap·tanh(a/cap) and sech²(a/cap) for a ≥ 0 and a cap > 0 of any magnitude.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Whether the reciprocal of a cap > 0 and what is made of it are normal numbers.
template <class T>
constexpr bool is_usual_cap(T cap) {
    return cap >= T(0x1p-60) && cap <= T(0x1p60);
}

/// cap·tanh(a/cap) for a ≥ 0: a, or where a/cap is not below `lead` as much of cap, and cap times what Tanh's table has on
/// top of that, in which the rounding of a/cap counts little.
template <class V>
[[gnu::always_inline]] constexpr V softcap_value(const V& a, scalar_t<V> cap_of_all, scalar_t<V> inverse) {
    using T = scalar_t<V>;
    using table = tanh_table<T>;
    const V cap(cap_of_all);
    // The reciprocal's rounding counts once more, which a double has no room for.
    const V ratio = sizeof(T) == sizeof(float) ? product(a, V(inverse)) : divide(a, cap);
    const V quotient = at_most(ratio, V(table::limit)), rest = look_up<table>(quotient);
    if constexpr (table::lead <= T(1)) {
        return multiply_add(cap, rest, at_most(a, cap));
    } else {
        const auto below = leading_tanh(quotient) < V(table::lead);
        const double_word<T> most = two_product(cap_of_all, T(table::lead));
        return choose(below, a, V(most.high)) + multiply_add(cap, rest, choose(below, V(T(0)), V(most.low)));
    }
}

/// sech²(a/cap) for a ≥ 0; a double's with what the quotient's rounding takes away, which the slope magnifies up to four times.
template <class V>
[[gnu::always_inline]] constexpr V softcap_derivative(const V& a, const short_divisor<float>& by) {
    V e, e_low;
    softcap_decay(a, by, e, e_low);
    return softcap_derivative_from(e, e_low);
}
template <class V>
    requires(sizeof(scalar_t<V>) == 4)
[[gnu::always_inline]] constexpr V softcap_derivative(const V& a, float cap) {
    return softcap_derivative(a, short_divisor<float>(cap, -2.0f));
}
template <class V>
[[gnu::always_inline]] constexpr V softcap_derivative(const V& a, scalar_t<V> cap_of_all) {
    using T = scalar_t<V>;
    // Far enough for sech² to be 0, and near enough for what it is made of to be normal.
    constexpr T largest = T(385);
    const T inverse = divide(T(1), cap_of_all);
    const V cap(cap_of_all), bounded = at_most(a, V(product(cap_of_all, largest)));
    const V quotient = rounded_product(bounded, V(inverse));
    const V rest = cancelling_multiply_add(quotient, opposite(cap), bounded);
    const V slope = sech_squared_of<accurate_policy>(quotient);
    // tanh to a tenth of itself where it counts.
    const V tanh = at_most(quotient, multiply_add(slope, V(T(-0.5)), V(T(1))));
    return multiply_add(V(slope * rest), V(V(T(-2) * inverse) * tanh), slope);
}

/// Any other cap next to 1; 1 in place of one that calls on ranges refuse.
template <class T>
constexpr T usual_cap(T cap) {
    const bool serves = finite(cap) && !magnitude_of<T>(cap).is_zero();
    return serves ? product(cap, power_toward_one(cap)) : T(1);
}

/// Both for any other cap, in units of a power of two next to it: the one where it is not a itself.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V softcap_of_any(const V& a, scalar_t<V> cap) noexcept {
    using T = scalar_t<V>;
    const T before = power_toward_one(cap);
    const T nearest = usual_cap(cap);
    const V usual = product(softcap_value(product(a, V(before)), nearest, divide(T(1), nearest)), V(T(1) / before));
    return choose(a < V(product(cap, T(sizeof(T) == 4 ? 0x1p-20 : 0x1p-40))), a, usual);
}
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V softcap_derivative_of_any(const V& a, scalar_t<V> cap) noexcept {
    return softcap_derivative(product(a, V(power_toward_one(cap))), usual_cap(cap));
}

/// Both of a float with a usual cap.
struct usual_softcap {
    static constexpr std::size_t interleave = 3, derivative_parts = 2;

    short_divisor<float> by;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return with_sign_of(x, softcap_value(absolute(x), by.divisor, by.inverse));
    }

    template <class V>
    [[gnu::always_inline]] constexpr void prepare_derivative(const V& x, V (&part)[2]) const noexcept {
        softcap_decay(absolute(x), by, part[0], part[1]);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish_derivative(const V&, const V (&part)[2]) const noexcept {
        return softcap_derivative_from(part[0], part[1]);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return softcap_derivative(absolute(x), by);
    }
};

/// The fast tier's.
struct short_usual_softcap {
    static constexpr std::size_t interleave = 4;

    short_divisor<float> by;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return short_softcap(x, by);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return short_softcap_derivative(absolute(x), by);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

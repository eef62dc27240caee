#ifndef ACTIVATION_DETAIL_MATH_DIRECT_GELU_HPP
#define ACTIVATION_DETAIL_MATH_DIRECT_GELU_HPP

#include <iterator>

#include "activation/detail/math/gelu.hpp"
#include "activation/detail/math/polynomial.hpp"
#include "activation/detail/simd/bound.hpp"

/// GELU in either form by polynomials alone, the fast tier's float: f(x) = max(x, 0) − W(a), f′(x) = D(a) for x ≤ 0, 1 − D(a)
/// for x > 0, with a = |x|, W(a) = −f(−a), D(a) = f′(−a).  W and D have slot and distance from its centre in common.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class Table, class Policy>
inline constexpr bool looks_up_gelu = Policy::looks_up_directly&& requires {
    typename Table::direct;
};

template <class Form>
struct direct_gelu {
    template <class V>
    using part = typename Form::template table<scalar_t<V>>::direct;

    template <class V>
    [[gnu::always_inline]] static constexpr V forward(const V& x) {
        bits_t<V> slot;
        V h;
        find(x, slot, h);
        return value(x, slot, h);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V derivative(const V& x) {
        bits_t<V> slot;
        V h;
        find(x, slot, h);
        return slope(x, slot, h);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) {
        bits_t<V> slot;
        V h;
        find(x, slot, h);
        const V y = value(x, slot, h);
        return {y, slope(x, slot, h)};
    }

private:
    template <class V>
    [[gnu::always_inline]] static constexpr void find(const V& x, bits_t<V>& slot, V& h) {
        const V a = at_most(absolute(x), V(part<V>::limit));
        slot = slot_of<part<V>>(a);
        h = from_centre(part<V>::centre, slot, a);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x, const bits_t<V>& slot, const V& h) {
        constexpr auto& rows = part<V>::value;
        return at_least(x, V(scalar_t<V>(-0.0))) - horner<0, std::size(rows.row) - 1>(rows, slot, h);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x, const bits_t<V>& slot, const V& h) {
        using T = scalar_t<V>;
        constexpr auto& rows = part<V>::derivative;
        const V complement = horner<0, std::size(rows.row) - 1>(rows, slot, h);
        return choose(x > V(T(0)), V(V(T(1)) - complement), complement);
    }
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_MATH_NEAR_GELU_HPP
#define ACTIVATION_DETAIL_MATH_NEAR_GELU_HPP

#include <concepts>
#include <iterator>
#include <type_traits>

#include "activation/detail/math/direct_gelu.hpp"
#include "activation/detail/math/polynomial.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/table/near_gelu_table.hpp"

/// GELU of the accurate tier's float near 0: f(x) = max(x, 0) − W(a), f′(x) = D(a) for x ≤ 0, 1 − D(a) for x > 0, with
/// a = |x|, W and D polynomials of the distance from a centre, without an exponential.  Beyond, rounding would come to more
/// than 1 ULP, and it is gelu_kernel's.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class Table, class V>
[[gnu::always_inline]] constexpr V near_gelu(const V& x) {
    using T = scalar_t<V>;
    using part = typename Table::value;
    const V a = absolute(x), position = slot_position<part>(a);
    const bits_t<V> slot = to_bits(position);
    const V h = from_centre(part::pieces, slot, a);
    const V complement = horner<1, std::size(part::pieces.row) - 1>(part::pieces, slot, h);
    return choose(position < V(part::even), V(x * V(T(0.5))), at_least(x, V(T(-0.0)))) - complement;
}

template <class Table, class V>
[[gnu::always_inline]] constexpr V near_gelu_derivative(const V& x) {
    using T = scalar_t<V>;
    const V complement = look_up_with_slope<typename Table::derivative>(absolute(x));
    return choose(x > V(T(0)), V(V(T(1)) - complement), complement);
}

/// Near 0 so, and beyond by the kernel; without fused multiply-add the kernel alone, for the polynomials would be more than
/// 1 ULP off.
template <class Form, class Policy>
struct gelu_in_parts {
    using kernel = gelu_kernel<Form, far_policy>;

    template <class V>
    using table = typename Form::template near_table<scalar_t<V>>;

    template <class V>
    [[gnu::always_inline]] static constexpr auto is_far(const V& x) {
        return absolute(x) > V(table<V>::limit);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V forward(const V& x) {
        return beyond<Policy>(
            is_far(x), x, [](const V& in) __attribute__((always_inline)) { return near_gelu<table<V>>(in); },
            [](const V& in) __attribute__((always_inline)) { return kernel::forward(in); });
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V derivative(const V& x) {
        return beyond<Policy>(
            is_far(x), x, [](const V& in) __attribute__((always_inline)) { return near_gelu_derivative<table<V>>(in); },
            [](const V& in) __attribute__((always_inline)) { return kernel::derivative(in); });
    }

    template <class V>
    [[gnu::always_inline]] static constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) {
        if constexpr (Policy::lanes == lane_set::far_lanes)
            return kernel::value_and_derivative(x);
        else
            return {forward(x), derivative(x)};
    }
};

template <class T, class Policy>
inline constexpr bool has_near_gelu = Policy::compensates&& std::same_as<T, float>&& has_fused_multiply_add;

/// The way that a policy takes in a type.
template <class Form, class T, class Policy>
using gelu_way = std::conditional_t<has_near_gelu<T, Policy>, gelu_in_parts<Form, Policy>,
                                    std::conditional_t<looks_up_gelu<typename Form::template table<T>, Policy>,
                                                       direct_gelu<Form>, gelu_kernel<Form, Policy>>>;

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

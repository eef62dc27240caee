#ifndef ACTIVATION_DETAIL_MATH_GELU_HPP
#define ACTIVATION_DETAIL_MATH_GELU_HPP

#include "activation/detail/math/exp_unit.hpp"
#include "activation/detail/math/guard.hpp"
#include "activation/detail/math/policy.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/value_and_derivative.hpp"
#include "activation/detail/table/gelu_table.hpp"
#include "activation/detail/table/near_gelu_table.hpp"

/// GELU, and the derivative of its tanh form.  With a = |x|, W(a) = −f(−a) and D(a) = f′(−a):
///
///     f(x) = max(x, 0) − W(a)        f′(x) = D(a) for x ≤ 0, 1 − D(a) for x > 0
///
/// W and D are e^(−z(a)) times a smooth function, looked up as a polynomial in the distance from a centre and kept as
/// a double word until the one last rounding.  The exponential is computed raised (detail/math/guard.hpp), and what is
/// last rounds into the subnormals.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// z(a) = a²/2 for the exact form.
struct gelu_exact {
    template <class T>
    using table = gelu_table<T>;
    template <class T>
    using near_table = near_gelu_table<T>;

    /// e^(−z(a)), raised, = power·(1 + excess).
    template <exp_polynomial which, class V>
    [[gnu::always_inline]] static constexpr void exponential_of(const V& a, V& power, V& excess) {
        using T = scalar_t<V>;
        V rounded, remainder;
        reduce_exp_product<half_unit<T>>(a, a, rounded, remainder);
        exp_factors_at<guard<T>::exponent>(half_unit<T>::template polynomial<which>(), rounded, remainder, power,
                                           excess);
    }
};

/// Both functions of one form, from e^(−z), raised, = power·(1 + excess); without the low words where a policy does not
/// compensate.
template <class Form, class Policy>
struct gelu_kernel {
    static constexpr bool accurate = Policy::compensates;
    static constexpr exp_polynomial polynomial = accurate ? exp_polynomial::fine : exp_polynomial::coarse;

    template <class V>
    using table = typename Form::template table<scalar_t<V>>;

    template <class V>
    [[gnu::always_inline]] static constexpr V bounded_magnitude(const V& x) {
        return at_most(absolute(x), V(table<V>::limit));
    }

    /// power·(1 + excess)·(high + low), rounded once.  sum is high + low rounded, which is high unless that all but
    /// vanishes.
    template <class V>
    [[gnu::always_inline]] static constexpr V decayed(const V& power, const V& excess, const V& sum, const V& high,
                                                      const V& low) {
        if constexpr (accurate) {
            return product_with_rest(power, high, V(power * multiply_add(excess, sum, low)));
        } else {
            const V product = power * high;
            return multiply_add(product, excess, product);
        }
    }

    /// e^z·W = high + low, and what of f is not in W.
    template <class V>
    [[gnu::always_inline]] static constexpr void value_parts(const V& x, const V& a, V& high, V& low, V& start) {
        using T = scalar_t<V>;
        using part = typename table<V>::value;
        constexpr auto& rows = part::pieces;
        const V position = slot_position<part>(a);
        const bits_t<V> slot = to_bits(position) >> part::shift;
        const V h = from_centre(rows, slot, a);
        const V slope = horner<2, std::size(rows.row) - 1>(rows, slot, h);
        const V lead = horner<1, 1>(rows, slot, h);
        high = multiply_add(slope, h, lead);
        if constexpr (accurate) low = cancelling_multiply_add(slope, h, V(lead - high));
        start = at_least(x, V(T(-0.0)));
        if constexpr (part::even > 0) start = choose(position < V(part::even), V(x * V(T(0.5))), start);
    }

    /// e^z·D = high + low.
    template <class V>
    [[gnu::always_inline]] static constexpr void derivative_parts(const V& a, V& high, V& low) {
        using part = typename table<V>::derivative;
        constexpr auto& rows = part::pieces;
        const bits_t<V> slot = slot_of<part>(a);
        const V h = from_centre(rows, slot, a);
        const V bend = horner<4, std::size(rows.row) - 1>(rows, slot, h);
        const V lead = horner<1, 1>(rows, slot, h);
        const V tangent = horner<2, 2>(rows, slot, h);
        const V rest = horner<3, 3>(rows, slot, h);
        const V linear = multiply_add(tangent, h, lead);
        high = multiply_add(bend, h, linear);
        if constexpr (accurate) {
            const V linear_low = cancelling_multiply_add(tangent, h, V(lead - linear));
            const V high_low = cancelling_multiply_add(bend, h, V(linear - high));
            low = V(high_low + linear_low) + rest;
        } else {
            // The sign at the root.
            high = high + rest;
        }
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V sum_of(const V& high, const V& low) {
        if constexpr (accurate)
            return high + low;
        else
            return high;
    }

    /// Far lanes' value for x < 0 is the complement alone, which may be subnormal; next to x itself, which it is not.
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x, const V& start, const V& complement) {
        using T = scalar_t<V>;
        if constexpr (Policy::lanes == lane_set::far_lanes) {
            const V difference = multiply_add(complement, V(-guard<T>::lowering), absolute(x));
            return choose(x < V(T(0)), opposite(lower(complement)), difference);
        } else {
            return multiply_add(complement, V(-guard<T>::lowering), start);
        }
    }

    /// D from D·raising, which is negative in far lanes.
    template <class V>
    [[gnu::always_inline]] static constexpr V lowered(const V& raised) {
        if constexpr (Policy::lanes == lane_set::far_lanes)
            return opposite(lower(opposite(raised)));
        else
            return raised * V(guard<scalar_t<V>>::lowering);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x, const V& complement) {
        using T = scalar_t<V>;
        return choose(x > V(T(0)), V(V(T(1)) - complement), complement);
    }

    /// D
    template <class V>
    [[gnu::always_inline]] static constexpr V derivative_complement(const V& x) {
        const V a = bounded_magnitude(x);
        V power, excess, high, low{};
        derivative_parts(a, high, low);
        Form::template exponential_of<polynomial>(a, power, excess);
        return lowered(decayed(power, excess, sum_of(high, low), high, low));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V forward(const V& x) {
        const V a = bounded_magnitude(x);
        V power, excess, high, low{}, start;
        Form::template exponential_of<polynomial>(a, power, excess);
        value_parts(x, a, high, low, start);
        return value(x, start, decayed(power, excess, high, high, low));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V derivative(const V& x) {
        return slope(x, derivative_complement(x));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) {
        const V a = bounded_magnitude(x);
        V power, excess, high, low{}, start;
        value_parts(x, a, high, low, start);
        Form::template exponential_of<polynomial>(a, power, excess);
        const V y = value(x, start, decayed(power, excess, high, high, low));
        derivative_parts(a, high, low);
        const V raised = decayed(power, excess, sum_of(high, low), high, low);
        return {y, slope(x, lowered(raised))};
    }
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_MATH_HALF_ROUNDING_HPP
#define ACTIVATION_DETAIL_MATH_HALF_ROUNDING_HPP

#include <cstddef>

#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/half.hpp"
#include "activation/detail/simd/half_pairs.hpp"
#include "activation/detail/simd/lane.hpp"

/// What brings a float result next to the exact value on the side from which it rounds to the right half.
///
/// A float within 1 ULP of the exact value rounds to the nearest half but where it stands halfway between two of them, and
/// the exact value does not.  Of the 65,536 halves that x may be, there are few such, and which they are is known: those
/// are what stands here.  tests/half_rounding_test.cpp goes through all of them.
///
///     value<Format>(functor, x, y)    y = f(x), for x and y of that format;  slope<Format>(functor, x, slope) likewise
///     of_pairs<Format>                a functor of two halves in the bits of a float, where their bits tell the result
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class V>
[[gnu::always_inline]] constexpr mask_t<V> is_equal(const V& x, float value) {
    if constexpr (float_or_double<V>)
        return same_number(x, value);
    else
        return x == V(value);
}

/// `value` for this x, else y.
template <class V>
[[gnu::always_inline]] constexpr V result_at(const V& x, float at, float value, const V& y) {
    return choose(is_equal(x, at), V(value), y);
}

/// Half of a bfloat16 may be subnormal and halfway between two, and f(x) = x/2 + O(x²) above it.
template <class V>
[[gnu::always_inline]] constexpr V above_half_of_subnormal(const V& x, const V& y) {
    const V above = choose(x > V(0.0f), V(1 + 0x1p-15f), V(1 - 0x1p-15f));
    return choose(absolute(x) < V(0x1p-125f), product(y, above), y);
}

/// Next to 0 where f(x) = ½ + c·x − O(x³), the last of which is less than what a float has there: a little less of x.
template <class V>
[[gnu::always_inline]] constexpr V nearer_to_half(const V& x, const V& y) {
    const V nearby = choose(absolute(x) < V(0x1p-6f), x, V(0.0f));
    return multiply_add(nearby, V(-0x1p-13f), y);
}

struct keeps_slope {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F&, const V&, const V& slope) {
        return slope;
    }
};
struct keeps_value {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V value(const F&, const V&, const V& y) {
        return y;
    }
};

/// Exact: nothing is to be rounded, and the bits of a half tell what becomes of it.
struct relu_half_rounding : keeps_value, keeps_slope {
    template <format Format>
    struct of_pairs {
        static constexpr std::size_t interleave = 4;
        static constexpr bool memory_bound = true;

        template <class V>
        [[gnu::always_inline]] constexpr V forward(const V& pairs) const noexcept {
            return positive_half_pairs<Format>(pairs);
        }
    };
};

struct gelu_half_rounding {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V value(const F&, const V& x, const V& y) {
        if constexpr (Format == format::bfloat16) return above_half_of_subnormal(x, y);
        return result_at(x, 0x1p-24f, 0x1p-24f,
                         result_at(x, 0x1.5fp-10f, 0x1.5f4p-11f, result_at(x, -0x1.5fp-10f, -0x1.5ecp-11f, y)));
    }
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F&, const V& x, const V& slope) {
        if constexpr (Format == format::bfloat16) return slope;
        return result_at(x, 0x1.e14p-11f, 0x1.004p-1f, slope);
    }
};

struct gelu_tanh_half_rounding {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V value(const F& functor, const V& x, const V& y) {
        const V as_gelu = gelu_half_rounding::value<Format>(functor, x, y);
        if constexpr (Format == format::bfloat16) return as_gelu;
        return result_at(x, 0x1.69cp-2f, 0x1.cdcp-3f, result_at(x, -0x1.69cp-2f, -0x1.05cp-3f, as_gelu));
    }
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F& functor, const V& x, const V& slope) {
        const V as_gelu = gelu_half_rounding::slope<Format>(functor, x, slope);
        if constexpr (Format == format::bfloat16) return as_gelu;
        return result_at(x, -0x1.e14p-12f, 0x1.ffcp-2f, as_gelu);
    }
};

struct silu_half_rounding {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V value(const F&, const V& x, const V& y) {
        if constexpr (Format == format::bfloat16) return above_half_of_subnormal(x, y);
        return result_at(x, 0x1p-24f, 0x1p-24f, result_at(x, -0x1.5ccp+1f, -0x1.574p-3f, y));
    }
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F&, const V& x, const V& slope) {
        if constexpr (Format == format::bfloat16)
            return has_fused_multiply_add ? slope : result_at(x, -0x1.8p-8f, 0x1.fep-2f, slope);
        return result_at(x, -0x1.748p+0f, -0x1.16cp-5f, nearer_to_half(x, slope));
    }
};

struct sigmoid_half_rounding {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V value(const F&, const V& x, const V& y) {
        if constexpr (Format == format::bfloat16) return y;
        return nearer_to_half(x, y);
    }
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F&, const V& x, const V& slope) {
        if constexpr (Format == format::bfloat16) return slope;
        const V a = absolute(x);
        return result_at(a, 0x1.cep-4f, 0x1.fe4p-3f,
                         result_at(a, 0x1.62p-1f, 0x1.c74p-3f, result_at(a, 0x1.dc8p-1f, 0x1.9f4p-3f, slope)));
    }
};

/// 1 − tanh² x is 4·σ′(2x).
struct tanh_half_rounding : keeps_value {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F&, const V& x, const V& slope) {
        if constexpr (Format == format::bfloat16) return slope;
        const V a = absolute(x);
        return result_at(a, 0x1.cep-5f, 0x1.fe4p-1f,
                         result_at(a, 0x1.62p-2f, 0x1.c74p-1f, result_at(a, 0x1.dc8p-2f, 0x1.9f4p-1f, slope)));
    }
};

/// What rounding a·b to `rounded` took away, or its sign where that is less than any number.
template <class V>
[[gnu::always_inline]] constexpr V rest_of_product(const V& a, const V& b, const V& rounded) {
    if constexpr (has_fused_multiply_add) {
        return multiply_add(a, b, opposite(rounded));
    } else {
        const double_word<V> exact = two_product(a, b);
        return V(exact.high - rounded) + exact.low;
    }
}

/// a·b rounded to odd: a number of an odd last bit stands for all that is not one, so that rounding again rounds once.
/// A small product is taken raised by a power of two, by which the smaller factor is multiplied.
template <format Format, class V>
[[gnu::always_inline]] constexpr V product_to_odd(const V& a, const V& b, const V& rounded) {
    const V zero(0.0f);
    V rest;
    if constexpr (Format == format::bfloat16) {
        const V raising = choose(absolute(rounded) < V(0x1p-90f), V(0x1p64f), V(1.0f));
        const V b_raised = choose(absolute(b) <= absolute(a), raising, V(1.0f));
        const V a_raised = choose(absolute(b) <= absolute(a), V(1.0f), raising);
        rest = rest_of_product(V(a * a_raised), V(b * b_raised), V(rounded * raising));
    } else {
        rest = rest_of_product(a, b, rounded);
    }
    const bits_t<V> sign = to_bits(rounded) & bits_t<V>(0x80000000u), one(1u);
    const V beyond = from_bits<V>(to_bits(rest) ^ sign);
    const V below = from_bits<V>((to_bits(rounded) - one) | one), above = from_bits<V>(to_bits(rounded) | one);
    return choose(beyond < zero, below, choose(beyond > zero, above, rounded));
}

/// Whether a float's lower half says that it is halfway between two bfloat16.
template <class V>
[[gnu::always_inline]] constexpr mask_t<V> is_middle_of_bfloat16(const V& value) {
    const bits_t<V> rest = (to_bits(value) ^ bits_t<V>(0x8000u)) & bits_t<V>(0xffffu);
    return from_bits<V>(rest | bits_t<V>(0x3f800000u)) <= V(1.0f);
}

/// x if x > 0, else slope·x.  A float16's product is always taken to odd: more of them are subnormal, and look alike.
struct leaky_half_rounding : keeps_slope {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V value(const F& functor, const V& x, const V& y) {
        if constexpr (Format == format::bfloat16)
            if (!any_lane(is_middle_of_bfloat16(y))) [[likely]]
                return y;
        return to_odd<Format>(slope_of(functor, x), x, y);
    }

private:
    template <format Format, class V>
    [[gnu::always_inline]] static constexpr V to_odd(const V& slope, const V& x, const V& y) {
        return choose(x > V(0.0f), x, product_to_odd<Format>(slope, x, y));
    }
    template <class F, class V>
    [[gnu::always_inline]] static constexpr V slope_of(const F& functor, const V&) {
        if constexpr (requires { functor.weight; })
            return V(functor.weight);
        else
            return V(functor.negative_slope);
    }
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

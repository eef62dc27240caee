#ifndef ACTIVATION_DETAIL_MATH_HALF_ROUNDING_HPP
#define ACTIVATION_DETAIL_MATH_HALF_ROUNDING_HPP

#include <cstddef>

#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/half.hpp"
#include "activation/detail/simd/half_pairs.hpp"
#include "activation/detail/simd/lane.hpp"

/// What brings a float result next to the exact value on the side from which it rounds to the right half.
///
/// A float within a few ULP of the exact value rounds to the nearest half but where the exact value is next to halfway between
/// two of them.  Of the 65,536 halves that x may be, there are few such, and which they are is known: those are what stands
/// here.  tests/half_rounding_test.cpp goes through all of them.
///
/// A float16 ends where a fast kernel's error, which is one of max(|f|, 1/16), is not large yet beside f: there a functor may
/// name one, float16_functor, that leaves so few wrong that to mend them costs less than its corrections do.
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

struct known_result {
    float at;
    float value;
};

/// The value that is known for this x, else y.  Few x are one of those, so that to look whether any is costs half of looking
/// which.
template <class V, std::size_t Count>
[[gnu::always_inline]] constexpr V results_at(const V& x, const V& y, const known_result (&known)[Count]) {
    mask_t<V> is_one = is_equal(x, known[0].at);
    unroll<Count - 1>([&](std::size_t i)
                          __attribute__((always_inline)) { is_one = is_one | is_equal(x, known[i + 1].at); });
    if (!any_lane(is_one)) [[likely]]
        return y;
    V result = y;
    unroll<Count>([&](std::size_t i) __attribute__((always_inline)) {
        result = choose(is_equal(x, known[i].at), V(known[i].value), result);
    });
    return result;
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
        return results_at(x, y, {{0x1p-24f, 0x1p-24f}, {0x1.5fp-10f, 0x1.5f4p-11f}, {-0x1.5fp-10f, -0x1.5ecp-11f}});
    }
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F&, const V& x, const V& slope) {
        if constexpr (Format == format::bfloat16) return slope;
        return results_at(x, slope, {{0x1.e14p-11f, 0x1.004p-1f}});
    }
};

struct gelu_tanh_half_rounding {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V value(const F&, const V& x, const V& y) {
        if constexpr (Format == format::bfloat16) return above_half_of_subnormal(x, y);
        return results_at(x, y,
                          {{0x1p-24f, 0x1p-24f},
                           {-0x1.954p-12f, -0x1.954p-13f},
                           {0x1.5fp-10f, 0x1.5f4p-11f},
                           {-0x1.5fp-10f, -0x1.5ecp-11f},
                           {0x1.d3cp-3f, 0x1.144p-3f},
                           {0x1.69cp-2f, 0x1.cdcp-3f},
                           {-0x1.69cp-2f, -0x1.05cp-3f}});
    }
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F&, const V& x, const V& slope) {
        if constexpr (Format == format::bfloat16) return slope;
        return results_at(x, slope,
                          {{-0x1.e14p-12f, 0x1.ffcp-2f},
                           {0x1.e14p-11f, 0x1.004p-1f},
                           {-0x1.d1cp+1f, -0x1.7f4p-10f},
                           {-0x1.0a8p+2f, -0x1.4dp-13f},
                           {-0x1.274p+2f, -0x1.09p-16f},
                           {-0x1.63cp+2f, -0x1p-24f}});
    }
};

struct silu_half_rounding {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V value(const F&, const V& x, const V& y) {
        if constexpr (Format == format::bfloat16) return above_half_of_subnormal(x, y);
        return results_at(
            x, y,
            {{0x1p-24f, 0x1p-24f}, {-0x1p-11f, -0x1p-12f}, {-0x1.6d8p-1f, -0x1.e0cp-3f}, {-0x1.5ccp+1f, -0x1.574p-3f}});
    }
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F&, const V& x, const V& slope) {
        if constexpr (Format == format::float16)
            return results_at(x, nearer_to_half(x, slope), {{-0x1.57p+0f, -0x1.a44p-7f}, {-0x1.748p+0f, -0x1.16cp-5f}});
        else if constexpr (has_fused_multiply_add)
            return slope;
        else
            return results_at(x, slope, {{-0x1.8p-8f, 0x1.fep-2f}});
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
        return results_at(absolute(x), slope,
                          {{0x1.cep-4f, 0x1.fe4p-3f}, {0x1.62p-1f, 0x1.c74p-3f}, {0x1.dc8p-1f, 0x1.9f4p-3f}});
    }
};

/// 1 − tanh² x is 4·σ′(2x).
struct tanh_half_rounding : keeps_value {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V slope(const F&, const V& x, const V& slope) {
        if constexpr (Format == format::bfloat16) return slope;
        return results_at(absolute(x), slope,
                          {{0x1.bb8p-6f, 0x1.ffcp-1f},
                           {0x1.cep-5f, 0x1.fe4p-1f},
                           {0x1.62p-2f, 0x1.c74p-1f},
                           {0x1.dc8p-2f, 0x1.9f4p-1f}});
    }
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

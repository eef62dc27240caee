#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(star_relu, StarReLU)
#elif !defined(ACTIVATION_STAR_RELU_HPP)
#define ACTIVATION_STAR_RELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include <type_traits>

#include "activation/detail/math/policy.hpp"
#include "activation/detail/math/star_relu.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Star rectified linear unit, f(x) = scale·x² + bias if x > 0, else bias;  f′(x) = 2·scale·x if x > 0, else 0.
///
/// Domain   any finite scale and bias.  Calls on ranges refuse others.
/// Edges    for a positive scale: ±0 → bias, +∞ → +∞, −∞ → bias, NaN → NaN;  f′: ±0 → 0, +∞ → +∞, −∞ → 0, NaN → NaN.
///          scale 0: +∞ → NaN.
/// Error    scale 0.8944 bias -0.4472 and 1.7 bias 0.3, float, every input: f 1.00 ULP (at 0x1.3fffeep+1), f′ 0.50 ULP
///          (at 0x1p-128); without fused multiply-add 1.26 and 0.50 ULP. double, 10⁷ samples: 1.00 and 0.50 ULP;
///          without, 1.26 and 0.50. Both of every magnitude and sign, sampled: f 1.13, f′ 0.50 ULP.
/// Method   (x·scale)·x + bias in one rounding, and what the first product has lost added: next to the root of f, where the
///          two cancel, that is exact.  Without fused multiply-add all digits of both products, the largest words first.
/// Shape    one value or one batch, lane by lane; function<StarReLU> takes ranges.
/// Source   Yu et al., "MetaFormer baselines for vision", 2022; the defaults, which make mean 0 and variance 1 of
///          normally distributed inputs, are theirs.
template <class T = float>
struct StarReLU {
    static constexpr const char* name = "star_relu";
    static constexpr const char* parameter_names[] = {"scale", "bias"};
    static constexpr std::size_t interleave = 4, forward_interleave = 1;
    static constexpr bool memory_bound = true;

    T scale = detail::default_value<T>(0.8944);
    T bias = detail::default_value<T>(-0.4472);

    constexpr detail::refused_parameter refused() const noexcept {
        if (!detail::finite(scale)) return detail::refused_unless_finite("scale", scale);
        return detail::refused_unless_finite("bias", bias);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::star_relu_value(detail::at_least(x, V(T(0))), scale, bias);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V slope = slope_where_moving(detail::at_least(x, V(T(0))));
        return detail::choose(x <= V(T(0)), V(T(0)), slope);
    }

    /// f′ where f is not constant.
    template <class V>
    [[gnu::always_inline]] constexpr V slope_where_moving(const V& x) const noexcept {
        return detail::star_relu_slope(x, scale);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// Where no gradient passes, whatever it is: x ≤ 0.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return x <= V(T(0));
    }
};

/// star_relu(x, y, {.scale = …, .bias = …}): see function for the call forms.
inline constexpr function<StarReLU> star_relu{};

namespace detail {

/// The fast tier's of a float, for parameters with which one product may be rounded.
struct short_star_relu : activation::StarReLU<float> {
    static constexpr std::size_t forward_interleave = interleave;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V positive = at_least(x, V(0.0f));
        return multiply_add(product(positive, V(scale)), positive, V(bias));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

namespace fast {

/// A float's f is (x·scale)·x + bias without what the first product loses, where multiply and add are fused, for the default
/// parameters and where the bias has the sign of a scale that is neither tiny nor huge.  Of other parameters, in double, and
/// f′ always, it is activation::StarReLU.
///
/// Edges    as activation::StarReLU.
/// Error    float, every input: f 3.69 ULP (at 0x1.98f8dcp-1) of max(|f|, 1/16), f′ 0.50 ULP (at 0x1p-128) of max(|f′|,
///          1/16); without fused multiply-add 1.25 and 0.50 ULP. double, 10⁷ samples: 1.00 and 0.50 ULP; without, 1.23
///          and 0.50.
template <class T = float>
struct StarReLU {
    static constexpr const char* name = "fast::star_relu";
    static constexpr const char* parameter_names[] = {"scale", "bias"};
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;

    T scale = detail::default_value<T>(0.8944);
    T bias = detail::default_value<T>(-0.4472);

    constexpr detail::refused_parameter refused() const noexcept { return accurate().refused(); }

    using shorter =
        std::conditional_t<detail::has_fused_multiply_add, detail::part_of_float<T, detail::short_star_relu>, void>;
    constexpr bool is_short() const noexcept { return detail::is_short_star_relu(scale, bias); }
    constexpr auto in_short() const noexcept { return shorter{{scale, bias}}; }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (!std::is_void_v<shorter>)
            if (is_short()) [[likely]]
                return in_short().forward(x);
        return accurate().forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return accurate().derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V slope_where_moving(const V& x) const noexcept {
        return accurate().slope_where_moving(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return accurate().is_constant(x);
    }

private:
    [[gnu::always_inline]] constexpr activation::StarReLU<T> accurate() const { return {scale, bias}; }
};

/// fast::star_relu(x, y, {.scale = …, .bias = …}): see function for the call forms.
inline constexpr function<StarReLU> star_relu{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

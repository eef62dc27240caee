#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(prelu, PReLU)
#elif !defined(ACTIVATION_PRELU_HPP)
#define ACTIVATION_PRELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/call/per_channel_backward.hpp"
#include "activation/detail/math/leaky_half_rounding.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS

/// Parametric rectified linear unit: a leaky one whose slope is learned, f(x) = x if x > 0, else weight·x;  f′(x) = 1 if x > 0, else weight.
///
/// Domain   any finite weight.  Calls on ranges refuse others; weights per channel are not looked at.
/// Edges    for a positive weight s: +0 → +0, −0 → −0, +∞ → +∞, −∞ → −∞, NaN → NaN;
///          f′: ±0 → s, +∞ → 1, −∞ → s, NaN → NaN.
/// Error    one rounding of the product, ½ ULP; f′ exact.
/// Shape    one value or one batch, lane by lane; function<PReLU> takes ranges.
/// Source   He et al., "Delving deep into rectifiers", ICCV 2015;
///          name and default of weight are PyTorch's.
template <class T = float>
struct PReLU {
    static constexpr const char* name = "prelu";
    using half_rounding = detail::leaky_half_rounding;
    static constexpr const char* parameter_names[] = {"weight"};
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;

    T weight = detail::default_value<T>(0.25);

    constexpr detail::refused_parameter refused() const noexcept {
        return detail::refused_unless_finite("weight", weight);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::bent_at_zero(x, V(weight));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::slope_by_sign(x, V(weight));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) from y = f(x), whose sign is that of x as long as the slope is positive.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return derivative(y);
    }

    /// Where no gradient passes to the weight, whatever it is: x > 0.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> weight_is_idle(const V& x) const noexcept {
        return x > V(scalar_t<V>(0));
    }

    /// ∂f/∂weight where the weight is not idle.
    template <class V>
    [[gnu::always_inline]] constexpr V weight_derivative(const V& x) const noexcept {
        return x;
    }

    constexpr detail::positive_parameter needed_positive_from_output() const noexcept {
        return {"weight", static_cast<double>(weight)};
    }
};

/// The calls that PReLU has beyond those of every function: one weight for each channel.
///
/// Shapes   element i of x has the weight weights[(i / inner) mod weights.size()]; inner is the number of elements
///          behind one channel index, H·W for NCHW and 1 for channels last.
/// Throws   std::invalid_argument before anything is written, also if weights is empty, inner is 0, or x.size() is not
///          a multiple of weights.size()·inner.
template <>
struct detail::more_calls<PReLU> {
    static constexpr std::string_view form = "rwrn", backward_form = "rrwrwn";

    /// y[i] = f(x[i]); in place as prelu(x, x, weights, inner).
    template <readable_range X, writable_range Y, readable_range W>
        requires same_value_type<X, Y, W>
    void operator()(X&& x, Y&& y, W&& weights, std::size_t inner) const {
        static constexpr call_site call{"prelu", "(x, y, weights, inner)"};
        const auto from = read(call, "x", x);
        const auto by = read(call, "weights", weights);
        const auto to = write(call, "y", y);
        const channel_shape shape{from.size, by.size, inner};
        if constexpr (any_fused<X, Y, W>) {
            check_channels(call, untyped(from), untyped(by), inner);
            check_fused<2>(call, from, to, by);
        } else if (!channels_fit(untyped(from), untyped(by), inner) || !all_fit(from, to) ||
                   !memory_fits_all(by, from, to)) [[unlikely]] {
            refuse_channels(call, group_of(untyped(from), untyped(to)), untyped(by), inner);
        }
        if constexpr (fused_output<Y>)
            transform_channels<PReLU, added_forward, value_t<X>>(shape, source_of(by), bundle_from(sink_of(to).sink),
                                                                 bundle_from(source_of(from), sink_of(to).prior));
        else if constexpr (are_halves_of_one_format<element_t<X>, stored_t<Y>>)
            transform_channels<PReLU, half_forward<storage<element_t<X>>::format>::template kernel, float>(
                shape, source_of(by), bundle_from(sink_of(to)), bundle_from(source_of(from)));
        else
            transform_channels<PReLU, forward_kernel, value_t<X>>(shape, source_of(by), bundle_from(sink_of(to)),
                                                                  bundle_from(source_of(from)));
    }

    /// grad_input[i] = grad_output[i]·f′(x[i]), and grad_weights[c] = Σ grad_output[i]·x[i] over the elements of channel c
    /// whose x[i] is ≤ 0 or NaN, overwritten: a positive x[i] contributes nothing whatever its gradient.  Of floats the
    /// products are exact and the sums double; of doubles the sums have about twice the precision of double.  They are
    /// the same bits whatever the width of the target's registers.
    template <readable_range G, readable_range X, writable_range R, readable_range W, writable_range GW>
        requires same_value_type<X, G, R, W, GW>
    void backward(G&& grad_output, X&& x, R&& grad_input, W&& weights, GW&& grad_weights, std::size_t inner) const {
        static constexpr call_site call{"prelu", ".backward(grad_output, x, grad_input, weights, grad_weights, inner)"};
        backward_by_channel<channel_loop>(call, grad_output, x, grad_input, weights, grad_weights, inner);
    }

protected:
    /// The sums as Loop takes them.
    template <template <class, class> class Loop, class G, class X, class R, class W, class GW>
    static void backward_by_channel(const call_site& call, G&& grad_output, X&& x, R&& grad_input, W&& weights,
                                    GW&& grad_weights, std::size_t inner) {
        const auto grad = read(call, "grad_output", grad_output);
        const auto from = read(call, "x", x);
        const auto by = read(call, "weights", weights);
        const auto to = write(call, "grad_input", grad_input);
        const auto to_weights = write(call, "grad_weights", grad_weights);
        if constexpr (any_fused<G, X, R, W, GW>) {
            check_channels(call, untyped(from), untyped(by), inner);
            check_fused<3>(call, grad, from, to, by, to_weights);
            check_fused<2>(call, by, to_weights);
        } else if (!channels_fit(untyped(from), untyped(by), inner) || !all_fit(grad, from, to) ||
                   !all_fit(by, to_weights) || !memory_fits_all(by, grad, from, to) ||
                   !memory_fits_all(to_weights, grad, from, to)) [[unlikely]] {
            refuse_channels_backward(call, group_of(untyped(grad), untyped(from), untyped(to)),
                                     group_of(untyped(by), untyped(to_weights)), inner);
        }
        using places =
            backward_places<value_t<X>, decltype(source_of(grad)), decltype(source_of(from)), decltype(sink_of(to))>;
        backward_channels<PReLU, Loop, value_t<X>>({from.size, by.size, inner},
                                                   places{source_of(grad), source_of(from), sink_of(to)}, source_of(by),
                                                   sink_of(to_weights));
    }
};

/// prelu(x, y, {.weight = …}): see function for the call forms.
inline constexpr function<PReLU> prelu{};

namespace fast {
using activation::PReLU;

/// The same function, whose weights' gradients are added in the element type a few terms at a time, and those in double.
///
/// Error    of a weight's gradient: float ≤ 8·2⁻²⁴·Σ |grad_output[i]·x[i]|, with and without fused multiply-add, as long as
///          no product overflows or is subnormal; double as sums of doubles have it.
struct fast_prelu_function : function<PReLU> {
    using function<PReLU>::operator();
    using function<PReLU>::backward;

    template <readable_range G, readable_range X, writable_range R, readable_range W, writable_range GW>
        requires same_value_type<X, G, R, W, GW>
    void backward(G&& grad_output, X&& x, R&& grad_input, W&& weights, GW&& grad_weights, std::size_t inner) const {
        static constexpr detail::call_site call{"fast::prelu",
                                                ".backward(grad_output, x, grad_input, weights, grad_weights, inner)"};
        backward_by_channel<detail::quick_channel_loop>(call, grad_output, x, grad_input, weights, grad_weights, inner);
    }
};

/// fast::prelu(x, y, {.weight = …}): see function for the call forms.
inline constexpr fast_prelu_function prelu{};
}  // namespace fast

namespace exact {
using activation::PReLU;
using activation::prelu;
}  // namespace exact

ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

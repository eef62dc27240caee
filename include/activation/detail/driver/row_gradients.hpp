#ifndef ACTIVATION_DETAIL_DRIVER_ROW_GRADIENTS_HPP
#define ACTIVATION_DETAIL_DRIVER_ROW_GRADIENTS_HPP

#include <cstddef>

#include "activation/detail/driver/channel_sum.hpp"
#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/row_sum.hpp"
#include "activation/detail/math/exp.hpp"
#include "activation/detail/simd/bound.hpp"

/// What the gradients of softmax and its logarithm do with one row.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// (grad_output, y) → (grad_output − mean)·y, of a quarter of the gradients: their difference may overflow, but not what
/// y makes of it.
template <class T>
struct softmax_backward_kernel {
    static constexpr std::size_t interleave = 4;
    T opposite_quarter;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        const V quarter = multiply_add(in.item[0], V(T(0.25)), V(opposite_quarter));
        return {{V(quarter * V(in.item[1] * V(T(4))))}};
    }
};

template <class T>
inline void softmax_backward_of_row(const T* grad_output, const T* y, T* grad_input, std::size_t width) {
    const softmax_backward_kernel<T> kernel{static_cast<T>(-quarter_of_dot(grad_output, y, width))};
    transform(kernel, width, sinks(grad_input), sources(grad_output, y));
}

/// e^y·2^lift for y ≤ 0.
template <int lift, class V>
[[gnu::always_inline]] constexpr V lifted_exponential(const V& y) {
    const V vanishing(scalar_t<V>(sizeof(scalar_t<V>) == 4 ? -150 : -1110));
    const auto e = exp_of(at_least(y, vanishing));
    return scale(V(e.high + e.low), bits_t<V>(e.exponent + bits_t<V>(bits_t<scalar_t<V>>(lift))));
}

/// How the product e^y·total is split: a total of up to 1 meets e^y itself, one of up to `largest` an e^y that is lifted
/// so far that it is normal wherever the product is.
template <class T>
struct gradient_lift;
template <>
struct gradient_lift<float> {
    static constexpr int moderate = 64, large = 40;
    static constexpr double largest = 0x1p64, moderate_unlifted = 0x1p-64, large_unlifted = 0x1p-40;
    static constexpr double far_below = -88, exponential_of_far = 0x1.07b7112bc1ffep-127;
};
template <>
struct gradient_lift<double> {
    static constexpr int moderate = 512, large = 256;
    static constexpr double largest = 0x1p512, moderate_unlifted = 0x1p-512, large_unlifted = 0x1p-256;
    static constexpr double far_below = -700, exponential_of_far = 0x1.14f2b0fb9307fp-1010;
};

/// (grad_output, y) → grad_output − e^y·total for total = −opposite·2^lift.
template <class T, int lift>
struct log_softmax_backward_kernel {
    static constexpr std::size_t interleave = 4;
    T opposite;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        return {{multiply_add(lifted_exponential<lift>(in.item[1]), V(opposite), in.item[0])}};
    }
};

/// The same for totals near the largest number and beyond it: halves are subtracted, for e^y·total may overflow where the
/// difference does not, and what is far below 0 has a factor of its own, for e^y may underflow where the product does not.
template <class T>
struct large_log_softmax_backward_kernel {
    using limits = gradient_lift<T>;
    static constexpr std::size_t interleave = 2;
    T opposite;
    T opposite_far;

    /// From half the total, shrunk.
    explicit large_log_softmax_backward_kernel(double half)
        : opposite(static_cast<T>(-half * (unshrunk * limits::large_unlifted))),
          opposite_far(static_cast<T>(-half * limits::exponential_of_far * (unshrunk * limits::large_unlifted))) {}

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        const V& y = in.item[1];
        const mask_t<V> far = y < V(static_cast<T>(limits::far_below));
        const V e = lifted_exponential<limits::large>(choose(far, V(y + V(static_cast<T>(-limits::far_below))), y));
        const V factor = choose(far, V(opposite_far), V(opposite));
        const V half = multiply_add(e, factor, V(in.item[0] * V(T(0.5))));
        return {{V(half + half)}};
    }
};

template <class T>
inline void log_softmax_backward_of_row(const T* grad_output, const T* y, T* grad_input, std::size_t width) {
    using limits = gradient_lift<T>;
    const auto apply = [&](const auto& kernel) {
        transform(kernel, width, sinks(grad_input), sources(grad_output, y));
    };
    const double total = sum_of_row(grad_output, width);
    if (total >= -1 && total <= 1) return apply(log_softmax_backward_kernel<T, 0>{static_cast<T>(-total)});
    if (total >= -limits::largest && total <= limits::largest)
        return apply(
            log_softmax_backward_kernel<T, limits::moderate>{static_cast<T>(-total * limits::moderate_unlifted)});
    const double shrunk_total = is_finite(total) ? total * shrunk : sum_of_row<true>(grad_output, width);
    apply(large_log_softmax_backward_kernel<T>(shrunk_total * 0.5));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

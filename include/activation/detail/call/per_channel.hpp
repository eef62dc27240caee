#ifndef ACTIVATION_DETAIL_CALL_PER_CHANNEL_HPP
#define ACTIVATION_DETAIL_CALL_PER_CHANNEL_HPP

#include <cstddef>

#include "activation/detail/call/kernels.hpp"
#include "activation/detail/driver/channel_sum.hpp"
#include "activation/detail/driver/driver.hpp"

/// Element-wise calls in which a parameter of the functor changes with the channel of the element.
///
/// Element i has channel (i / inner) mod channels.  Three layouts, one kernel each way: segments of one channel that
/// are long enough for vectors take that channel's functor; rows of many channels (channels last) read the weights as
/// one more input; short segments and few channels first spread the weights over a buffer and then do the same.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

struct channel_shape {
    std::size_t count;
    std::size_t channels;
    std::size_t inner;
};

inline constexpr std::size_t long_segment = 64;
inline constexpr std::size_t spread_capacity = 512;

/// Writes the weight of element `position` and its followers.
template <class T>
inline void spread_weights(const T* weights, const channel_shape& shape, std::size_t position, T* to,
                           std::size_t count) {
    std::size_t channel = position / shape.inner % shape.channels;
    std::size_t left = shape.inner - position % shape.inner;
    for (std::size_t i = 0; i < count; ++i) {
        to[i] = weights[channel];
        if (--left == 0) {
            left = shape.inner;
            channel = channel + 1 == shape.channels ? 0 : channel + 1;
        }
    }
}

/// The kernel of a functor whose parameter is the last input: F over batches instead of over T.
template <template <class> class F, template <class> class Kernel>
struct weighted_kernel {
    static constexpr std::size_t interleave = functor_interleave<F<float>>;

    template <class V, std::size_t Inputs>
    [[gnu::always_inline]] auto operator()(const group<V, Inputs>& in) const {
        const F<V> functor{in.item[Inputs - 1]};
        group<V, Inputs - 1> rest;
        unroll<Inputs - 1>([&](std::size_t i) __attribute__((always_inline)) { rest.item[i] = in.item[i]; });
        return Kernel<F<V>>{functor}(rest);
    }
};

/// to[i] = Kernel<F>(from[…][i]) with the weight of i's channel as F's parameter.
template <template <class> class F, template <class> class Kernel, class T, class Sinks, class Sources>
inline void transform_channels(const channel_shape& shape, const T* weights, const Sinks& to, const Sources& from) {
    const std::size_t period = shape.channels * shape.inner;
    if (shape.inner >= long_segment) {
        for (std::size_t i = 0; i < shape.count; i += shape.inner) {
            const F<T> functor{weights[i / shape.inner % shape.channels]};
            transform(Kernel<F<T>>{functor}, shape.inner, to.at(i), from.at(i));
        }
    } else if (shape.inner == 1 && shape.channels >= long_segment) {
        const auto by_channel = repeated(plain_source<T>{weights}, period);
        transform(weighted_kernel<F, Kernel>{}, shape.count, to, from.with(by_channel));
    } else {
        T spread[spread_capacity];
        const bool repeats = period <= spread_capacity;
        const std::size_t block = repeats ? spread_capacity / period * period : spread_capacity;
        for (std::size_t i = 0; i < shape.count; i += block) {
            const std::size_t length = shape.count - i < block ? shape.count - i : block;
            if (i == 0 || !repeats) spread_weights(weights, shape, i, spread, length);
            transform(weighted_kernel<F, Kernel>{}, length, to.at(i), from.at(i).with(plain_source<T>{spread}));
        }
    }
}

template <class F>
struct weight_derivative_kernel {
    static constexpr std::size_t interleave = functor_interleave<F>;
    F functor;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& x) const {
        return {{functor.weight_derivative(x.item[0])}};
    }
};

/// Adds the weight's gradient over a segment of its channel.  Where g++ 14 knows the length it warns of stores before
/// the slopes that are never made, hence no inlining.
template <class F, class T>
[[gnu::noinline]] inline void add_weight_gradient(product_sums& sums, const F& functor, const T* grad_output,
                                                  const T* x, std::size_t count) {
    constexpr std::size_t block = 256;
    T slopes[block];
    for (std::size_t i = 0; i < count; i += block) {
        const std::size_t length = count - i < block ? count - i : block;
        transform(weight_derivative_kernel<F>{functor}, length, sinks(slopes + 0), sources(x + i));
        sums.add_all(
            length, [grad = grad_output + i](std::size_t j) { return grad[j]; },
            [&slopes](std::size_t j) { return slopes[j]; });
    }
}

/// The weight's gradient over channel c, given the sum in which an input at which the weight is idle counts as 0.  Where
/// that is not finite, zero may have met an infinite gradient, and such inputs are left out.
template <template <class> class F, class T>
[[gnu::noinline]] double weight_gradient_without_idle(double sum, const channel_shape& shape, std::size_t c,
                                                      const T* grad_output, const T* x) {
    if (finite(sum)) [[likely]]
        return sum;
    product_sums sums;
    for (std::size_t first = c * shape.inner; first < shape.count; first += shape.channels * shape.inner)
        for (std::size_t i = first; i < first + shape.inner; ++i)
            if (!F<T>{}.weight_is_idle(x[i])) sums.add(i % product_sums::lane_count, grad_output[i], x[i]);
    return sums.total();
}

inline constexpr std::size_t channel_block = 64;

/// Channels last: a block of channels at a time, each lane of the sums one channel.
template <template <class> class F, class T>
inline void backward_channels_last(const channel_shape& shape, const T* grad_output, const T* x, T* grad_input,
                                   const T* weights, T* grad_weights) {
    constexpr std::size_t lane_count = product_sums::lane_count;
    for (std::size_t first = 0; first < shape.channels; first += channel_block) {
        const std::size_t left = shape.channels - first;
        const std::size_t width = left < channel_block ? left : channel_block;
        product_sums sums[channel_block / lane_count];
        for (std::size_t i = first; i < shape.count; i += shape.channels)
            for (std::size_t c = 0; c < width; ++c)
                sums[c / lane_count].add(c % lane_count, grad_output[i + c], F<T>{}.weight_derivative(x[i + c]));
        double totals[channel_block];
        for (std::size_t c = 0; c < width; ++c)
            totals[c] = weight_gradient_without_idle<F>(sums[c / lane_count].lane(c % lane_count), shape, first + c,
                                                        grad_output, x);
        for (std::size_t i = first; i < shape.count; i += shape.channels)
            transform(weighted_kernel<F, backward_kernel>{}, width, sinks(grad_input + i),
                      sources(grad_output + i, x + i, weights + first));
        for (std::size_t c = 0; c < width; ++c) grad_weights[first + c] = static_cast<T>(totals[c]);
    }
}

/// A channel at a time: its sum, its inputs' gradients, and only then its weight's gradient, so that any output may
/// be the same memory as any one input of its size.
template <template <class> class F, class T>
inline void backward_channels(const channel_shape& shape, const T* grad_output, const T* x, T* grad_input,
                              const T* weights, T* grad_weights) {
    if (shape.inner == 1) return backward_channels_last<F>(shape, grad_output, x, grad_input, weights, grad_weights);
    const std::size_t period = shape.channels * shape.inner;
    for (std::size_t c = 0; c < shape.channels; ++c) {
        const F<T> functor{weights[c]};
        product_sums sums;
        for (std::size_t i = c * shape.inner; i < shape.count; i += period)
            add_weight_gradient(sums, functor, grad_output + i, x + i, shape.inner);
        const double total = weight_gradient_without_idle<F>(sums.total(), shape, c, grad_output, x);
        for (std::size_t i = c * shape.inner; i < shape.count; i += period)
            transform(backward_kernel<F<T>>{functor}, shape.inner, sinks(grad_input + i),
                      sources(grad_output + i, x + i));
        grad_weights[c] = static_cast<T>(total);
    }
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

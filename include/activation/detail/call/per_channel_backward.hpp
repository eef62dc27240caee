#ifndef ACTIVATION_DETAIL_CALL_PER_CHANNEL_BACKWARD_HPP
#define ACTIVATION_DETAIL_CALL_PER_CHANNEL_BACKWARD_HPP

#include <concepts>
#include <cstddef>

#include "activation/detail/call/per_channel.hpp"
#include "activation/detail/driver/channels.hpp"
#include "activation/detail/driver/quick_channels.hpp"

/// The gradients of calls whose parameter changes with the channel, that of the parameter among them.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void refuse_channels_backward(call_site call,
                                                                            group<argument, 3> of_elements,
                                                                            group<argument, 2> of_channels,
                                                                            std::size_t inner) {
    check_channels(call, of_elements.item[1], of_channels.item[0], inner);
    check_elementwise(call, of_elements.item);
    check_elementwise(call, of_channels.item);
    for (const argument& element : of_elements.item)
        for (const argument& channel : of_channels.item) check_memory(call, element, channel);
    __builtin_unreachable();
}

/// (grad_output, x, weight) → grad_input, and what of it the weight's gradient consists of.
template <template <class> class F>
struct channel_backward {
    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 3>& in) const {
        return weighted_kernel<F, backward_kernel>{}(in);
    }
    template <class D>
    [[gnu::always_inline]] static mask_t<D> idle(const D& x) {
        return F<double>{}.weight_is_idle(x);
    }
    template <class D>
    [[gnu::always_inline]] static D slope(const D& x) {
        return F<double>{}.weight_derivative(x);
    }
};

/// (grad_output, x, weight) → (grad_input, the weight's gradient), where each weight has but one element.
template <template <class> class F>
struct neuron_backward {
    static constexpr std::size_t interleave = functor_interleave<F<float>>;

    template <class V>
    [[gnu::always_inline]] group<V, 2> operator()(const group<V, 3>& in) const {
        const V zero(scalar_t<V>(0)), x = in.item[1];
        const V product = in.item[0] * channel_backward<F>::slope(x);
        // A sum that begins with +0 is never −0.
        return {{channel_backward<F>{}(in).item[0], V(zero_where(channel_backward<F>::idle(x), product) + zero)}};
    }
};

/// Whether the elements of a place are those of an array of T.
template <class Place, class T>
inline constexpr bool is_array_of = plain_place<Place>&& std::same_as<typename Place::element, T>;

/// What backward reads and writes: arrays of T, and the elements of other arguments by way of the stack.
template <class T, class GradOutput, class X, class GradInput>
struct backward_places {
    GradOutput grad_output;
    X x;
    GradInput grad_input;
    static constexpr bool is_plain = is_array_of<GradOutput, T> && is_array_of<X, T> && is_array_of<GradInput, T>;

    /// action(grad_output, x, grad_input, count) for `count` elements from element i on.
    template <class Action>
    void run(std::size_t i, std::size_t count, Action action) const {
        if constexpr (is_plain) {
            action(grad_output.data + i, x.data + i, grad_input.data + i, count);
        } else {
            T buffer[3][part_capacity<T>];
            for (std::size_t done = 0; done < count; done += part_capacity<T>) {
                const std::size_t left = count - done, length = left < part_capacity<T> ? left : part_capacity<T>;
                copy_values(grad_output, i + done, length, buffer[0]);
                copy_values(x, i + done, length, buffer[1]);
                action(buffer[0], buffer[1], buffer[2], length);
                run_into(direct{}, identity{}, length, sources<T>(buffer[2]),
                         grad_input.at(static_cast<std::ptrdiff_t>(i + done)));
            }
        }
    }
};

/// Segments: a channel at a time.
template <class Loop, class T, class Places, class Weights, class GradWeights>
inline void backward_segments(const channel_shape& shape, const Places& places, const Weights& weights,
                              const GradWeights& grad_weights) {
    for (std::size_t c = 0; c < shape.channels; ++c) {
        const T weight = value_at<T>(weights, c);
        typename Loop::segment_sum sum;
        for (std::size_t i = c * shape.inner; i < shape.count; i += shape.period())
            places.run(i, shape.inner, [&](const T* grad_output, const T* x, T* grad_input, std::size_t count) {
                sum.add(weight, grad_output, x, grad_input, count);
            });
        put_at(grad_weights, c, static_cast<T>(sum.total()));
    }
}

/// Rows: a part of them at a time, of few places, each of which has a sum.
template <class Loop, class T, class Places, class Weights, class GradWeights>
inline void backward_rows(const channel_shape& shape, const Places& places, const Weights& weights,
                          const GradWeights& grad_weights) {
    const std::size_t period = shape.period();
    for_parts<T, 64>(shape, weights, [&](std::size_t first, std::size_t width, std::size_t stride, const T* spread) {
        typename Loop::template row_sum<part_capacity<T>> sums(width);
        const auto add = [&](std::size_t i, std::size_t rows, std::size_t count) {
            places.run(i, count, [&](const T* grad_output, const T* x, T* grad_input, std::size_t) {
                sums.add(spread, grad_output, x, grad_input, rows, stride, count);
            });
        };
        const std::size_t full_rows = first < shape.count ? (shape.count - first - width) / stride + 1 : 0;
        if constexpr (Places::is_plain)
            add(first, full_rows, width);
        else
            for (std::size_t row = 0; row < full_rows; ++row) add(first + row * stride, 1, width);
        const std::size_t done = first + full_rows * stride;
        if (done < shape.count && stride != period) add(done, 1, shape.count - done);
        const std::size_t channels = (stride == period ? width : period) / shape.inner;
        for (std::size_t c = 0; c < channels; ++c) {
            auto total = Loop::one_sum::zero();
            for (std::size_t row = c * shape.inner; row < width; row += period)
                for (std::size_t i = row; i < row + shape.inner; ++i) total.join(sums.at(i));
            put_at(grad_weights, first / shape.inner + c, static_cast<T>(total.total()));
        }
    });
}

/// grad_input[i] = grad_output[i]·f′(x[i]) and the gradient of every weight.  Any output may be the same memory as any one
/// input of its size.
///
/// Loop is a channel_loop or a quick_channel_loop.
template <template <class> class F, template <class, class> class Loop, class T, class Places, class Weights,
          class GradWeights>
inline void backward_channels(const channel_shape& shape, const Places& places, const Weights& weights,
                              const GradWeights& grad_weights) {
    using loop = Loop<channel_backward<F>, T>;
    if (shape.count == shape.channels)
        run_into(direct{}, neuron_backward<F>{}, shape.count, bundle_from(places.grad_output, places.x, weights),
                 places.grad_input, grad_weights);
    else if (shape.channels == 1 && shape.count < long_segment)  // sums of doubles cost less than blocks of a few terms
        backward_segments<channel_loop<channel_backward<F>, T>, T>({shape.count, 1, shape.count}, places, weights,
                                                                   grad_weights);
    else if (shape.channels == 1)
        backward_segments<loop, T>({shape.count, 1, shape.count}, places, weights, grad_weights);
    else if (shape.inner >= long_segment)
        backward_segments<loop, T>(shape, places, weights, grad_weights);
    else
        backward_rows<loop, T>(shape, places, weights, grad_weights);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_CALL_PER_CHANNEL_HPP
#define ACTIVATION_DETAIL_CALL_PER_CHANNEL_HPP

#include <cstddef>

#include "activation/detail/call/elementwise.hpp"
#include "activation/detail/call/kernels.hpp"
#include "activation/detail/driver/channels.hpp"
#include "activation/detail/driver/driver.hpp"

/// Element-wise calls in which a parameter of the functor changes with the channel of the element.
///
/// Element i has channel (i / inner) mod channels.  Segments of one channel that are long enough for vectors take that
/// channel's functor.  All else is rows, each with every channel once and the weights as one more input: few channels
/// make many rows into one wide one, many are taken a part of the row at a time.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

struct channel_shape {
    std::size_t count;
    std::size_t channels;
    std::size_t inner;

    constexpr std::size_t period() const { return channels * inner; }
};

inline constexpr std::size_t long_segment = 64;

/// Names what is wrong with a call that has been found unfit, as refuse does.
[[noreturn, gnu::cold, gnu::noinline]] inline void refuse_channels(call_site call, group<argument, 2> x_and_y,
                                                                   argument weights, std::size_t inner) {
    const argument &x = x_and_y.item[0], &y = x_and_y.item[1];
    check_channels(call, x, weights, inner);
    check_elementwise(call, x_and_y.item);
    check_memory(call, x, weights);
    check_memory(call, weights, y);
    __builtin_unreachable();
}

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

/// Whether the first argument's memory fits that of each behind it, whatever their sizes.
template <class First, class... More>
[[gnu::always_inline]] inline bool memory_fits_all(const First& first, const More&... more) {
    return (memory_fits(untyped(first), untyped(more)) && ...);
}

/// As many elements as are kept on the stack.
template <class T>
inline constexpr std::size_t part_capacity = 4096 / sizeof(T);

/// Writes the weights of `count` elements of a row, its element `first` and those behind it, which begins a channel.
template <class Weights, class T>
inline void spread_weights(const Weights& weights, const channel_shape& shape, std::size_t first, T* to,
                           std::size_t count) {
    std::size_t channel = first / shape.inner;
    for (std::size_t i = 0; i < count; channel = channel + 1 == shape.channels ? 0 : channel + 1) {
        const T weight = *element_of(weights, channel);
        for (std::size_t end = i + shape.inner; i < end; ++i) to[i] = weight;
    }
}

/// How many rows make a wide one: whole registers, of which there are enough for a loop.
template <class T>
inline std::size_t rows_together(const channel_shape& shape) {
    constexpr std::size_t register_size = 16, enough = 512;
    const std::size_t period = shape.period(), rows = shape.count / period, most = part_capacity<T> / period;
    std::size_t whole = register_size;
    for (std::size_t twice = period; whole > 1 && twice % 2 == 0; twice /= 2) whole /= 2;
    const std::size_t wanted = (enough + period * whole - 1) / (period * whole) * whole;
    const std::size_t fit = wanted < most ? wanted : most / whole * whole == 0 ? most : most / whole * whole;
    return fit < rows ? fit : rows;
}

/// action(first, width, stride, weights) for parts of the rows that fit on the stack: `width` elements behind element
/// `first` of every row, whose starts lie `stride` apart, and the weights of those.
template <class T, class Weights, class Action>
inline void for_each_part(const channel_shape& shape, const Weights& weights, Action action) {
    const std::size_t period = shape.period();
    T spread[part_capacity<T>];
    if (period <= part_capacity<T>) {
        const std::size_t width = rows_together<T>(shape) * period;
        spread_weights(weights, shape, 0, spread, width);
        return action(0, width, width, spread);
    }
    const std::size_t widest = part_capacity<T> / shape.inner * shape.inner;
    for (std::size_t first = 0; first < period; first += widest) {
        const std::size_t left = period - first, width = left < widest ? left : widest;
        spread_weights(weights, shape, first, spread, width);
        action(first, width, period, spread);
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
template <template <class> class F, template <class> class Kernel, class T, class Weights, class Sinks, class Sources>
inline void transform_channels(const channel_shape& shape, const Weights& weights, const Sinks& to,
                               const Sources& from) {
    const weighted_kernel<F, Kernel> kernel;
    if (shape.count == shape.channels) return transform(kernel, shape.count, to, from.with(weights));
    if (shape.inner >= long_segment) {
        for (std::size_t i = 0; i < shape.count; i += shape.inner) {
            const F<T> functor{*element_of(weights, i / shape.inner % shape.channels)};
            transform(Kernel<F<T>>{functor}, shape.inner, to.at(i), from.at(i));
        }
        return;
    }
    for_each_part<T>(shape, weights, [&](std::size_t first, std::size_t width, std::size_t stride, const T* spread) {
        for (std::size_t i = first; i < shape.count; i += stride) {
            const std::size_t left = shape.count - i, length = left < width ? left : width;
            transform(kernel, length, to.at(i), from.at(i).with(plain_source<T>{spread}));
        }
    });
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

/// What backward reads and writes: plain memory, and the elements of other arguments by way of the stack.
template <class T, class GradOutput, class X, class GradInput>
struct backward_places {
    GradOutput grad_output;
    X x;
    GradInput grad_input;
    static constexpr bool is_plain = plain_place<GradOutput> && plain_place<X> && plain_place<GradInput>;

    /// action(grad_output, x, grad_input, count) for `count` elements from element i on.
    template <class Action>
    void run(std::size_t i, std::size_t count, Action action) const {
        if constexpr (is_plain) {
            action(grad_output.data + i, x.data + i, grad_input.data + i, count);
        } else {
            T buffer[3][part_capacity<T>];
            for (std::size_t done = 0; done < count; done += part_capacity<T>) {
                const std::size_t left = count - done, length = left < part_capacity<T> ? left : part_capacity<T>;
                copy(grad_output, i + done, length, buffer[0]);
                copy(x, i + done, length, buffer[1]);
                action(buffer[0], buffer[1], buffer[2], length);
                transform(identity{}, length, bundle_from(grad_input.at(static_cast<std::ptrdiff_t>(i + done))),
                          sources<T>(buffer[2]));
            }
        }
    }

private:
    struct identity {
        template <class V>
        [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& in) const {
            return in;
        }
    };
    template <class Place>
    static void copy(const Place& from, std::size_t i, std::size_t count, T* to) {
        transform(identity{}, count, sinks(to), bundle_from(from.at(static_cast<std::ptrdiff_t>(i))));
    }
};

/// Segments: a channel at a time.
template <class Loop, class T, class Places, class Weights, class GradWeights>
inline void backward_segments(const channel_shape& shape, const Places& places, const Weights& weights,
                              const GradWeights& grad_weights) {
    for (std::size_t c = 0; c < shape.channels; ++c) {
        const T weight = *element_of(weights, c);
        typename Loop::sum sums[Loop::sum_count];
        for (auto& sum : sums) sum = Loop::sum::zero();
        for (std::size_t i = c * shape.inner; i < shape.count; i += shape.period())
            places.run(i, shape.inner, [&](const T* grad_output, const T* x, T* grad_input, std::size_t count) {
                Loop::add_segment(sums, weight, grad_output, x, grad_input, count);
            });
        *element_of(grad_weights, c) = static_cast<T>(total_of(sums));
    }
}

/// Rows: a part of them at a time.
template <class Loop, class T, class Places, class Weights, class GradWeights>
inline void backward_rows(const channel_shape& shape, const Places& places, const Weights& weights,
                          const GradWeights& grad_weights) {
    // As far as the last register reaches.
    constexpr std::size_t room = part_capacity<T> + Loop::width;
    using one_sum = product_sum<T, double>;
    const std::size_t period = shape.period();
    for_each_part<T>(shape, weights, [&](std::size_t first, std::size_t width, std::size_t stride, const T* spread) {
        double sums[one_sum::words * room];
        for (std::size_t w = 0; w < one_sum::words; ++w)
            for (std::size_t i = 0; i < width + Loop::width; ++i) sums[w * room + i] = 0;
        const auto add = [&](std::size_t i, std::size_t rows, std::size_t count) {
            places.run(i, count, [&](const T* grad_output, const T* x, T* grad_input, std::size_t) {
                Loop::add_rows(sums, room, spread, grad_output, x, grad_input, rows, stride, count);
            });
        };
        const std::size_t whole = first < shape.count ? (shape.count - first - width) / stride + 1 : 0;
        if constexpr (Places::is_plain)
            add(first, whole, width);
        else
            for (std::size_t row = 0; row < whole; ++row) add(first + row * stride, 1, width);
        const std::size_t done = first + whole * stride;
        if (done < shape.count && stride != period) add(done, 1, shape.count - done);
        const std::size_t channels = (stride == period ? width : period) / shape.inner;
        for (std::size_t c = 0; c < channels; ++c) {
            one_sum total = one_sum::zero();
            for (std::size_t row = c * shape.inner; row < width; row += period)
                for (std::size_t i = row; i < row + shape.inner; ++i) {
                    one_sum one;
                    for (std::size_t w = 0; w < one_sum::words; ++w) one.word[w] = sums[w * room + i];
                    total.join(one);
                }
            *element_of(grad_weights, first / shape.inner + c) = static_cast<T>(total.total());
        }
    });
}

/// grad_input[i] = grad_output[i]·f′(x[i]) and the gradient of every weight.  Any output may be the same memory as any one
/// input of its size.
template <template <class> class F, class T, class Places, class Weights, class GradWeights>
inline void backward_channels(const channel_shape& shape, const Places& places, const Weights& weights,
                              const GradWeights& grad_weights) {
    using loop = channel_loop<channel_backward<F>, T>;
    if (shape.count == shape.channels)
        transform(neuron_backward<F>{}, shape.count, bundle_from(places.grad_input, grad_weights),
                  bundle_from(places.grad_output, places.x, weights));
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

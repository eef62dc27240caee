#ifndef ACTIVATION_DETAIL_CALL_PER_CHANNEL_HPP
#define ACTIVATION_DETAIL_CALL_PER_CHANNEL_HPP

#include <cstddef>

#include "activation/detail/call/elementwise.hpp"
#include "activation/detail/call/kernels.hpp"
#include "activation/detail/driver/accumulating.hpp"
#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/fused_source.hpp"

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

/// Whether the first argument's memory fits that of each behind it, whatever their sizes.
template <class First, class... More>
[[gnu::always_inline]] inline bool memory_fits_all(const First& first, const More&... more) {
    return (memory_fits(untyped(first), untyped(more)) && ...);
}

/// As many elements as are kept on the stack.
template <class T>
inline constexpr std::size_t part_capacity = 4096 / sizeof(T);

/// Elements of a place from element `first` on, as values.
template <class Place, class T>
inline void copy_values(const Place& from, std::size_t first, std::size_t count, T* to) {
    transform(identity{}, count, sinks(to), bundle_from(from.at(static_cast<std::ptrdiff_t>(first))));
}

/// Writes the weights of `count` elements of a row, its element `first` and those behind it, which begins a channel; of
/// whole rows where they are more than one.
template <class Weights, class T>
inline void spread_weights(const Weights& weights, const channel_shape& shape, std::size_t first, T* to,
                           std::size_t count) {
    std::size_t done = 0;
    if (shape.inner == 1) {
        const std::size_t left = shape.channels - first;
        done = left < count ? left : count;
        copy_values(weights, first, done, to);
    } else {
        for (std::size_t channel = first / shape.inner; done < count && channel < shape.channels; ++channel) {
            const T weight = value_at<T>(weights, channel);
            for (std::size_t end = done + shape.inner; done < end; ++done) to[done] = weight;
        }
    }
    while (done < count) {
        const std::size_t length = done < count - done ? done : count - done;
        __builtin_memcpy(to + done, to, length * sizeof(T));
        done += length;
    }
}

/// How many rows make a wide one: whole registers, of `enough` elements where it takes more than one.
template <class T, std::size_t enough>
inline std::size_t rows_together(const channel_shape& shape) {
    constexpr std::size_t register_size = 16;
    const std::size_t period = shape.period(), rows = shape.count / period, most = part_capacity<T> / period;
    std::size_t filling = register_size;
    for (std::size_t twice = period; filling > 1 && twice % 2 == 0; twice /= 2) filling /= 2;
    const std::size_t wanted = (enough + period * filling - 1) / (period * filling) * filling;
    const std::size_t fit = wanted < most ? wanted : most / filling * filling == 0 ? most : most / filling * filling;
    return fit < rows ? fit : rows;
}

/// action(first, width, stride, weights) for parts of the rows that fit on the stack: `width` elements behind element
/// `first` of every row, whose starts lie `stride` apart, and the weights of those.
template <class T, std::size_t enough, class Weights, class Action>
inline void for_parts(const channel_shape& shape, const Weights& weights, Action action) {
    const std::size_t period = shape.period();
    T spread[part_capacity<T>];
    if (period <= part_capacity<T>) {
        const std::size_t width = rows_together<T, enough>(shape) * period;
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

/// A functor's forward that is added to what stands there.
template <class F>
struct added_forward : accumulating_kernel<forward_kernel<F>, 1, true> {
    constexpr explicit added_forward(const F& functor) : accumulating_kernel<forward_kernel<F>, 1, true>{{functor}} {}
};

/// to[i] = Kernel<F>(from[…][i]) with the weight of i's channel as F's parameter.
template <template <class> class F, template <class> class Kernel, class T, class Weights, class Sinks, class Sources>
inline void transform_channels(const channel_shape& shape, const Weights& weights, const Sinks& to,
                               const Sources& from) {
    if (shape.channels == 1) return transform(Kernel<F<T>>{F<T>{value_at<T>(weights, 0)}}, shape.count, to, from);
    const weighted_kernel<F, Kernel> kernel;
    if (shape.count == shape.channels) return transform(kernel, shape.count, to, from.with(weights));
    if (shape.inner >= long_segment) {
        for (std::size_t i = 0; i < shape.count; i += shape.inner) {
            const F<T> functor{value_at<T>(weights, i / shape.inner % shape.channels)};
            transform(Kernel<F<T>>{functor}, shape.inner, to.at(i), from.at(i));
        }
        return;
    }
    for_parts<T, 512>(shape, weights, [&](std::size_t first, std::size_t width, std::size_t stride, const T* spread) {
        for (std::size_t i = first; i < shape.count; i += stride) {
            const std::size_t left = shape.count - i, length = left < width ? left : width;
            transform(kernel, length, to.at(i), from.at(i).with(plain_source<T>{spread}));
        }
    });
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_DRIVER_CHANNELS_HPP
#define ACTIVATION_DETAIL_DRIVER_CHANNELS_HPP

#include <cstddef>

#include "activation/detail/driver/product_sum.hpp"

/// Gradients of elements and of the parameter that they share, in one pass: everything is loaded before anything is
/// written, so that an output may be the memory of an input.
///
/// The Operation is (grad_output, x, parameter) → grad_input, and says of x in doubles where it passes nothing to the
/// parameter, idle(x), and what else is multiplied with grad_output, slope(x).
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class Operation, class T>
class channel_loop {
public:
    using V = summed_t<T>;
    using D = doubles_t<V>;
    using sum = product_sum<T, D>;
    using one_sum = product_sum<T, double>;
    static constexpr std::size_t width = lanes<V>::size;
    static constexpr std::size_t sum_count = side_by_side_sums<T> / width;

    /// What one parameter is given, over segments of its channel.
    class segment_sum {
    public:
        segment_sum() {
            for (sum& each : sums_) each = sum::zero();
        }

        void add(T parameter, const T* grad_output, const T* x, T* grad_input, std::size_t count) {
            add_segment(sums_, parameter, grad_output, x, grad_input, count);
        }

        double total() const { return total_of(sums_); }

    private:
        sum sums_[sum_count];
    };

    /// What the parameters at the `places` places of a row are given, over rows; there is room for Capacity of them.
    template <std::size_t Capacity>
    class row_sum {
    public:
        explicit row_sum(std::size_t places) {
            for (std::size_t w = 0; w < one_sum::words; ++w)
                for (std::size_t i = 0; i < places + width; ++i) sums_[w * room + i] = 0;
        }

        void add(const T* parameters, const T* grad_output, const T* x, T* grad_input, std::size_t rows,
                 std::size_t stride, std::size_t count) {
            add_rows(sums_, room, parameters, grad_output, x, grad_input, rows, stride, count);
        }

        one_sum at(std::size_t i) const {
            one_sum one;
            for (std::size_t w = 0; w < one_sum::words; ++w) one.word[w] = sums_[w * room + i];
            return one;
        }

    private:
        /// As far as the last register reaches.
        static constexpr std::size_t room = Capacity + width;
        double sums_[one_sum::words * room];
    };

    /// The elements of one channel from one end to the other: element i goes to sum i mod side_by_side_sums.
    static void add_segment(sum (&sums)[sum_count], T parameter, const T* grad_output, const T* x, T* grad_input,
                            std::size_t count) {
        const V shared(parameter);
        const std::size_t in_groups = count - count % side_by_side_sums<T>;
        std::size_t i = 0;
#pragma GCC unroll 1
        for (; i < in_groups; i += side_by_side_sums<T>)
            unroll<sum_count>([&](std::size_t k) __attribute__((always_inline)) {
                add_all_lanes(sums[k], shared, grad_output + i + k * width, x + i + k * width,
                              grad_input + i + k * width);
            });
#pragma GCC unroll 1
        for (std::size_t k = 0; i < count; ++k, i += width) {
            if (count - i >= width)
                add_all_lanes(sums[k], shared, grad_output + i, x + i, grad_input + i);
            else
                add_first(sums[k], shared, grad_output + i, x + i, grad_input + i, count - i);
        }
    }

    /// Rows of `count` elements, `stride` apart, element i of each with the parameter and the sum at place i, whose words
    /// stand `room` apart.
    static void add_rows(double* sums, std::size_t room, const T* parameters, const T* grad_output, const T* x,
                         T* grad_input, std::size_t rows, std::size_t stride, std::size_t count) {
        constexpr std::size_t together = 4;
        std::size_t row = 0;
        for (; row + together <= rows; row += together)
            add_together<together>(sums, room, parameters, grad_output + row * stride, x + row * stride,
                                   grad_input + row * stride, stride, count);
        for (; row < rows; ++row)
            add_together<1>(sums, room, parameters, grad_output + row * stride, x + row * stride,
                            grad_input + row * stride, stride, count);
    }

    [[gnu::always_inline]] static void add_all_lanes(sum& to, const V& parameter, const T* grad_output, const T* x,
                                                     T* grad_input) {
        const D slopes = load_doubles<D>(x), gradients = load_doubles<D>(grad_output);
        const group<V, 3> in{{load_lanes<V>(grad_output), load_lanes<V>(x), parameter}};
        to.add(gradients, Operation::slope(slopes), Operation::idle(slopes));
        store_lanes(grad_input, Operation{}(in).item[0]);
    }

    /// Fewer than all lanes.  A zero in the others adds nothing.
    [[gnu::always_inline]] static void add_first(sum& to, const V& parameter, const T* grad_output, const T* x,
                                                 T* grad_input, std::size_t count) {
        const group<V, 3> in{{load_first<V>(grad_output, count), load_first<V>(x, count), parameter}};
        T gradients[width], slopes[width];
        store_lanes(gradients, in.item[0]);
        store_lanes(slopes, in.item[1]);
        const D wide = load_doubles<D>(slopes);
        to.add(load_doubles<D>(gradients), Operation::slope(wide), Operation::idle(wide));
        store_first(grad_input, Operation{}(in).item[0], count);
    }

    [[gnu::always_inline]] static sum load_sum(const double* from, std::size_t room) {
        sum result;
        unroll<sum::words>([&](std::size_t w)
                               __attribute__((always_inline)) { result.word[w] = load_lanes<D>(from + w * room); });
        return result;
    }
    [[gnu::always_inline]] static void store_sum(double* to, std::size_t room, const sum& value) {
        unroll<sum::words>([&](std::size_t w)
                               __attribute__((always_inline)) { store_lanes(to + w * room, value.word[w]); });
    }

    /// Rows rows, so that a sum is loaded and stored once for all of them; it is added to row after row.
    template <std::size_t Rows>
    [[gnu::always_inline]] static void add_together(double* sums, std::size_t room, const T* parameters,
                                                    const T* grad_output, const T* x, T* grad_input, std::size_t stride,
                                                    std::size_t count) {
        std::size_t i = 0;
        for (; i + width <= count; i += width) {
            sum total = load_sum(sums + i, room);
            const V parameter = load_lanes<V>(parameters + i);
            unroll<Rows>([&](std::size_t r) __attribute__((always_inline)) {
                const std::size_t at = r * stride + i;
                add_all_lanes(total, parameter, grad_output + at, x + at, grad_input + at);
            });
            store_sum(sums + i, room, total);
        }
        if (i == count) return;
        sum total = load_sum(sums + i, room);
        const V parameter = load_first<V>(parameters + i, count - i);
#pragma GCC unroll 1
        for (std::size_t r = 0; r < Rows; ++r) {
            const std::size_t at = r * stride + i;
            add_first(total, parameter, grad_output + at, x + at, grad_input + at, count - i);
        }
        store_sum(sums + i, room, total);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_DRIVER_QUICK_CHANNELS_HPP
#define ACTIVATION_DETAIL_DRIVER_QUICK_CHANNELS_HPP

#include <cstddef>

#include "activation/detail/driver/product_sum.hpp"

/// As channels.hpp, with products that are added as elements of type T, a few at a time, before they are added in double.
///
/// A block of `block_terms` is off by as many roundings, that of its first product among them, and the total by one more:
/// together 8.  Which terms make a block does not depend on the width of the target's registers.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class Operation, class T>
class quick_channel_loop {
public:
    using V = summed_t<T>;
    using D = doubles_t<V>;
    /// Doubles of one word, whatever T is.
    using one_sum = product_sum<float, double>;
    static constexpr std::size_t width = lanes<V>::size;
    static constexpr std::size_t block_terms = 7;

    /// Element i of a segment goes to lane i mod `round`.
    class segment_sum {
    public:
        segment_sum() {
            unroll<sum_count>([&](std::size_t k) __attribute__((always_inline)) { sums_[k] = sum::zero(); });
            unroll<part_count>([&](std::size_t k) __attribute__((always_inline)) { parts_[k] = V(T(0)); });
        }

        void add(T parameter, const T* grad_output, const T* x, T* grad_input, std::size_t count) {
            const V shared(parameter);
            std::size_t i = 0;
            while (count - i >= round) {
                const std::size_t left = (count - i) / round, room = block_terms - terms_;
                const std::size_t rounds = left < room ? left : room;
                add_rounds(rounds, shared, grad_output + i, x + i, grad_input + i);
                i += rounds * round;
            }
            if (i == count) return;
#pragma GCC unroll 1
            for (std::size_t k = 0; i < count; ++k, i += width)
                add_up_to(count - i, parts_[k], shared, grad_output + i, x + i, grad_input + i);
            end_terms(1);
        }

        double total() {
            fold();
            return total_of(sums_);
        }

    private:
        static constexpr std::size_t round = 256 / sizeof(T), part_count = round / width;
        static constexpr std::size_t sum_count = side_by_side_sums<float> / width;
        using sum = product_sum<float, D>;
        sum sums_[sum_count];
        V parts_[part_count];
        std::size_t terms_ = 0;
        /// In a copy of the parts, which the gradients that are stored cannot be taken to change.
        void add_rounds(std::size_t rounds, const V& shared, const T* grad_output, const T* x, T* grad_input) {
            V parts[part_count];
            unroll<part_count>([&](std::size_t k) __attribute__((always_inline)) { parts[k] = parts_[k]; });
#pragma GCC unroll 1
            for (std::size_t i = 0; i < rounds * round; i += round)
                unroll<part_count>([&](std::size_t k) __attribute__((always_inline)) {
                    const std::size_t at = i + k * width;
                    add_all_lanes(parts[k], shared, grad_output + at, x + at, grad_input + at);
                });
            unroll<part_count>([&](std::size_t k) __attribute__((always_inline)) { parts_[k] = parts[k]; });
            end_terms(rounds);
        }

        void end_terms(std::size_t terms) {
            terms_ += terms;
            if (terms_ == block_terms) fold();
        }

        void fold() {
            unroll<part_count>([&](std::size_t k) __attribute__((always_inline)) {
                D& to = sums_[k % sum_count].word[0];
                to = to + widened(parts_[k]);
                parts_[k] = V(T(0));
            });
            terms_ = 0;
        }
    };

    /// A block is as many rows, from the first on.
    template <std::size_t Capacity>
    class row_sum {
    public:
        explicit row_sum(std::size_t places) : reach_{places + width} {
            for (std::size_t i = 0; i < reach_; ++i) sums_[i] = parts_[i] = 0;
        }

        void add(const T* parameters, const T* grad_output, const T* x, T* grad_input, std::size_t rows,
                 std::size_t stride, std::size_t count) {
            for (std::size_t row = 0, at = 0; row < rows; at = row * stride) {
                const bool block = terms_ == 0 && rows - row >= block_terms;
                if (block)
                    add_block(parameters, grad_output + at, x + at, grad_input + at, stride, count);
                else
                    add_row(parameters, grad_output + at, x + at, grad_input + at, count);
                row += block ? block_terms : 1;
            }
        }

        one_sum at(std::size_t i) const {
            one_sum one;
            one.word[0] = sums_[i] + static_cast<double>(parts_[i]);
            return one;
        }

    private:
        std::size_t reach_, terms_ = 0;
        double sums_[Capacity + width];
        T parts_[Capacity + width];

        /// The rows side by side, whose sums then need no memory; a remainder of fewer lanes has one as it is.
        void add_block(const T* parameters, const T* grad_output, const T* x, T* grad_input, std::size_t stride,
                       std::size_t count) {
            std::size_t i = 0;
            for (; i + width <= count; i += width) {
                V part(T(0));
                const V parameter = load_lanes<V>(parameters + i);
                unroll<block_terms>([&](std::size_t r) __attribute__((always_inline)) {
                    const std::size_t at = r * stride + i;
                    add_all_lanes(part, parameter, grad_output + at, x + at, grad_input + at);
                });
                join(i, part);
            }
            if (i == count) return;
            V part(T(0));
            const V parameter = load_first<V>(parameters + i, count - i);
#pragma GCC unroll 1
            for (std::size_t at = i; at < block_terms * stride; at += stride)
                add_first(part, parameter, grad_output + at, x + at, grad_input + at, count - i);
            join(i, part);
        }

        void add_row(const T* parameters, const T* grad_output, const T* x, T* grad_input, std::size_t count) {
            for (std::size_t i = 0; i < count; i += width) {
                V part = load_lanes<V>(parts_ + i);
                const V parameter =
                    count - i < width ? load_first<V>(parameters + i, count - i) : load_lanes<V>(parameters + i);
                add_up_to(count - i, part, parameter, grad_output + i, x + i, grad_input + i);
                store_lanes(parts_ + i, part);
            }
            if (++terms_ < block_terms) return;
            terms_ = 0;
            for (std::size_t i = 0; i + width <= reach_; i += width) {
                join(i, load_lanes<V>(parts_ + i));
                store_lanes(parts_ + i, V(T(0)));
            }
        }

        [[gnu::always_inline]] void join(std::size_t i, const V& part) {
            store_lanes(sums_ + i, D(load_lanes<D>(sums_ + i) + widened(part)));
        }
    };

    [[gnu::always_inline]] static void add_lanes(V& to, const V& grad_output, const V& x) {
        to = choose(Operation::idle(x), to, multiply_add(grad_output, Operation::slope(x), to));
    }

    [[gnu::always_inline]] static void add_all_lanes(V& to, const V& parameter, const T* grad_output, const T* x,
                                                     T* grad_input) {
        const group<V, 3> in{{load_lanes<V>(grad_output), load_lanes<V>(x), parameter}};
        add_lanes(to, in.item[0], in.item[1]);
        store_lanes(grad_input, Operation{}(in).item[0]);
    }

    /// Fewer than all lanes.  A zero in the others adds nothing.
    [[gnu::always_inline]] static void add_first(V& to, const V& parameter, const T* grad_output, const T* x,
                                                 T* grad_input, std::size_t count) {
        const group<V, 3> in{{load_first<V>(grad_output, count), load_first<V>(x, count), parameter}};
        add_lanes(to, in.item[0], in.item[1]);
        store_first(grad_input, Operation{}(in).item[0], count);
    }

    [[gnu::always_inline]] static void add_up_to(std::size_t count, V& to, const V& parameter, const T* grad_output,
                                                 const T* x, T* grad_input) {
        if (count >= width)
            add_all_lanes(to, parameter, grad_output, x, grad_input);
        else
            add_first(to, parameter, grad_output, x, grad_input, count);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

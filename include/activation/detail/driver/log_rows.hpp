#ifndef ACTIVATION_DETAIL_DRIVER_LOG_ROWS_HPP
#define ACTIVATION_DETAIL_DRIVER_LOG_ROWS_HPP

#include <cstddef>

#include "activation/detail/driver/lane_count.hpp"
#include "activation/detail/driver/rows.hpp"
#include "activation/detail/simd/masked.hpp"

/// The logarithm of softmax over one row.  Math is what math/softmax.hpp has of it for the element type and the tier.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class T, class Math>
class log_softmax_row {
public:
    using element = T;
    using of_one = typename Math::of_one;
    /// What stands where a row has no element that takes part.
    static constexpr T none = -infinity<T>;

protected:
    using V = summed_t<T>;
    using below = typename Math::below;
    static constexpr std::size_t parts = block_parts<V>, all = lanes<V>::size;

    /// The exponentials of all but the largest value, which would swallow small ones: how often it stands in the row is
    /// counted instead.
    template <class Count>
    class sum_of_others {
    public:
        [[gnu::always_inline]] sum_of_others(T largest, const below& exponentials)
            : exponentials_(exponentials), largest_(largest) {}

        [[gnu::always_inline]] void add(std::size_t part, const V& x) {
            V power, excess;
            exponentials_(x, power, excess);
            const mask_t<V> is_largest = x >= V(largest_);
            power = zero_where(is_largest, power);
            count_.add(part, is_largest);
            sum_.add(part, power, excess, multiply_add(power, excess, power));
        }
        template <std::size_t values>
        [[gnu::always_inline]] void add(const V (&x)[values]) {
            for_each_value<V, values>([&](std::size_t i, std::size_t part)
                                          __attribute__((always_inline)) { add(part, x[i]); });
        }

        [[gnu::always_inline]] void fold() { sum_.fold(); }

        [[gnu::always_inline]] exponential_sum<T, V, Math::compensates>& sum() { return sum_; }
        /// How often the largest value stands in the row.
        [[gnu::always_inline]] double count() const { return count_.total(); }

    private:
        below exponentials_;
        T largest_;
        exponential_sum<T, V, Math::compensates> sum_{};
        Count count_{};
    };

    /// What is known of whole rows, each in a place of its own, and computed of as many as there are lanes.
    template <std::size_t Count>
    class known_rows {
        using F = std::conditional_t<Count == 1, T, V>;
        static constexpr std::size_t room = Count > lanes<F>::size ? Count : lanes<F>::size;

    public:
        [[gnu::always_inline]] void set_largest(std::size_t i, T value) { largest_[i] = value; }

        [[gnu::always_inline]] void find_constants() {
            for (std::size_t i = Count; i < room; ++i) largest_[i] = 0;
            for (std::size_t i = 0; i < Count; i += lanes<F>::size) {
                const auto of = below::template constants<F>::of(load_lanes<F>(largest_ + i));
                store_lanes(shift_ + i, of.shift);
                store_lanes(lowest_ + i, of.lowest);
                store_lanes(steps_ + i, of.steps);
            }
        }

        template <class Counting>
        [[gnu::always_inline]] sum_of_others<Counting> sum(std::size_t i) const {
            return {largest_[i], below({shift_[i], lowest_[i], steps_[i]})};
        }

        template <class Sum>
        [[gnu::always_inline]] void set_sum(std::size_t i, Sum& sum) {
            totals_.set(i, sum.sum());
            count_[i] = sum.count();
        }

        [[gnu::always_inline]] void find_offsets() {
            totals_.for_each([&]<class D>(std::size_t i, const double_word<D>& total) __attribute__((always_inline)) {
                const D largest = load_doubles<D>(largest_ + i);
                const auto unit = below::template of_largest<D>(
                    {D(largest - load_doubles<D>(shift_ + i)), load_doubles<D>(steps_ + i)});
                // NaN for a row whose largest value is infinite.
                const D duplicates = D(largest - largest) + D(load_lanes<D>(count_ + i) - D(1.0));
                const auto words = Math::words_of_offset(largest, Math::logarithm(total, unit, duplicates));
                store_narrowed(high_ + i, words.high);
                store_narrowed(low_ + i, words.low);
            });
        }

        [[gnu::always_inline]] typename Math::offset offset(std::size_t i) const { return {high_[i], low_[i]}; }

    private:
        T largest_[room], shift_[room], lowest_[room], steps_[room], high_[Count], low_[Count];
        double count_[Count];
        row_totals<exponential_sum<T, V, Math::compensates>, Count> totals_;
    };

    template <std::size_t values>
    static constexpr std::size_t together = rows_side_by_side;

    /// One thing after another of all of them: what is to be done for a whole row is a long chain of operations, each of
    /// which waits for the one before.
    template <std::size_t values, class Rows>
    [[gnu::noinline]] static std::size_t side_by_side(const Rows& rows) {
        std::size_t row = 0;
        for (; rows.count - row >= together<values>; row += together<values>)
            few_in_registers<values, together<values>>(rows, row);
        return row;
    }

    template <std::size_t values, class Rows>
    [[gnu::noinline]] static void one_by_one(const Rows& rows, std::size_t row) {
        for (; row < rows.count; ++row) few_in_registers<values, 1>(rows, row);
    }

    template <std::size_t values, std::size_t count, class Rows>
    [[gnu::always_inline]] static void few_in_registers(const Rows& rows, std::size_t first) {
        known_rows<count> known;
        V in[values];
        for (std::size_t i = 0; i < count; ++i) {
            load_row(in, rows.values(first + i), 0, rows.width);
            known.set_largest(i, largest_of_lanes(in));
        }
        known.find_constants();
        for (std::size_t i = 0; i < count; ++i) {
            load_row(in, rows.values(first + i), 0, rows.width);
            auto sum = known.template sum<short_lane_count<V>>(i);
            sum.add(in);
            known.set_sum(i, sum);
        }
        known.find_offsets();
        for (std::size_t i = 0; i < count; ++i) {
            const auto offset = known.offset(i);
            load_row(in, rows.values(first + i), 0, rows.width);
            for_each_value<V, values>([&](std::size_t j, std::size_t)
                                          __attribute__((always_inline)) { in[j] = offset(in[j]); });
            store_row(rows.place(first + i), in, 0, rows.width);
        }
    }

    template <class Values, class Place>
    [[gnu::noinline]] static void through_memory(const Values x, const Place y, std::size_t width) {
        known_rows<1> known;
        known.set_largest(0, largest_of_row<V>(x, width));
        known.find_constants();
        auto sum = known.template sum<lane_count<V>>(0);
        const std::size_t in_blocks = width - width % row_block;
        for_each_row_block<V>(
            x, width, [&](std::size_t, const V(&block)[parts]) __attribute__((always_inline)) { sum.add(block); },
            [&]() __attribute__((always_inline)) { sum.fold(); });
        V last[parts];
        if (in_blocks < width) {
            load_row(last, x, in_blocks, width - in_blocks);
            sum.add(last);
        }
        known.set_sum(0, sum);
        known.find_offsets();
        const auto offset = known.offset(0);
        for (std::size_t i = 0; i < in_blocks; i += all) y.store(i, offset(x.template load<V>(i)));
        if (in_blocks == width) return;
        load_row(last, x, in_blocks, width - in_blocks);
        unroll<parts>([&](std::size_t part) __attribute__((always_inline)) { last[part] = offset(last[part]); });
        store_row(y, last, in_blocks, width - in_blocks);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

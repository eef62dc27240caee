#ifndef ACTIVATION_DETAIL_DRIVER_LOG_ROWS_HPP
#define ACTIVATION_DETAIL_DRIVER_LOG_ROWS_HPP

#include <cstddef>

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
    class sum_of_others {
    public:
        [[gnu::always_inline]] explicit sum_of_others(T largest) : exponentials_(largest), largest_(largest) {
            unroll<parts>([&](std::size_t i) __attribute__((always_inline)) { count_[i] = V(T(0)); });
        }

        [[gnu::always_inline]] void add_block(const V* x) {
            unroll<parts>([&](std::size_t i) __attribute__((always_inline)) {
                V power, excess;
                exponentials_(x[i], power, excess);
                const mask_t<V> is_largest = x[i] >= V(largest_);
                power = zero_where(is_largest, power);
                count_[i] = choose(is_largest, V(count_[i] + V(T(1))), count_[i]);
                sum_.add(i, power, excess, multiply_add(power, excess, power));
            });
        }

        [[gnu::always_inline]] void fold() { sum_.fold(); }

        [[gnu::always_inline]] double_word<double> total() { return sum_.total(); }
        [[gnu::always_inline]] auto largest() const { return exponentials_.largest(largest_); }

        /// How often the largest value stands in the row but for once.
        [[gnu::always_inline]] double duplicates() const {
            doubles_t<V> counts[parts];
            unroll<parts>([&](std::size_t i) __attribute__((always_inline)) { counts[i] = widened(count_[i]); });
            return total_of_lanes<false>(counts, counts).high - 1;
        }

    private:
        below exponentials_;
        T largest_;
        exponential_sum<T, V, Math::compensates> sum_{};
        V count_[parts];
    };

    /// What is known of rows before their logarithm is taken, each in a place of its own.
    template <std::size_t Count>
    struct row_sums_of {
        double high[Count], low[Count], duplicates[Count];
        T shifted[Count], steps[Count];

        [[gnu::always_inline]] void set(std::size_t i, T value, sum_of_others& sum) {
            const double_word<double> total = sum.total();
            const auto known = sum.largest();
            high[i] = total.high;
            low[i] = total.low;
            // NaN for a row whose largest value is infinite.
            duplicates[i] = static_cast<double>(value - value) + sum.duplicates();
            shifted[i] = known.shifted;
            steps[i] = known.steps;
        }

        /// log Σ e^(x − largest) from row i on, of as many as D has lanes.
        template <class D>
        [[gnu::always_inline]] D logarithm(std::size_t i) const {
            const double_word<D> total{load_lanes<D>(high + i), load_lanes<D>(low + i)};
            const auto unit = below::template of_largest<D>({load_doubles<D>(shifted + i), load_doubles<D>(steps + i)});
            return Math::logarithm(total, unit, load_lanes<D>(duplicates + i));
        }
    };

    /// Several rows side by side, one thing after another of all of them: what is to be done for a whole row is a long
    /// chain of operations, each of which waits for the one before.
    template <std::size_t blocks>
    static void in_registers(const rows_in_memory<T>& rows) {
        std::size_t row = 0;
        for (; rows.count - row >= rows_side_by_side; row += rows_side_by_side)
            few_in_registers<blocks, rows_side_by_side, native_t<double>>(rows, row);
        for (; row < rows.count; ++row) few_in_registers<blocks, 1, double>(rows, row);
    }

    template <std::size_t blocks, std::size_t count, class D>
    [[gnu::always_inline]] static void few_in_registers(const rows_in_memory<T>& rows, std::size_t first) {
        row_sums_of<count> known;
        T largest[count];
        double logarithm[count];
        V in[blocks * parts];
        for (std::size_t i = 0; i < count; ++i) {
            load_row(in, rows.values(first + i), 0, rows.width);
            largest[i] = largest_of_lanes(in);
        }
        for (std::size_t i = 0; i < count; ++i) {
            load_row(in, rows.values(first + i), 0, rows.width);
            sum_of_others sum(largest[i]);
            unroll<blocks>([&](std::size_t j) __attribute__((always_inline)) { sum.add_block(in + j * parts); });
            known.set(i, largest[i], sum);
        }
        for (std::size_t i = 0; i < count; i += lanes<D>::size)
            store_lanes(logarithm + i, known.template logarithm<D>(i));
        for (std::size_t i = 0; i < count; ++i) {
            const typename Math::offset offset(largest[i], logarithm[i]);
            load_row(in, rows.values(first + i), 0, rows.width);
            unroll<blocks * parts>([&](std::size_t j) __attribute__((always_inline)) { in[j] = offset(in[j]); });
            store_row(rows.place(first + i), in, 0, rows.width);
        }
    }

    template <class Values, class Place>
    static void through_memory(const Values& x, const Place& y, std::size_t width) {
        const T largest = largest_of_row<V>(x, width);
        sum_of_others sum(largest);
        const std::size_t whole = width - width % row_block;
        for_each_row_block<V>(
            x, width, [&](std::size_t, const V(&block)[parts]) __attribute__((always_inline)) { sum.add_block(block); },
            [&]() __attribute__((always_inline)) { sum.fold(); });
        V last[parts];
        if (whole < width) {
            load_row(last, x, whole, width - whole);
            sum.add_block(last);
        }
        row_sums_of<1> known;
        known.set(0, largest, sum);
        const typename Math::offset offset(largest, known.template logarithm<double>(0));
        for (std::size_t i = 0; i < whole; i += all) y.store(i, offset(x.template load<V>(i)));
        if (whole == width) return;
        load_row(last, x, whole, width - whole);
        unroll<parts>([&](std::size_t part) __attribute__((always_inline)) { last[part] = offset(last[part]); });
        store_row(y, last, whole, width - whole);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

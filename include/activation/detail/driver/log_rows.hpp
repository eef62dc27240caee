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
    /// What stands where a row has no element that takes part.
    static constexpr T none = -infinity<T>;

    template <class Values, class Place>
    void operator()(const Values& x, const Place& y, std::size_t width) const {
        if (width == 1) return of_one(x, y);
        if constexpr (Values::may_stay_in_registers) {
            if (width <= row_block) return in_registers<1>(x, y, width);
            if (width <= 2 * row_block) return in_registers<2>(x, y, width);
            if (width <= blocks_in_registers * row_block) return in_registers<blocks_in_registers>(x, y, width);
        }
        through_memory(x, y, width);
    }

private:
    using V = summed_t<T>;
    using below = typename Math::below;
    static constexpr std::size_t parts = block_parts<V>, all = lanes<V>::size;

    template <class Values, class Place>
    [[gnu::always_inline]] static void of_one(const Values& x, const Place& y) {
        const T value = x.template load<T>(0);
        y.store(0, T(value - value));
    }

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

        /// log Σ e^(x − largest); NaN for a row whose largest value is infinite.
        [[gnu::always_inline]] double logarithm() {
            T counts[row_block];
            unroll<parts>([&](std::size_t i)
                              __attribute__((always_inline)) { store_lanes(counts + i * all, count_[i]); });
            double others = static_cast<double>(largest_ - largest_) - 1;
            for (const T count : counts) others += static_cast<double>(count);
            return Math::logarithm(sum_.total(), exponentials_.of_largest(largest_), others);
        }

    private:
        below exponentials_;
        T largest_;
        exponential_sum<T, V, Math::compensates> sum_{};
        V count_[parts];
    };

    template <std::size_t blocks, class Values, class Place>
    [[gnu::always_inline]] static void in_registers(const Values& x, const Place& y, std::size_t width) {
        V in[blocks * parts];
        load_row(in, x, 0, width);
        const T largest = largest_of_lanes(in);
        sum_of_others sum(largest);
        unroll<blocks>([&](std::size_t i) __attribute__((always_inline)) { sum.add_block(in + i * parts); });
        const typename Math::offset offset(largest, sum.logarithm());
        unroll<blocks * parts>([&](std::size_t i) __attribute__((always_inline)) { in[i] = offset(in[i]); });
        store_row(y, in, 0, width);
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
        const typename Math::offset offset(largest, sum.logarithm());
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

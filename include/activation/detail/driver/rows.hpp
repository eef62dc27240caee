#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_HPP

#include <cstddef>

#include "activation/detail/driver/exponential_sum.hpp"
#include "activation/detail/driver/product_sum.hpp"
#include "activation/detail/driver/row_values.hpp"

/// Softmax over one row.  Math is what math/softmax.hpp has of it for the element type and the tier.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Rows up to so many blocks stay in registers.
inline constexpr std::size_t blocks_in_registers = 4;

template <class T, class Math>
class softmax_row {
public:
    /// What stands where a row has no element that takes part.
    static constexpr T none = 0;

    /// A call's rows one after another: once one of them was out of the window's reach the others are not tried there.
    template <class Values, class Place>
    void operator()(const Values& x, const Place& y, std::size_t width) {
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
    using window = typename Math::window;
    using below = typename Math::below;
    using sum = exponential_sum<T, V, Math::compensates>;
    static constexpr std::size_t parts = block_parts<V>, all = lanes<V>::size;

    /// NaN for what is infinite or no number, as in wider rows.
    template <class Values, class Place>
    [[gnu::always_inline]] static void of_one(const Values& x, const Place& y) {
        const T value = x.template load<T>(0);
        y.store(0, T((value - value) + T(1)));
    }

    template <class Exponentials>
    [[gnu::always_inline]] static void add_block(const Exponentials& exponentials, const V* x, V* e, sum& to) {
        unroll<parts>([&](std::size_t i) __attribute__((always_inline)) {
            V power, excess;
            exponentials(x[i], power, excess);
            e[i] = multiply_add(power, excess, power);
            to.add(i, power, excess, e[i]);
        });
    }

    template <std::size_t blocks, class Exponentials>
    [[gnu::always_inline]] static auto exponentials_of(const Exponentials& exponentials, const V (&x)[blocks * parts],
                                                       V (&e)[blocks * parts]) {
        sum total;
        unroll<blocks>([&](std::size_t i) __attribute__((always_inline)) {
            add_block(exponentials, x + i * parts, e + i * parts, total);
        });
        return total.total();
    }

    template <std::size_t blocks, class Place>
    [[gnu::always_inline]] static void finish(V (&e)[blocks * parts], const Place& y, std::size_t width,
                                              const double_word<double>& total) {
        const auto reciprocal = Math::reciprocal(total);
        unroll<blocks * parts>([&](std::size_t i)
                                   __attribute__((always_inline)) { e[i] = Math::normalised(e[i], reciprocal); });
        store_row(y, e, 0, width);
    }

    template <std::size_t blocks, class Values, class Place>
    [[gnu::always_inline]] void in_registers(const Values& x, const Place& y, std::size_t width) {
        if (!outside_) [[likely]] {
            V in[blocks * parts], e[blocks * parts];
            load_row(in, x, 0, width);
            const auto total = exponentials_of<blocks>(window{}, in, e);
            if (window::within_reach(total.high)) [[likely]]
                return finish<blocks>(e, y, width, total);
            outside_ = true;
        }
        below_largest<blocks>(x, y, width);
    }

    template <std::size_t blocks, class Values, class Place>
    [[gnu::noinline]] static void below_largest(const Values& x, const Place& y, std::size_t width) {
        V in[blocks * parts], e[blocks * parts];
        load_row(in, x, 0, width);
        finish<blocks>(e, y, width, exponentials_of<blocks>(below(largest_of_lanes(in)), in, e));
    }

    /// The exponentials of whole blocks into y, and those of the rest, of which there may be none, into `last`.
    template <class Exponentials, class Values, class Place>
    static double_word<double> exponentials_of_row(const Exponentials& exponentials, const Values& x, const Place& y,
                                                   std::size_t width, V (&last)[parts]) {
        sum total;
        V in[parts], e[parts];
        const std::size_t whole = width - width % row_block;
        for_each_row_block<V>(
            x, width,
            [&](std::size_t i, const V(&block)[parts]) __attribute__((always_inline)) {
                add_block(exponentials, block, e, total);
                unroll<parts>([&](std::size_t part)
                                  __attribute__((always_inline)) { y.store(i + part * all, e[part]); });
            },
            [&]() __attribute__((always_inline)) { total.fold(); });
        if (whole < width) {
            load_row(in, x, whole, width - whole);
            add_block(exponentials, in, last, total);
        }
        return total.total();
    }

    template <class Values, class Place>
    void through_memory(const Values& x, const Place& y, std::size_t width) {
        V last[parts];
        double_word<double> total{};
        bool done = false;
        // In place what the window finds out of its reach would be gone.
        if (!outside_ && !x.are_at(y.data)) {
            total = exponentials_of_row(window{}, x, y, width, last);
            done = window::within_reach(total.high);
            outside_ = !done;
        }
        if (!done) total = exponentials_of_row(below(largest_of_row<V>(x, width)), x, y, width, last);
        const auto reciprocal = Math::reciprocal(total);
        const std::size_t whole = width - width % row_block;
        for (std::size_t i = 0; i < whole; i += all) y.store(i, Math::normalised(y.template load<V>(i), reciprocal));
        if (whole == width) return;
        unroll<parts>([&](std::size_t i)
                          __attribute__((always_inline)) { last[i] = Math::normalised(last[i], reciprocal); });
        store_row(y, last, whole, width - whole);
    }

    bool outside_ = false;
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

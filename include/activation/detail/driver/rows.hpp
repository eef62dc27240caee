#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_HPP

#include <cstddef>

#include "activation/detail/driver/exponential_sum.hpp"
#include "activation/detail/driver/product_sum.hpp"
#include "activation/detail/driver/row_totals.hpp"
#include "activation/detail/driver/row_values.hpp"
#include "activation/detail/driver/rows_by_width.hpp"

/// Softmax over one row.  Math is what math/softmax.hpp has of it for the element type and the tier.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class T, class Math>
class softmax_row {
public:
    using element = T;
    using of_one = typename Math::of_one;
    /// What stands where a row has no element that takes part.
    static constexpr T none = 0;

protected:
    using V = summed_t<T>;
    using window = typename Math::window;
    using below = typename Math::below;
    using sum = exponential_sum<T, V, Math::compensates>;
    static constexpr std::size_t parts = block_parts<V>, all = lanes<V>::size;

    template <class Exponentials>
    [[gnu::always_inline]] static V exponential_of(const Exponentials& exponentials, const V& x, std::size_t part,
                                                   sum& to) {
        V power, excess;
        exponentials(x, power, excess);
        const V e = multiply_add(power, excess, power);
        to.add(part, power, excess, e);
        return e;
    }

    template <std::size_t values, class Exponentials>
    [[gnu::always_inline]] static void add_exponentials(const Exponentials& exponentials, const V (&x)[values],
                                                        V (&e)[values], sum& to) {
        for_each_value<V, values>([&](std::size_t i, std::size_t part) __attribute__((always_inline)) {
            e[i] = exponential_of(exponentials, x[i], part, to);
        });
    }

    template <std::size_t values, class Exponentials>
    [[gnu::always_inline]] static sum exponentials_of(const Exponentials& exponentials, const V (&x)[values],
                                                      V (&e)[values]) {
        sum total;
        add_exponentials<values>(exponentials, x, e, total);
        return total;
    }

    [[gnu::always_inline]] static double_word<T> factor_of(const double_word<double>& total) {
        const auto reciprocal = Math::reciprocal(total);
        return Math::factor({static_cast<T>(reciprocal.high), static_cast<T>(reciprocal.low)});
    }

    template <std::size_t values, class Place>
    [[gnu::always_inline]] static void finish(V (&e)[values], const Place& y, std::size_t width,
                                              const double_word<T>& factor) {
        for_each_value<V, values>([&](std::size_t i, std::size_t)
                                      __attribute__((always_inline)) { e[i] = Math::normalised(e[i], factor); });
        store_row(y, e, 0, width);
    }

    /// Of doubles as many as stay in the registers, or next to them.
    template <std::size_t values>
    static constexpr std::size_t together = sizeof(T) == sizeof(float) || values <= parts
                                                ? rows_side_by_side
                                                : rows_side_by_side* parts / values;

    template <std::size_t values, class Rows>
    [[gnu::noinline]] static std::size_t side_by_side(const Rows& rows) {
        std::size_t row = 0;
        while (rows.count - row >= together<values> && in_window<values, together<values>>(rows, row))
            row += together<values>;
        return row;
    }

    template <std::size_t values, class Rows>
    [[gnu::noinline]] static void one_by_one(const Rows& rows, std::size_t row) {
        while (row < rows.count && in_window<values, 1>(rows, row)) ++row;
        for (; row < rows.count; ++row) {
            V in[values];
            load_row(in, rows.values(row), 0, rows.width);
            below_largest<values>(in, rows.place(row), rows.width);
        }
    }

    /// Whether some rows side by side were within the window's reach; else nothing is written.
    template <std::size_t values, std::size_t count, class Rows>
    [[gnu::always_inline]] static bool in_window(const Rows& rows, std::size_t first) {
        V e[count][values];
        row_totals<sum, count> totals;
        for (std::size_t i = 0; i < count; ++i) {
            V in[values];
            load_row(in, rows.values(first + i), 0, rows.width);
            sum total = exponentials_of<values>(window{}, in, e[i]);
            totals.set(i, total);
        }
        T high[count], low[count];
        bool within = true;
        totals.for_each([&](std::size_t i, const auto& total) __attribute__((always_inline)) {
            within = within && window::within_reach(total.high);
            const auto reciprocal = Math::reciprocal(total);
            store_narrowed(high + i, reciprocal.high);
            store_narrowed(low + i, reciprocal.low);
        });
        if (!within) [[unlikely]]
            return false;
        for (std::size_t i = 0; i < count; ++i)
            finish<values>(e[i], rows.place(first + i), rows.width, Math::factor({high[i], low[i]}));
        return true;
    }

    /// Of values, wherever they came from.
    template <std::size_t values, class Place>
    [[gnu::noinline]] static void below_largest(const V (&in)[values], const Place& y, std::size_t width) {
        V e[values];
        sum total = exponentials_of<values>(below(largest_of_lanes(in)), in, e);
        finish<values>(e, y, width, factor_of(total.total()));
    }

    /// The exponentials of whole blocks into y, and those of the rest, of which there may be none, into `last`.
    template <class Exponentials, class Values, class Place>
    static double_word<double> exponentials_of_row(const Exponentials& exponentials, const Values& x, const Place& y,
                                                   std::size_t width, V (&last)[parts]) {
        sum total;
        V in[parts], e[parts];
        const std::size_t in_blocks = width - width % row_block;
        for_each_row_block<V>(
            x, width,
            [&](std::size_t i, const V(&block)[parts]) __attribute__((always_inline)) {
                add_exponentials<parts>(exponentials, block, e, total);
                unroll<parts>([&](std::size_t part)
                                  __attribute__((always_inline)) { y.store(i + part * all, e[part]); });
            },
            [&]() __attribute__((always_inline)) { total.fold(); });
        if (in_blocks < width) {
            load_row(in, x, in_blocks, width - in_blocks);
            add_exponentials<parts>(exponentials, in, last, total);
        }
        return total.total();
    }

    /// Halves do not keep exponentials until their sum is known: those are taken twice, the first time for the sum alone.
    template <class Place>
    static constexpr bool keeps_exponentials = float_or_double<typename Place::stored_element>;

    struct no_place {
        [[gnu::always_inline]] void store(std::size_t, const V&) const {}
    };
    template <class Place>
    struct normalised_place {
        const Place& y;
        const double_word<T>& factor;
        [[gnu::always_inline]] void store(std::size_t i, const V& e) const { y.store(i, Math::normalised(e, factor)); }
    };
    template <class Place>
    [[gnu::always_inline]] static auto exponentials_place(const Place& y) {
        if constexpr (keeps_exponentials<Place>)
            return y;
        else
            return no_place{};
    }

    template <class Values, class Place>
    [[gnu::noinline]] void through_memory(const Values x, const Place y, std::size_t width) {
        // A compiler does not see that what is not set is not read.
        V last[parts];
        unroll<parts>([&](std::size_t i) __attribute__((always_inline)) { last[i] = V(T(0)); });
        double_word<double> total{};
        bool done = false;
        // In place what the window finds out of its reach would be gone.
        if (!outside_ && (!keeps_exponentials<Place> || !x.are_at(y.data))) {
            total = exponentials_of_row(window{}, x, exponentials_place(y), width, last);
            done = window::within_reach(total.high);
            outside_ = !done;
        }
        T largest(0);
        if (!done) {
            largest = largest_of_row<V>(x, width);
            total = exponentials_of_row(below(largest), x, exponentials_place(y), width, last);
        }
        const double_word<T> factor = factor_of(total);
        const std::size_t in_blocks = width - width % row_block;
        if constexpr (keeps_exponentials<Place>)
            for (std::size_t i = 0; i < in_blocks; i += all)
                y.store(i, Math::normalised(y.template load<V>(i), factor));
        else if (done)
            exponentials_of_row(window{}, x, normalised_place<Place>{y, factor}, width, last);
        else
            exponentials_of_row(below(largest), x, normalised_place<Place>{y, factor}, width, last);
        if (in_blocks == width) return;
        unroll<parts>([&](std::size_t i)
                          __attribute__((always_inline)) { last[i] = Math::normalised(last[i], factor); });
        store_row(y, last, in_blocks, width - in_blocks);
    }

    /// Once one of a call's rows was out of the window's reach the others are not tried there.
    bool outside_ = false;
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

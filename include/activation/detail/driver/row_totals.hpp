#ifndef ACTIVATION_DETAIL_DRIVER_ROW_TOTALS_HPP
#define ACTIVATION_DETAIL_DRIVER_ROW_TOTALS_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/kernel.hpp"
#include "activation/detail/driver/lane_sum.hpp"

/// The sums over several rows: what is done once for a row is done for as many rows side by side as a register of doubles
/// has lanes, to the same bits.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// How many rows that stay in registers are taken together.
inline constexpr std::size_t rows_side_by_side = 8;

/// A sum that is but lanes of one register.
template <class B>
struct sum_in_lanes {
    using lanes_type = B;
};

/// Sums over Count rows, in two words.
template <class Sum, std::size_t Count>
class row_totals {
public:
    using D = std::conditional_t<Count % lanes<native_t<double>>::size == 0, native_t<double>, double>;

    [[gnu::always_inline]] void set(std::size_t row, Sum& sum) {
        const double_word<double> total = sum.total();
        high_[row] = total.high;
        low_[row] = total.low;
    }

    /// action(number of the first row, totals of as many rows as D has lanes)
    template <class Action>
    [[gnu::always_inline]] void for_each(Action action) const {
        for (std::size_t i = 0; i < Count; i += lanes<D>::size)
            action(i, double_word<D>{load_lanes<D>(high_ + i), load_lanes<D>(low_ + i)});
    }

private:
    double high_[Count], low_[Count];
};

/// In one.
template <class Sum, std::size_t Count>
    requires(requires { typename Sum::lanes_type; } && Count % lanes<typename Sum::lanes_type>::size == 0)
class row_totals<Sum, Count> {
    using B = typename Sum::lanes_type;

public:
    [[gnu::always_inline]] void set(std::size_t row, Sum& sum) { lanes_[row] = sum.lanes_of_total(); }
    [[gnu::always_inline]] void set_lanes(std::size_t row, const B& lanes_of_total) { lanes_[row] = lanes_of_total; }

    template <class Action>
    [[gnu::always_inline]] void for_each(Action action) const {
        for (std::size_t i = 0; i < Count; i += width) action(i, of(i));
    }
    /// Of as many from row i on.
    [[gnu::always_inline]] double_word<B> of(std::size_t i) const {
        B rows[width];
        unroll<width>([&](std::size_t row) __attribute__((always_inline)) { rows[row] = lanes_[i + row]; });
        return {totals_of(rows), B(0.0)};
    }

private:
    static constexpr std::size_t width = lanes<B>::size;
    B lanes_[Count];
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

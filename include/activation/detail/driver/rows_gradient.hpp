#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_GRADIENT_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_GRADIENT_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/gradient_rows.hpp"
#include "activation/detail/driver/row_totals.hpp"

/// The gradients of softmax and its logarithm over one row; Operations are those of math/softmax_gradient.hpp.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// grad_input = scale·(grad_output − Σ grad_output·y)·y for a row of gradients, as gradient_row.hpp has them, if the mean
/// Σ grad_output·y, which is given, and the scale are usual; else false.
template <class Operations, class Scale, class Row>
[[gnu::always_inline]] inline bool usual_softmax_backward(double mean, Scale scale, const Row& row) {
    using T = typename Row::element;
    const T factor = static_cast<T>(scale);
    const double size = absolute(mean);
    if (!(size >= Operations::vanishing_mean && size <= Operations::moderate_mean && absolute(factor) <= T(1)))
        return false;
    row.apply(typename Operations::usual_backward{factor, static_cast<T>(-mean * static_cast<double>(factor))});
    return true;
}

/// The same for any row.  By value and apart, so that rows in a loop that are usual stay in registers.
template <class Operations, class Scale, class Row>
[[gnu::noinline]] void any_softmax_backward(Scale scale, const Row row) {
    using T = typename Row::element;
    const double quarter = row.quarter_of_dot();
    const bool vanishes = absolute(quarter) < Operations::vanishing_mean;
    const auto factors = Operations::softmax_factors(static_cast<T>(scale), vanishes, [&] { return row.largest(); });
    const auto factor = static_cast<double>(factors.gradient);
    double multiple_of_mean = quarter * factor * 4;
    if (sizeof(T) == sizeof(double) && vanishes) {
        const double raised = row.dot_of_multiples(0x1p600);
        if (finite(raised)) multiple_of_mean = raised * factor * 0x1p-600;
    }
    using operation = typename Operations::backward;
    if constexpr (!std::is_same_v<Scale, no_scale>)
        if (factors.rest >= Operations::most_rest) [[unlikely]] {
            const operation part{factors.gradient * T(0x1p-5), static_cast<T>(-multiple_of_mean * 0x1p-5),
                                 factors.rest};
            return row.apply(typename Operations::template scaled<operation>{part, T(1), T(0x1p5)});
        }
    row.apply(operation{factors.gradient, static_cast<T>(-multiple_of_mean), factors.rest});
}

/// apply(the operation for Σ grad_output = total / factor), gradients being multiplied by the factor.
template <class Operations, class Row, class Apply>
[[gnu::always_inline]] inline void with_log_backward(double total, typename Row::element factor, const Row& row,
                                                     Apply apply) {
    using T = typename Row::element;
    using limits = typename Operations::raising;
    const double scaled = total * static_cast<double>(factor);
    if (absolute(scaled) >= limits::usual_low && absolute(scaled) <= limits::usual_high) [[likely]]
        return apply(typename Operations::usual_log_backward{static_cast<T>(-scaled * limits::usual_lowering)});
    if (scaled >= -1 && scaled <= 1)
        return apply(typename Operations::template log_backward<0>{static_cast<T>(-scaled)});
    if (scaled >= -limits::largest && scaled <= limits::largest)
        return apply(typename Operations::template log_backward<limits::moderate>{
            static_cast<T>(-scaled * limits::moderate_lowering)});
    const double shrunk_total = finite(total) ? total * shrunk : row.shrunk_sum();
    apply(typename Operations::large_log_backward(shrunk_total * static_cast<double>(factor) * 0.5));
}

/// grad_input = scale·(grad_output − e^y·Σ grad_output)
template <class Operations, class Scale, class Row>
[[gnu::always_inline]] inline void log_softmax_backward(Scale scale, const Row& row) {
    using T = typename Row::element;
    const double total = row.sum();
    if constexpr (std::is_same_v<Scale, no_scale>) {
        with_log_backward<Operations>(total, T(1), row, [&](const auto& operation) { row.apply(operation); });
    } else {
        const auto factors = Operations::log_softmax_factors(scale, [&] { return row.largest(); });
        with_log_backward<Operations>(total, factors.gradient, row, [&](const auto& operation) {
            using operation_type = std::remove_cvref_t<decltype(operation)>;
            row.apply(typename Operations::template scaled<operation_type>{operation, factors.gradient, factors.rest});
        });
    }
}

/// Whether all means are usual.
template <class Operations, class V>
[[gnu::always_inline]] inline bool are_usual(const V& mean) {
    using T = scalar_t<V>;
    constexpr T low = static_cast<T>(Operations::vanishing_mean), high = static_cast<T>(Operations::moderate_mean);
    const V size = absolute(mean);
    return all_lanes(mask_t<V>((size >= V(low)) & (size <= V(high))));
}

/// The functions over one row, as gradient_rows takes them, and over Count rows of floats side by side, if all are usual:
/// row(i) is the one that is i rows on.
template <class Operations>
struct softmax_backward_of_row {
    /// Whether rows side by side of more than two blocks stay in memory, from which a processor converts to double as it
    /// loads, though there are registers for them.
    static constexpr bool stays_in_memory = true;

    template <class Scale, class Row>
    [[gnu::always_inline]] void operator()(Scale scale, const Row& row) const {
        if (!usual_softmax_backward<Operations>(row.dot(), scale, row)) [[unlikely]]
            any_softmax_backward<Operations>(scale, row);
    }

    template <std::size_t Count, class Rows>
    [[gnu::always_inline]] bool together(const Rows& row) const {
        using T = typename decltype(row(0))::element;
        row_totals<sum_in_lanes<decltype(row(0).lanes_of_dot())>, Count> totals;
        for (std::size_t i = 0; i < Count; ++i) totals.set_lanes(i, row(i).lanes_of_dot());
        T opposite_mean[Count];
        bool usual = true;
        totals.for_each([&]<class B>(std::size_t i, const double_word<B>& total) __attribute__((always_inline)) {
            usual = usual && are_usual<Operations>(total.high);
            store_narrowed(opposite_mean + i, opposite(total.high));
        });
        if (!usual) [[unlikely]]
            return false;
        for (std::size_t i = 0; i < Count; ++i)
            row(i).apply(typename Operations::usual_backward{T(1), opposite_mean[i]});
        return true;
    }
};

template <class Operations>
struct log_softmax_backward_of_row {
    static constexpr bool stays_in_memory = false;
    using limits = typename Operations::raising;

    template <class Scale, class Row>
    [[gnu::always_inline]] void operator()(Scale scale, const Row& row) const {
        log_softmax_backward<Operations>(scale, row);
    }

    template <std::size_t Count, class Rows>
    [[gnu::always_inline]] bool together(const Rows& row) const {
        using T = typename decltype(row(0))::element;
        using sums_of_one = decltype(row(0).gradients());
        using lanes_of_one = decltype(row(0).gradients().lanes_of_sum());
        row_totals<sum_in_lanes<lanes_of_one>, Count> sums, sizes;
        for (std::size_t i = 0; i < Count; ++i) {
            const auto of_row = row(i).gradients();
            sums.set_lanes(i, of_row.lanes_of_sum());
            sizes.set_lanes(i, of_row.lanes_of_size());
        }
        T opposite_total[Count];
        bool usual = true;
        sums.for_each([&]<class B>(std::size_t i, const double_word<B>& sum) __attribute__((always_inline)) {
            const B total = sum.high, size = absolute(total);
            usual = usual && sums_of_one::next_to_exact(total, sizes.of(i).high, row(0).width()) &&
                    all_lanes(mask_t<B>((size >= B(limits::usual_low)) & (size <= B(limits::usual_high))));
            store_narrowed(opposite_total + i, opposite(B(total * B(limits::usual_lowering))));
        });
        if (!usual) [[unlikely]]
            return false;
        for (std::size_t i = 0; i < Count; ++i)
            row(i).apply(typename Operations::usual_log_backward{opposite_total[i]});
        return true;
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

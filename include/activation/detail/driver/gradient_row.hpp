#ifndef ACTIVATION_DETAIL_DRIVER_GRADIENT_ROW_HPP
#define ACTIVATION_DETAIL_DRIVER_GRADIENT_ROW_HPP

#include <cstddef>

#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/row_dot.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/driver/row_values.hpp"

/// A row of gradients: its grad_output and y, the sums over them, and what becomes of them element by element,
///
///     dot(), quarter_of_dot()   Σ grad_output·y, and a fourth of it, which is finite
///     dot_of_multiples(f)       Σ (f·grad_output)·y
///     sum(), shrunk_sum()       Σ grad_output, and as much of it as `shrunk`
///     largest()                 the largest |grad_output|
///     apply(operation)          grad_input = operation(grad_output, y)
///
/// in memory, or where it is short in registers, with the same bits.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// |x| of a row's values; behind its end 0.
template <class Row>
struct magnitudes {
    Row x;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return absolute(x.template load<V>(i));
    }
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t i, std::size_t count) const {
        V value(scalar_t<V>(0));
        x.load_first_over(value, i, count);
        return absolute(value);
    }
};

template <class Gradients, class Outputs, class Sink>
struct gradient_row_in_memory {
    using element = typename Gradients::element;
    Gradients grad_output;
    Outputs y;
    Sink grad_input;
    std::size_t width;

    double dot() const { return dot_of_row(grad_output, y, width); }
    double quarter_of_dot() const {
        const double total = dot();
        return finite(total) ? total * 0.25 : dot_of_multiples(0.25);
    }
    /// Lanes of which dot() is the sum.
    [[gnu::always_inline]] auto lanes_of_dot() const {
        dot_sum<element> sums[dot_sum_count<element>];
        add_products_of_row(sums, grad_output, y, width);
        return joined_sums(sums);
    }
    [[gnu::noinline]] double dot_of_multiples(double factor) const {
        return detail::dot_of_multiples(factor, grad_output, y, width);
    }
    double sum() const { return quick_sum_of_row(grad_output, width); }
    [[gnu::noinline]] double shrunk_sum() const { return sum_of_row<true>(grad_output, width); }
    [[gnu::noinline]] element largest() const {
        return width == 0 ? 0 : largest_of_row<summed_t<element>>(magnitudes<Gradients>{grad_output}, width);
    }
    template <class Operation>
    void apply(const Operation& operation) const {
        if constexpr (Operation::interleave == 1) return apply_in_turn(operation, grad_output, y, grad_input, width);
        transform(operation, width, bundle_from(grad_input.place()), bundle_from(grad_output.place(), y.place()));
    }

protected:
    /// Register by register.  By value: of what a pointer leads to, a store might change it.
    template <class Operation>
    static void apply_in_turn(const Operation operation, const Gradients gradient, const Outputs output, const Sink to,
                              std::size_t count) {
        using V = summed_t<element>;
        constexpr std::size_t all = lanes<V>::size;
        const auto result = [&](std::size_t i, std::size_t values) __attribute__((always_inline)) {
            return operation(group<V, 2>{{values_of_row<V>(gradient, i, values), values_of_row<V>(output, i, values)}})
                .item[0];
        };
        std::size_t i = 0;
#pragma GCC unroll 4
        for (; i + all <= count; i += all) to.store(i, result(i, all));
        if (i < count) to.store_first(i, result(i, count - i), count - i);
    }
};

/// Of up to so many values.
template <std::size_t values, class G, class Y, class R>
class gradient_row_in_registers {
    using T = compute_t<R>;

public:
    using element = T;

    [[gnu::always_inline]] gradient_row_in_registers(const G* grad_output, const Y* y, R* grad_input, std::size_t width)
        : memory_{{grad_output}, {y}, {grad_input}, width} {
        unroll<values>([&](std::size_t i) __attribute__((always_inline)) {
            gradient_[i] = loaded(memory_.grad_output, i);
            output_[i] = loaded(memory_.y, i);
        });
    }

    [[gnu::always_inline]] double dot() const {
        dot_sums sums;
        add_products(sums);
        return total_of(sums);
    }
    [[gnu::always_inline]] double quarter_of_dot() const {
        const double total = dot();
        return finite(total) ? total * 0.25 : dot_of_multiples(0.25);
    }
    double dot_of_multiples(double factor) const { return memory_.dot_of_multiples(factor); }
    [[gnu::always_inline]] double sum() const { return gradients().total(memory_.grad_output, memory_.width); }
    /// Lanes of which Σ grad_output·y is the sum, of one word; of sum() a magnitude_sum.
    [[gnu::always_inline]] auto lanes_of_dot() const {
        dot_sums sums;
        add_products(sums);
        return joined_sums(sums);
    }
    [[gnu::always_inline]] auto gradients() const {
        magnitude_sum<T, side_by_side> sums;
        unroll<values>([&](std::size_t i)
                           __attribute__((always_inline)) { sums.add(i % side_by_side, widened(gradient_[i])); });
        return sums;
    }
    [[gnu::always_inline]] std::size_t width() const { return memory_.width; }
    double shrunk_sum() const { return memory_.shrunk_sum(); }
    T largest() const { return memory_.largest(); }

    template <class Operation>
    [[gnu::always_inline]] void apply(const Operation& operation) const {
        V result[values];
        unroll<values>([&](std::size_t i) __attribute__((always_inline)) {
            result[i] = operation(group<V, 2>{{gradient_[i], output_[i]}}).item[0];
        });
        store_row(memory_.grad_input, result, 0, memory_.width);
    }

private:
    using V = summed_t<T>;
    using D = doubles_t<V>;
    static constexpr std::size_t all = lanes<V>::size;
    static constexpr std::size_t side_by_side = values < row_sums / all ? values : row_sums / all;

    using dot_sums = product_sum<T, D>[side_by_side];

    [[gnu::always_inline]] void add_products(dot_sums& sums) const {
        unroll<side_by_side>([&](std::size_t i)
                                 __attribute__((always_inline)) { sums[i] = product_sum<T, D>::zero(); });
        unroll<values>([&](std::size_t i) __attribute__((always_inline)) {
            sums[i % side_by_side].add(widened(gradient_[i]), widened(output_[i]));
        });
    }

    /// Behind the row's end 0.
    template <class E>
    [[gnu::always_inline]] V loaded(const adjacent_row<const E>& from, std::size_t i) const {
        if (memory_.width >= (i + 1) * all) return from.template load<V>(i * all);
        V value(T(0));
        if (memory_.width > i * all) from.load_first_over(value, i * all, memory_.width - i * all);
        return value;
    }

    gradient_row_in_memory<adjacent_row<const G>, adjacent_row<const Y>, adjacent_row<R>> memory_;
    V gradient_[values];
    V output_[values];
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

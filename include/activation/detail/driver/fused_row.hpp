#ifndef ACTIVATION_DETAIL_DRIVER_FUSED_ROW_HPP
#define ACTIVATION_DETAIL_DRIVER_FUSED_ROW_HPP

#include <cstddef>

#include "activation/detail/driver/gradient_row.hpp"
#include "activation/detail/driver/masked_rows.hpp"
#include "activation/detail/driver/row_mask.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/simd/arithmetic.hpp"

/// Rows whose elements are computed as they are loaded, or added to as they are stored, each step rounded by itself.  They
/// are read as row_place.hpp has it, and is_at(memory) says whether they are, or need, what begins there.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The first `count` lanes of result, the others of value.
template <class V>
[[gnu::always_inline]] inline void replace_first(V& value, const V& result, std::size_t count) {
    scalar_t<V> lanes_of_result[lanes<V>::size];
    store_lanes(lanes_of_result, result);
    load_first_over(value, lanes_of_result, count);
}

/// What is read as it stands.
template <class E>
struct read_row : spaced_row<const E> {
    [[gnu::always_inline]] bool is_at(const void* memory) const { return this->data == memory; }
};

/// factor·x
template <class Row>
struct scaled_row {
    using element = typename Row::element;
    Row x;
    element factor;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return rounded_product(V(factor), x.template load<V>(i));
    }
    template <class V>
    [[gnu::always_inline]] void load_first_over(V& value, std::size_t i, std::size_t count) const {
        V loaded(element(0));
        x.load_first_over(loaded, i, count);
        replace_first(value, rounded_product(V(factor), loaded), count);
    }
    template <class V>
    [[gnu::always_inline]] doubles_t<V> load_doubles(std::size_t i) const {
        return widened(load<V>(i));
    }
    [[gnu::always_inline]] bool is_at(const void* memory) const { return x.is_at(memory); }
};

/// x + bias, where each channel has `inner` elements of x, the row begins at element `first` of those of all channels, and
/// its elements lie `spacing` apart in x.
template <class Row, class E>
struct biased_row {
    using element = typename Row::element;
    Row x;
    const E* bias;
    std::size_t period;
    std::size_t inner;
    std::size_t first;
    std::size_t spacing;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return x.template load<V>(i) + biases<V>(i, lanes<V>::size);
    }
    template <class V>
    [[gnu::always_inline]] void load_first_over(V& value, std::size_t i, std::size_t count) const {
        V loaded(element(0));
        x.load_first_over(loaded, i, count);
        replace_first(value, V(loaded + biases<V>(i, count)), count);
    }
    template <class V>
    [[gnu::always_inline]] doubles_t<V> load_doubles(std::size_t i) const {
        return widened(load<V>(i));
    }
    [[gnu::always_inline]] bool is_at(const void* memory) const {
        return x.is_at(memory) || bias + first / inner == memory;
    }

private:
    [[gnu::always_inline]] std::size_t place_of(std::size_t i) const {
        const std::size_t place = first + i * spacing;
        return place < period ? place : place % period;
    }
    template <class V>
    [[gnu::always_inline]] V biases(std::size_t i, std::size_t count) const {
        const std::size_t place = place_of(i);
        if (spacing == 1 && inner == 1 && count == lanes<V>::size && period - place >= count) [[likely]]
            return load_elements<V>(bias + place);
        return biases_apart<V>(i, count);
    }
    template <class V>
    [[gnu::noinline]] V biases_apart(std::size_t i, std::size_t count) const noexcept {
        element lane[lanes<V>::size] = {};
        for (std::size_t l = 0; l < count; ++l) lane[l] = load_elements<element>(bias + place_of(i + l) / inner);
        return load_lanes<V>(lane);
    }
};

/// What is stored is added to what stands there, which keeps nothing on the way.
template <class E>
struct added_row {
    using stored_element = void;
    using element = compute_t<E>;
    E* data;
    std::size_t spacing;

    template <class V>
    [[gnu::always_inline]] void store(std::size_t i, const V& value) const {
        row().store(i, V(row().template load<V>(i) + unfused(value)));
    }
    template <class V>
    [[gnu::always_inline]] void store_first(std::size_t i, const V& value, std::size_t count) const {
        V prior(element(0));
        row().load_first_over(prior, i, count);
        row().store_first(i, V(prior + unfused(value)), count);
    }

private:
    [[gnu::always_inline]] spaced_row<E> row() const { return {data, spacing}; }
};

/// scale·x + mask of such a row.
template <class Row>
struct fused_values : masked_values<Row, mask_if_any<typename Row::element>> {
    [[gnu::always_inline]] bool are_at(const void* memory) const {
        return this->x.is_at(memory) || this->mask.is_at(memory);
    }
};

/// Gradients of which some are such rows.
template <class Gradients, class Outputs, class Sink>
struct fused_gradient_row : gradient_row_in_memory<Gradients, Outputs, Sink> {
    template <class Operation>
    void apply(const Operation& operation) const {
        this->apply_in_turn(operation, this->grad_output, this->y, this->grad_input, this->width);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_DRIVER_FUSED_SOURCE_HPP
#define ACTIVATION_DETAIL_DRIVER_FUSED_SOURCE_HPP

#include <cstddef>
#include <utility>

#include "activation/detail/driver/bundle.hpp"
#include "activation/detail/driver/memory.hpp"
#include "activation/detail/driver/source.hpp"
#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/group.hpp"
#include "activation/detail/simd/half_lanes.hpp"
#include "activation/detail/simd/pack.hpp"

/// Sources whose elements are computed as they are loaded, from those of other sources, each step rounded by itself.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Elements that follow one another, or the one that stands there again and again.
template <class E>
struct channel_piece {
    using element = compute_t<E>;
    const E* data;
    bool follow;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return follow ? load_elements<V>(data + i) : V(load_elements<element>(data));
    }
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t count) const {
        return follow ? load_few<V>(data, count) : V(load_elements<element>(data));
    }
    [[gnu::always_inline]] channel_piece at(std::ptrdiff_t i) const { return {follow ? data + i : data, follow}; }
    [[gnu::always_inline]] const void* address() const { return data; }
    [[gnu::always_inline]] channel_piece unknown() const { return {__builtin_launder(data), follow}; }
};

/// One element for each channel, `inner` times, and again from the first when all are through.
template <class E>
struct channel_place {
    using element = compute_t<E>;
    const E* first;
    std::size_t channels;
    std::size_t inner;
    std::size_t channel = 0;
    std::size_t left = inner;

    [[gnu::always_inline]] std::size_t adjacent() const { return inner == 1 ? channels - channel : left; }
    [[gnu::always_inline]] channel_piece<E> here() const { return {first + channel, inner == 1}; }
    [[gnu::always_inline]] channel_place at(std::ptrdiff_t i) const {
        const std::size_t position = channel * inner + (inner - left) + static_cast<std::size_t>(i);
        return {first, channels, inner, position / inner % channels, inner - position % inner};
    }
    [[gnu::always_inline]] void advance(std::size_t count) {
        const std::size_t passed = inner == 1 ? count : count == left ? 1 : 0;
        left = inner == 1 ? 1 : count == left ? inner : left - count;
        channel = channel + passed == channels ? 0 : channel + passed;
    }
    [[gnu::always_inline]] bool is_at_row(std::size_t count) const {
        return inner == 1 ? channel == 0 && channels == count : left == count && inner == count;
    }
    [[gnu::always_inline]] void next_row(std::size_t) {
        if (inner != 1) channel = channel + 1 == channels ? 0 : channel + 1;
    }
};

/// Element by element what the Operation makes of the elements of other sources; in pieces if one of them is.
template <class Operation, class... S>
struct computed_source {
    using element = typename Operation::element;
    Operation operation;
    bundle<S...> from;

    [[gnu::always_inline]] std::size_t adjacent() const { return from.adjacent(~std::size_t{0}); }
    [[gnu::always_inline]] auto here() const { return computed_from(operation, from.here()); }
    [[gnu::always_inline]] computed_source at(std::ptrdiff_t i) const {
        return {operation, from.at(static_cast<std::size_t>(i))};
    }
    [[gnu::always_inline]] void advance(std::size_t count) { from.advance(count); }
    [[gnu::always_inline]] bool is_at_row(std::size_t count) const { return from.is_at_row(count); }
    [[gnu::always_inline]] void next_row(std::size_t count) { from.next_row(count); }

private:
    template <std::size_t... Index, class... Plain>
    [[gnu::always_inline]] static computed_source<Operation, Plain...> computed_from(
        const Operation& by, const bundle_of<std::index_sequence<Index...>, Plain...>& plain) {
        return {by, plain};
    }
};

template <class Operation, class... S>
    requires(plain_place<S>&&...)
struct computed_source<Operation, S...> {
    using element = typename Operation::element;
    Operation operation;
    bundle<S...> from;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return operation(from.template load<V>(i));
    }
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t count) const {
        group<V, sizeof...(S)> in;
        from.load_first_into(in, count);
        return operation(in);
    }
    [[gnu::always_inline]] computed_source at(std::ptrdiff_t i) const {
        return {operation, from.at(static_cast<std::size_t>(i))};
    }
    [[gnu::always_inline]] const void* address() const { return from.template get<0>().address(); }
    [[gnu::always_inline]] computed_source unknown() const { return {operation, from.unknown()}; }
};

template <class T>
struct sum_operation {
    using element = T;

    template <class V>
    [[gnu::always_inline]] V operator()(const group<V, 2>& in) const {
        return in.item[0] + in.item[1];
    }
};

template <class T>
struct product_operation {
    using element = T;
    T factor;

    template <class V>
    [[gnu::always_inline]] V operator()(const group<V, 1>& in) const {
        return rounded_product(V(factor), in.item[0]);
    }
};

template <class Operation, class... S>
[[gnu::always_inline]] inline computed_source<Operation, S...> computed(const Operation& operation, const S&... from) {
    return {operation, bundle_from(from...)};
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

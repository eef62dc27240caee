#ifndef ACTIVATION_DETAIL_DRIVER_BUNDLE_HPP
#define ACTIVATION_DETAIL_DRIVER_BUNDLE_HPP

#include <cstddef>
#include <utility>

#include "activation/detail/driver/source.hpp"
#include "activation/detail/simd/group.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// The Index-th of several.
template <std::size_t Index, class S>
struct numbered {
    S item;
};

template <class S>
concept plain_place = requires(const S& each) {
    each.unknown();
};

template <class S>
inline constexpr bool overwritten = false;
template <class S>
    requires requires { S::is_overwritten; }
inline constexpr bool overwritten<S> = S::is_overwritten;

/// Batches that go side by side, one after the other: a core passes on two stores at a time if they are next to one another
/// in one line of the cache, and compilers exchange them (a third of the time of what waits for the second cache).
template <class S, class V>
[[gnu::always_inline]] inline void store_in_order(const S& to, std::size_t i, const V& values) {
    if constexpr (is_pack<V> && overwritten<S> && holds_values<S>) {
        constexpr std::size_t count = sizeof(values.part) / sizeof(values.part[0]);
        unroll<count>([&](std::size_t k) __attribute__((always_inline)) {
            if (k != 0) __atomic_signal_fence(__ATOMIC_RELEASE);
            to.store(i + k * (lanes<V>::size / count), values.part[k]);
        });
    } else {
        to.store(i, values);
    }
}

template <class Numbers, class... S>
struct bundle_of;

/// All sources or all sinks of a call, each of its own type, as one.
template <class... S>
using bundle = bundle_of<std::index_sequence_for<S...>, S...>;

template <class... S>
[[gnu::always_inline]] constexpr bundle<S...> bundle_from(const S&... items) {
    return {{items}...};
}

template <std::size_t... Index, class... S>
struct bundle_of<std::index_sequence<Index...>, S...> : numbered<Index, S>... {
    static constexpr std::size_t count = sizeof...(S);
    /// Whether every one is memory in which element follows element.
    static constexpr bool is_plain = (plain_place<S> && ...);
    static constexpr bool is_overwritten = (overwritten<S> && ...);

    template <std::size_t N>
    [[gnu::always_inline]] const auto& get() const {
        return item_of<N>(*this);
    }

    /// action(first, second, …)
    template <class Action>
    [[gnu::always_inline]] void apply(Action action) const {
        action(numbered<Index, S>::item...);
    }

    template <class V>
    [[gnu::always_inline]] group<V, count> load(std::size_t i) const {
        return {{numbered<Index, S>::item.template load<V>(i)...}};
    }
    /// Value by value: where two branches meet, g++ copies a group in pieces of half a batch, which then have to wait for
    /// their stores.
    template <class V>
    [[gnu::always_inline]] void load_into(group<V, count>& to, std::size_t i) const {
        ((to.item[Index] = numbered<Index, S>::item.template load<V>(i)), ...);
    }
    template <class V>
    [[gnu::always_inline]] void load_first_into(group<V, count>& to, std::size_t n) const {
        ((to.item[Index] = numbered<Index, S>::item.template load_first<V>(n)), ...);
    }
    template <class V>
    [[gnu::always_inline]] void store(std::size_t i, const group<V, count>& values) const {
        (numbered<Index, S>::item.store(i, values.item[Index]), ...);
    }
    template <class V>
    [[gnu::always_inline]] void store_in_order(std::size_t i, const group<V, count>& values) const {
        (detail::store_in_order(numbered<Index, S>::item, i, values.item[Index]), ...);
    }
    template <class V>
    [[gnu::always_inline]] void store_first(const group<V, count>& values, std::size_t n) const {
        (numbered<Index, S>::item.store_first(values.item[Index], n), ...);
    }

    [[gnu::always_inline]] bundle_of at(std::size_t i) const {
        return {{numbered<Index, S>::item.at(static_cast<std::ptrdiff_t>(i))}...};
    }
    [[gnu::always_inline]] bundle_of unknown() const { return {{numbered<Index, S>::item.unknown()}...}; }
    [[gnu::always_inline]] bool has(const void* address) const {
        return ((numbered<Index, S>::item.address() == address) || ...);
    }

    /// How many elements follow one another in all of them, up to `most`.
    [[gnu::always_inline]] std::size_t adjacent(std::size_t most) const {
        ((most = adjacent_of(numbered<Index, S>::item, most)), ...);
        return most;
    }
    [[gnu::always_inline]] auto here() const { return bundle_from(here_of(numbered<Index, S>::item)...); }
    [[gnu::always_inline]] void advance(std::size_t n) { (advance_one(numbered<Index, S>::item, n), ...); }

    /// Whether in none of them a row is shorter or longer than `count`, or has begun.
    [[gnu::always_inline]] bool is_at_row(std::size_t n) const {
        return (is_one_at_row(numbered<Index, S>::item, n) && ...);
    }
    [[gnu::always_inline]] void next_row(std::size_t n) { (next_row_of(numbered<Index, S>::item, n), ...); }

    /// Halves as pairs of them, where no row has an odd one.
    [[gnu::always_inline]] bool has_pairs() const { return (has_pairs_in(numbered<Index, S>::item) && ...); }
    [[gnu::always_inline]] auto in_pairs() const { return bundle_from(numbered<Index, S>::item.in_pairs()...); }

    /// The same with one more.
    template <class More>
    [[gnu::always_inline]] bundle<S..., More> with(const More& more) const {
        return {{numbered<Index, S>::item}..., {more}};
    }

private:
    template <std::size_t N, class X>
    [[gnu::always_inline]] static const X& item_of(const numbered<N, X>& place) {
        return place.item;
    }
    template <class X>
    [[gnu::always_inline]] static std::size_t adjacent_of(const X& each, std::size_t most) {
        if constexpr (requires { each.adjacent(); })
            return each.adjacent() < most ? each.adjacent() : most;
        else
            return most;
    }
    template <class X>
    [[gnu::always_inline]] static auto here_of(const X& each) {
        if constexpr (requires { each.here(); })
            return each.here();
        else
            return each;
    }
    template <class X>
    [[gnu::always_inline]] static void advance_one(X& each, std::size_t n) {
        if constexpr (requires { each.advance(n); })
            each.advance(n);
        else
            each = each.at(static_cast<std::ptrdiff_t>(n));
    }
    template <class X>
    [[gnu::always_inline]] static bool has_pairs_in(const X& each) {
        if constexpr (requires { each.has_pairs(); })
            return each.has_pairs();
        else
            return true;
    }
    template <class X>
    [[gnu::always_inline]] static bool is_one_at_row(const X& each, std::size_t n) {
        if constexpr (requires { each.is_at_row(n); })
            return each.is_at_row(n);
        else
            return true;
    }
    template <class X>
    [[gnu::always_inline]] static void next_row_of(X& each, std::size_t n) {
        if constexpr (requires { each.next_row(n); })
            each.next_row(n);
        else
            each = each.at(static_cast<std::ptrdiff_t>(n));
    }
};

template <class... E>
[[gnu::always_inline]] constexpr auto sources(const E*... data) {
    return bundle_from(plain_source<E>{data}...);
}

template <class... E>
[[gnu::always_inline]] constexpr auto sinks(E*... data) {
    return bundle_from(plain_sink<E>{data}...);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

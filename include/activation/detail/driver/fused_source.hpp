#ifndef ACTIVATION_DETAIL_DRIVER_FUSED_SOURCE_HPP
#define ACTIVATION_DETAIL_DRIVER_FUSED_SOURCE_HPP

#include <cstddef>
#include <utility>

#include "activation/detail/driver/bundle.hpp"
#include "activation/detail/driver/kernel.hpp"
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
    [[gnu::always_inline]] void next_row() {
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

/// A sink that is added to, and the source of what stands there.
template <class Sink, class Prior>
struct added_to {
    using element = typename Sink::element;
    Sink sink;
    Prior prior;

    [[gnu::always_inline]] added_to at(std::ptrdiff_t i) const { return {sink.at(i), prior.at(i)}; }
};

template <class Place>
inline constexpr bool is_added_to = requires(const Place& place) {
    place.prior;
};

template <class Place>
[[gnu::always_inline]] inline auto sink_part(const Place& place) {
    if constexpr (is_added_to<Place>)
        return place.sink;
    else
        return place;
}

/// Sources, and behind them those of what is added to.
template <class Sources>
[[gnu::always_inline]] inline Sources with_priors(const Sources& from) {
    return from;
}
template <class Sources, class Place, class... More>
[[gnu::always_inline]] inline auto with_priors(const Sources& from, const Place& place, const More&... more) {
    if constexpr (is_added_to<Place>)
        return with_priors(from.with(place.prior), more...);
    else
        return with_priors(from, more...);
}

template <class Sink, class Prior, class T>
[[gnu::always_inline]] inline void put_at(const added_to<Sink, Prior>& place, std::size_t i, T value) {
    put_at(place.sink, i, value_at<T>(place.prior, i) + value);
}

/// A kernel whose outputs are added to what stands there, where Added says so: the inputs behind the first ones.
template <class Kernel, std::size_t Inputs, bool... Added>
struct accumulating_kernel {
    static constexpr std::size_t interleave = detail::interleave<Kernel>;
    static constexpr bool memory_bound = detail::memory_bound<Kernel>;
    static constexpr bool many_constants = detail::many_constants<Kernel>;
    static constexpr std::size_t all = Inputs + (std::size_t{Added} + ...);
    Kernel kernel;

    template <class V>
    [[gnu::always_inline]] auto operator()(const group<V, all>& in) const {
        return added(kernel(first(in)), in);
    }

    template <class V>
        requires in_two_steps<Kernel, V, Inputs>
    [[gnu::always_inline]] auto prepare(const group<V, all>& in) const { return kernel.prepare(first(in)); }

    template <class V, class Parts>
        requires in_two_steps<Kernel, V, Inputs>
    [[gnu::always_inline]] auto finish(const group<V, all>& in, const Parts& parts) const {
        return added(kernel.finish(first(in), parts), in);
    }

    /// What the kernel itself sees of the inputs.
    template <class V>
    [[gnu::always_inline]] static group<V, Inputs> first(const group<V, all>& in) {
        group<V, Inputs> result;
        unroll<Inputs>([&](std::size_t i) __attribute__((always_inline)) { result.item[i] = in.item[i]; });
        return result;
    }

private:
    template <class V>
    [[gnu::always_inline]] static group<V, sizeof...(Added)> added(group<V, sizeof...(Added)> results,
                                                                   const group<V, all>& in) {
        std::size_t output = 0, prior = Inputs;
        ((results.item[output] = sum_if<Added>(in, prior, results.item[output]), ++output), ...);
        return results;
    }
    template <bool add, class V>
    [[gnu::always_inline]] static V sum_if(const group<V, all>& in, std::size_t& prior, const V& result) {
        if constexpr (add)
            return in.item[prior++] + unfused(result);
        else
            return result;
    }
};

/// Far lanes are put aside with what they are added to.
template <class Kernel, std::size_t Inputs, bool... Added>
    requires requires { typename near_and_far<Kernel>::far_kernel; }
struct near_and_far<accumulating_kernel<Kernel, Inputs, Added...>> {
    using near_kernel = accumulating_kernel<typename near_and_far<Kernel>::near_kernel, Inputs, Added...>;
    using far_kernel = accumulating_kernel<typename near_and_far<Kernel>::far_kernel, Inputs, Added...>;

    using all = accumulating_kernel<Kernel, Inputs, Added...>;

    [[gnu::always_inline]] static near_kernel of_near_lanes(const all& of) {
        return {near_and_far<Kernel>::of_near_lanes(of.kernel)};
    }
    [[gnu::always_inline]] static far_kernel of_far_lanes(const all& of) {
        return {near_and_far<Kernel>::of_far_lanes(of.kernel)};
    }
    template <class In>
    [[gnu::always_inline]] static auto is_far(const all& of, const In& in) {
        return near_and_far<Kernel>::is_far(of.kernel, all::first(in));
    }
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

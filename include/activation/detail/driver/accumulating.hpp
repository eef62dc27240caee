#ifndef ACTIVATION_DETAIL_DRIVER_ACCUMULATING_HPP
#define ACTIVATION_DETAIL_DRIVER_ACCUMULATING_HPP

#include <cstddef>
#include <utility>

#include "activation/detail/driver/bundle.hpp"
#include "activation/detail/driver/kernel.hpp"
#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/group.hpp"
#include "activation/detail/simd/pack.hpp"

/// Sinks that are added to, and kernels that add.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

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

    /// What is added to is loaded last: it would take registers from the kernel.
    template <class V, class Sources>
    [[gnu::always_inline]] auto results_at(const Sources& from, std::size_t i) const {
        auto results = kernel(load_first_inputs<V>(from, i, std::make_index_sequence<Inputs>{}));
        add_priors(results, from, i, std::make_index_sequence<sizeof...(Added)>{});
        return results;
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
    template <class V, class Sources, std::size_t... Index>
    [[gnu::always_inline]] static group<V, Inputs> load_first_inputs(const Sources& from, std::size_t i,
                                                                     std::index_sequence<Index...>) {
        return {{from.template get<Index>().template load<V>(i)...}};
    }

    /// How many outputs before one are added.
    static constexpr std::size_t priors_before(std::size_t output) {
        constexpr bool is_added[] = {Added...};
        std::size_t count = 0;
        for (std::size_t k = 0; k < output; ++k) count += is_added[k];
        return count;
    }
    template <class V, class Sources, std::size_t... Output>
    [[gnu::always_inline]] static void add_priors(group<V, sizeof...(Added)>& results, const Sources& from,
                                                  std::size_t i, std::index_sequence<Output...>) {
        (add_prior<Added, Inputs + priors_before(Output)>(results.item[Output], from, i), ...);
    }
    template <bool add, std::size_t prior, class V, class Sources>
    [[gnu::always_inline]] static void add_prior(V& result, const Sources& from, std::size_t i) {
        if constexpr (add) result = from.template get<prior>().template load<V>(i) + unfused(result);
    }

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

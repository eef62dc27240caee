#ifndef ACTIVATION_DETAIL_CALL_FUSED_HPP
#define ACTIVATION_DETAIL_CALL_FUSED_HPP

#include <cstddef>
#include <cstdio>
#include <type_traits>

#include "activation/concepts.hpp"
#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/call/executor.hpp"
#include "activation/detail/driver/accumulating.hpp"
#include "activation/detail/driver/fused_source.hpp"

/// Arguments that are computed as they are read, and outputs that are added to: what fuse.hpp makes.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// x[i] + bias[(i / inner) mod bias.size()]
template <class T, class X, class Bias>
struct biased_input {
    using fused_input = T;
    const char* name;
    std::size_t size;
    X x;
    Bias bias;
    std::size_t inner;
};

/// factor·x[i]
template <class T, class X>
struct scaled_input {
    using fused_input = T;
    const char* name;
    std::size_t size;
    X x;
    T factor;
};

/// What is stored is added to y[i].
template <class E, class Y>
struct accumulated_output {
    using fused_output = E;
    const char* name;
    std::size_t size;
    Y y;
};

template <class Element, class X>
    requires(fused_input<X> || fused_output<X>)
[[gnu::always_inline]] inline std::remove_cvref_t<X> view_of(const call_site&, const char* name, X& x) {
    std::remove_cvref_t<X> named = x;
    named.name = name;
    return named;
}

template <class T, class X, class Bias>
[[gnu::always_inline]] inline auto source_of(const biased_input<T, X, Bias>& v) {
    using element = std::remove_cvref_t<decltype(*v.bias.data)>;
    return computed(sum_operation<T>{}, source_of(v.x), channel_place<element>{v.bias.data, v.bias.size, v.inner});
}

template <class T, class X>
[[gnu::always_inline]] inline auto source_of(const scaled_input<T, X>& v) {
    return computed(product_operation<T>{v.factor}, source_of(v.x));
}

/// What is stored is added to what was loaded with the inputs: at the ends of a loop elements are stored twice.
template <class E>
[[gnu::always_inline]] inline added_to<plain_sink<E>, plain_source<E>> sink_of(
    const accumulated_output<E, view<E>>& v) {
    return {sink_of(v.y), {v.y.data}};
}
template <class E>
[[gnu::always_inline]] inline added_to<strided<plain_sink<E>>, strided<plain_source<E>>> sink_of(
    const accumulated_output<E, rows_of_view<E>>& v) {
    const auto sink = sink_of(v.y);
    return {sink, {{v.y.data}, sink.width, sink.gap}};
}

/// The memory of one, as checks know it: that of its elements first, then what is read beside them.
template <class X>
inline constexpr std::size_t memory_count = 1;
template <class T, class X, class Bias>
inline constexpr std::size_t memory_count<biased_input<T, X, Bias>> = memory_count<X> + 1;
template <class T, class X>
inline constexpr std::size_t memory_count<scaled_input<T, X>> = memory_count<X>;

[[gnu::always_inline]] inline argument called(argument named, const char* name) {
    named.name = name;
    return named;
}

template <class T, class X, class Bias>
[[gnu::always_inline]] inline argument untyped(const biased_input<T, X, Bias>& v) {
    return called(untyped(v.x), v.name);
}
template <class T, class X>
[[gnu::always_inline]] inline argument untyped(const scaled_input<T, X>& v) {
    return called(untyped(v.x), v.name);
}
template <class E, class Y>
[[gnu::always_inline]] inline argument untyped(const accumulated_output<E, Y>& v) {
    return called(untyped(v.y), v.name);
}

/// What is read beside the elements, written to `to`; returns the end.
template <class X>
[[gnu::always_inline]] inline argument* put_more_memory(argument* to, const X& v) {
    if constexpr (requires { v.x; }) to = put_more_memory(to, v.x);
    if constexpr (requires { v.bias; }) *to++ = untyped(v.bias);
    return to;
}

template <class... Views>
inline constexpr bool any_fused = ((fused_input<Views> || fused_output<Views>) || ...);

/// The first `elements` of them have one size, and the memory of all is apart or the same.
[[gnu::noinline]] inline void check_all_memory(const call_site& call, const argument* all, std::size_t elements,
                                               std::size_t count) {
    for (std::size_t i = 1; i < elements; ++i)
        if (all[i].size != all[0].size) fail_pair(call, all[0], all[i], "the sizes must agree");
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = i + 1; j < count; ++j) check_memory(call, all[i], all[j]);
}

/// The first `elements` have one size, and the memory of all, and of whatever is read beside them, is apart or the same.
template <std::size_t elements, class... Views>
[[gnu::always_inline]] inline void check_fused(const call_site& call, const Views&... views) {
    argument all[(memory_count<Views> + ...)] = {untyped(views)...};
    argument* end = all + sizeof...(views);
    ((end = put_more_memory(end, views)), ...);
    check_all_memory(call, all, elements, static_cast<std::size_t>(end - all));
}

/// The kernel from sources to places, of which some may be added to.
template <class Executor, class Kernel, class Sources, class... Places>
[[gnu::always_inline]] inline void run_into(const Executor& executor, const Kernel& kernel, std::size_t count,
                                            const Sources& from, const Places&... places) {
    if constexpr ((is_added_to<Places> || ...))
        executor.run(accumulating_kernel<Kernel, Sources::count, is_added_to<Places>...>{kernel}, count,
                     bundle_from(sink_part(places)...), with_priors(from, places...));
    else
        executor.run(kernel, count, bundle_from(places...), from);
}

/// "activation::biased(x, bias, inner): x has 12 elements, bias has 5, inner is 1: …"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_bias(const call_site& call, std::size_t size,
                                                             std::size_t bias_size, std::size_t inner) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(to, room,
                      "x has %zu elements, bias has %zu, inner is %zu: bias and inner must not be empty or 0, and x a "
                      "multiple of bias.size()·inner",
                      size, bias_size, inner);
    });
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_ELEMENTWISE_HPP
#define ACTIVATION_DETAIL_ELEMENTWISE_HPP

#include <cstddef>
#include <ranges>
#include <type_traits>

#include "activation/detail/check.hpp"
#include "activation/detail/driver.hpp"

/// One call on ranges: the checks, then the driver.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// An argument that is read or written, with its element type.
template <class T>
struct view {
    const char* name;
    T* data;
    std::size_t size;
};

template <class X>
[[gnu::always_inline]] inline auto read(const char* name, X& x) {
    return view<const std::ranges::range_value_t<X>>{name, std::ranges::data(x), std::ranges::size(x)};
}

template <class X>
[[gnu::always_inline]] inline auto write(const char* name, X& x) {
    return view<std::ranges::range_value_t<X>>{name, std::ranges::data(x), std::ranges::size(x)};
}

template <class T>
[[gnu::always_inline]] inline argument untyped(const view<T>& v) {
    return {v.name, v.data, v.size, v.size * sizeof(T), !std::is_const_v<T>};
}

/// outputs[j][i] = kernel(inputs[0][i], …)[j] for each i, once the ranges have been found fit for it.
template <class Kernel, class T, std::size_t Inputs, std::size_t Outputs>
[[gnu::always_inline]] inline void elementwise(const call_site& call, const Kernel& kernel,
                                               const view<const T> (&inputs)[Inputs],
                                               const view<T> (&outputs)[Outputs]) {
    argument arguments[Inputs + Outputs];
    group<const T*, Inputs> from;
    group<T*, Outputs> to;
    for (std::size_t i = 0; i < Inputs; ++i) {
        arguments[i] = untyped(inputs[i]);
        from.item[i] = inputs[i].data;
    }
    for (std::size_t i = 0; i < Outputs; ++i) {
        arguments[Inputs + i] = untyped(outputs[i]);
        to.item[i] = outputs[i].data;
    }
    check_elementwise(call, arguments);
    transform(kernel, inputs[0].size, to, from);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_DRIVER_AFTER_VALUES_HPP
#define ACTIVATION_DETAIL_DRIVER_AFTER_VALUES_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/bundle.hpp"
#include "activation/detail/driver/deferring.hpp"
#include "activation/detail/driver/kernel.hpp"
#include "activation/detail/driver/source.hpp"
#include "activation/detail/simd/lane.hpp"

/// The values of many elements, and then whatever else a kernel makes of them and of its inputs.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class V, class Kernel, class Sinks, class Sources>
class loop;

/// The values of `count` elements, a number of whole batches.
template <class V, class Kernel, class To, class From>
[[gnu::noinline]] void write_values(const Kernel& kernel, std::size_t count, const To& to, const From& from) {
    std::size_t i = loop<V, Kernel, To, From>(kernel, to, from).run_side_by_side(0, count);
    for (; i < count; i += lanes<V>::size) to.store(i, kernel(from.template load<V>(i)));
}

/// The rest of `count` elements; far lanes stay aside.
template <class V, class W, class Kernel, class To, class From, class Aside>
[[gnu::noinline]] void write_beside(const Kernel& kernel, std::size_t count, const To& to, const From& from,
                                    [[maybe_unused]] Aside& aside) {
    if constexpr (deferring<Kernel, V, To, From>) {
        aside.go_on(to, from);
        run_beside(aside, kernel, to, from, 0, count, false);
    } else {
        loop<V, Kernel, To, From>(kernel, to, from).run_side_by_side(0, count);
    }
}

/// As far from element i on as whole groups of batches go, up to `count`; returns where they end.  V is one batch, W the
/// batches that go side by side.  Block by block, short enough for the nearest cache to keep the values, and each in a function
/// of its own, which needs registers for itself alone.
template <class V, class W, class Kernel, class Sinks, class Sources>
[[gnu::always_inline]] inline std::size_t run_after_values(const Kernel& kernel, const Sinks& to, const Sources& from,
                                                           std::size_t i, std::size_t count) {
    using T = scalar_t<V>;
    constexpr std::size_t size = lanes<W>::size, block = 4096 / sizeof(T) / size * size;
    alignas(64) T values[block];
    const auto argument = bundle_from(from.template get<Kernel::argument>());
    const auto rest = kernel.beside_value();
    const auto inputs = [&](std::size_t position) __attribute__((always_inline)) {
        return from.at(position).with(plain_source<T>{values});
    };
    using rest_kernel = std::remove_const_t<decltype(rest)>;
    using rest_sources = decltype(inputs(i));
    constexpr bool defers = deferring<rest_kernel, V, Sinks, rest_sources>;
    typename place_for_far_lanes<defers, V, W, rest_kernel, Sinks, rest_sources>::type aside(rest, to, inputs(i));
    while (count - i >= size) {
        const std::size_t length = length_of_block(count - i, block, size);
        write_values<V>(kernel.value_kernel(), length, sinks(values), argument.at(i));
        write_beside<V, W>(rest, length, to.at(i), inputs(i), aside);
        i += length;
    }
    if constexpr (defers) aside.finish();
    return i;
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

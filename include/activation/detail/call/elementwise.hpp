#ifndef ACTIVATION_DETAIL_CALL_ELEMENTWISE_HPP
#define ACTIVATION_DETAIL_CALL_ELEMENTWISE_HPP

#include <cstddef>

#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/driver/driver.hpp"

/// One call on ranges: the checks, then the driver.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Names what is wrong with a call that has been found unfit.  The views are copied here and not before, so that a
/// call that is fit keeps them in registers.
template <std::size_t Count>
[[noreturn, gnu::cold, gnu::noinline]] void refuse(call_site call, group<argument, Count> arguments) {
    check_elementwise(call, arguments.item);
    __builtin_unreachable();
}

/// outputs[j][i] = kernel(inputs[0][i], …)[j] for each i, once the ranges have been found fit for it.
template <class Kernel, class T, std::size_t Inputs, std::size_t Outputs>
[[gnu::always_inline]] inline void elementwise(const call_site& call, const Kernel& kernel,
                                               const view<const T> (&inputs)[Inputs],
                                               const view<T> (&outputs)[Outputs]) {
    constexpr std::size_t count = Inputs + Outputs;
    const auto nth = [&](std::size_t i) __attribute__((always_inline)) {
        return i < Inputs ? untyped(inputs[i < Inputs ? i : 0]) : untyped(outputs[i < Inputs ? 0 : i - Inputs]);
    };
    bool fit = true;
    unroll<count>([&](std::size_t i) __attribute__((always_inline)) {
        fit = fit && nth(i).size == inputs[0].size;
        unroll<count>([&](std::size_t j)
                          __attribute__((always_inline)) { fit = fit && (i >= j || memory_fits(nth(i), nth(j))); });
    });
    if (!fit) [[unlikely]] {
        group<argument, count> arguments;
        unroll<count>([&](std::size_t i) __attribute__((always_inline)) { arguments.item[i] = nth(i); });
        refuse(call, arguments);
    }
    group<const T*, Inputs> from;
    group<T*, Outputs> to;
    unroll<Inputs>([&](std::size_t i) __attribute__((always_inline)) { from.item[i] = inputs[i].data; });
    unroll<Outputs>([&](std::size_t i) __attribute__((always_inline)) { to.item[i] = outputs[i].data; });
    transform(kernel, inputs[0].size, to, from);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

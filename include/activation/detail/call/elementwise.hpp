#ifndef ACTIVATION_DETAIL_CALL_ELEMENTWISE_HPP
#define ACTIVATION_DETAIL_CALL_ELEMENTWISE_HPP

#include <cstddef>

#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/call/executor.hpp"
#include "activation/detail/call/fused.hpp"
#include "activation/detail/call/parameters.hpp"
#include "activation/detail/driver/driver.hpp"

/// One call on ranges: the checks, then the driver.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Names what is wrong with a call that has been found unfit.  The views are copied here and not before, so that a
/// call that is fit keeps them in registers.
template <std::size_t Count>
[[noreturn, gnu::cold, gnu::noinline]] void refuse(call_site call, refused_parameter parameter,
                                                   group<argument, Count> arguments) {
    check_parameter(call, parameter);
    check_elementwise(call, arguments.item);
    __builtin_unreachable();
}

/// Whether they have one size, and each fits the memory of those behind it.
template <class... Views>
[[gnu::always_inline]] inline bool all_fit(const Views&... views) {
    return arguments_fit(untyped(views)...);
}

/// outputs[j][i] = kernel(inputs[0][i], …)[j] for each i, once the ranges have been found fit for it.
template <class Executor, class Kernel, class Inputs, class Outputs>
[[gnu::always_inline]] inline void elementwise(const Executor& executor, const call_site& call, const Kernel& kernel,
                                               const Inputs& inputs, const Outputs& outputs) {
    inputs.apply([&](const auto&... in) __attribute__((always_inline)) {
        outputs.apply([&](const auto&... out) __attribute__((always_inline)) {
            const std::size_t count = inputs.template get<0>().size;
            if constexpr (any_fused<decltype(in)..., decltype(out)...>) {
                check_parameter(call, refused_by(kernel));
                check_fused<Inputs::count + Outputs::count>(call, in..., out...);
                run_into(executor, kernel, count, bundle_from(source_of(in)...), sink_of(out)...);
            } else {
                if (refused_by(kernel).name != nullptr || !all_fit(in..., out...)) [[unlikely]]
                    refuse(call, refused_by(kernel), group_of(untyped(in)..., untyped(out)...));
                executor.run(kernel, count, bundle_from(sink_of(out)...), bundle_from(source_of(in)...));
            }
        });
    });
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

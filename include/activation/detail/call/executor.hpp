#ifndef ACTIVATION_DETAIL_CALL_EXECUTOR_HPP
#define ACTIVATION_DETAIL_CALL_EXECUTOR_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/arch/target.hpp"

/// Who runs the loop of a call that has been found fit.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// What carries out the calls that have a policy as their first argument.  Declared and not defined: whatever it is
/// specialised for is a policy, and nothing else is.  A specialisation has
///
///     static void run(policy, kernel, count, to, from)
///
/// which does what transform(kernel, count, to, from) does (driver.hpp), at once or in pieces: those from element i on
/// begin at to.at(i) and from.at(i).  What it counts are elements, and of a call over rows the rows (rows.hpp).
template <class Policy>
struct executor;

template <class X>
concept execution_policy = requires {
    sizeof(executor<std::remove_cvref_t<X>>);
};

/// The executor of a call without a policy: the driver, at once and on this thread.
struct direct {
    template <class Kernel, class Sinks, class Sources>
    [[gnu::always_inline]] static void run(const Kernel& kernel, std::size_t count, const Sinks& to,
                                           const Sources& from) {
        transform(kernel, count, to, from);
    }
};

/// The executor of a call with a policy.
template <class Policy>
struct under {
    Policy policy;

    template <class Kernel, class Sinks, class Sources>
    void run(const Kernel& kernel, std::size_t count, const Sinks& to, const Sources& from) const {
        executor<Policy>::run(policy, kernel, count, to, from);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

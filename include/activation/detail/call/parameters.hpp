#ifndef ACTIVATION_DETAIL_CALL_PARAMETERS_HPP
#define ACTIVATION_DETAIL_CALL_PARAMETERS_HPP

#include <cstdio>

#include "activation/detail/arch/target.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/simd/constexpr_arithmetic.hpp"

/// Parameters that a call on ranges refuses: a functor's refused() says which.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// A parameter that is refused, its value and what it must be; without a name all of them serve.
struct refused_parameter {
    const char* name = nullptr;
    double value = 0;
    const char* demand = nullptr;
};

template <class T>
constexpr refused_parameter refused_unless(bool fit, const char* name, T value, const char* demand) {
    return fit ? refused_parameter{} : refused_parameter{name, static_cast<double>(value), demand};
}

template <class T>
constexpr refused_parameter refused_unless_finite(const char* name, T value) {
    return refused_unless(finite(value), name, value, "finite");
}

template <class T>
constexpr refused_parameter refused_if_nan(const char* name, T value) {
    return refused_unless(!magnitude_of<T>(value).is_nan(), name, value, "a number");
}

/// What the functor of a kernel refuses of its parameters; most have none.
template <class Kernel>
[[gnu::always_inline]] constexpr refused_parameter refused_by(const Kernel& kernel) {
    if constexpr (requires { kernel.functor.refused(); })
        return kernel.functor.refused();
    else
        return {};
}

/// "activation::softplus(x, y): beta is 0, but it must be finite and not 0"
[[gnu::cold, gnu::noinline]] inline void check_parameter(const call_site& call, const refused_parameter& refused) {
    if (refused.name == nullptr) return;
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(to, room, "%s is %g, but it must be %s", refused.name, refused.value, refused.demand);
    });
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_TESTS_SUPPORT_FUNCTOR_HPP
#define ACTIVATION_TESTS_SUPPORT_FUNCTOR_HPP

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "support/bounds.hpp"
#include "support/reference/function.hpp"

/// From a description to the library: functors with its parameters, and the bounds that hold for this build's target.
namespace tests {

#if defined(__FMA__) || defined(__FP_FAST_FMAF) || defined(__ARM_FEATURE_FMA)
inline constexpr bool has_fused_multiply_add = true;
#else
inline constexpr bool has_fused_multiply_add = false;
#endif

template <class T>
constexpr bound bound_of(const bounds& allowed) {
    if constexpr (std::same_as<T, float>) {
        return has_fused_multiply_add ? allowed.float_fused : allowed.float_plain;
    } else {
        return has_fused_multiply_add ? allowed.double_fused : allowed.double_plain;
    }
}

/// Whether F has as many members.
template <class F, class T, std::size_t... index>
constexpr bool takes(std::index_sequence<index...>) {
    return requires { F{static_cast<T>(index)...}; };
}

/// The functor whose members are these values.
template <template <class> class Functor, class T, std::size_t count>
constexpr Functor<T> functor_of_values(const std::array<double, count>& values) {
    static_assert(!takes<Functor<T>, T>(std::make_index_sequence<count + 1>()),
                  "the functor has more parameters than its description");
    const auto with = [&values]<std::size_t... index>(std::index_sequence<index...>) {
        return Functor<T>{static_cast<T>(values[index])...};
    };
    return with(std::make_index_sequence<count>());
}

/// The functor with the parameters of a description.
template <template <class> class Functor, class T, class Parameters>
constexpr Functor<T> functor_of(const Parameters& p) {
    return functor_of_values<Functor, T>(reference::values_of(p));
}

/// Whether these are the functor's defaults, as a float holds them.
template <template <class> class Functor, class Parameters>
constexpr bool are_defaults(const Parameters& p) {
    if constexpr (std::is_empty_v<Parameters>) {
        return true;
    } else {
        return std::bit_cast<std::array<float, sizeof(Parameters) / sizeof(double)>>(Functor<float>{}) ==
               std::bit_cast<std::array<float, sizeof(Parameters) / sizeof(double)>>(functor_of<Functor, float>(p));
    }
}

}  // namespace tests

#endif

// The kernels for halves of the format ACTIVATION_LIBRARY_FORMAT, for one instruction set, ACTIVATION_LIBRARY_TARGET.  CMake
// compiles this page once for each of both.  They go from floats to floats, as the library brings halves to floats and back;
// what they add to the float kernels is where a result that stands halfway between two halves has to go.  Prelu per channel,
// which sums over all elements, goes from halves to halves.
#include <type_traits>

#include "channels.hpp"
#include "compiled.hpp"
#include "kernels.hpp"
#include "own_tables.hpp"

namespace activation_library {
namespace {

namespace detail = activation::detail;

constexpr activation::format format = activation::format::ACTIVATION_LIBRARY_FORMAT;

template <class F>
concept says_how_to_round = requires {
    typename F::half_rounding;
};

/// Those that the float kernel does not serve; the gradient is a float product, rounded once.
template <class F>
constexpr kernels kernels_of() {
    if constexpr (says_how_to_round<F>) {
        using rounding = typename F::half_rounding;
        using rounded = calls<detail::half_functor<F, rounding, format, true, true>, float>;
        constexpr bool value = !std::is_base_of_v<detail::keeps_value, rounding>;
        constexpr bool slope = !std::is_base_of_v<detail::keeps_slope, rounding>;
        kernels result{};
        if constexpr (value) result.forward = rounded::forward;
        if constexpr (slope) result.derivative = rounded::derivative;
        if constexpr (value || slope) result.value_and_derivative = rounded::value_and_derivative;
        return result;
    } else {
        return {};
    }
}

template <class F, bool Compiled>
constexpr kernels kernels_if() {
    if constexpr (Compiled)
        return kernels_of<F>();
    else
        return {};
}

}  // namespace

namespace ACTIVATION_LIBRARY_TARGET {

template <>
constinit const kernels half_parts<ACTIVATION_LIBRARY_FORMAT, accurate>::elementwise[] = {
#define ACTIVATION_ENTRY(callable, Functor) kernels_if<activation::Functor<float>, compiled(#callable)>(),
#include <activation/catalogue.hpp>
};

template <>
constinit const kernels half_parts<ACTIVATION_LIBRARY_FORMAT, fast>::elementwise[] = {
#define ACTIVATION_ENTRY(callable, Functor) kernels_if<activation::fast::Functor<float>, compiled(#callable)>(),
#include <activation/catalogue.hpp>
};

using half = activation::ACTIVATION_LIBRARY_FORMAT;

template <>
constinit const row_kernels half_parts<ACTIVATION_LIBRARY_FORMAT, accurate>::rows =
    channel_kernels<half, activation::function<activation::PReLU>>();
template <>
constinit const row_kernels half_parts<ACTIVATION_LIBRARY_FORMAT, fast>::rows =
    channel_kernels<half, activation::fast::fast_prelu_function>();

}  // namespace ACTIVATION_LIBRARY_TARGET
}  // namespace activation_library

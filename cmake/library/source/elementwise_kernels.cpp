// The kernels of every activation in one type, ACTIVATION_LIBRARY_ELEMENT, for one instruction set,
// ACTIVATION_LIBRARY_TARGET.  CMake compiles this page once for each of both.
#include <string_view>

#include "compiled.hpp"
#include "kernels.hpp"
#include "own_tables.hpp"

namespace activation_library {
namespace {

/// Whether a gated unit of this activation has a name of its own.
constexpr bool gates(std::string_view name) {
    for (const std::string_view each : {"sigmoid", "relu", "gelu", "gelu_tanh", "silu"})
        if (name == each) return true;
    return false;
}

template <class F, class T, bool Compiled, bool Gates>
constexpr kernels kernels_of() {
    if constexpr (!Compiled)
        return left_out;
    else if constexpr (Gates)
        return gated_calls<F, T>::table;
    else
        return calls<F, T>::table;
}

using element = ACTIVATION_LIBRARY_ELEMENT;

}  // namespace

namespace ACTIVATION_LIBRARY_TARGET {

template <>
constinit const kernels parts<element, accurate>::elementwise[] = {
#define ACTIVATION_ENTRY(callable, Functor) \
    kernels_of<activation::Functor<element>, element, compiled(#callable), gates(#callable)>(),
#include <activation/catalogue.hpp>
};

template <>
constinit const kernels parts<element, fast>::elementwise[] = {
#define ACTIVATION_ENTRY(callable, Functor) \
    kernels_of<activation::fast::Functor<element>, element, compiled(#callable), gates(#callable)>(),
#include <activation/catalogue.hpp>
};

}  // namespace ACTIVATION_LIBRARY_TARGET
}  // namespace activation_library

// The kernels of every activation that the exact tier has, in floats, for one instruction set, ACTIVATION_LIBRARY_TARGET.
// CMake compiles this page once for each, and writes exact_entries.inc.
#include <activation/exact.hpp>
#include <type_traits>

#include "compiled.hpp"
#include "exact.hpp"
#include "kernels.hpp"
#include "own_tables.hpp"

namespace activation_library {
namespace {

template <template <class> class F, bool Compiled, bool Gates>
constexpr kernels exact_kernels_of() {
    if constexpr (std::is_same_v<F<float>, not_exact<float>>)
        return {};
    else
        return kernels_of<F<float>, float, Compiled, Gates>();
}

}  // namespace

namespace ACTIVATION_LIBRARY_TARGET {

template <>
constinit const kernels parts<float, exact>::elementwise[] = {
#define ACTIVATION_LIBRARY_EXACT(callable, Functor) exact_kernels_of<Functor, compiled(#callable), gates(#callable)>(),
#include "exact_entries.inc"
};

}  // namespace ACTIVATION_LIBRARY_TARGET
}  // namespace activation_library

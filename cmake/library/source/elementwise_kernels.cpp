// The kernels of every activation in one type, ACTIVATION_LIBRARY_ELEMENT, for one instruction set,
// ACTIVATION_LIBRARY_TARGET.  CMake compiles this page once for each of both.
#include "compiled.hpp"
#include "kernels.hpp"
#include "own_tables.hpp"

namespace activation_library {
namespace {

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

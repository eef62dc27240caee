#ifndef ACTIVATION_LIBRARY_NAMES_HPP
#define ACTIVATION_LIBRARY_NAMES_HPP

#include <cstddef>

namespace activation_library {

/// An activation as its functor describes it.
struct description {
    const char* name;
    const char* functor;
    std::size_t parameter_count;
    const char* const* parameter_names;
    const double* defaults;
};

/// By kind: its place in the catalogue.
enum kind {
#define ACTIVATION_ENTRY(callable, Functor) kind_of_##callable,
#include <activation/catalogue.hpp>
    kinds
};
extern const description descriptions[kinds];

}  // namespace activation_library

#endif

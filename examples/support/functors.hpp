// A functor of the library with parameters that are known by their order.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_FUNCTORS_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_FUNCTORS_HPP

#include <array>
#include <cstddef>
#include <iterator>

#include "activations.hpp"

namespace examples {

/// The parameters of a functor in their order.
template <class Functor>
auto parameters_of(Functor& functor) {
    if constexpr (!requires { Functor::parameter_names; }) {
        return std::array<float*, 0>{};
    } else if constexpr (std::size(Functor::parameter_names) == 1) {
        auto& [first] = functor;
        return std::array{&first};
    } else {
        auto& [first, second] = functor;
        return std::array{&first, &second};
    }
}

template <class Functor>
Functor with(parameter_values values) {
    Functor functor{};
    for (std::size_t i = 0; float* each : parameters_of(functor)) *each = values[i++];
    return functor;
}

}  // namespace examples

#endif

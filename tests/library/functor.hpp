#ifndef ACTIVATION_TESTS_LIBRARY_FUNCTOR_HPP
#define ACTIVATION_TESTS_LIBRARY_FUNCTOR_HPP

#include <activation/activation.h>

#include <cstddef>
#include <iterator>
#include <vector>

/// Functors with other parameters than the default ones.
namespace {

template <class F>
constexpr std::size_t parameter_count = 0;
template <class F>
    requires requires { F::parameter_names; }
constexpr std::size_t parameter_count<F> = std::size(F::parameter_names);

template <class F, class T>
F with_parameters(const std::vector<double>& values) {
    F functor{};
    if constexpr (parameter_count<F> == 1) {
        functor = F{static_cast<T>(values[0])};
    } else if constexpr (parameter_count<F> == 2) {
        functor = F{static_cast<T>(values[0]), static_cast<T>(values[1])};
    }
    return functor;
}

/// None if it has none.
template <class F>
std::vector<double> other_parameters(const char* name) {
    std::vector<double> values;
    const int kind = activation_find(name);
    for (std::size_t i = 0; i < parameter_count<F>; ++i)
        values.push_back(activation_parameter_default(kind, i) * 0.7 + 0.1);
    return values;
}

}  // namespace

#endif

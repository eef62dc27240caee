#include <concepts>
#include <cstdio>

#include "every_call.hpp"

/// What is the same object in both tiers stands in catalogue.cpp.
template <class Function, class Accurate>
double unless_shared(const Function& f, const Accurate&) {
    if constexpr (std::same_as<Function, Accurate>)
        return 0;
    else
        return every_call::elementwise(f);
}

int main() {
    double sum = 0;
#define ACTIVATION_ENTRY(callable, Functor) sum += unless_shared(activation::fast::callable, activation::callable);
#include <activation/catalogue.hpp>
    std::printf("%g\n", sum);
}

#include "half_activations.hpp"

#include <activation/activation.hpp>

#include "functors.hpp"

namespace examples {

namespace {

using activation::bfloat16;

template <template <class> class F>
constexpr activation_calls<bfloat16> calls_of(const activation::function<F>&) {
    return {
        [](std::span<const bfloat16> x, std::span<bfloat16> y, parameter_values p) {
            activation::function<F>{}(x, y, with<F<float>>(p));
        },
        [](std::span<const bfloat16> grad_output, std::span<const bfloat16> x, std::span<float> grad_input,
           parameter_values p) { activation::function<F>{}.backward(grad_output, x, grad_input, with<F<float>>(p)); }};
}

}  // namespace

activation_calls<bfloat16> half_calls(std::string_view name) {
#define ACTIVATION_ENTRY(callable, Functor) \
    if (name == activation::Functor<float>::name) return calls_of(activation::callable);
#include <activation/catalogue.hpp>
    return {};
}

}  // namespace examples

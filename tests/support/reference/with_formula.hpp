#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_WITH_FORMULA_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_WITH_FORMULA_HPP

#include "catalogue.hpp"
#include "formulas.hpp"
#include "function.hpp"

namespace reference {

/// Calls `use` with the formula, a callable from one double to scaled<Real>. NaN gives NaN.
template <class Real, class Use>
void with_formula(function which, mode what, double parameter, Use use) {
    const bool forward = what == mode::forward;
    const auto choose = [&](auto value, auto derivative) { forward ? use(value) : use(derivative); };
    switch (which) {
        case function::relu:
            return choose([](double x) { return relu_forward<Real>(x); },
                          [](double x) { return slope_by_sign<Real>(x, 0.0); });
        case function::leaky_relu:
        case function::prelu:
            return choose([=](double x) { return linear_by_sign<Real>(x, parameter); },
                          [=](double x) { return slope_by_sign<Real>(x, parameter); });
        case function::elu:
            return choose([=](double x) { return elu_forward<Real>(x, parameter); },
                          [=](double x) { return elu_derivative<Real>(x, parameter); });
        case function::gelu:
            return choose([](double x) { return gelu_forward<Real>(x); },
                          [](double x) { return gelu_derivative<Real>(x); });
        case function::gelu_tanh:
            return choose([](double x) { return gelu_tanh_forward<Real>(x); },
                          [](double x) { return gelu_tanh_derivative<Real>(x); });
        case function::silu:
            return choose([](double x) { return swish_forward(x, widen<Real>(1.0)); },
                          [](double x) { return swish_derivative(x, widen<Real>(1.0)); });
        case function::sigmoid:
            return choose([](double x) { return sigmoid_forward<Real>(x); },
                          [](double x) { return sigmoid_derivative<Real>(x); });
        case function::tanh:
            return choose([](double x) { return tanh_forward<Real>(x); },
                          [](double x) { return tanh_derivative<Real>(x); });
        case function::selu:
            return choose([](double x) { return selu_forward<Real>(x); },
                          [](double x) { return selu_derivative<Real>(x); });
        case function::celu:
            return choose([=](double x) { return celu_forward<Real>(x, parameter); },
                          [=](double x) { return celu_derivative<Real>(x, parameter); });
        case function::softplus:
            return choose([=](double x) { return softplus_forward<Real>(x, parameter); },
                          [=](double x) { return softplus_derivative<Real>(x, parameter); });
        case function::log_sigmoid:
            return choose([](double x) { return log_sigmoid_forward<Real>(x); },
                          [](double x) { return sigmoid_forward<Real>(-x); });
        case function::swish:
            return choose([=](double x) { return swish_forward(x, widen<Real>(parameter)); },
                          [=](double x) { return swish_derivative(x, widen<Real>(parameter)); });
        case function::quick_gelu:
            return choose([](double x) { return swish_forward(x, narrow<Real>(quick_gelu_beta)); },
                          [](double x) { return swish_derivative(x, narrow<Real>(quick_gelu_beta)); });
        case function::mish:
            return choose([](double x) { return mish_forward<Real>(x); },
                          [](double x) { return mish_derivative<Real>(x); });
        case function::tanhshrink:
            return choose([](double x) { return tanhshrink_forward<Real>(x); },
                          [](double x) { return tanhshrink_derivative<Real>(x); });
    }
}

}  // namespace reference

#endif

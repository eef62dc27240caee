#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_WITH_FORMULA_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_WITH_FORMULA_HPP

#include "catalogue.hpp"
#include "formulas.hpp"
#include "function.hpp"
#include "piecewise.hpp"

namespace reference {

/// Calls `use` with the formula, a callable from one double to scaled<Real>. NaN gives NaN.
template <class Real, class Use>
void with_formula(function which, mode what, const parameters& p, Use use) {
    const bool forward = what == mode::forward;
    const double first = p[0], second = p[1];
    const auto choose = [&](auto value, auto derivative) { forward ? use(value) : use(derivative); };
    switch (which) {
        case function::relu:
            return choose([](double x) { return relu_forward<Real>(x); },
                          [](double x) { return slope_by_sign<Real>(x, 0.0); });
        case function::leaky_relu:
        case function::prelu:
            return choose([=](double x) { return linear_by_sign<Real>(x, first); },
                          [=](double x) { return slope_by_sign<Real>(x, first); });
        case function::elu:
            return choose([=](double x) { return elu_forward<Real>(x, first); },
                          [=](double x) { return elu_derivative<Real>(x, first); });
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
            return choose([=](double x) { return celu_forward<Real>(x, first); },
                          [=](double x) { return celu_derivative<Real>(x, first); });
        case function::softplus:
            return choose([=](double x) { return softplus_forward<Real>(x, first, second); },
                          [=](double x) { return softplus_derivative<Real>(x, first, second); });
        case function::log_sigmoid:
            return choose([](double x) { return log_sigmoid_forward<Real>(x); },
                          [](double x) { return sigmoid_forward<Real>(-x); });
        case function::swish:
            return choose([=](double x) { return swish_forward(x, widen<Real>(first)); },
                          [=](double x) { return swish_derivative(x, widen<Real>(first)); });
        case function::quick_gelu:
            return choose([](double x) { return swish_forward(x, narrow<Real>(quick_gelu_beta)); },
                          [](double x) { return swish_derivative(x, narrow<Real>(quick_gelu_beta)); });
        case function::mish:
            return choose([](double x) { return mish_forward<Real>(x); },
                          [](double x) { return mish_derivative<Real>(x); });
        case function::tanhshrink:
            return choose([](double x) { return tanhshrink_forward<Real>(x); },
                          [](double x) { return tanhshrink_derivative<Real>(x); });
        case function::relu6:
            return choose([](double x) { return clamp_forward<Real>(x, 0.0, 6.0); },
                          [](double x) { return clamp_derivative<Real>(x, 0.0, 6.0); });
        case function::squared_relu:
            return choose([](double x) { return squared_relu_forward<Real>(x); },
                          [](double x) { return squared_relu_derivative<Real>(x); });
        case function::threshold:
            return choose([=](double x) { return threshold_forward<Real>(x, first, second); },
                          [=](double x) { return threshold_derivative<Real>(x, first); });
        case function::hardtanh:
            return choose([=](double x) { return clamp_forward<Real>(x, first, second); },
                          [=](double x) { return clamp_derivative<Real>(x, first, second); });
        case function::hardsigmoid:
            return choose([](double x) { return hardsigmoid_forward<Real>(x); },
                          [](double x) { return hardsigmoid_derivative<Real>(x); });
        case function::hardswish:
            return choose([](double x) { return hardswish_forward<Real>(x); },
                          [](double x) { return hardswish_derivative<Real>(x); });
        case function::hardshrink:
            return choose([=](double x) { return hardshrink_forward<Real>(x, first); },
                          [=](double x) { return shrink_derivative<Real>(x, first); });
        case function::softshrink:
            return choose([=](double x) { return softshrink_forward<Real>(x, first); },
                          [=](double x) { return shrink_derivative<Real>(x, first); });
        case function::softsign:
            return choose([](double x) { return softsign_forward<Real>(x); },
                          [](double x) { return softsign_derivative<Real>(x); });
    }
}

}  // namespace reference

#endif

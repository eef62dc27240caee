// The one list of activations against the names of the fast tier.
#include <activation/activation.hpp>
#include <concepts>
#include <span>

#include "support/catch.hpp"

namespace {

namespace nn = activation::fast;

/// Whether f has every call of an activation, with parameters or without.  Asked and not made: a program that makes
/// them all takes minutes to compile.
template <template <class> class F, class T, class Callable>
constexpr bool has_every_call(const Callable& f) {
    return requires(const F<T>& p, T v, std::span<const T> x, std::span<T> y) {
        { f(v) } -> std::same_as<T>;
        { f.derivative(v) } -> std::same_as<T>;
        { f.value_and_derivative(v).value } -> std::convertible_to<T>;
        f(y), f(y, p), f(x, y), f(x, y, p);
        f.derivative(x, y), f.derivative(x, y, p);
        f.value_and_derivative(x, y, y), f.value_and_derivative(x, y, y, p);
        f.backward(x, x, y), f.backward(x, x, y, p);
    };
}

template <class Callable>
constexpr bool is_gated_unit(const Callable& f) {
    return requires(std::span<const float> x, std::span<float> y) {
        f(x, x, y);
        f.backward(x, x, x, y, y);
        f.packed(x, y, 2, nn::halves::linear_first);
    };
}

template <class Callable>
constexpr bool is_row_function(const Callable& f) {
    return requires(std::span<const float> x, std::span<float> y) {
        f(x, y, 2);
        f.backward(x, x, y, 2);
    };
}

}  // namespace

TEST_CASE("catalogue: activation::exact has the names that it states, with every call") {
    namespace exact = activation::exact;
    for (const bool has_all :
         {has_every_call<exact::ReLU, float>(exact::relu), has_every_call<exact::LeakyReLU, float>(exact::leaky_relu),
          has_every_call<exact::PReLU, float>(exact::prelu), has_every_call<exact::ELU, float>(exact::elu),
          has_every_call<exact::GELU, float>(exact::gelu), has_every_call<exact::GELUTanh, float>(exact::gelu_tanh),
          has_every_call<exact::SiLU, float>(exact::silu), has_every_call<exact::Sigmoid, float>(exact::sigmoid),
          has_every_call<exact::Tanh, float>(exact::tanh), has_every_call<exact::Exp, float>(exact::exp),
          has_every_call<exact::SELU, float>(exact::selu), has_every_call<exact::Mish, float>(exact::mish),
          has_every_call<exact::QuickGELU, float>(exact::quick_gelu),
          has_every_call<exact::Softplus, float>(exact::softplus),
          has_every_call<exact::LogSigmoid, float>(exact::log_sigmoid),
          has_every_call<exact::Tanhshrink, float>(exact::tanhshrink), has_every_call<exact::GELU, double>(exact::gelu),
          has_every_call<exact::ELU, double>(exact::elu), has_every_call<exact::Tanh, double>(exact::tanh)})
        CHECK(has_all);
    for (const bool is_one : {is_gated_unit(exact::glu), is_gated_unit(exact::reglu), is_gated_unit(exact::geglu),
                              is_gated_unit(exact::geglu_tanh), is_gated_unit(exact::swiglu)})
        CHECK(is_one);
}

TEST_CASE("catalogue: activation::fast has every name, with every call") {
#define ACTIVATION_ENTRY(callable, Functor)                  \
    CHECK(has_every_call<nn::Functor, float>(nn::callable)); \
    CHECK(has_every_call<nn::Functor, double>(nn::callable));
#include <activation/catalogue.hpp>
    for (const bool is_one : {is_gated_unit(nn::glu), is_gated_unit(nn::reglu), is_gated_unit(nn::geglu),
                              is_gated_unit(nn::geglu_tanh), is_gated_unit(nn::swiglu)})
        CHECK(is_one);
    for (const bool is_one : {is_row_function(nn::softmax), is_row_function(nn::log_softmax)}) CHECK(is_one);
}

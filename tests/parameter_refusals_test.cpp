#include <activation/activation.hpp>
#include <array>
#include <limits>
#include <stdexcept>
#include <string>

#include "support/catch.hpp"
#include "support/types.hpp"

// A parameter that is refused, by every call on ranges, with its name and value, before anything is written.
namespace {

template <class Call>
void require_refused(const Call& call, const std::string& text) {
    CHECK_THROWS_AS(call(), std::invalid_argument);
    CHECK_THROWS_WITH(call(), text);
}

template <class T, class Function, class Functor>
void require_refused_by_all(const Function& f, const Functor& p, const std::string& reason) {
    const std::array<T, 3> in{-1, 0, 2};
    const std::array<T, 3> before{7, 7, 7};
    std::array<T, 3> out = before, more = before;
    const std::string name = std::string("activation::") + Functor::name;
    require_refused([&] { f(out, p); }, name + "(x): " + reason);
    require_refused([&] { f(in, out, p); }, name + "(x, y): " + reason);
    require_refused([&] { f.derivative(in, out, p); }, name + ".derivative(x, d): " + reason);
    require_refused([&] { f.value_and_derivative(in, out, more, p); },
                    name + ".value_and_derivative(x, y, d): " + reason);
    require_refused([&] { f.backward(in, in, out, p); }, name + ".backward(grad_output, x, grad_input): " + reason);
    CHECK(out == before);
    CHECK(more == before);
    CHECK_NOTHROW(f(T(-1), p));
}

TEMPLATE_LIST_TEST_CASE("refused: NaN and infinities where a number is needed", "", tests::float_or_both) {
    using T = TestType;
    constexpr T infinity = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
    for (const T value : {infinity, -infinity, nan}) {
        const std::string text = value < 0 ? "-inf" : value > 0 ? "inf" : "nan";
        const std::string finite = " is " + text + ", but it must be finite";
        require_refused_by_all<T>(activation::leaky_relu, activation::LeakyReLU<T>{value}, "negative_slope" + finite);
        require_refused_by_all<T>(activation::prelu, activation::PReLU<T>{value}, "weight" + finite);
        require_refused_by_all<T>(activation::elu, activation::ELU<T>{value}, "alpha" + finite);
        require_refused_by_all<T>(activation::swish, activation::Swish<T>{value}, "beta" + finite);
        require_refused_by_all<T>(activation::star_relu, activation::StarReLU<T>{value, 1}, "scale" + finite);
        require_refused_by_all<T>(activation::star_relu, activation::StarReLU<T>{1, value}, "bias" + finite);
        require_refused_by_all<T>(activation::celu, activation::CELU<T>{value}, "alpha" + finite + " and not 0");
        require_refused_by_all<T>(activation::softplus, activation::Softplus<T>{value}, "beta" + finite + " and not 0");
        require_refused_by_all<T>(activation::softcap, activation::Softcap<T>{value}, "cap" + finite + " and not 0");
    }
    const std::string number = " is nan, but it must be a number";
    require_refused_by_all<T>(activation::softplus, activation::Softplus<T>{1, nan}, "threshold" + number);
    require_refused_by_all<T>(activation::threshold, activation::Threshold<T>{nan, 0}, "threshold" + number);
    require_refused_by_all<T>(activation::hardtanh, activation::Hardtanh<T>{nan, 1},
                              "min_val" + number + " not above max_val");
    require_refused_by_all<T>(activation::hardtanh, activation::Hardtanh<T>{0, nan}, "max_val" + number);
    const std::string order = " is nan, but it must be 0 or more";
    require_refused_by_all<T>(activation::hardshrink, activation::Hardshrink<T>{nan}, "lambd" + order);
    require_refused_by_all<T>(activation::softshrink, activation::Softshrink<T>{nan}, "lambd" + order);
}

TEMPLATE_LIST_TEST_CASE("refused: what has no meaning", "", tests::float_or_both) {
    using T = TestType;
    require_refused_by_all<T>(activation::softplus, activation::Softplus<T>{0},
                              "beta is 0, but it must be finite and not 0");
    require_refused_by_all<T>(activation::softplus, activation::Softplus<T>{T(-0.0)},
                              "beta is -0, but it must be finite and not 0");
    require_refused_by_all<T>(activation::celu, activation::CELU<T>{0}, "alpha is 0, but it must be finite and not 0");
    require_refused_by_all<T>(activation::softcap, activation::Softcap<T>{0},
                              "cap is 0, but it must be finite and not 0");
    require_refused_by_all<T>(activation::hardtanh, activation::Hardtanh<T>{4, 3},
                              "min_val is 4, but it must be a number not above max_val");
    require_refused_by_all<T>(activation::hardshrink, activation::Hardshrink<T>{-1},
                              "lambd is -1, but it must be 0 or more");
    require_refused_by_all<T>(activation::softshrink, activation::Softshrink<T>{-1},
                              "lambd is -1, but it must be 0 or more");
}

TEST_CASE("refused: not what has a meaning, however odd") {
    constexpr float infinity = std::numeric_limits<float>::infinity(), nan = std::numeric_limits<float>::quiet_NaN();
    std::array<float, 3> x{-1, 0, 2};
    CHECK_NOTHROW(activation::threshold(x, {.threshold = 0, .value = nan}));
    CHECK_NOTHROW(activation::threshold(x, {.threshold = -infinity, .value = infinity}));
    CHECK_NOTHROW(activation::hardtanh(x, {-infinity, infinity}));
    CHECK_NOTHROW(activation::hardtanh(x, {2, 2}));
    CHECK_NOTHROW(activation::hardshrink(x, {infinity}));
    CHECK_NOTHROW(activation::softshrink(x, {0}));
    CHECK_NOTHROW(activation::softplus(x, {.beta = -1, .threshold = infinity}));
    CHECK_NOTHROW(activation::swish(x, {.beta = 0}));
    CHECK_NOTHROW(activation::star_relu(x, {.scale = 0, .bias = -3}));
    CHECK_NOTHROW(activation::leaky_relu(x, {.negative_slope = -3}));
    CHECK_NOTHROW(activation::celu(x, {.alpha = -2}));
    CHECK_NOTHROW(activation::softcap(x, {.cap = -2}));
}

TEST_CASE("refused: doubles as well") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    require_refused_by_all<double>(activation::celu, activation::CELU<double>{0},
                                   "alpha is 0, but it must be finite and not 0");
    require_refused_by_all<double>(activation::leaky_relu, activation::LeakyReLU<double>{-infinity},
                                   "negative_slope is -inf, but it must be finite");
}

TEST_CASE("refused: an empty range does not make a parameter right, and weights are data") {
    std::array<float, 0> nothing{};
    CHECK_THROWS_AS(activation::celu(nothing, {.alpha = 0}), std::invalid_argument);
    std::array<float, 2> x{-1, 1};
    const std::array<float, 2> weights{std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()};
    CHECK_NOTHROW(activation::prelu(x, x, weights, 1));
}

TEST_CASE("refused: backward_from_output keeps its own words") {
    std::array<float, 2> x{-1, 1};
    CHECK_THROWS_WITH(activation::elu.backward_from_output(x, x, x, {.alpha = -std::numeric_limits<float>::infinity()}),
                      "activation::elu.backward_from_output(grad_output, y, grad_input): alpha is -inf, but the output "
                      "determines the derivative only if it is positive");
    CHECK_THROWS_WITH(activation::elu.backward_from_output(x, x, x, {.alpha = std::numeric_limits<float>::infinity()}),
                      "activation::elu.backward_from_output(grad_output, y, grad_input): alpha is inf, but it must be "
                      "finite");
}

/// A user's own functor says the same.
template <class T = float>
struct Scaled {
    static constexpr const char* name = "scaled";
    T factor = T(1);

    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return V(factor) * x;
    }
    constexpr activation::detail::refused_parameter refused() const noexcept {
        return factor > 0 ? activation::detail::refused_parameter{}
                          : activation::detail::refused_parameter{"factor", double(factor), "positive"};
    }
};
inline constexpr activation::function<Scaled> scaled{};

TEST_CASE("refused: a parameter of a user's own functor") {
    std::array<float, 2> x{-1, 1};
    CHECK_NOTHROW(scaled(x));
    require_refused([&] { scaled(x, {.factor = -2}); }, "activation::scaled(x): factor is -2, but it must be positive");
}

}  // namespace

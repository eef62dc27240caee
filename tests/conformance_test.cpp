// The library beside its neighbours: values from the ONNX operator definitions' examples and PyTorch's documentation,
// the defaults that PyTorch documents, and the identities between activations.

#include <activation/activation.hpp>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

using std::vector;

/// Two last places of a float, or what `tolerance` says.
template <class Callable, class Parameters>
void check_values(const char* name, const Callable& f, const Parameters& p, const vector<float>& x,
                  const vector<double>& expected, double tolerance = 0x1p-22) {
    REQUIRE(x.size() == expected.size());
    vector<float> y(x.size());
    f(x, y, p);
    for (std::size_t i = 0; i < x.size(); ++i) {
        INFO(name << " at " << x[i] << ": " << y[i] << ", documented " << expected[i]);
        CHECK(std::abs(static_cast<double>(y[i]) - expected[i]) <= tolerance * std::fmax(1, std::abs(expected[i])));
    }
}

/// Bit patterns as they come, and numbers of middling size.
template <class T>
vector<T> inputs() {
    vector<T> x;
    for (const T pattern : tests::random_patterns<T>(20000, 5))
        if (std::isfinite(pattern)) x.push_back(pattern);
    tests::random_bits next(6);
    for (int i = 0; i < 20000; ++i)
        x.push_back(static_cast<T>(std::ldexp(static_cast<double>(static_cast<std::int64_t>(next())), -58 - i % 8)));
    return x;
}

/// |a − b| in units of the last place of a magnitude.
template <class T>
T units(T a, T b, T magnitude) {
    return std::abs(a - b) / (std::numeric_limits<T>::epsilon() * std::abs(magnitude));
}

template <class T, class Callable>
void check_odd(const char* name, const Callable& f) {
    for (const T x : inputs<T>()) {
        INFO(name << " at " << x);
        REQUIRE(tests::same_bits(f(T(-x)), T(-f(x))));
    }
}

template <class T, class Callable>
void check_even_derivative(const char* name, const Callable& f) {
    for (const T x : inputs<T>()) {
        INFO(name << " at " << x);
        REQUIRE(tests::same_bits(f.derivative(T(-x)), f.derivative(x)));
    }
}

/// f(x) − f(−x) = x: what x·σ(g(x)) and log(1 + eˣ) have in common.  Each value may be off by 2 units of its own.
template <class T, class Callable>
void check_difference_is_x(const char* name, const Callable& f) {
    for (const T x : inputs<T>()) {
        if (std::abs(x) > std::numeric_limits<T>::max() / 4) continue;
        INFO(name << " at " << x);
        const T larger = std::fmax(std::abs(f(x)), std::abs(f(T(-x))));
        const T tolerance =
            std::fmax(T(4 * larger * std::numeric_limits<T>::epsilon()), T(4 * std::numeric_limits<T>::denorm_min()));
        REQUIRE(std::abs(T(f(x) - f(T(-x))) - x) <= tolerance);
    }
}

}  // namespace

TEST_CASE("conformance: the examples of ONNX's operators come out") {
    using namespace activation;
    const vector<float> three{-1, 0, 1};
    check_values("Elu", elu, ELU<float>{.alpha = 2}, three, {-1.26424112, 0, 1});
    check_values("LeakyRelu", leaky_relu, LeakyReLU<float>{.negative_slope = 0.1F}, three, {-0.1, 0, 1});
    check_values("Sigmoid", sigmoid, Sigmoid<float>{}, three, {0.26894142, 0.5, 0.73105858});
    check_values("Tanh", activation::tanh, Tanh<float>{}, three, {-0.76159416, 0, 0.76159416});
    check_values("Softplus", softplus, Softplus<float>{}, three, {0.31326169, 0.69314718, 1.31326169});
    check_values("Softsign", softsign, Softsign<float>{}, three, {-0.5, 0, 0.5});
    check_values("Gelu", gelu, GELU<float>{}, three, {-0.15865525, 0, 0.84134475});
    check_values("Gelu, tanh", gelu_tanh, GELUTanh<float>{}, three, {-0.158808, 0, 0.841192}, 6e-7);
    check_values("Celu", celu, CELU<float>{.alpha = 2}, three, {-0.78693868, 0, 1});
    check_values("Selu", selu, SELU<float>{}, three, {-1.11133074, 0, 1.05070099});
    check_values("Swish", swish, Swish<float>{}, {3, 4, 5}, {2.8577224, 3.9280552, 4.9665356});
    check_values("ThresholdedRelu", threshold, Threshold<float>{.threshold = 2, .value = 0}, {-1.5F, 0, 1.2F, 2, 2.2F},
                 {0, 0, 0, 0, 2.2});
    check_values("Shrink, hard", hardshrink, Hardshrink<float>{.lambd = 1.5F}, {-2, -1, 0, 1, 2}, {-2, 0, 0, 0, 2});
    check_values("Shrink, soft", softshrink, Softshrink<float>{.lambd = 1.5F}, {-2, -1, 0, 1, 2}, {-0.5, 0, 0, 0, 0.5});
}

TEST_CASE("conformance: ONNX's examples of softmax and log-softmax come out") {
    const vector<float> x{0, 1, 2, 3, 10000, 10001, 10002, 10003};
    const vector<double> soft{0.0320586, 0.08714432, 0.23688282, 0.64391426};
    const vector<double> logarithm{-3.4401897, -2.4401897, -1.4401897, -0.4401897};
    vector<float> y(x.size()), z(x.size());
    activation::softmax(x, y, 4);
    activation::log_softmax(x, z, 4);
    for (std::size_t i = 0; i < x.size(); ++i) {
        CHECK(std::abs(static_cast<double>(y[i]) - soft[i % 4]) < 1e-7);
        CHECK(std::abs(static_cast<double>(z[i]) - logarithm[i % 4]) < 4e-7);
    }
}

TEST_CASE("conformance: the four digits in PyTorch's documentation come out") {
    using namespace activation;
    check_values("torch.tanh", activation::tanh, Tanh<float>{}, {0.8986F, -0.7279F, 1.1745F, 0.2611F},
                 {0.7156, -0.6218, 0.8257, 0.2553}, 1e-4);
    check_values("torch.sigmoid", sigmoid, Sigmoid<float>{}, {0.9213F, 1.0887F, -0.8858F, -1.7683F},
                 {0.7153, 0.7481, 0.2920, 0.1458}, 1e-4);
}

TEST_CASE("conformance: parameters have PyTorch's defaults") {
    using namespace activation;
    CHECK(LeakyReLU<double>{}.negative_slope == 0.01);
    CHECK(PReLU<double>{}.weight == 0.25);
    CHECK(ELU<double>{}.alpha == 1);
    CHECK(CELU<double>{}.alpha == 1);
    CHECK(Softplus<double>{}.beta == 1);
    CHECK(Softplus<double>{}.threshold == 20);
    CHECK(Hardshrink<double>{}.lambd == 0.5);
    CHECK(Softshrink<double>{}.lambd == 0.5);
    CHECK(Hardtanh<double>{}.min_val == -1);
    CHECK(Hardtanh<double>{}.max_val == 1);
}

TEMPLATE_TEST_CASE("conformance: odd functions are odd bit for bit", "", float, double) {
    check_odd<TestType>("tanh", activation::tanh);
    check_odd<TestType>("softsign", activation::softsign);
    check_odd<TestType>("tanhshrink", activation::tanhshrink);
    check_even_derivative<TestType>("tanh", activation::tanh);
    check_even_derivative<TestType>("sigmoid", activation::sigmoid);
    check_even_derivative<TestType>("softsign", activation::softsign);
    check_even_derivative<TestType>("tanhshrink", activation::tanhshrink);
}

TEMPLATE_TEST_CASE("conformance: sigmoids of x and -x add up to 1", "", float, double) {
    using T = TestType;
    for (const T x : inputs<T>()) {
        INFO(x);
        const T sum = activation::sigmoid(x) + activation::sigmoid(T(-x));
        REQUIRE(units(sum, T(1), T(1)) <= 2);
        REQUIRE(units(activation::log_sigmoid.derivative(x), activation::sigmoid(T(-x)), T(1)) <= 1);
    }
}

TEMPLATE_TEST_CASE("conformance: gates of x and -x differ by x", "", float, double) {
    check_difference_is_x<TestType>("gelu", activation::gelu);
    check_difference_is_x<TestType>("gelu_tanh", activation::gelu_tanh);
    check_difference_is_x<TestType>("silu", activation::silu);
    check_difference_is_x<TestType>("swish", activation::swish);
    check_difference_is_x<TestType>("quick_gelu", activation::quick_gelu);
}

TEMPLATE_TEST_CASE("conformance: relatives agree with one another", "", float, double) {
    using T = TestType;
    for (const T x : inputs<T>()) {
        INFO(x);
        REQUIRE(activation::celu(x) == activation::elu(x));
        REQUIRE(std::abs(activation::swish(x) - activation::silu(x)) <=
                std::fmax(T(3 * std::numeric_limits<T>::epsilon() * std::abs(activation::silu(x))),
                          3 * std::numeric_limits<T>::denorm_min()));
        if (x <= 20) REQUIRE(activation::softplus(x) == -activation::log_sigmoid(T(-x)));
        if (std::abs(x) < 1000)
            REQUIRE(units(T(activation::tanhshrink(x) + activation::tanh(x)), x, std::fmax(T(1), std::abs(x))) <= 2);
    }
}

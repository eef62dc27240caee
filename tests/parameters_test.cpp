#include <activation/activation.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/long_double.hpp"
#include "support/parameter_formulas.hpp"
#include "support/row.hpp"
#include "support/same_bits.hpp"

// Every parameter of every activation over all magnitudes and both signs, against the formulas in long double.
namespace {

/// Magnitudes over all binades, and in those around what a kernel may take for a limit; 0 is not among them.
template <class T>
std::vector<T> magnitudes() {
    using limits = std::numeric_limits<T>;
    std::vector<T> result{limits::denorm_min(),
                          limits::min(),
                          limits::max(),
                          T(1),
                          T(2),
                          T(0x1p-20),
                          T(0x1p-40),
                          std::nextafter(T(0x1p-20), T(0)),
                          std::nextafter(T(0x1p-40), T(0)),
                          T(0x1p40),
                          std::nextafter(T(0x1p40), limits::max())};
    tests::random_bits next(11);
    for (int exponent = limits::min_exponent - limits::digits; exponent < limits::max_exponent;
         exponent += sizeof(T) == 4 ? 5 : 35)
        result.push_back(static_cast<T>(std::scalbn(1 + static_cast<double>(next() >> 12) * 0x1p-52, exponent)));
    return result;
}

template <class T>
std::vector<T> both_signs() {
    std::vector<T> result;
    for (const T magnitude : magnitudes<T>()) {
        result.push_back(magnitude);
        result.push_back(-magnitude);
    }
    return result;
}

/// All binades of both signs, the special values, and those that make `unit` times one of many moderate numbers of it.
template <class T>
std::vector<T> inputs_around(long double unit) {
    constexpr T infinity = std::numeric_limits<T>::infinity();
    std::vector<T> x{T(0), T(-0.0), infinity, -infinity};
    const std::vector<T> everywhere = tests::every_binade<T>(0, 12);
    // Five values apart in either type: all of a binade's six come up, in every fifth of the binades.
    constexpr std::size_t apart = sizeof(T) == 4 ? 5 : 35;
    for (std::size_t i = 0; i < everywhere.size(); i += apart) x.push_back(everywhere[i]);
    const auto add = [&](long double multiple) {
        const T near = static_cast<T>(multiple * unit);
        if (!std::isfinite(near)) return;
        for (const T each : {near, std::nextafter(near, infinity), std::nextafter(near, -infinity)})
            x.insert(x.end(), {each, -each});
    };
    tests::random_bits next(13);
    const auto fraction = [&] { return static_cast<long double>(next() >> 11) * 0x1p-53L; };
    for (int i = 0; i <= 40; ++i) add(i * 0.5L);
    for (int i = 0; i < 60; ++i) add(fraction() * std::scalbn(1.0L, i % 12));
    for (const long double knee : {17.0L, 20.0L, 37.0L, 60.0L, 88.7L, 103.9L, 128.0L, 195.0L, 200.0L, 600.0L, 709.7L,
                                   745.0L, 790.0L, 1465.0L, 1470.0L})
        add(knee);
    return x;
}

struct bounds {
    double forward = 0;
    double derivative = 0;
};

template <class T, class Function, class Functor>
void check_span(const Function& f, const Functor& p, const std::vector<T>& x) {
    std::vector<T> y(x.size()), d(x.size()), fused_y(x.size()), fused_d(x.size());
    f(x, y, p);
    f.derivative(x, d, p);
    f.value_and_derivative(x, fused_y, fused_d, p);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const bool same = tests::same_bits(y[i], f(x[i], p)) && tests::same_bits(d[i], f.derivative(x[i], p)) &&
                          tests::same_bits(fused_y[i], y[i]) && tests::same_bits(fused_d[i], d[i]);
        if (!same) FAIL(p.name << ", element and single value differ at " << tests::hex(x[i]));
    }
}

template <class T, class Function, class Functor>
void check(const Function& f, const Functor& p, const std::string& parameters, const std::vector<T>& x, bounds& worst) {
    for (const T each : x) {
        if (!tests::long_double_has_functions()) break;
        const tests::exact_pair exact = tests::formula_of(p, static_cast<long double>(each));
        const double forward = tests::ulp_error(f(each, p), exact.value, each == 0 ? 0x1p-1074 : 0);
        const double derivative = tests::ulp_error(f.derivative(each, p), exact.derivative, 0x1p-4);
        worst.forward = std::max(worst.forward, forward);
        worst.derivative = std::max(worst.derivative, derivative);
        if (forward <= 2 && derivative <= 2) continue;
        FAIL_CHECK(p.name << (sizeof(T) == 4 ? "<float>" : "<double>") << ", " << parameters << ", at "
                          << tests::hex(each) << ": value " << tests::hex(f(each, p)) << " is off by " << forward
                          << " ulp, derivative " << tests::hex(f.derivative(each, p)) << " by " << derivative
                          << "; exact " << tests::hex(static_cast<double>(exact.value)) << " and "
                          << tests::hex(static_cast<double>(exact.derivative)));
        break;
    }
    check_span(f, p, x);
}

template <class T>
void report(const char* name, const bounds& worst) {
    CAPTURE(name, worst.forward, worst.derivative);
    if (tests::long_double_has_functions())
        CHECK(worst.forward > 0.4);
    else
        WARN(name << " is not judged: long double's functions are double's here");
    if (std::getenv("ACTIVATION_TEST_FIGURES") != nullptr)
        std::printf("%s %s: %.3f %.3f\n", name, sizeof(T) == 4 ? "float" : "double", worst.forward, worst.derivative);
}

TEMPLATE_TEST_CASE("parameters: leaky_relu and prelu are right for every slope", "", float, double) {
    bounds worst;
    for (const TestType slope : both_signs<TestType>()) {
        const std::vector<TestType> x = inputs_around<TestType>(1);
        check(activation::leaky_relu, activation::LeakyReLU<TestType>{slope}, tests::hex(slope), x, worst);
        check(activation::prelu, activation::PReLU<TestType>{slope}, tests::hex(slope), x, worst);
    }
    report<TestType>("leaky_relu", worst);
}

TEMPLATE_TEST_CASE("parameters: elu is right for every alpha", "", float, double) {
    bounds worst;
    const std::vector<TestType> x = inputs_around<TestType>(1);
    for (const TestType alpha : both_signs<TestType>())
        check(activation::elu, activation::ELU<TestType>{alpha}, tests::hex(alpha), x, worst);
    report<TestType>("elu", worst);
}

TEMPLATE_TEST_CASE("parameters: celu is right for every alpha but 0", "", float, double) {
    bounds worst;
    for (const TestType alpha : both_signs<TestType>())
        check(activation::celu, activation::CELU<TestType>{alpha}, tests::hex(alpha), inputs_around<TestType>(alpha),
              worst);
    report<TestType>("celu", worst);
}

TEMPLATE_TEST_CASE("parameters: swish is right for every beta", "", float, double) {
    bounds worst;
    for (const TestType beta : both_signs<TestType>())
        check(activation::swish, activation::Swish<TestType>{beta}, tests::hex(beta),
              inputs_around<TestType>(1 / static_cast<long double>(beta)), worst);
    for (const TestType beta : {TestType(0), TestType(-0.0)})
        check(activation::swish, activation::Swish<TestType>{beta}, tests::hex(beta), inputs_around<TestType>(1),
              worst);
    report<TestType>("swish", worst);
}

TEMPLATE_TEST_CASE("parameters: softplus is right for every beta but 0 and every threshold", "", float, double) {
    constexpr TestType infinity = std::numeric_limits<TestType>::infinity();
    bounds worst;
    for (const TestType beta : both_signs<TestType>()) {
        const long double unit = 1 / static_cast<long double>(beta);
        for (const TestType threshold :
             {TestType(20), TestType(0), TestType(-0.7), TestType(1e30), infinity, -infinity}) {
            std::vector<TestType> x = inputs_around<TestType>(unit);
            const TestType knee = static_cast<TestType>(threshold * unit);
            x.insert(x.end(), {knee, std::nextafter(knee, infinity), std::nextafter(knee, -infinity)});
            check(activation::softplus, activation::Softplus<TestType>{beta, threshold},
                  tests::hex(beta) + " and " + tests::hex(threshold), x, worst);
        }
    }
    report<TestType>("softplus", worst);
}

TEMPLATE_TEST_CASE("parameters: softcap is right for every cap but 0", "", float, double) {
    bounds worst;
    for (const TestType cap : both_signs<TestType>())
        check(activation::softcap, activation::Softcap<TestType>{cap}, tests::hex(cap), inputs_around<TestType>(cap),
              worst);
    report<TestType>("softcap", worst);
}

TEMPLATE_TEST_CASE("parameters: star_relu is right for every scale and bias", "", float, double) {
    bounds worst;
    tests::random_bits next(17);
    for (const TestType scale : both_signs<TestType>()) {
        std::vector<TestType> biases{TestType(0), TestType(-0.0), TestType(-0.3), TestType(2)};
        // Both cancel somewhere if their signs differ, and x where they do is anything.
        for (int i = 0; i < 6; ++i) {
            const int exponent = static_cast<int>(next() % 200) - 100;
            const TestType bias = static_cast<TestType>(
                std::scalbn(-static_cast<long double>(scale), sizeof(TestType) == 4 ? exponent : exponent * 8));
            if (std::isfinite(bias)) biases.insert(biases.end(), {bias, std::nextafter(bias, TestType(0))});
        }
        for (const TestType bias : biases)
            check(activation::star_relu, activation::StarReLU<TestType>{scale, bias},
                  tests::hex(scale) + " and " + tests::hex(bias),
                  inputs_around<TestType>(std::sqrt(std::fabs(static_cast<long double>(bias) / scale))), worst);
    }
    report<TestType>("star_relu", worst);
}

template <class T>
void require_within(T got, long double exact) {
    CAPTURE(tests::hex(got), static_cast<double>(exact));
    CHECK(tests::ulp_error(got, exact) <= 2);
}

TEST_CASE("parameters: tiny, negative and infinite ones come out") {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    require_within(activation::softplus(0.0F, {.beta = 1e-30F}), 6.93147144e29L);
    CHECK(tests::hex(activation::softplus(-infinity, {.beta = 3e-11F})) == "0x0p+0");
    require_within(activation::softplus(2.0F, {.beta = -1}), -0.126928011042972496L);
    require_within(activation::swish(1.0F, {.beta = -1}), 0.268941421369995121L);
    CHECK(activation::swish(3.0F, {.beta = 0}) == 1.5F);
    CHECK(activation::swish(infinity, {.beta = 0}) == infinity);
    CHECK(tests::hex(activation::swish(-infinity, {.beta = 1e-9F})) == "-0x0p+0");
    CHECK(activation::celu.derivative(0.0F, {.alpha = 2.9e-39F}) == 1);
    CHECK(activation::celu.derivative(-infinity, {.alpha = 1e37F}) == 0);
    require_within(activation::celu(-0.5F, {.alpha = -1}), -0.648721270700128147L);
    CHECK(activation::hardshrink.derivative(infinity, {.lambd = infinity}) == 0);
    CHECK(activation::softshrink(infinity, {.lambd = infinity}) == 0);
}

TEST_CASE("parameters: one value has what the formula gives for a parameter that ranges refuse") {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    CHECK(activation::hardtanh(2.0F, {4, 3}) == 3);
    CHECK(activation::hardtanh(5.0F, {4, 3}) == 3);
    CHECK(activation::softshrink(0.0F, {-0.5F}) == 0.5F);
    CHECK(activation::softshrink(1.0F, {-0.5F}) == 1.5F);
    CHECK(activation::softplus(1.0F, {.beta = 0}) == infinity);
    CHECK(activation::softplus(-1.0F, {.beta = infinity}) == 0);
    CHECK(activation::softplus(1.0F, {.beta = infinity}) == 1);
    CHECK(activation::swish(-2.0F, {.beta = infinity}) == 0);
    CHECK(activation::swish(2.0F, {.beta = infinity}) == 2);
    CHECK(activation::elu(-1.0F, {.alpha = infinity}) == -infinity);
    CHECK(activation::elu.derivative(-1.0F, {.alpha = infinity}) == infinity);
    CHECK(activation::celu(-1.0F, {.alpha = 0}) == 0);
    CHECK(std::isnan(activation::celu(-1.0F, {.alpha = infinity})));
}

TEMPLATE_TEST_CASE("parameters: bounds and thresholds may be anything with an order", "", float, double) {
    using T = TestType;
    constexpr T infinity = std::numeric_limits<T>::infinity();
    bounds worst;
    std::vector<T> values = both_signs<T>();
    values.insert(values.end(), {T(0), infinity, -infinity});
    for (const T one : values) {
        std::vector<T> x = inputs_around<T>(1);
        x.insert(x.end(), {one, -one, std::nextafter(one, infinity), std::nextafter(one, -infinity)});
        const std::string text = tests::hex(one);
        check(activation::hardtanh, activation::Hardtanh<T>{-infinity, one}, text, x, worst);
        check(activation::hardtanh, activation::Hardtanh<T>{one, infinity}, text, x, worst);
        check(activation::hardtanh, activation::Hardtanh<T>{one, one}, text, x, worst);
        check(activation::threshold, activation::Threshold<T>{one, T(0.3)}, text, x, worst);
        check(activation::threshold, activation::Threshold<T>{T(0.3), one}, text, x, worst);
        if (!(one >= 0)) continue;
        check(activation::hardshrink, activation::Hardshrink<T>{one}, text, x, worst);
        check(activation::softshrink, activation::Softshrink<T>{one}, text, x, worst);
    }
    report<T>("piecewise", worst);
}

}  // namespace

#include <activation/elu.hpp>
#include <activation/exact.hpp>
#include <activation/gelu.hpp>
#include <activation/gelu_tanh.hpp>
#include <activation/leaky_relu.hpp>
#include <activation/prelu.hpp>
#include <activation/relu.hpp>
#include <activation/sigmoid.hpp>
#include <activation/silu.hpp>
#include <activation/storage.hpp>
#include <activation/tanh.hpp>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/halves.hpp"
#include "support/reference/fast.hpp"
#include "support/reference/mpfr.hpp"

// From halves to halves the accurate tier's results of all inputs are the halves nearest to the exact values.  The fast
// reference says which they are; where it is too near to the middle of two, MPFR does.

namespace {

using activation::bfloat16;
using activation::float16;
using reference::mode;

/// The other forms compile for half a minute.
constexpr bool all_forms = ACTIVATION_TESTS_ARE_THOROUGH;

/// By MPFR: towards 0, with an odd last bit where that is not all.
double by_mpfr(const char* name, mode what, const reference::parameters& p, float x) {
    const reference::mpfr_number exact = reference::evaluate(name, what, p, static_cast<double>(x));
    const double leading = mpfr_get_d(exact, MPFR_RNDZ);
    if (mpfr_cmp_d(exact, leading) == 0) return leading;
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(leading) | 1);
}

/// Whether an error of 2^-40 could move it to the other side of the middle of two halves.
template <class E>
bool is_near_the_middle(double value) {
    if (value == 0 || !std::isfinite(value)) return false;
    const double units = std::ldexp(std::abs(value), -tests::half_unit_exponent<E>(value));
    return std::abs(units - std::floor(units) - 0.5) <= units * 0x1p-40;
}

/// The nearest halves to f(x) or f'(x) for each of them.
template <class E>
std::vector<double> expected_of(const char* name, mode what, const reference::parameters& p, std::size_t& asked) {
    std::vector<float> x;
    for (const E& each : tests::all_halves<E>()) x.push_back(static_cast<float>(tests::number_of(each)));
    std::vector<double> exact(x.size());
    reference::evaluate(reference::function_named(name), what, p, x.data(), exact.data(), x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (is_near_the_middle<E>(exact[i])) {
            exact[i] = by_mpfr(name, what, p, x[i]);
            ++asked;
        }
        exact[i] = tests::nearest_half<E>(exact[i]);
    }
    return exact;
}

template <class E>
std::size_t wrong(const std::vector<E>& results, const std::vector<double>& expected) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < results.size(); ++i)
        count += !tests::same_value(tests::number_of(results[i]), expected[i]);
    return count;
}

template <class E, class F>
void check(const char* name, const F& f, const reference::parameters& p = {}) {
    CAPTURE(name, tests::is_brain<E>);
    std::size_t asked = 0;
    const std::vector<double> values = expected_of<E>(name, mode::forward, p, asked);
    const std::vector<double> slopes = expected_of<E>(name, mode::derivative, p, asked);
    CHECK(asked < 2000);
    const std::vector<E> x = tests::all_halves<E>();
    std::vector<E> y(x.size()), d(x.size());
    f(x, y);
    CHECK(wrong(y, values) == 0);
    f.derivative(x, d);
    CHECK(wrong(d, slopes) == 0);
    if constexpr (all_forms) {
        f.value_and_derivative(x, y, d);
        CHECK(wrong(y, values) + wrong(d, slopes) == 0);
        for (std::size_t i = 0; i < x.size(); ++i) {
            y[i] = f(x[i]);
            d[i] = f.derivative(x[i]);
        }
        CHECK(wrong(y, values) + wrong(d, slopes) == 0);
    }
}

TEMPLATE_TEST_CASE("halves: gelu is correctly rounded", "", bfloat16, float16) {
    check<TestType>("gelu", activation::gelu);
}
TEMPLATE_TEST_CASE("halves: gelu_tanh is correctly rounded", "", bfloat16, float16) {
    check<TestType>("gelu_tanh", activation::gelu_tanh);
}
TEMPLATE_TEST_CASE("halves: silu is correctly rounded", "", bfloat16, float16) {
    check<TestType>("silu", activation::silu);
}
TEMPLATE_TEST_CASE("halves: sigmoid is correctly rounded", "", bfloat16, float16) {
    check<TestType>("sigmoid", activation::sigmoid);
}
TEMPLATE_TEST_CASE("halves: tanh is correctly rounded", "", bfloat16, float16) {
    check<TestType>("tanh", activation::tanh);
}
#if ACTIVATION_TESTS_ARE_THOROUGH
TEMPLATE_TEST_CASE("halves: elu with an alpha of 1 is correctly rounded", "", bfloat16, float16) {
    check<TestType>("elu", activation::elu, {1.0});
}
TEMPLATE_TEST_CASE("halves: relu is exact", "", bfloat16, float16) { check<TestType>("relu", activation::relu); }
#endif

template <class E>
std::vector<double> numbers_of(const std::vector<E>& values) {
    std::vector<double> all;
    for (const E& each : values) all.push_back(tests::number_of(each));
    return all;
}

/// A correctly rounded float may stand halfway between two halves where the exact value does not.
template <class E, class F, class Exact>
void check_exact(const char* name, const F& f, const Exact& exact) {
    CAPTURE(name, tests::is_brain<E>);
    const std::vector<E> x = tests::all_halves<E>();
    std::vector<E> accurate(x.size()), result(x.size());
    f(x, accurate);
    exact(x, result);
    CHECK(wrong(result, numbers_of(accurate)) == 0);
    f.derivative(x, accurate);
    exact.derivative(x, result);
    CHECK(wrong(result, numbers_of(accurate)) == 0);
}

TEMPLATE_TEST_CASE("halves: the exact tier's are the accurate tier's", "", bfloat16, float16) {
    namespace exact = activation::exact;
    check_exact<TestType>("elu", activation::elu, exact::elu);
    check_exact<TestType>("gelu", activation::gelu, exact::gelu);
    check_exact<TestType>("gelu_tanh", activation::gelu_tanh, exact::gelu_tanh);
    check_exact<TestType>("silu", activation::silu, exact::silu);
    check_exact<TestType>("sigmoid", activation::sigmoid, exact::sigmoid);
    check_exact<TestType>("tanh", activation::tanh, exact::tanh);
}

/// Slopes of every magnitude.
std::vector<float> slopes() {
    std::vector<float> all{0.01f, 0.1f, 0.2f, 0.25f, 1.0f / 3, -0.7f, 1.0f, 1e-42f, 3e-39f, 3e38f, 1e-20f, 0.0f};
    for (const float pattern : tests::random_patterns<float>(ACTIVATION_TESTS_ARE_THOROUGH ? 40 : 4, 18))
        if (std::isfinite(pattern)) all.push_back(pattern);
    return all;
}

/// A product of a float and a half is exact in double.
template <class E>
std::vector<double> products(const std::vector<E>& x, float slope) {
    std::vector<double> all;
    for (const E& each : x) {
        const double value = tests::number_of(each);
        all.push_back(value > 0 ? value : tests::nearest_half<E>(static_cast<double>(slope) * value));
    }
    return all;
}

TEMPLATE_TEST_CASE("halves: leaky_relu and prelu are correctly rounded at any slope", "", bfloat16, float16) {
    const std::vector<TestType> x = tests::all_halves<TestType>();
    std::vector<TestType> y(x.size()), repeated;
    std::vector<double> expected;
    for (const float slope : slopes()) {
        CAPTURE(slope);
        const std::vector<double> of_slope = products(x, slope);
        activation::leaky_relu(x, y, {.negative_slope = slope});
        CHECK(wrong(y, of_slope) == 0);
        for (std::size_t i = 0; i < x.size(); ++i) y[i] = activation::prelu(x[i], {.weight = slope});
        CHECK(wrong(y, of_slope) == 0);
        repeated.insert(repeated.end(), x.begin(), x.end());
        expected.insert(expected.end(), of_slope.begin(), of_slope.end());
    }
    std::vector<TestType> by_channel(repeated.size());
    activation::prelu(repeated, by_channel, slopes(), x.size());
    CHECK(wrong(by_channel, expected) == 0);
}

}  // namespace

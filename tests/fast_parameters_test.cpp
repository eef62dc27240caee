#include <activation/fast.hpp>
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/functor.hpp"
#include "support/long_double.hpp"
#include "support/parameter_formulas.hpp"
#include "support/same_bits.hpp"

// The parameters of the fast tier over all magnitudes and both signs: it has kernels of its own for some of them alone, and
// its promise holds for each.
namespace {

/// Around the ends of what has a kernel of its own, and everywhere else.
template <class T>
std::vector<T> parameters() {
    std::vector<T> result;
    for (const T end : {T(0.0625), T(0.5), T(1), T(4), T(16), T(0x1p40)})
        for (const T each : {std::nextafter(end, T(0)), end, std::nextafter(end, std::numeric_limits<T>::infinity())})
            result.insert(result.end(), {each, -each});
    tests::random_bits next(5);
    for (int exponent = -30; exponent <= 30; ++exponent) {
        const T magnitude = static_cast<T>(std::scalbn(1 + static_cast<double>(next() >> 12) * 0x1p-52, exponent));
        result.insert(result.end(), {magnitude, -magnitude});
    }
    for (int i = 0; i < 40; ++i) result.push_back(static_cast<T>(0.5 + static_cast<double>(next() >> 12) * 0x1p-51));
    return result;
}

template <class T>
std::vector<T> inputs_around(T unit) {
    constexpr T infinity = std::numeric_limits<T>::infinity();
    std::vector<T> x{T(0), T(-0.0), infinity, -infinity};
    const std::vector<T> everywhere = tests::every_binade<T>(0, 12);
    for (std::size_t i = 0; i < everywhere.size(); i += sizeof(T) == 4 ? 5 : 35) x.push_back(everywhere[i]);
    tests::random_bits next(13);
    for (int i = 0; i < 1500; ++i) {
        const T each = static_cast<T>(static_cast<double>(next() >> 11) * 0x1p-53 * std::scalbn(1.0, i % 8)) * unit;
        if (std::isfinite(each)) x.insert(x.end(), {each, -each});
    }
    return x;
}

/// `exact` is the accurate functor with the parameters of p.
template <class T, class Function, class Functor, class Accurate>
void check(const Function& f, const Functor& p, const Accurate& exact, T parameter, T unit) {
    const double allowed = sizeof(T) == 8 ? 8 : tests::has_fused_multiply_add ? 4 : 6;
    const std::vector<T> x = inputs_around(unit);
    std::vector<T> y(x.size()), d(x.size());
    f(x, y, p);
    f.derivative(x, d, p);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const tests::exact_pair expected = tests::formula_of(exact, static_cast<long double>(x[i]));
        INFO(p.name << " with " << tests::hex(parameter) << " at " << tests::hex(x[i]) << ": " << tests::hex(y[i])
                    << " and " << tests::hex(d[i]));
        const bool same = tests::same_bits(y[i], f(x[i], p)) && tests::same_bits(d[i], f.derivative(x[i], p));
        const bool of_sign = std::signbit(y[i]) == std::signbit(expected.value) || x[i] == 0;
        const bool has_floor = std::abs(x[i]) >= T(0.0625);
        const double of_value = tests::ulp_error(y[i], expected.value, has_floor ? 0.0625 : x[i] == 0 ? 0x1p-1074 : 0);
        // A derivative whose root is that near 0 is the accurate tier's, and has its floor.
        const double of_slope = tests::ulp_error(d[i], expected.derivative, has_floor || unit < T(0.0625) ? 0.0625 : 0);
        // Where its functions are double's, the formula in long double is no number where it is large.
        const bool judged = tests::long_double_has_functions();
        if (same && (!judged || (of_sign && of_value <= allowed && of_slope <= allowed))) continue;
        CAPTURE(of_value, of_slope);
        FAIL_CHECK("not what the tier promises");
        return;
    }
    CHECK(x.size() > 1000);
}

}  // namespace

TEMPLATE_TEST_CASE("fast parameters: elu keeps its promise for every alpha", "", float, double) {
    using T = TestType;
    for (const T alpha : parameters<T>())
        check<T>(activation::fast::elu, activation::fast::ELU<T>{alpha}, activation::ELU<T>{alpha}, alpha, T(1));
}

TEMPLATE_TEST_CASE("fast parameters: celu keeps its promise for every alpha", "", float, double) {
    using T = TestType;
    for (const T alpha : parameters<T>())
        check<T>(activation::fast::celu, activation::fast::CELU<T>{alpha}, activation::CELU<T>{alpha}, alpha,
                 std::abs(alpha));
}

TEMPLATE_TEST_CASE("fast parameters: swish keeps its promise for every beta", "", float, double) {
    using T = TestType;
    for (const T beta : parameters<T>())
        check<T>(activation::fast::swish, activation::fast::Swish<T>{beta}, activation::Swish<T>{beta}, beta,
                 1 / std::abs(beta));
}

TEMPLATE_TEST_CASE("fast parameters: softplus keeps its promise for every beta and threshold", "", float, double) {
    using T = TestType;
    for (const T beta : parameters<T>())
        for (const T threshold : {T(20), T(0.5), std::numeric_limits<T>::infinity()})
            check<T>(activation::fast::softplus, activation::fast::Softplus<T>{beta, threshold},
                     activation::Softplus<T>{beta, threshold}, beta, 1 / std::abs(beta));
}

TEMPLATE_TEST_CASE("fast parameters: softcap keeps its promise for every cap", "", float, double) {
    using T = TestType;
    std::vector<T> caps = parameters<T>();
    for (const T end : {T(0x1p-60), T(0x1p60)})
        for (const T each : {std::nextafter(end, T(0)), end, std::nextafter(end, std::numeric_limits<T>::infinity())})
            caps.insert(caps.end(), {each, -each});
    for (const T cap : caps)
        check<T>(activation::fast::softcap, activation::fast::Softcap<T>{cap}, activation::Softcap<T>{cap}, cap,
                 std::abs(cap));
}

TEMPLATE_TEST_CASE("fast parameters: star_relu keeps its promise for every scale and bias", "", float, double) {
    using T = TestType;
    const auto check_both = [](T scale, T bias) {
        const T root = std::sqrt(std::abs(bias / scale));
        check<T>(activation::fast::star_relu, activation::fast::StarReLU<T>{scale, bias},
                 activation::StarReLU<T>{scale, bias}, scale, root > 0 ? root : T(1));
    };
    const activation::StarReLU<T> by_default{};
    check_both(by_default.scale, by_default.bias);
    const std::vector<T> scales = parameters<T>();
    for (std::size_t i = 0; i < scales.size(); i += 3)
        for (const T bias : {T(0), T(0.3), T(-0.3), std::nextafter(by_default.bias, T(0)), T(40)})
            check_both(scales[i], bias);
}

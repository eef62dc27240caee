// The derivative from the output, where it has arithmetic of its own, against that of the output at hand.
#include <activation/celu.hpp>
#include <activation/hardsigmoid.hpp>
#include <activation/hardtanh.hpp>
#include <activation/relu6.hpp>
#include <activation/selu.hpp>
#include <activation/softplus.hpp>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "support/catch.hpp"

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

/// The largest error of a float functor's derivative_from_output, in ULP, at every 997th number from low to high.
template <class Functor, class Exact>
double largest_error(const Functor& f, Exact exact, float low, float high) {
    double largest = 0;
    for (std::uint64_t bits = 0; bits < std::uint64_t{1} << 32; bits += 997) {
        const float y = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        if (!(y >= low && y <= high)) continue;
        const long double expected = exact(static_cast<long double>(y));
        int exponent = 0;
        std::frexp(expected, &exponent);
        const long double error = std::abs(static_cast<long double>(f.derivative_from_output(y)) - expected);
        largest = std::fmax(largest, static_cast<double>(std::ldexp(error, 24 - std::max(exponent, -125))));
    }
    return largest;
}

float backward(const auto& f, float grad_output, float y, const auto&... p) {
    float grad_input = 0;
    f.backward_from_output(&grad_output, &y, &grad_input, 1, p...);
    return grad_input;
}

}  // namespace

TEST_CASE("backward_from_output: the derivative is that of the output at hand") {
    const auto selu = [](long double y) {
        return y > 0 ? 1.0507009873554804934193349852946L : y + 1.7580993408473768599402175208123L;
    };
    CHECK(largest_error(activation::SELU<>{}, selu, -activation::SELU<>::negative_scale, 4) <= 0.7);
    for (const float alpha : {1.0F, 0.7F, 3.3F, 1e-3F, 1e30F}) {
        CAPTURE(alpha);
        const auto celu = [a = static_cast<long double>(alpha)](long double y) { return y > 0 ? 1 : (y + a) / a; };
        CHECK(largest_error(activation::CELU<>{alpha}, celu, -alpha, 4) <= 1.5);
    }
    for (const float beta : {1.0F, 1.7F, 0.3F, -2.0F}) {
        CAPTURE(beta);
        const auto softplus = [b = static_cast<long double>(beta)](long double y) { return -std::expm1(-b * y); };
        const float low = beta > 0 ? 0 : -40, high = beta > 0 ? 40 : -0.0F;
        CHECK(largest_error(activation::Softplus<>{beta, infinity}, softplus, low, high) <= 1.8);
    }
}

TEST_CASE("backward_from_output: outputs at the ends of the range") {
    CHECK(std::abs(backward(activation::selu, 2, -activation::SELU<>::negative_scale)) < 1e-7F);
    CHECK(backward(activation::celu, 2, -3, activation::CELU<>{3}) == 0.0F);
    CHECK(backward(activation::celu, 2, infinity) == 2.0F);
    CHECK(backward(activation::softplus, 2, 0) == 0.0F);
    CHECK(backward(activation::softplus, 2, infinity) == 2.0F);
    CHECK(backward(activation::softplus, 2, infinity, activation::Softplus<>{1, infinity}) == 2.0F);
    CHECK(backward(activation::softplus, 2, 21) == 2.0F);
    CHECK(std::isnan(backward(activation::softplus, 2, std::nanf(""))));
}

TEST_CASE("backward_from_output: no gradient passes where the function is constant") {
    for (const float grad_output : {1.0F, -1.0F, infinity, -infinity, std::nanf("")}) {
        CAPTURE(grad_output);
        for (const float y : {-1.0F, 1.0F}) CHECK(backward(activation::hardtanh, grad_output, y) == 0.0F);
        for (const float y : {0.0F, 6.0F}) CHECK(backward(activation::relu6, grad_output, y) == 0.0F);
        for (const float y : {0.0F, 1.0F}) CHECK(backward(activation::hardsigmoid, grad_output, y) == 0.0F);
    }
    CHECK(backward(activation::hardtanh, 3, 0.5F) == 3.0F);
    CHECK(backward(activation::relu6, 3, 5.9F) == 3.0F);
    CHECK(backward(activation::hardsigmoid, 3, 0.5F) == 3 * (1.0F / 6));
}

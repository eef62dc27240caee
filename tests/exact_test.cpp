// The exact tier: the inputs that are hardest to round, the committed checksums, edges, and what is of its calls alone.
// That every float is rounded rightly is shown by tests/exact.
#include <activation/exact.hpp>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "exact/checksums.hpp"
#include "exact/hard_cases.hpp"
#include "exact/kernels.hpp"
#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/same_bits.hpp"

namespace {

namespace nn = activation::exact;
using exact::kernel;

constexpr float infinite = std::numeric_limits<float>::infinity();

bool same(float a, float b) {
    return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b) || (std::isnan(a) && std::isnan(b));
}

constexpr bool is_zero(float x, bool negative) {
    return __builtin_bit_cast(std::uint32_t, x) == (negative ? 0x80000000u : 0u);
}

// What the compiler folds.
static_assert(is_zero(nn::gelu(-infinite), true) && is_zero(nn::silu(-0.0f), true) && is_zero(nn::tanh(-0.0f), true));
static_assert(is_zero(nn::sigmoid(-infinite), false) && is_zero(nn::elu(-0.0f), true) &&
              is_zero(nn::exp(-infinite), false));
static_assert(nn::gelu(infinite) > 0x1p127f && nn::silu(infinite) > 0x1p127f && nn::gelu_tanh(infinite) > 0x1p127f);
static_assert(is_zero(nn::silu.derivative(infinite) - 1, false) && is_zero(nn::gelu.derivative(-infinite), true));
static_assert(is_zero(nn::elu.value_and_derivative(-infinite).value + 1, false));
static_assert(is_zero(nn::tanhshrink(-0.0f), true) && nn::tanhshrink(-infinite) < -0x1p127f &&
              is_zero(nn::tanhshrink.derivative(-infinite) - 1, false));

}  // namespace

TEST_CASE("exact: the hardest inputs are rounded rightly") {
    for (const kernel& k : exact::kernels()) {
        const exact::hard_cases all = exact::read_hard_cases(ACTIVATION_HARD_CASES, k);
        INFO(k.name);
        REQUIRE(all.x.size() > 200);
        for (const auto map : {k.map, k.map_one_by_one}) {
            std::vector<float> y(all.x.size());
            map(all.x.data(), y.data(), y.size());
            std::size_t wrong = 0;
            for (std::size_t i = 0; i < y.size(); ++i)
                if (!same(y[i], all.y[i]) && wrong++ == 0) UNSCOPED_INFO("at " << all.x[i]);
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("exact: every target has the committed bits") {
    const std::vector<float> x = exact::thinned_inputs();
    std::vector<float> y(x.size());
    std::size_t seen = 0;
    for (const exact::committed_checksum& committed : exact::checksums)
        for (const kernel& k : exact::kernels())
            if (k.name == committed.kernel) {
                INFO(k.name);
                ++seen;
                for (const auto map : {k.map, k.map_one_by_one}) {
                    map(x.data(), y.data(), x.size());
                    CHECK(exact::checksum_of(x, y) == committed.thinned);
                }
            }
    CHECK(seen == exact::kernels().size());
    CHECK(seen == std::size(exact::checksums));
}

TEST_CASE("exact: zeros, infinities and NaN give what the contract says") {
    // f(+0), f(−0), f(+∞), f(−∞).
    const std::vector<std::vector<float>> edges{{0, -0.0f, infinite, -1},
                                                {1, 1, 1, 0},
                                                {0, -0.0f, infinite, -0.0f},
                                                {0.5f, 0.5f, 1, -0.0f},
                                                {0, -0.0f, infinite, -0.0f},
                                                {0.5f, 0.5f, 1, -0.0f},
                                                {0, -0.0f, infinite, -0.0f},
                                                {0.5f, 0.5f, 1, -0.0f},
                                                {0.5f, 0.5f, 1, 0},
                                                {0.25f, 0.25f, 0, 0},
                                                {0, -0.0f, 1, -1},
                                                {1, 1, 0, 0},
                                                {0, -0.0f, infinite, -1.7580993f},
                                                {1.7580993f, 1.7580993f, 1.050701f, 0},
                                                {0, -0.0f, infinite, -0.0f},
                                                {0.6f, 0.6f, 1, -0.0f},
                                                {1, 1, infinite, 0},
                                                {1, 1, infinite, 0},
                                                {0, -0.0f, infinite, -0.0f},
                                                {0.5f, 0.5f, 1, -0.0f},
                                                {0.6931472f, 0.6931472f, infinite, 0},
                                                {0.5f, 0.5f, 1, 0},
                                                {-0.6931472f, -0.6931472f, -0.0f, -infinite},
                                                {0.5f, 0.5f, 0, 1},
                                                {0, -0.0f, infinite, -infinite},
                                                {0, 0, 1, 1}};
    const std::vector<float> x{0.0f, -0.0f, infinite, -infinite};
    const std::vector<kernel> all = exact::kernels();
    REQUIRE(all.size() == edges.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].name);
        std::vector<float> in, out(64);
        for (int copy = 0; copy < 16; ++copy) in.insert(in.end(), x.begin(), x.end());
        all[i].map(in.data(), out.data(), in.size());
        for (std::size_t j = 0; j < out.size(); ++j) CHECK(same(out[j], edges[i][j % 4]));
        const std::vector<float> nans(64, std::numeric_limits<float>::quiet_NaN());
        all[i].map(nans.data(), out.data(), nans.size());
        for (const float y : out) CHECK(std::isnan(y));
    }
}

TEST_CASE("exact: a derivative from the output is that of the output, rounded once") {
    for (std::uint32_t bits = 1; bits < 0x3f800000; bits += 4099) {
        const float y = std::bit_cast<float>(bits), one = 1;
        float d[1];
        nn::sigmoid.backward_from_output(std::span(&one, 1), std::span(&y, 1), d);
        REQUIRE(same(d[0], std::fma(-y, y, y)));
        nn::tanh.backward_from_output(std::span(&one, 1), std::span(&y, 1), d);
        REQUIRE(same(d[0], std::fma(-y, y, 1.0f)));
    }
}

TEST_CASE("exact: a result does not depend on its position") {
    using form = tests::call_form<float>;
    using one = tests::element<float>;
    const std::size_t width = activation::detail::lanes<activation::detail::native_t<float>>::size;
    const form value{"activation::exact::gelu(x, y)",
                     {"x"},
                     {"y"},
                     [](const form::reads& in, const form::writes& to) { nn::gelu(in[0], to[0]); },
                     [](const one& in) { return one{nn::gelu(in[0])}; }};
    tests::positions_check{}(value, width);
    const form gated{"activation::exact::swiglu(activated, linear, y)",
                     {"activated", "linear"},
                     {"y"},
                     [](const form::reads& in, const form::writes& to) { nn::swiglu(in[0], in[1], to[0]); },
                     [](const one& in) { return one{nn::silu(in[0]) * in[1]}; }};
    tests::positions_check{}(gated, width);
    const form both{
        "activation::exact::tanh.value_and_derivative(x, y, d)",
        {"x"},
        {"y", "d"},
        [](const form::reads& in, const form::writes& to) { nn::tanh.value_and_derivative(in[0], to[0], to[1]); },
        [](const one& in) {
            return one{nn::tanh(in[0]), nn::tanh.derivative(in[0])};
        }};
    tests::positions_check{}(both, width);
}

TEST_CASE("exact: softplus is that of every threshold from 20 on") {
    for (float x = -30; x < 60; x += 0.37f)
        for (const float threshold : {20.5f, 50.0f, infinite}) {
            CHECK(same(nn::softplus(x, {.threshold = threshold}), nn::softplus(x)));
            CHECK(same(nn::softplus.derivative(x, {.threshold = threshold}), nn::softplus.derivative(x)));
        }
}

TEST_CASE("exact: other parameters of elu and softplus, and doubles, are the accurate tier's") {
    for (float x = -30; x < 3; x += 0.37f) {
        CHECK(same(nn::elu(x, {.alpha = 0.7f}), activation::elu(x, {.alpha = 0.7f})));
        CHECK(same(nn::elu.derivative(x, {.alpha = 0.7f}), activation::elu.derivative(x, {.alpha = 0.7f})));
        for (const activation::Softplus<float> p : {activation::Softplus<float>{2, 20}, {-1, 20}, {1, 19.5f}, {1, 3}}) {
            CHECK(same(nn::softplus(x, {p.beta, p.threshold}), activation::softplus(x, p)));
            CHECK(same(nn::softplus.derivative(x, {p.beta, p.threshold}), activation::softplus.derivative(x, p)));
        }
        CHECK(nn::softplus(double{x}) == activation::softplus(double{x}));
        CHECK(nn::gelu(double{x}) == activation::gelu(double{x}));
        CHECK(nn::elu(double{x}) == activation::elu(double{x}));
    }
}

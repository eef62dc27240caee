#include <activation/tanhshrink.hpp>
#include <cmath>
#include <vector>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

namespace exact = activation::exact;

/// How many results of all inputs, in a span and one by one, are not those expected.
template <class Call>
std::size_t count_wrong(const Call& call, const std::vector<float>& x, const std::vector<float>& expected) {
    std::vector<float> y(x.size());
    call(x, std::span(y));
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < x.size(); ++i) wrong += y[i] != expected[i] || call(x[i]) != expected[i];
    return wrong;
}

}  // namespace

TEST_CASE("tanhshrink: it is odd bit for bit, and what underflows keeps its sign") {
    for (float x = 0x1p-30F; x < 20; x *= 1.01F) REQUIRE(activation::tanhshrink(-x) == -activation::tanhshrink(x));
    CHECK(tests::hex(activation::tanhshrink(-0x1p-100F)) == "-0x0p+0");
    CHECK(tests::hex(activation::tanhshrink(0x1p-100F)) == "0x0p+0");
}

// These are too many for tests/exact/hard_cases.
TEST_CASE(
    "tanhshrink: the exact derivative is below x², the middle between two floats where x has half of their bits") {
    std::vector<float> x, y;
    for (int exponent = -98; exponent < -36; ++exponent)
        for (int bits = 1; bits < 5793; bits += 2) {
            const float each = std::ldexp(static_cast<float>(bits), exponent);
            x.insert(x.end(), {each, -each});
            y.insert(y.end(), 2, static_cast<float>(double{each} * each * (1 - 0x1p-50)));
        }
    CHECK(count_wrong([](auto... in) { return exact::tanhshrink.derivative(in...); }, x, y) == 0);
}

TEST_CASE("tanhshrink: the exact value is above x − 1, the middle between two floats from 2²⁴ to 2²⁵") {
    std::vector<float> x{0x1p24F, 0x1p25F}, y{0x1p24F - 1, 0x1p25F};
    for (float each = 0x1p24F + 2; each < 0x1p25F; each += 8190) {
        x.insert(x.end(), {each, -each});
        y.insert(y.end(), {each, -each});
    }
    CHECK(count_wrong([](auto... in) { return exact::tanhshrink(in...); }, x, y) == 0);
}

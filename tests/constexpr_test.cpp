#include <activation/activation.hpp>
#include <array>
#include <bit>
#include <limits>
#include <utility>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

// Constant expressions, with whichever compiler this is.  That they have the bits of the run time is checked by each
// activation's own test on a spread of inputs; here on many for a few of them.
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

template <class T>
constexpr bool is_zero(T value, bool negative) {
    return value == 0 && (std::bit_cast<tests::bits_of<T>>(value) >> (8 * sizeof(T) - 1) != 0) == negative;
}

// ---- the contract's table of edges, as constants ---------------------------------------------------------------

template <class Function>
constexpr bool passes_zero_and_infinity(const Function& f) {
    return is_zero(f(0.0F), false) && is_zero(f(-0.0F), true) && f(infinity) == infinity;
}

static_assert(is_zero(activation::relu(0.0F), false) && is_zero(activation::relu(-0.0F), false));
static_assert(activation::relu(infinity) == infinity && is_zero(activation::relu(-infinity), false));
static_assert(passes_zero_and_infinity(activation::leaky_relu) && activation::leaky_relu(-infinity) == -infinity);
static_assert(passes_zero_and_infinity(activation::prelu) && activation::prelu(-infinity) == -infinity);
static_assert(passes_zero_and_infinity(activation::elu) && activation::elu(-infinity) == -1);
static_assert(passes_zero_and_infinity(activation::gelu) && is_zero(activation::gelu(-infinity), true));
static_assert(passes_zero_and_infinity(activation::gelu_tanh) && is_zero(activation::gelu_tanh(-infinity), true));
static_assert(passes_zero_and_infinity(activation::silu) && is_zero(activation::silu(-infinity), true));
static_assert(activation::sigmoid(0.0F) == 0.5F && activation::sigmoid(infinity) == 1);
static_assert(is_zero(activation::sigmoid(-infinity), false));
static_assert(is_zero(activation::tanh(-0.0F), true) && activation::tanh(-infinity) == -1);

template <class Function>
constexpr bool has_derivatives(const Function& f, double at_zero, double at_infinity, double at_minus_infinity) {
    const double big = std::numeric_limits<double>::infinity();
    const auto both = f.value_and_derivative(0.0);
    return f.derivative(0.0) == at_zero && f.derivative(-0.0) == at_zero && f.derivative(big) == at_infinity &&
           f.derivative(-big) == at_minus_infinity && both.value == f(0.0) && both.derivative == at_zero;
}

static_assert(has_derivatives(activation::relu, 0, 1, 0));
static_assert(has_derivatives(activation::leaky_relu, 0.01, 1, 0.01));
static_assert(has_derivatives(activation::prelu, 0.25, 1, 0.25));
static_assert(has_derivatives(activation::elu, 1, 1, 0));
static_assert(has_derivatives(activation::gelu, 0.5, 1, 0));
static_assert(has_derivatives(activation::gelu_tanh, 0.5, 1, 0));
static_assert(has_derivatives(activation::silu, 0.5, 1, 0));
static_assert(has_derivatives(activation::sigmoid, 0.25, 0, 0));
static_assert(has_derivatives(activation::tanh, 1, 0, 0));

// ---- functors, defaults and parameters -------------------------------------------------------------------------

static_assert(activation::GELU<float>{}.forward(0.0F) == 0.0F);
static_assert(activation::ELU<double>{.alpha = 2.0}.forward(-1000.0) == -2);
static_assert(activation::elu(-1000.0F, {.alpha = 3}) == -3);
static_assert(activation::leaky_relu(-1.0, {.negative_slope = 0.5}) == -0.5);
static_assert(activation::prelu(-1.0F, {.weight = 0.5F}) == -0.5F);

// ---- tables built by the compiler ------------------------------------------------------------------------------

template <class Function>
constexpr auto table_of(const Function& f) {
    std::array<float, 64> table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = f((static_cast<float>(i) - 31.5F) / 4);
    return table;
}

/// The same with arguments that only the optimiser knows: no constant expressions, yet nothing is left for the run time.
template <std::size_t... I, class Function>
std::array<float, 64> folded_table_of(const Function& f, std::index_sequence<I...>) {
    return {f((static_cast<float>(I) - 31.5F) / 4)...};
}

template <class Function>
void require_table(const Function& f, const std::array<float, 64>& table) {
    const auto folded = folded_table_of(f, std::make_index_sequence<64>{});
    for (std::size_t i = 0; i < table.size(); ++i) {
        volatile float x = (static_cast<float>(i) - 31.5F) / 4;
        REQUIRE(tests::hex(table[i]) == tests::hex(f(static_cast<float>(x))));
        REQUIRE(tests::hex(folded[i]) == tests::hex(table[i]));
    }
}

TEST_CASE("constexpr: a table that the compiler built has the bits of the run time") {
    static constexpr auto gelu = table_of(activation::gelu);
    static constexpr auto silu = table_of(activation::silu);
    static constexpr auto tanh = table_of(activation::tanh);
    require_table(activation::gelu, gelu);
    require_table(activation::silu, silu);
    require_table(activation::tanh, tanh);
}

}  // namespace

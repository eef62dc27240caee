#include <activation/activation.hpp>
#include <array>
#include <concepts>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <list>
#include <span>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/own_view.hpp"

// Most of what concepts.hpp promises is decided at compile time; the test cases below only name it.
namespace {

using floats = std::vector<float>;
using doubles = std::vector<double>;

TEST_CASE("concepts: a value is float, double or a batch of them") {
    STATIC_REQUIRE(activation::value_or_batch<float>);
    STATIC_REQUIRE(activation::value_or_batch<double>);
    STATIC_REQUIRE_FALSE(activation::value_or_batch<int>);
    STATIC_REQUIRE_FALSE(activation::value_or_batch<long double>);
    STATIC_REQUIRE_FALSE(activation::value_or_batch<floats>);
    STATIC_REQUIRE_FALSE(activation::value_or_batch<float*>);
    STATIC_REQUIRE(std::same_as<activation::element_t<const doubles&>, double>);
#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE  // else there are no batches
    STATIC_REQUIRE(activation::value_or_batch<xsimd::batch<float>>);
    STATIC_REQUIRE(activation::value_or_batch<xsimd::batch<double>>);
    STATIC_REQUIRE_FALSE(activation::value_or_batch<xsimd::batch<std::int32_t>>);
    STATIC_REQUIRE(std::same_as<activation::scalar_t<xsimd::batch<double>>, double>);
    STATIC_REQUIRE(activation::has_forward<activation::ReLU, xsimd::batch<double>>);
#endif
}

TEST_CASE("concepts: what is read is contiguous, sized and of float or double") {
    STATIC_REQUIRE(activation::readable_range<floats&>);
    STATIC_REQUIRE(activation::readable_range<const floats&>);
    STATIC_REQUIRE(activation::readable_range<floats>);
    STATIC_REQUIRE(activation::readable_range<std::array<double, 3>&>);
    STATIC_REQUIRE(activation::readable_range<float(&)[3]>);
    STATIC_REQUIRE(activation::readable_range<const float(&)[3]>);
    STATIC_REQUIRE(activation::readable_range<std::span<const float>>);
    STATIC_REQUIRE(activation::readable_range<std::span<float, 3>>);
    STATIC_REQUIRE(activation::readable_range<tests::own_view<const float>>);
    STATIC_REQUIRE(activation::readable_range<std::initializer_list<float>>);
    STATIC_REQUIRE_FALSE(activation::readable_range<std::vector<int>&>);
    STATIC_REQUIRE_FALSE(activation::readable_range<std::vector<bool>&>);
    STATIC_REQUIRE_FALSE(activation::readable_range<std::span<volatile float>>);
    STATIC_REQUIRE_FALSE(activation::readable_range<std::list<float>&>);
    STATIC_REQUIRE_FALSE(activation::readable_range<std::deque<float>&>);
    STATIC_REQUIRE_FALSE(activation::readable_range<float*>);
    STATIC_REQUIRE_FALSE(activation::readable_range<float>);
    STATIC_REQUIRE_FALSE(activation::readable_range<std::span<std::span<float>>>);
}

TEST_CASE("concepts: what is written is mutable and outlives the call") {
    STATIC_REQUIRE(activation::writable_range<floats&>);
    STATIC_REQUIRE(activation::writable_range<std::array<double, 3>&>);
    STATIC_REQUIRE(activation::writable_range<float(&)[3]>);
    STATIC_REQUIRE(activation::writable_range<std::span<float>>);
    STATIC_REQUIRE(activation::writable_range<const std::span<float>&>);
    STATIC_REQUIRE(activation::writable_range<std::span<double, 3>>);
    STATIC_REQUIRE(activation::writable_range<tests::own_view<float>>);
    STATIC_REQUIRE_FALSE(activation::writable_range<const floats&>);
    STATIC_REQUIRE_FALSE(activation::writable_range<floats>);
    STATIC_REQUIRE_FALSE(activation::writable_range<std::array<float, 3>>);
    STATIC_REQUIRE_FALSE(activation::writable_range<const float(&)[3]>);
    STATIC_REQUIRE_FALSE(activation::writable_range<std::span<const float>>);
    STATIC_REQUIRE_FALSE(activation::writable_range<std::list<float>&>);
}

TEST_CASE("concepts: the ranges of a call hold one type") {
    STATIC_REQUIRE(activation::same_value_type<floats&, const floats&, std::span<const float>>);
    STATIC_REQUIRE_FALSE(activation::same_value_type<floats&, doubles&>);
    STATIC_REQUIRE_FALSE(activation::same_value_type<floats&, floats&, doubles&>);
}

template <class T>
struct OnlyForward {
    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return x;
    }
};

template <class T>
struct Nothing {};

/// Its forward answers in another type than it is asked in.
template <class T>
struct WrongForward {
    const char* forward(const T&) const noexcept { return ""; }
};

TEST_CASE("concepts: a functor has what its calls need") {
    STATIC_REQUIRE(activation::has_forward<activation::ReLU, float>);
    STATIC_REQUIRE(activation::has_forward<OnlyForward, float>);
    STATIC_REQUIRE_FALSE(activation::has_forward<Nothing, float>);
    STATIC_REQUIRE_FALSE(activation::has_forward<WrongForward, float>);
    STATIC_REQUIRE(activation::has_derivative<activation::GELU, double>);
    STATIC_REQUIRE_FALSE(activation::has_derivative<OnlyForward, double>);
    STATIC_REQUIRE(activation::has_derivative_from_output<activation::Tanh, float>);
    STATIC_REQUIRE_FALSE(activation::has_derivative_from_output<activation::GELU, float>);
    STATIC_REQUIRE_FALSE(activation::has_derivative_from_output<OnlyForward, float>);
}

template <class F>
concept from_output = requires(const F& f, const floats& in, floats& out) {
    f.backward_from_output(in, in, out);
};

TEST_CASE("concepts: backward from the output exists where the contract says") {
    STATIC_REQUIRE(from_output<decltype(activation::relu)>);
    STATIC_REQUIRE(from_output<decltype(activation::leaky_relu)>);
    STATIC_REQUIRE(from_output<decltype(activation::prelu)>);
    STATIC_REQUIRE(from_output<decltype(activation::elu)>);
    STATIC_REQUIRE(from_output<decltype(activation::sigmoid)>);
    STATIC_REQUIRE(from_output<decltype(activation::tanh)>);
    STATIC_REQUIRE(from_output<decltype(activation::selu)>);
    STATIC_REQUIRE(from_output<decltype(activation::celu)>);
    STATIC_REQUIRE(from_output<decltype(activation::softplus)>);
    STATIC_REQUIRE(from_output<decltype(activation::hardtanh)>);
    STATIC_REQUIRE(from_output<decltype(activation::relu6)>);
    STATIC_REQUIRE(from_output<decltype(activation::hardsigmoid)>);
    STATIC_REQUIRE_FALSE(from_output<decltype(activation::gelu)>);
    STATIC_REQUIRE_FALSE(from_output<decltype(activation::gelu_tanh)>);
    STATIC_REQUIRE_FALSE(from_output<decltype(activation::silu)>);
}

/// For F<> as the first argument, which has to be F<float>.
template <template <class> class F>
constexpr bool is_functor(F<float> f, F<double> d) {
    const bool aggregates = std::is_aggregate_v<F<float>> && std::is_aggregate_v<F<double>>;
    const bool scalars = noexcept(f.forward(1.0F))&& noexcept(f.derivative(1.0F))&& noexcept(d.forward(1.0));
    using batch = activation::detail::native_t<double>;
    const bool batches = noexcept(d.forward(batch(1)))&& noexcept(d.value_and_derivative(batch(1)));
    return aggregates && scalars && batches;
}

TEST_CASE("concepts: the functors are aggregates over float unless told otherwise, and never throw") {
    STATIC_REQUIRE(is_functor(activation::ReLU<>{}, activation::ReLU<double>{}));
    STATIC_REQUIRE(is_functor(activation::LeakyReLU<>{}, activation::LeakyReLU<double>{}));
    STATIC_REQUIRE(is_functor(activation::PReLU<>{}, activation::PReLU<double>{}));
    STATIC_REQUIRE(is_functor(activation::ELU<>{}, activation::ELU<double>{}));
    STATIC_REQUIRE(is_functor(activation::GELU<>{}, activation::GELU<double>{}));
    STATIC_REQUIRE(is_functor(activation::GELUTanh<>{}, activation::GELUTanh<double>{}));
    STATIC_REQUIRE(is_functor(activation::SiLU<>{}, activation::SiLU<double>{}));
    STATIC_REQUIRE(is_functor(activation::Sigmoid<>{}, activation::Sigmoid<double>{}));
    STATIC_REQUIRE(is_functor(activation::Tanh<>{}, activation::Tanh<double>{}));
}

}  // namespace

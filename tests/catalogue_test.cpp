// The one list of activations against what is derived from it by hand: the headers, the README, the fast tier.
#include <activation/activation.hpp>
#include <algorithm>
#include <concepts>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "support/catch.hpp"

namespace {

namespace nn = activation::fast;

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> callables() {
    return {
#define ACTIVATION_ENTRY(callable, Functor) #callable,
#include <activation/catalogue.hpp>
    };
}

const std::filesystem::path source = ACTIVATION_SOURCE_DIRECTORY;

/// Whether f has every call of an activation, with parameters or without.  Asked and not made: a program that makes
/// them all takes minutes to compile.
template <template <class> class F, class T, class Callable>
constexpr bool has_every_call(const Callable& f) {
    return requires(const F<T>& p, T v, std::span<const T> x, std::span<T> y) {
        { f(v) } -> std::same_as<T>;
        { f.derivative(v) } -> std::same_as<T>;
        { f.value_and_derivative(v).value } -> std::convertible_to<T>;
        f(y), f(y, p), f(x, y), f(x, y, p);
        f.derivative(x, y), f.derivative(x, y, p);
        f.value_and_derivative(x, y, y), f.value_and_derivative(x, y, y, p);
        f.backward(x, x, y), f.backward(x, x, y, p);
    };
}

template <class Callable>
constexpr bool is_gated_unit(const Callable& f) {
    return requires(std::span<const float> x, std::span<float> y) {
        f(x, x, y);
        f.backward(x, x, x, y, y);
        f.packed(x, y, 2, nn::halves::linear_first);
    };
}

template <class Callable>
constexpr bool is_row_function(const Callable& f) {
    return requires(std::span<const float> x, std::span<float> y) {
        f(x, y, 2);
        f.backward(x, x, y, 2);
    };
}

}  // namespace

TEST_CASE("catalogue: every header that has a callable is listed, and once") {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(source / "include" / "activation")) {
        if (!entry.is_regular_file()) continue;
        const std::string text = text_of(entry.path());
        if (text.find("\ninline constexpr function<") != std::string::npos)
            found.push_back(entry.path().stem().string());
    }
    std::vector<std::string> listed = callables();
    std::sort(listed.begin(), listed.end());
    std::sort(found.begin(), found.end());
    CHECK(found == listed);
}

TEST_CASE("catalogue: the README names every activation") {
    const std::string readme = text_of(source / "README.md");
    for (const std::string& name : callables()) {
        CAPTURE(name);
        CHECK(readme.find('`' + name + '`') != std::string::npos);
    }
}

#define ACTIVATION_ENTRY(callable, Functor)                           \
    static_assert(has_every_call<nn::Functor, float>(nn::callable) && \
                  has_every_call<nn::Functor, double>(nn::callable));
#include <activation/catalogue.hpp>
static_assert(is_gated_unit(nn::glu) && is_gated_unit(nn::reglu) && is_gated_unit(nn::geglu) &&
              is_gated_unit(nn::geglu_tanh) && is_gated_unit(nn::swiglu));
static_assert(is_row_function(nn::softmax) && is_row_function(nn::log_softmax));

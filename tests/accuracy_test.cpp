// The bounds of tests/activations/ at a thinned set of inputs: every exponent, dense next to roots, borders
// and tails, and a stride through all patterns between. `exhaustive` judges every float.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "exhaustive/inputs.hpp"
#include "exhaustive/judge.hpp"
#include "exhaustive/kernel.hpp"
#include "exhaustive/stated.hpp"
#include "support/catch.hpp"
#include "support/reference/inputs.hpp"

namespace {

using namespace exhaustive;
using reference::mode;

// An emulated processor takes ten times as long and more: there the set is thinner.
constexpr bool is_emulated = ACTIVATION_TESTS_ARE_EMULATED;

constexpr const char* callables[] = {
#define ACTIVATION_ENTRY(callable, Functor) #callable,
#include <activation/catalogue.hpp>
};

std::string text_of(const char* file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string hexadecimal(double value) {
    char text[64];
    std::snprintf(text, sizeof text, "%a", value);
    return text;
}

template <class T>
void check(const kernel& k, mode what, const finding& found) {
    CAPTURE(k.name, what == mode::derivative, hexadecimal(found.worst_input), hexadecimal(found.worst_result));
    CHECK(found.largest_error <= k.bound_of<T>(what));
    CHECK(found.wrong_signs.count == 0);
    CHECK(found.different_when_fused.count == 0);
}

/// No error at the thinned set is above what the committed table has for every input of these bits.
template <class T>
void check_table(const kernel& k, mode what, const finding& found) {
    static const tables committed(text_of(ACTIVATION_SOURCE_DIRECTORY "/tests/exhaustive/README.md"));
    const bool fused = target_has_fused_multiply_add();
    if (!fused && target_name() != plain_target) return;
    const measured stated =
        committed.find(fused ? fused_target : plain_target, sizeof(T) == sizeof(float), k.name, what);
    CAPTURE(k.name, what == mode::derivative, hexadecimal(found.worst_input));
    CHECK(found.largest_error <= stated.error);
}

template <class T>
void check_all(const kernel& k, const inputs<T>& inputs) {
    const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1u, 4u);
    const findings found = judge(k, inputs, threads, by_fast_reference, [] {});
    check<T>(k, mode::forward, found.forward);
    check<T>(k, mode::derivative, found.derivative);
    check_table<T>(k, mode::forward, found.forward);
    check_table<T>(k, mode::derivative, found.derivative);
}

}  // namespace

TEST_CASE("every activation is among the kernels") {
    const std::vector<kernel> judged = kernels();
    for (const std::string name : callables) {
        CAPTURE(name);
        CHECK(std::any_of(judged.begin(), judged.end(),
                          [&](const kernel& k) { return k.name == name || k.name.starts_with(name + " "); }));
    }
}

TEST_CASE("every kernel is within its bound at a thinned set of floats") {
    constexpr std::uint64_t prime = is_emulated ? 8191 : 251;
    constexpr std::size_t density = is_emulated ? 1024 : 4096;
    for (const kernel& k : kernels()) {
        const reference::function& which = reference::function_named(k.activation);
        check_all(k, inputs<float>::every(prime, dense_places<float>(which, k.parameters, density)));
    }
}

TEST_CASE("every kernel is within its bound at a thinned set of doubles") {
    constexpr std::uint64_t count = is_emulated ? 20'000 : 250'000;
    constexpr std::size_t density = is_emulated ? 256 : 1024;
    for (const kernel& k : kernels()) {
        const reference::function& which = reference::function_named(k.activation);
        const double tail = which.tail<double>();
        check_all(k, inputs<double>::stratified(count, tail, dense_places<double>(which, k.parameters, density)));
    }
}

// The same bits for a value, a lane, an element and a constant, and the sign next to zero.
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/same_bits.hpp"

namespace tests {
namespace {

/// An assertion for each of millions of comparisons would take longer than what it checks: only a difference is one.
template <class T>
void require_same(const std::string& what, T x, T got, T expected) {
    if (!same_bits(got, expected)) FAIL(what << " at " << hex(x) << ": got " << hex(got) << ", not " << hex(expected));
}

template <class T>
void require_same(const std::string& what, T x, const results<T>& got, const results<T>& expected) {
    require_same(what + ", value", x, got.value, expected.value);
    require_same(what + ", derivative", x, got.derivative, expected.derivative);
    require_same(what + ", value of value_and_derivative", x, got.fused_value, expected.value);
    require_same(what + ", derivative of value_and_derivative", x, got.fused_derivative, expected.derivative);
}

template <class T>
void check_lanes(const subject<T>& f, const std::vector<T>& x, const std::vector<results<T>>& expected) {
    for (const lane_form<T>& lanes : f.lanes) {
        const std::string what = f.name + ", a lane of " + lanes.architecture;
        std::vector<results<T>> got(lanes.width);
        for (std::size_t i = 0; i + lanes.width <= x.size(); i += lanes.width) {
            lanes.call(x.data() + i, got.data());
            for (std::size_t j = 0; j < lanes.width; ++j) require_same(what, x[i + j], got[j], expected[i + j]);
        }
    }
}

template <class T>
void check_form(const call_form<T>& form, const std::vector<T>& x, const std::vector<T>& other) {
    std::vector<std::vector<T>> inputs{x};
    // The argument that f depends on is the last one read.
    if (form.inputs.size() == 2) inputs.insert(inputs.begin(), other);
    std::vector<std::vector<T>> outputs(form.outputs.size(), x);
    form.call({inputs.begin(), inputs.end()}, {outputs.begin(), outputs.end()});
    for (std::size_t i = 0; i < x.size(); ++i) {
        element<T> in{};
        for (std::size_t j = 0; j < inputs.size(); ++j) in[j] = inputs[j][i];
        const element<T> expected = form.one(in);
        for (std::size_t j = 0; j < outputs.size(); ++j)
            require_same(form.text + ", " + form.outputs[j], x[i], outputs[j][i], expected[j]);
    }
}

/// f of each input is the same bits everywhere.
template <class T>
std::vector<results<T>> check_everywhere(const subject<T>& f, const std::vector<T>& x) {
    const std::vector<T> other = random_patterns<T>(x.size(), 6);
    std::vector<results<T>> expected;
    for (const T each : x) expected.push_back(f.one(each));
    for (std::size_t i = 0; i < x.size(); ++i) require_same(f.name + ", one value", x[i], expected[i], expected[i]);
    check_lanes(f, x, expected);
    for (const call_form<T>& form : f.forms) check_form(form, x, other);
    return expected;
}

/// The zeros, the smallest and largest numbers, and what lies around the roots and knees of functions and derivatives.
template <class T>
std::vector<T> inputs_of_either_sign() {
    using limits = std::numeric_limits<T>;
    std::vector<T> x;
    for (const T sign : {T(1), T(-1)}) {
        for (int i = 0; i < 70; ++i) x.push_back(sign * static_cast<T>(i) * limits::denorm_min());
        for (const T magnitude : {limits::min(), limits::epsilon(), limits::max(), limits::infinity()})
            for (int halvings = 0; halvings < 4; ++halvings) x.push_back(sign * std::ldexp(magnitude, -halvings));
    }
    // The roots of the derivatives of gelu, gelu_tanh, quick_gelu, silu, mish and hardswish, and the knees.
    for (const double place : {-0.7517915246935645, -0.7524614220710162, -0.7511542554, -1.2784645427610738,
                               -1.1924312145, -1.5, -3.0, -1.0, -0.5, 0.5, 1.0, 3.0, 6.0, 20.0})
        for (int i = -100; i <= 100; ++i) {
            const auto bits = std::bit_cast<bits_of<T>>(static_cast<T>(place));
            x.push_back(std::bit_cast<T>(static_cast<bits_of<T>>(bits + static_cast<bits_of<T>>(i))));
        }
    // Where results underflow.
    const T last = sizeof(T) == 4 ? T(200) : T(1600);
    for (T i = -last; i <= last; ++i) x.push_back(i / 2);
    return x;
}

/// Of the exact value, or where that is no number but 0 of what stands at the zero on this side.
template <class T>
bool is_negative(const subject<T>& f, T x) {
    const long double exact = f.formula(x);
    if (exact != 0) return std::signbit(exact);
    return std::signbit(std::signbit(x) ? f.value.negative_zero : f.value.positive_zero);
}

template <class T>
void check_signs(const subject<T>& f) {
    const std::vector<T> x = inputs_of_either_sign<T>();
    const std::vector<results<T>> y = check_everywhere(f, x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (std::abs(x[i]) >= std::numeric_limits<T>::min()) continue;
        if (std::signbit(y[i].value) != is_negative(f, x[i]))
            FAIL(f.name << " at " << hex(x[i]) << ": the sign is wrong");
    }
    REQUIRE(x.size() > 3000);
}

template <class T>
void check_bits(const subject<T>& f) {
    // An emulated processor takes ten times as long and more.
    const std::size_t count = std::size_t{1} << (ACTIVATION_TESTS_ARE_THOROUGH   ? 20
                                                 : ACTIVATION_TESTS_ARE_EMULATED ? 15
                                                                                 : 18);
    const std::vector<results<T>> expected = check_everywhere(f, random_patterns<T>(count, 5));
    for (const constant<T>& constant : f.constants) {
        require_same(f.name + ", a constant expression", constant.x, constant.folded, f.one(constant.x));
    }
    REQUIRE(expected.size() == count);
}

}  // namespace

void bits_check::operator()(const subject<float>& f) const { check_bits(f); }
void bits_check::operator()(const subject<double>& f) const { check_bits(f); }

void signs_check::operator()(const subject<float>& f) const { check_signs(f); }
void signs_check::operator()(const subject<double>& f) const { check_signs(f); }

}  // namespace tests

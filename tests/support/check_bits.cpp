// The same bits for a value, a lane, an element and a constant.
#include <cstddef>
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

template <class T>
void check_bits(const subject<T>& f) {
    const std::size_t count = std::size_t{1} << 20;
    const std::vector<T> x = random_patterns<T>(count, 5);
    const std::vector<T> other = random_patterns<T>(count, 6);
    std::vector<results<T>> expected;
    for (const T each : x) expected.push_back(f.one(each));
    for (std::size_t i = 0; i < count; ++i) require_same(f.name + ", one value", x[i], expected[i], expected[i]);
    check_lanes(f, x, expected);
    for (const call_form<T>& form : f.forms) check_form(form, x, other);
    for (const constant<T>& constant : f.constants) {
        require_same(f.name + ", a constant expression", constant.x, constant.folded, f.one(constant.x));
    }
    REQUIRE(expected.size() == count);
}

}  // namespace

void bits_check::operator()(const subject<float>& f) const { check_bits(f); }
void bits_check::operator()(const subject<double>& f) const { check_bits(f); }

}  // namespace tests

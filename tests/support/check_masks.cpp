// Gradients that are infinite or NaN.
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/same_bits.hpp"

namespace tests {
namespace {

/// The knees and their neighbours, and what lies between and beyond, infinities and NaN included.
template <class T>
std::vector<T> inputs_around(const std::vector<double>& knees) {
    constexpr T infinity = std::numeric_limits<T>::infinity();
    std::vector<T> x{std::numeric_limits<T>::quiet_NaN(), infinity, -infinity, T(0), T(-0.0), T(-1.5)};
    std::vector<T> places{T(0), T(1), T(-1), T(7), T(-7)};
    for (const double knee : knees) places.push_back(static_cast<T>(knee));
    for (const T place : places)
        x.insert(x.end(), {place, std::nextafter(place, -infinity), std::nextafter(place, infinity)});
    return x;
}

/// Every input with every gradient, `length` at a time.
template <class T>
void check_length(const call_form<T>& form, const std::vector<T>& x, const std::vector<T>& gradients,
                  std::size_t length) {
    std::vector<T> grad_output(length), inputs(length), grad_input(length);
    for (std::size_t first = 0; first < x.size() * gradients.size(); first += length) {
        for (std::size_t i = 0; i < length; ++i) {
            grad_output[i] = gradients[(first + i) / x.size() % gradients.size()];
            inputs[i] = x[(first + i) % x.size()];
        }
        form.call({grad_output, inputs}, {grad_input});
        for (std::size_t i = 0; i < length; ++i) {
            const T expected = form.one({grad_output[i], inputs[i]})[0];
            if (same_bits(grad_input[i], expected)) continue;
            FAIL(form.text << ", length " << length << ", grad_output " << hex(grad_output[i]) << ", input "
                           << hex(inputs[i]) << ": " << hex(grad_input[i]) << ", not " << hex(expected));
        }
    }
}

template <class T>
void check_masks(const subject<T>& f) {
    constexpr T infinity = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
    const std::vector<T> x = inputs_around<T>(f.knees), gradients{infinity, -infinity, nan, T(1.5), T(-0.0), T(-3)};
    const auto backward = std::find_if(f.forms.begin(), f.forms.end(), [](const call_form<T>& form) {
        return form.text.find(".backward(") != std::string::npos;
    });
    REQUIRE(backward != f.forms.end());
    for (std::size_t length = 1; length <= 40; ++length) check_length(*backward, x, gradients, length);
}

}  // namespace

void masks_check::operator()(const subject<float>& f) const { check_masks(f); }
void masks_check::operator()(const subject<double>& f) const { check_masks(f); }

}  // namespace tests

#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_FUNCTION_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_FUNCTION_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "support/edges.hpp"

/// An activation as the references know it: its description, behind pointers, so that whoever judges is compiled once.
namespace reference {

enum class mode { forward, derivative };

/// The parameters of an activation in the order of its functor's members.
using parameters = std::vector<double>;

/// Those of a struct of doubles.
template <class Named>
constexpr auto values_of([[maybe_unused]] const Named& p) {
    if constexpr (std::is_empty_v<Named>) {
        return std::array<double, 0>{};
    } else {
        return std::bit_cast<std::array<double, sizeof(Named) / sizeof(double)>>(p);
    }
}

/// The struct that they are the values of.
template <class Named>
Named named(const parameters& p) {
    if constexpr (std::is_empty_v<Named>) {
        return {};
    } else {
        std::array<double, sizeof(Named) / sizeof(double)> values{};
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = p.at(i);
        return std::bit_cast<Named>(values);
    }
}

/// The value (high + low) * 2^exponent. NaN and infinity stand in `high`, and `low` is then arbitrary.
struct exact_double {
    double high;
    double low;
    double exponent;
};

struct labelled_parameters {
    const char* label;
    parameters values;
};

struct function {
    /// As its header and its callable are named.
    const char* name;
    std::vector<labelled_parameters> sets;
    std::vector<tests::known_value> known;
    std::vector<double> (*knees)(const parameters& p);
    double derivative_root;
    double tail_in_float;
    double tail_in_double;
    /// The largest relative errors of the fast reference, as powers of two.
    double float_limit;
    double double_limit;
    void (*evaluate_floats)(mode what, const parameters& p, const float* x, double* exact, std::size_t count);
    void (*evaluate_doubles)(mode what, const parameters& p, const double* x, exact_double* exact, std::size_t count);

    template <class T>
    double tail() const {
        return sizeof(T) == sizeof(float) ? tail_in_float : tail_in_double;
    }
};

/// The function of a description: a translation unit for each includes define_function.hpp.
template <class Description>
const function& function_of();

/// Those that are linked into this program, in the order of the catalogue.
std::vector<const function*> functions();

/// Throws std::out_of_range where there is none.
inline const function& function_named(std::string_view name) {
    for (const function* each : functions()) {
        if (each->name == name) return *each;
    }
    throw std::out_of_range("no activation is named " + std::string(name));
}

}  // namespace reference

#endif

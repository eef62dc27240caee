#ifndef ACTIVATION_TESTS_SUPPORT_DESCRIPTION_HPP
#define ACTIVATION_TESTS_SUPPORT_DESCRIPTION_HPP

#include <cmath>
#include <initializer_list>
#include <limits>
#include <vector>

#include "support/bounds.hpp"
#include "support/edges.hpp"
#include "support/reference/catalogue.hpp"
#include "support/reference/formulas.hpp"
#include "support/reference/piecewise.hpp"

/// All that the tests know of an activation, apart from the library: tests/activations/<name>.hpp has one struct for
/// each, named as its functor.  Suite, judge, checksums, reference test, mutation and the benchmarks' check read it.
namespace described {

using namespace reference;
using namespace tests;

template <class T>
inline constexpr T infinity = std::numeric_limits<T>::infinity();

inline constexpr long double ln_2_of_long_double = 0.693147180559945309417232121458L;

/// Whether larger inputs must not have smaller values.
enum class shape { other, rising };

/// Who calls with a set of parameters: the suite with every one.
enum class use { judge_and_suite, suite };

/// One choice of parameters.  They are exact in float, so that float and double kernels compute the same function.
template <class Parameters>
struct parameter_set {
    /// What is put behind the activation's name: "alpha 0.3".
    const char* label;
    Parameters values;
    shape how;
    bounds allowed;
    use by = use::judge_and_suite;
    /// Sets of one number share what the header states of their errors.
    int statement = 0;
};

/// The largest relative error that the fast reference may have, for float and for double arguments, as a power of two.
struct precision {
    double in_float;
    double in_double;
};

/// Beyond this distance from zero, values and derivatives in float and in double are constant or linear.
struct reach {
    double in_float;
    double in_double;
};

/// What a description inherits, and overrides where it differs.  Besides, each has
///
///     sets                              its parameter sets, first that of the defaults;
///     value<T>(p), slope<T>(p)          f and f′ at ±0 and ±∞;
///     formula(x, p)                     f in long double;
///     forward<Real>(x, p),              f and f′ of the fast reference, for Real double and double_double, from what
///     derivative<Real>(x, p)            support/reference is made of;
///     precise(x, p),                    the same in MPFR's numbers.
///     precise_derivative(x, p)
///     textbook(x),                      f and f′ of the default parameters as a textbook prints them and a program without
///     textbook_derivative(x)            this library runs them, in the type of x: the benchmarks time them.  The older
///                                       activations have them in bench/support/textbook.hpp and beside it.
struct description {
    /// As the header writes the function.
    static constexpr const char* symbol = "f";

    /// The members of the functor, in their order and by their names.
    struct parameters {};

    /// Whether there is backward_from_output, and for which parameters.
    static constexpr bool has_from_output = false;
    static constexpr bool output_determines(const auto&) { return true; }
    /// The name of the parameter that must be positive for it.
    static constexpr const char* positive_parameter = nullptr;

    /// Of the first parameters.
    static constexpr std::initializer_list<known_value> known{};

    /// Where the derivative jumps or has a jump in its slope.
    static std::vector<double> knees(const auto&) { return {}; }

    /// Where backward passes no gradient, infinite and NaN ones included.
    template <class T>
    static constexpr bool constant(T, const auto&) {
        return false;
    }

    /// Where the derivative changes sign, and 0 where it does not.
    static constexpr double derivative_root = 0.0;

    static constexpr reach tail{110.0, 760.0};
    static constexpr precision reference_precision{-36.0, -84.0};

    /// Whether MPFR takes infinities by the formula; by `value` and `slope` where not.
    static constexpr bool has_formula_at_infinity = false;

    /// What the kernel of its own in the fast tier promises, where there is one.
    static constexpr bounds fast = fast_tier;
};

}  // namespace described

#endif

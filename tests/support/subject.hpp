#ifndef ACTIVATION_TESTS_SUPPORT_SUBJECT_HPP
#define ACTIVATION_TESTS_SUPPORT_SUBJECT_HPP

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "support/edges.hpp"

/// What the checks see of the library: call forms, lanes and constants as plain data.  A check is compiled once for
/// each element type and not once for each activation, and serves whatever can be described so.
namespace tests {

/// The inputs or the outputs of one element; unused places are 0.
template <class T>
using element = std::array<T, 3>;

/// One way to call the library on ranges, and what it makes of one element.
template <class T>
struct call_form {
    using reads = std::vector<std::span<const T>>;
    using writes = std::vector<std::span<T>>;

    /// As messages name it: "activation::gelu.derivative(x, d)".
    std::string text;
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    std::function<void(const reads&, const writes&)> call;
    std::function<element<T>(const element<T>&)> one;
    /// For f(x): its only input is the memory of its only output.
    bool only_in_place = false;
};

/// f(v), f′(v) and both at once, of one value or of the same place in a batch.
template <class T>
struct results {
    T value;
    T derivative;
    T fused_value;
    T fused_derivative;
};

/// The batches of one architecture: maps `width` values at x.
template <class T>
struct lane_form {
    std::string architecture;
    std::size_t width;
    std::function<void(const T* x, results<T>* y)> call;
};

/// What the compiler made of one value in a constant expression.
template <class T>
struct constant {
    T x;
    results<T> folded;
};

/// backward_from_output with a parameter for which the output does not determine the derivative.
template <class T>
struct ambiguous_form {
    call_form<T> form;
    /// "alpha is -1"
    std::string reason;
};

/// One activation with its parameters bound.
template <class T>
struct subject {
    /// "elu<float>, parameters[1]"
    std::string name;
    std::function<results<T>(T)> one;
    std::vector<call_form<T>> forms;
    std::vector<ambiguous_form<T>> ambiguous;
    std::vector<lane_form<T>> lanes;
    std::vector<constant<T>> constants;
    edges<T> value;
    edges<T> derivative;
    std::function<long double(long double)> formula;
    /// The textbook's f and f′ with the first parameters, where the description has them and these are the parameters.
    std::function<long double(long double)> textbook;
    std::function<long double(long double)> textbook_derivative;
    std::vector<known_value> known;
    /// The bound on f, and what it counts against where f is less, from |x| = relative_below on.
    double ulp;
    double floor;
    double relative_below;
    /// Whether f and f′ may be tiny numbers at ±∞ where they should be zeros.
    bool is_tiny_at_infinity;
    /// The bound on f′ at its known values, what it counts against next to a root, and where it does its slope.
    double floor_next_to_root;
    double derivative_ulp;
    /// Where the derivative is not continuous.
    std::vector<double> knees;

    /// Elements of the batch that the driver uses.
    std::size_t width() const { return lanes.empty() ? 1 : lanes.front().width; }
};

}  // namespace tests

#endif

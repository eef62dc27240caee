// Every form of call on a few elements, as a consumer writes them.  The number of elements is known to the compiler,
// which is what makes it warn: it sees whole registers go to and from memory that is shorter, in code that never runs.
// No form is called twice with the same functor, so that the compiler takes each into its caller.
#ifndef ACTIVATION_TESTS_WARNINGS_EVERY_CALL_HPP
#define ACTIVATION_TESTS_WARNINGS_EVERY_CALL_HPP

#include <activation/activation.hpp>

#include <array>
#include <cstddef>
#include <vector>

// How many elements, of which type, and whether in arrays or in vectors.
#ifndef EVERY_CALL_SIZE
#define EVERY_CALL_SIZE 9
#endif
#ifndef EVERY_CALL_TYPE
#define EVERY_CALL_TYPE float
#endif
#ifndef EVERY_CALL_ARRAY
#define EVERY_CALL_ARRAY 0
#endif

namespace every_call {

inline constexpr std::size_t count = EVERY_CALL_SIZE;
using T = EVERY_CALL_TYPE;

#if EVERY_CALL_ARRAY
template <std::size_t Size = count>
std::array<T, Size> filled(T value) {
    std::array<T, Size> range;
    range.fill(value);
    return range;
}
#else
template <std::size_t Size = count>
std::vector<T> filled(T value) {
    return std::vector<T>(Size, value);
}
#endif

template <std::size_t Size = count>
using range = decltype(filled<Size>(T()));

/// What has been computed must be used, else the compiler drops it, and its warnings.
template <class... Ranges>
double used(const Ranges&... ranges) {
    return (static_cast<double>(ranges[ranges.size() - 1]) + ...);
}

template <class Function>
double in_place(const Function& f) {
    range<> x = filled(T(0.75));
    f(x);
    return used(x);
}

template <class Function>
double forward(const Function& f) {
    const range<> x = filled(T(0.75));
    range<> y = filled(T(0));
    f(x, y);
    return used(y);
}

template <class Function>
double derivative(const Function& f) {
    const range<> x = filled(T(0.75));
    range<> d = filled(T(0));
    f.derivative(x, d);
    return used(d);
}

template <class Function>
double value_and_derivative(const Function& f) {
    const range<> x = filled(T(0.75));
    range<> y = x, d = x;
    f.value_and_derivative(x, y, d);
    return used(y, d);
}

template <class Function>
double backward(const Function& f) {
    const range<> grad_output = filled(T(1.5)), x = filled(T(0.75));
    range<> grad_input = filled(T(0));
    f.backward(grad_output, x, grad_input);
    return used(grad_input);
}

template <class Function>
double backward_from_output(const Function& f) {
    const range<> grad_output = filled(T(1.5)), y = filled(T(0.75));
    range<> grad_input = filled(T(0));
    if constexpr (requires { f.backward_from_output(grad_output, y, grad_input); })
        f.backward_from_output(grad_output, y, grad_input);
    return used(grad_input);
}

template <class Function>
double one_value(const Function& f) {
    const auto both = f.value_and_derivative(T(0.5));
    return static_cast<double>(f(T(0.25)) + f.derivative(T(0.25)) + both.value + both.derivative);
}

/// The forms of an activation; f(x) and f(x, y) are one kernel, of which the larger types take the one and the smaller
/// the other.
template <class Function>
double elementwise(const Function& f) {
    double sum = derivative(f) + value_and_derivative(f) + backward(f) + backward_from_output(f) + one_value(f);
    if constexpr (sizeof(T) > sizeof(float))
        sum += in_place(f);
    else
        sum += forward(f);
    return sum;
}

template <class Unit>
double gated(const Unit& f) {
    const range<> activated = filled(T(0.75)), linear = filled(T(2)), grad_output = linear;
    range<> y = linear, grad_activated = linear, grad_linear = linear;
    f(activated, linear, y);
    f.backward(grad_output, activated, linear, grad_activated, grad_linear);
    return used(y, grad_activated, grad_linear);
}

template <class Unit>
double packed(const Unit& f) {
    const range<2 * count> x = filled<2 * count>(T(0.75));
    range<> y = filled(T(0));
    f.packed(x, y, count);
    return used(y);
}

template <class Rows>
double rows(const Rows& f) {
    const range<> x = filled(T(0.75));
    range<> y = x, grad_input = x;
    f(x, y, count);
    f.backward(x, y, grad_input, count);
    const std::array<int, 1> lengths{static_cast<int>(count / 2)};
    f(x, y, count, {.scale = T(0.5), .mask = x, .lengths = lengths, .causal = true});
    f.backward(x, y, grad_input, count, {.scale = T(0.5), .lengths = lengths});
    return used(y, grad_input);
}

template <class PReLU>
double channels_last(const PReLU& f) {
    const range<> x = filled(T(0.75)), weights = filled(T(0.25));
    range<> y = x, grad_input = x, grad_weights = x;
    f(x, y, weights, 1);
    f.backward(x, y, grad_input, weights, grad_weights, 1);
    return used(y, grad_input, grad_weights);
}

template <class PReLU>
double one_channel(const PReLU& f) {
    const range<> x = filled(T(0.75));
    const range<1> weight = filled<1>(T(0.25));
    range<> y = x, grad_input = x;
    range<1> grad_weight = weight;
    f(x, y, weight, count);
    f.backward(x, y, grad_input, weight, grad_weight, count);
    return used(y, grad_input, grad_weight);
}

}  // namespace every_call

#endif

// Calls that must not compile.  Each is one line, and what follows `expected:` must stand together in one line of what
// the compiler says about it, so that the message names the requirement and the argument that fails it.
#include <activation/activation.hpp>
#include <deque>
#include <list>
#include <span>
#include <vector>

template <class T = float>
struct WithoutDerivative {
    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return x + x;
    }
};

inline constexpr activation::function<WithoutDerivative> without_derivative{};

void refused(const std::vector<float>& x, std::vector<float>& y, std::vector<float>& d) {
    // What is written to.
    activation::silu(x);                             // expected: mutable_elements, const std::vector<float
    activation::silu(x, x);                          // expected: writable_range, const std::vector<float
    activation::silu.derivative(x, x);               // expected: writable_range, const std::vector<float
    activation::silu.value_and_derivative(x, y, x);  // expected: writable_range, const std::vector<float
    activation::silu.backward(x, x, std::span(x));   // expected: writable_range, std::span<const float
    activation::silu(x, std::vector<float>(3));      // expected: outlives_the_call, std::vector<float
    activation::swiglu(x, x, x);                     // expected: writable_range, const std::vector<float
    activation::prelu.backward(x, x, y, x, x, 1);    // expected: writable_range, const std::vector<float

    // What it holds.
    std::vector<double> doubles(x.size());
    std::vector<int> integers(x.size());
    std::vector<long double> long_doubles(x.size());
    activation::gelu(x, doubles);                     // expected: same_value_type, double
    activation::gelu.backward(doubles, x, y);         // expected: same_value_type, double
    activation::geglu(x, doubles, y);                 // expected: same_value_type, double
    activation::prelu(x, y, doubles, 1);              // expected: same_value_type, double
    activation::relu(integers);                       // expected: float_or_double, int
    activation::relu.derivative(integers, integers);  // expected: float_or_double, int
    activation::relu(long_doubles, long_doubles);     // expected: float_or_double, long double
    activation::relu(1);                              // expected: value_or_batch, int
    activation::relu(x.data());                       // expected: value_or_batch, const float

    // How it lies in memory.
    std::list<float> list(x.begin(), x.end());
    std::deque<float> deque(x.begin(), x.end());
    activation::tanh(list);                // expected: readable_range, std::, list<float
    activation::tanh(x, deque);            // expected: readable_range, std::deque<float
    activation::tanh.derivative(list, y);  // expected: readable_range, std::, list<float

    // What the activation has.
    activation::gelu.backward_from_output(x, x, y);    // expected: has_derivative_from_output, GELU
    activation::silu.backward_from_output(x, x, y);    // expected: has_derivative_from_output, SiLU
    without_derivative.derivative(x, d);               // expected: has_derivative, WithoutDerivative
    without_derivative.backward(x, x, d);              // expected: has_derivative, WithoutDerivative
    activation::leaky_relu(x, y, {.slope = 0.2F});     // expected: initializer list, LeakyReLU<
    activation::elu(x, y, activation::ELU<double>{});  // expected: no known conversion, ELU<double>
}

// The same calls as they should be: an error here would mean that the ones above fail for another reason.
void accepted(const std::vector<float>& x, std::vector<float>& y, std::vector<float>& d) {
    activation::silu(y);
    activation::silu(x, y);
    activation::silu.derivative(x, d);
    activation::silu.value_and_derivative(x, y, d);
    activation::silu.backward(x, x, std::span(d));
    activation::swiglu(x, x, y);
    activation::prelu.backward(x, x, y, x, d, 1);
    activation::prelu(x, y, x, 1);
    activation::relu(1.0F);
    activation::tanh.backward_from_output(x, x, y);
    without_derivative(x, y);
    activation::leaky_relu(x, y, {.negative_slope = 0.2F});
    activation::elu(x, y, activation::ELU<float>{});
}

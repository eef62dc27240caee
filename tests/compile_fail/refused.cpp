// Calls that must not compile.  Each is one line.  What follows `says:` must stand in the first line of what the
// compiler says about it, the words before the bar with g++ and those behind it with clang, and the whole message is
// short.  What follows `expected:` must stand together in one line of it.
#include <activation/activation.hpp>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <span>
#include <utility>
#include <vector>

template <class T = float>
struct WithoutDerivative {
    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return x + x;
    }
};

inline constexpr activation::function<WithoutDerivative> without_derivative{};

/// A view whose elements are computed, as those of std::views::transform.
struct Doubled {
    struct iterator {
        using value_type = float;
        using difference_type = std::ptrdiff_t;
        float operator*() const;
        iterator& operator++();
        iterator operator++(int);
        bool operator==(const iterator&) const;
    };
    iterator begin() const;
    iterator end() const;
};

/// Two bytes, as somebody else's half.
struct Half {
    unsigned short bits;
};

using floats = std::vector<float>;
using activation::ELU;

/// What has data(), size() and Eigen's innerStride(), and holds its elements, as its PlainObject says.
struct Container {
    using PlainObject = Container;
    float* data();
    const float* data() const;
    long size() const;
    long innerStride() const;
};

void outputs(const floats& x, floats& y, const float* p, float* q, const Container& c) {
    activation::silu(x);                             // says: output_must_not_be_const | an output must not be const
    activation::silu(x, x);                          // says: output_must_not_be_const | an output must not be const
    activation::silu(c);                             // says: output_must_not_be_const | an output must not be const
    activation::silu(p, 3);                          // says: output_must_not_be_const | an output must not be const
    activation::silu(q, p, 3);                       // says: output_must_not_be_const | an output must not be const
    activation::silu.derivative(x, x);               // says: output_must_not_be_const | an output must not be const
    activation::silu.value_and_derivative(x, y, x);  // says: output_must_not_be_const | an output must not be const
    activation::silu.backward(x, x, std::span(x));   // says: output_must_not_be_const | an output must not be const
    activation::tanh.backward_from_output(x, x, x);  // says: output_must_not_be_const | an output must not be const
    activation::swiglu(x, x, x);                     // says: output_must_not_be_const | an output must not be const
    activation::swiglu.backward(x, x, x, y, x);      // says: output_must_not_be_const | an output must not be const
    activation::swiglu.packed(x, x, 1);              // says: output_must_not_be_const | an output must not be const
    activation::softmax(x, x, 1, {.scale = 2});      // says: output_must_not_be_const | an output must not be const
    activation::softmax(x, x, 1);                    // says: output_must_not_be_const | an output must not be const
    activation::prelu.backward(x, x, y, x, x, 1);    // says: output_must_not_be_const | an output must not be const
    activation::silu(x, floats(3));                  // says: output_must_outlive_the_call | a container that has a name
    activation::silu(floats(3));                     // says: output_must_outlive_the_call | a container that has a name
    activation::silu(x, Container());                // says: output_must_outlive_the_call | a container that has a name
}

void elements(const floats& x, floats& y, int* integer_pointer, double* double_pointer, float* q, Half half) {
    std::vector<double> doubles(x.size());
    std::vector<int> ints(x.size());
    std::vector<long double> long_doubles(x.size());
    std::vector<Half> halves(x.size());
    std::vector<std::uint16_t> shorts(x.size());
    std::vector<activation::bfloat16> bfloats(x.size());
    activation::relu(ints);                          // says: must_be_float_double | must be float, double
    activation::relu.derivative(ints, ints);         // says: must_be_float_double | must be float, double
    activation::relu(ints, {});                      // says: must_be_float_double | must be float, double
    activation::relu(long_doubles, long_doubles);    // says: must_be_float_double | must be float, double
    activation::relu(1);                             // says: must_be_float_double | must be float, double
    activation::relu.derivative(1);                  // says: must_be_float_double | must be float, double
    activation::relu(half);                          // says: types_of_16_bits_need | types of 16 bits need
    activation::relu(halves);                        // says: types_of_16_bits_need | types of 16 bits need
    activation::relu(shorts);                        // says: types_of_16_bits_need | types of 16 bits need
    activation::gelu(shorts, y);                     // says: types_of_16_bits_need | types of 16 bits need
    activation::swiglu(x, shorts, y);                // says: types_of_16_bits_need | types of 16 bits need
    activation::gelu.derivative(shorts, y);          // says: types_of_16_bits_need | types of 16 bits need
    activation::gelu(bfloats, doubles);              // says: double_must_not_be_mixed | double must not be mixed
    activation::gelu(doubles, bfloats);              // says: double_must_not_be_mixed | double must not be mixed
    activation::gelu.backward(y, doubles, bfloats);  // says: double_must_not_be_mixed | double must not be mixed
    activation::swiglu(bfloats, doubles, y);         // says: double_must_not_be_mixed | double must not be mixed
    activation::softmax(shorts, y, 1);               // says: types_of_16_bits_need | types of 16 bits need
    activation::gelu(std::as_const(bfloats));        // says: output_must_not_be_const | an output must not be const
    activation::leaky_relu(bfloats, 0.2f);     // says: parameters_must_be_in_braces | parameters must be in braces
    activation::relu(integer_pointer, 3);      // says: must_be_float_double | must be float, double
    activation::swiglu(ints, x, y);            // says: must_be_float_double | must be float, double
    activation::gelu(x, doubles);              // says: double_must_not_be_mixed | double must not be mixed
    activation::gelu.backward(doubles, x, y);  // says: double_must_not_be_mixed | double must not be mixed
    activation::geglu(x, doubles, y);          // says: double_must_not_be_mixed | double must not be mixed
    activation::prelu(x, y, doubles, 1);       // says: double_must_not_be_mixed | double must not be mixed
    activation::gelu(double_pointer, q, 3);    // says: double_must_not_be_mixed | double must not be mixed
    activation::softmax(doubles, y, 1);        // says: double_must_not_be_mixed | double must not be mixed
}

void fused(const floats& x, floats& y, float* q) {
    const std::vector<double> doubles(x.size());
    std::vector<activation::bfloat16> bfloats(x.size());
    using activation::accumulate, activation::biased, activation::scaled;
    activation::silu(x, biased(y, x));               // says: are_read_and_never_written | are read and never written
    activation::silu(biased(y, x));                  // says: are_read_and_never_written | are read and never written
    activation::silu(scaled(y, 2));                  // says: are_read_and_never_written | are read and never written
    activation::silu(accumulate(y));                 // says: is_an_output_and_never_read | is an output and never read
    activation::silu(accumulate(y), y);              // says: is_an_output_and_never_read | is an output and never read
    activation::swiglu(x, accumulate(y), y);         // says: is_an_output_and_never_read | is an output and never read
    activation::silu(biased(x, x), q, 3);            // says: must_not_be_mixed | not both
    activation::softmax(accumulate(y), y, 1);        // says: is_an_output_and_never_read | is an output and never read
    activation::softmax(x, biased(y, x), 1);         // says: are_read_and_never_written | are read and never written
    activation::gelu(scaled(doubles, 2), y);         // says: double_must_not_be_mixed | double must not be mixed
    activation::gelu(bfloats, accumulate(doubles));  // expected: accumulate
    activation::gelu(biased(doubles, x), y);         // expected: biased
    activation::gelu(biased(x, accumulate(y)), y);   // expected: biased
    activation::gelu(x, accumulate(x));              // expected: accumulate
    activation::gelu(x, accumulate(floats(3)));      // expected: accumulate
    activation::gelu(biased(floats(3), x), y);       // expected: biased
}

void memory(const floats& x, floats& y, float* p, float (&array)[3], Doubled doubled) {
    std::list<float> list(x.begin(), x.end());
    std::deque<float> deque(x.begin(), x.end());
    activation::tanh(list);                  // says: memory_must_be_contiguous | memory must be contiguous
    activation::tanh(x, deque);              // says: memory_must_be_contiguous | memory must be contiguous
    activation::tanh.derivative(list, y);    // says: memory_must_be_contiguous | memory must be contiguous
    activation::tanh(doubled, y);            // says: memory_must_be_contiguous | memory must be contiguous
    activation::elu(list, y, {.alpha = 2});  // says: memory_must_be_contiguous | memory must be contiguous
    activation::tanh(p);                     // says: pointers_must_be_followed_by_their_count | followed by the count
    activation::tanh(p, p);                  // says: pointers_must_be_followed_by_their_count | followed by the count
    activation::elu(p, 0.2F);                // says: pointers_must_be_followed_by_their_count | followed by the count
    activation::tanh(p, y, 3);               // says: pointers_and_ranges_must_not_be_mixed | not both
    activation::tanh(array, 3);              // says: c_array_is_a_range_and_takes_no_count | a C array is a range
    activation::tanh(array, p, 3);           // says: c_array_is_a_range_and_takes_no_count | a C array is a range
    activation::swiglu(array, array, array, 3);  // says: c_array_is_a_range_and_takes_no_count | a C array is a range
    activation::prelu(p, p, p, 1);       // says: this_form_takes_ranges_and_no_pointers | takes ranges and no pointers
    activation::swiglu.packed(p, p, 1);  // says: this_form_takes_ranges_and_no_pointers | takes ranges and no pointers
    activation::softmax(p, p, 1);        // says: this_form_takes_ranges_and_no_pointers | takes ranges and no pointers
}

void parameters(const floats& x, floats& y, floats& d, float* p) {
    const ELU<double> of_double;
    activation::leaky_relu(y, 0.2F);              // says: parameters_must_be_in_braces | parameters must be in braces
    activation::leaky_relu(x, y, 0.2F);           // says: parameters_must_be_in_braces | parameters must be in braces
    activation::leaky_relu(1.0F, 0.2F);           // says: parameters_must_be_in_braces | parameters must be in braces
    activation::leaky_relu(p, 3, 0.2F);           // says: parameters_must_be_in_braces | parameters must be in braces
    activation::leaky_relu(p, p, 3, 1);           // says: parameters_must_be_in_braces | parameters must be in braces
    activation::leaky_relu.derivative(x, y, 1);   // says: parameters_must_be_in_braces | parameters must be in braces
    activation::leaky_relu.backward(x, x, y, 1);  // says: parameters_must_be_in_braces | parameters must be in braces
    activation::elu(x, y, of_double);             // says: functor_of_the_element_type | functor of the element type
    activation::elu(x, y, ELU<double>());         // says: functor_of_the_element_type | functor of the element type
    activation::leaky_relu(x, y, activation::PReLU<>{});  // says: functor_of_the_element_type | of the element type
    activation::leaky_relu(x, y, {.slope = 0.2F});        // expected: initializer list, LeakyReLU<
    activation::gelu.backward_from_output(x, x, y);       // says: has_no_such_call | has no such call
    activation::silu.backward_from_output(x, x, y);       // says: has_no_such_call | has no such call
    without_derivative.derivative(x, d);                  // says: has_no_such_call | has no such call
    without_derivative.derivative(1.0F);                  // says: has_no_such_call | has no such call
    without_derivative.backward(x, x, d);                 // says: has_no_such_call | has no such call
    activation::gelu(x, y, d);                            // says: arguments_fit_no_form | fit no form
    activation::gelu.derivative(y);                       // says: arguments_fit_no_form | fit no form
    activation::gelu.backward(x, y);                      // says: arguments_fit_no_form | fit no form
    activation::swiglu(x, y);                             // says: arguments_fit_no_form | fit no form
    activation::softmax(x, y);                            // says: arguments_fit_no_form | fit no form
    activation::softmax(x, y, 1, 2.0F);                   // says: arguments_fit_no_form | fit no form
}

// The same calls as they should be: an error here would mean that the ones above fail for another reason.
void accepted(const floats& x, floats& y, floats& d, const float* p, float* q, float (&array)[3], Container& c) {
    activation::silu(y);
    activation::silu(x, y);
    activation::silu(c);
    activation::silu(q, 3);
    activation::silu(p, q, 3);
    activation::silu(array);
    activation::silu.derivative(x, d);
    activation::silu.value_and_derivative(x, y, d);
    activation::silu.backward(x, x, std::span(d));
    activation::swiglu(x, x, y);
    activation::swiglu(p, p, q, 3U);
    activation::swiglu.packed(x, y, 1);
    activation::softmax(x, y, 1);
    activation::softmax(x, y, 1, {.scale = 2});
    activation::prelu.backward(x, x, y, x, d, 1);
    activation::prelu(x, y, x, 1);
    activation::prelu(p, q, 3, {.weight = 0.5F});
    activation::relu(1.0F);
    activation::tanh.backward_from_output(x, x, y);
    without_derivative(x, y);
    activation::leaky_relu(x, y, {.negative_slope = 0.2F});
    activation::elu(x, y, activation::ELU<float>{});
}

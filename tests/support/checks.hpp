#ifndef ACTIVATION_TESTS_SUPPORT_CHECKS_HPP
#define ACTIVATION_TESTS_SUPPORT_CHECKS_HPP

#include "support/subject.hpp"

/// What holds for every activation, as the contract has it.  Each check is a function object over both element types
/// and says in `sentence` what it shows; suite.hpp makes a test case of each.
namespace tests {

/// The contract's table: ±0, ±∞ and NaN, of a value, of a batch, fused or not.
struct edges_check {
    static constexpr const char* sentence = "zeros, infinities and NaN give what the contract says";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

/// The bound of the contract against the formula in long double, in every binade.
struct formula_check {
    static constexpr const char* sentence = "the value follows the formula in every binade";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

/// What the benchmarks time beside the library, where the description has it.
struct textbook_check {
    static constexpr const char* sentence = "the textbook's formula is the same function";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

/// The bound of the contract against values from a multiple-precision library.
struct known_values_check {
    static constexpr const char* sentence = "known values and derivatives come out";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

/// The derivative against central differences of the formula in long double.
struct gradient_check {
    static constexpr const char* sentence = "the derivative is the slope of the formula";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

/// Infinite and NaN gradients at, beside and between the knees, and at NaN.
struct masks_check {
    static constexpr const char* sentence = "no gradient passes where the function is constant, whatever it is";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

/// backward_from_output against backward.
struct from_output_check {
    static constexpr const char* sentence = "backward from the output agrees with backward from the input";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

/// Every length around the batch and the interleave, every offset, at the border of memory that may not be touched,
/// apart or on the memory of any one input: always the bits of the scalar call.
struct positions_check {
    static constexpr const char* sentence = "a result does not depend on its position";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
    void operator()(const call_form<float>& form, std::size_t width) const;
    void operator()(const call_form<double>& form, std::size_t width) const;
};

/// 2¹⁸ bit patterns, 2²⁰ in the thorough suite: a value, a lane of each architecture, an element of each call form, a constant expression.
struct bits_check {
    static constexpr const char* sentence = "a scalar, a lane, an element and a constant are the same bits";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

/// Zeros, the smallest and the largest numbers, the neighbours of knees and roots: a compiler that joins a multiplication, an
/// addition and a minus into one instruction may give a zero the other sign, and does so in one form of a call only.
struct signs_check {
    static constexpr const char* sentence = "next to zero the sign is that of the exact value, in every form";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

/// What must throw, what the message says, and that nothing has been written; and what must not throw.
struct errors_check {
    static constexpr const char* sentence = "a call with unfit ranges throws before it writes";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
    void operator()(const call_form<float>& form) const;
    void operator()(const call_form<double>& form) const;
};

/// backward_from_output where the output does not determine the derivative.
struct ambiguous_check {
    static constexpr const char* sentence = "backward from the output refuses parameters that make it ambiguous";
    void operator()(const subject<float>& f) const;
    void operator()(const subject<double>& f) const;
};

}  // namespace tests

#endif

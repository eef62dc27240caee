#ifndef ACTIVATION_TESTS_CALLS_CALLS_HPP
#define ACTIVATION_TESTS_CALLS_CALLS_HPP

#include <activation/activation.hpp>

#include "calls/report.hpp"

/// Every call of a name, and a report of what it wrote.  Some names a source file: without optimisation all of them
/// together take a compiler's memory away.
namespace calls {
namespace {

template <class T>
struct array {
    T item[count];

    constexpr T* begin() { return item; }
    constexpr T* end() { return item + count; }
    constexpr const T* begin() const { return item; }
    constexpr const T* end() const { return item + count; }
};

template <class T>
array<T> copy_of(const T (&values)[count]) {
    array<T> x;
    for (std::size_t i = 0; i < count; ++i) x.item[i] = values[i];
    return x;
}

/// Hashes what calls have written, NaN as NaN whatever its bits, and reports it at its end.
class record {
public:
    record(const char* call, report to) : call_(call), to_(to) {}
    record(const record&) = delete;
    record& operator=(const record&) = delete;
    ~record() { to_(call_, hash_); }

    template <class T>
    void add(T value) {
        constexpr bool single = sizeof(T) == sizeof(float);
        constexpr std::uint64_t infinity = single ? 0x7f800000 : 0x7ff0000000000000;
        constexpr std::uint64_t sign = single ? 0x80000000 : 0x8000000000000000;
        const std::uint64_t bits = bits_of(value);
        const bool is_nan = (bits & ~sign) > infinity;
        hash_ = (hash_ ^ (is_nan ? infinity + 1 : bits)) * 0x100000001b3;
        hash_ ^= hash_ >> 29;
    }

    template <class T>
    void add(const array<T>& values) {
        for (std::size_t i = 0; i < count; ++i) add(values.item[i]);
    }

private:
    static std::uint64_t bits_of(float value) { return __builtin_bit_cast(std::uint32_t, value); }
    static std::uint64_t bits_of(double value) { return __builtin_bit_cast(std::uint64_t, value); }

    const char* call_;
    report to_;
    std::uint64_t hash_ = 0xcbf29ce484222325;
};

template <class Function, class T>
void call_with_values(const char* name, const Function& f, const array<T>& x, report to) {
    record by(name, to);
    for (std::size_t i = 0; i < count; ++i) {
        const auto both = f.value_and_derivative(x.item[i]);
        by.add(f(x.item[i]));
        by.add(f.derivative(x.item[i]));
        by.add(both.value);
        by.add(both.derivative);
    }
}

/// All of a function's mathematics, in two of its loops.
template <class Function, class T>
void call_with_some_ranges(const char* name, const Function& f, const array<T>& x, report to) {
    record by(name, to);
    array<T> y = x, d = x;
    f.value_and_derivative(x, y, d);
    by.add(y);
    by.add(d);
    f.backward(x, x, d);
    by.add(d);
}

/// The others.
template <class Function, class T>
void call_with_other_ranges(const char* name, const Function& f, const array<T>& x, report to) {
    record by(name, to);
    array<T> y = x, d = x;
    f(y);
    by.add(y);
    f(x, y);
    f.derivative(x, d);
    by.add(y);
    by.add(d);
    if constexpr (requires { f.backward_from_output(x, y, d); }) {
        f.backward_from_output(x, y, d);
        by.add(d);
    }
}

template <class Function, class T>
void call_function(const char* name, const Function& f, const T (&values)[count], report to) {
    const array<T> x = copy_of(values);
    call_with_values(name, f, x, to);
    call_with_some_ranges(name, f, x, to);
    call_with_other_ranges(name, f, x, to);
}

/// What other loops do is the same for every name.
template <class Function, class T>
void call_some_of_function(const char* name, const Function& f, const T (&values)[count], report to) {
    const array<T> x = copy_of(values);
    call_with_values(name, f, x, to);
    call_with_some_ranges(name, f, x, to);
}

template <class Gated, class T>
void call_gated(const char* name, const Gated& f, const T (&values)[count], report to) {
    record by(name, to);
    const array<T> x = copy_of(values);
    array<T> linear = x, y = x, d = x;
    for (std::size_t i = 0; i < count; ++i) linear.item[i] = x.item[count - 1 - i];
    f(x, linear, y);
    by.add(y);
    f.backward(x, x, linear, y, d);
    by.add(y);
    by.add(d);
    f.packed(x, std::span<T>(y.item, count / 2), 6);
    by.add(y);
}

template <class Rows, class T>
void call_rows(const char* name, const Rows& f, const T (&values)[count], report to) {
    const array<T> x = copy_of(values);
    constexpr std::size_t widths[] = {1, 8, 12, count / 2};
    for (const std::size_t width : widths) {
        record by(name, to);
        array<T> y = x, d = x;
        f(x, y, width);
        by.add(y);
        f.backward(x, y, d, width);
        by.add(d);
    }
}

template <class T>
void call_by_channel(const T (&values)[count], report to) {
    const array<T> x = copy_of(values);
    constexpr std::size_t inners[] = {1, 4, 12};
    for (const std::size_t inner : inners) {
        record by("prelu by channel", to);
        array<T> y = x, of_channels = x, grad_weights = x;
        const std::span<const T> weights(of_channels.item, count / 2 / inner);
        activation::prelu(x, y, weights, inner);
        by.add(y);
        activation::prelu.backward(x, x, y, weights, std::span<T>(grad_weights.item, weights.size()), inner);
        by.add(y);
        by.add(grad_weights);
        activation::fast::prelu.backward(x, x, y, weights, std::span<T>(grad_weights.item, weights.size()), inner);
        by.add(grad_weights);
    }
}

}  // namespace
}  // namespace calls

#endif

// The gradients of softmax and its logarithm against multiple precision: with gradients that cancel, that are as large
// as numbers get, and with rows that are sure of one element.

#include <mpfr.h>

#include <activation/softmax.hpp>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

/// So many bits that sums of the largest and the smallest doubles are exact.
class number {
public:
    number(double value = 0) {
        mpfr_init2(value_, 2400);
        mpfr_set_d(value_, value, MPFR_RNDN);
    }
    number(const number& other) : number() { mpfr_set(value_, other.value_, MPFR_RNDN); }
    number& operator=(const number& other) {
        mpfr_set(value_, other.value_, MPFR_RNDN);
        return *this;
    }
    ~number() { mpfr_clear(value_); }

    friend number operator+(number a, const number& b) {
        mpfr_add(a.value_, a.value_, b.value_, MPFR_RNDN);
        return a;
    }
    friend number operator-(number a, const number& b) {
        mpfr_sub(a.value_, a.value_, b.value_, MPFR_RNDN);
        return a;
    }
    friend number operator*(number a, const number& b) {
        mpfr_mul(a.value_, a.value_, b.value_, MPFR_RNDN);
        return a;
    }
    friend bool operator<(const number& a, const number& b) { return mpfr_less_p(a.value_, b.value_) != 0; }

    number magnitude() const {
        number result;
        mpfr_abs(result.value_, value_, MPFR_RNDN);
        return result;
    }

    static number exponential(double x) {
        number result;
        mpfr_prec_t precision = 200;
        mpfr_t power;
        mpfr_init2(power, precision);
        mpfr_set_d(power, x, MPFR_RNDN);
        mpfr_exp(power, power, MPFR_RNDN);
        mpfr_set(result.value_, power, MPFR_RNDN);
        mpfr_clear(power);
        return result;
    }

    /// In units of T's last place at `size`, the smallest subnormal number at least.
    template <class T>
    double units(const number& size) const {
        using limits = std::numeric_limits<T>;
        const long lowest = limits::min_exponent - limits::digits;
        const long exponent = mpfr_zero_p(size.value_) ? lowest : mpfr_get_exp(size.value_) - limits::digits;
        number scaled;
        mpfr_div_2si(scaled.value_, value_, std::max(exponent, lowest), MPFR_RNDN);
        return mpfr_get_d(scaled.value_, MPFR_RNDU);
    }

private:
    mpfr_t value_;
};

/// The largest error of both gradients in units of the last place of what the contract names.
struct errors {
    double softmax = 0;
    double log_softmax = 0;
};

/// From the gradients and the outputs as the calls get them.
template <class T>
void add_errors(errors& worst, const std::vector<T>& grad_output, const std::vector<T>& y, const std::vector<T>& logs) {
    const std::size_t width = y.size();
    std::vector<T> out(width), log_out(width);
    activation::softmax.backward(grad_output, y, out, width);
    activation::log_softmax.backward(grad_output, logs, log_out, width);
    number mean, total, largest;
    for (std::size_t i = 0; i < width; ++i) {
        const number gradient(grad_output[i]);
        mean = mean + gradient * number(y[i]);
        total = total + gradient;
        largest = std::max(largest, gradient.magnitude());
    }
    for (std::size_t i = 0; i < width; ++i) {
        const number gradient(grad_output[i]), part = number::exponential(static_cast<double>(logs[i])) * total;
        const number exact = (gradient - mean) * number(y[i]), log_exact = gradient - part;
        const bool overflows = number(std::numeric_limits<T>::max()) < log_exact.magnitude();
        if (!std::isfinite(out[i]) || (!std::isfinite(log_out[i]) && !overflows))
            FAIL("a gradient of " << tests::hex(grad_output[i]) << " in a row of " << width << " gives "
                                  << tests::hex(out[i]) << " and " << tests::hex(log_out[i]));
        const double error = (number(out[i]) - exact).magnitude().template units<T>(largest * number(y[i]));
        worst.softmax = std::max(worst.softmax, error);
        if (overflows) continue;
        const number size = std::max(gradient.magnitude(), part.magnitude());
        const double log_error = (number(log_out[i]) - log_exact).magnitude().template units<T>(size);
        worst.log_softmax = std::max(worst.log_softmax, log_error);
    }
}

template <class T>
using gradient_rule = T (*)(std::size_t i, std::size_t width, tests::random_bits& next);

template <class T>
T between(tests::random_bits& next, T low, T high) {
    return low + (high - low) * static_cast<T>(static_cast<double>(next() >> 11) * 0x1p-53);
}

template <class T>
void check(const char* what, gradient_rule<T> gradient) {
    tests::random_bits next(11);
    errors worst;
    for (const std::size_t width : {1U, 2U, 3U, 7U, 8U, 9U, 33U, 300U})
        for (const T spread : {T(0), T(1), T(10), T(60), T(sizeof(T) == 4 ? 200 : 1400)})
            for (int repeat = 0; repeat < (width < 10 ? 25 : 3); ++repeat) {
                std::vector<T> x(width), y(width), logs(width), grad_output(width);
                for (std::size_t i = 0; i < width; ++i) {
                    x[i] = between(next, T(-spread), T(spread));
                    grad_output[i] = gradient(i, width, next);
                }
                activation::softmax(x, y, width);
                activation::log_softmax(x, logs, width);
                add_errors(worst, grad_output, y, logs);
            }
    INFO(what << ", " << sizeof(T) << " bytes: softmax " << worst.softmax << ", log_softmax " << worst.log_softmax);
    CHECK(worst.softmax <= 4);
    CHECK(worst.log_softmax <= 4);
}

template <class T>
T any_size(tests::random_bits& next) {
    const std::uint64_t bits = next();
    return tests::assemble<T>((bits & 1) != 0, next() % (2 * std::numeric_limits<T>::max_exponent - 1), bits >> 1);
}

}  // namespace

TEMPLATE_TEST_CASE("softmax: gradients are within the bound, backward of the logarithm too", "", float, double) {
    using T = TestType;
    using bits = tests::random_bits;
    check<T>("ordinary", [](std::size_t, std::size_t, bits& next) { return between(next, T(-1), T(1)); });
    check<T>("constant", [](std::size_t, std::size_t, bits&) { return T(1e6); });
    check<T>("one of them", [](std::size_t i, std::size_t width, bits&) { return i == width / 2 ? T(-1) : T(0); });
    check<T>("opposite", [](std::size_t i, std::size_t, bits&) { return i % 2 == 0 ? T(1.4) : T(-1.4); });
    check<T>("every size", [](std::size_t, std::size_t, bits& next) { return any_size<T>(next); });
}

TEMPLATE_TEST_CASE("softmax: gradients may be as large as numbers get", "", float, double) {
    using T = TestType;
    using bits = tests::random_bits;
    static constexpr T largest = std::numeric_limits<T>::max();
    check<T>("largest", [](std::size_t, std::size_t, bits&) { return largest; });
    check<T>("nearly largest",
             [](std::size_t, std::size_t, bits& next) { return between(next, largest / 2, largest); });
    check<T>("largest of either sign",
             [](std::size_t, std::size_t, bits& next) { return next() % 2 == 0 ? largest : -largest; });
    check<T>("largest and small",
             [](std::size_t i, std::size_t, bits& next) { return i % 2 == 0 ? largest : between(next, T(-1), T(1)); });
    const std::vector<T> gradients(2, sizeof(T) == 4 ? T(3.06e38) : T(1.6e308)), logs(2, std::log(T(0.5)));
    std::vector<T> out(2);
    activation::log_softmax.backward(gradients, logs, out, 2);
    CHECK(std::abs(out[0]) <= gradients[0] * 2 * std::numeric_limits<T>::epsilon());
    CHECK(out[0] == out[1]);
}

TEMPLATE_TEST_CASE("softmax: gradients may cancel", "", float, double) {
    using T = TestType;
    using bits = tests::random_bits;
    check<T>("three sizes", [](std::size_t i, std::size_t width, bits&) {
        const T sizes[]{T(1e30), T(1e10), T(1e-10)};
        const std::size_t half = width / 2;
        if (i >= 2 * half) return T(1e-20);
        const T size = sizes[i % half % 3];
        return i < half ? size : i % half == 0 ? -size * (1 + std::numeric_limits<T>::epsilon()) : -size;
    });
    check<T>("all but cancelling", [](std::size_t i, std::size_t width, bits&) {
        const std::size_t half = width / 2;
        if (i >= 2 * half) return T(0x1p-40);
        return (i < half ? T(1) : T(-1)) * std::exp2(static_cast<T>(i % half % 60) * T(sizeof(T) == 4 ? 2 : 15));
    });
}

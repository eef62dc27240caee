#ifndef ACTIVATION_TESTS_ROWS_GRADIENT_ERRORS_HPP
#define ACTIVATION_TESTS_ROWS_GRADIENT_ERRORS_HPP

#include <mpfr.h>

#include <activation/softmax.hpp>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"

/// The errors of the gradients of softmax and its logarithm, by multiple precision.
namespace rows {

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

struct accurate_tier {
    static constexpr auto& softmax = activation::softmax;
    static constexpr auto& log_softmax = activation::log_softmax;
};
struct fast_tier {
    static constexpr auto& softmax = activation::fast::softmax;
    static constexpr auto& log_softmax = activation::fast::log_softmax;
};

/// From the gradients and the outputs as the calls get them.
template <class Tier = accurate_tier, class T>
void add_errors(errors& worst, const std::vector<T>& grad_output, const std::vector<T>& y, const std::vector<T>& logs,
                T scale = 1) {
    const std::size_t width = y.size();
    std::vector<T> out(width), log_out(width);
    if (scale == T(1)) {
        Tier::softmax.backward(grad_output, y, out, width);
        Tier::log_softmax.backward(grad_output, logs, log_out, width);
    } else {
        Tier::softmax.backward(grad_output, y, out, width, {.scale = scale});
        Tier::log_softmax.backward(grad_output, logs, log_out, width, {.scale = scale});
    }
    const number times(scale), size_of_scale = times.magnitude();
    number mean, total, largest;
    for (std::size_t i = 0; i < width; ++i) {
        const number gradient(grad_output[i]);
        mean = mean + gradient * number(y[i]);
        total = total + gradient;
        largest = std::max(largest, gradient.magnitude());
    }
    for (std::size_t i = 0; i < width; ++i) {
        const number gradient(grad_output[i]), part = number::exponential(static_cast<double>(logs[i])) * total;
        const number exact = (gradient - mean) * number(y[i]) * times, log_exact = (gradient - part) * times;
        const number limit(std::numeric_limits<T>::max());
        const number unit = largest * number(y[i]) * size_of_scale;
        const number log_unit = std::max(gradient.magnitude(), part.magnitude()) * size_of_scale;
        // Where the unit of the bound is beyond the largest number, so is what an error of one of it makes.
        const bool is_beyond = limit < unit || limit < exact.magnitude();
        const bool log_is_beyond = limit < log_exact.magnitude() || (scale != T(1) && limit < log_unit);
        if ((!std::isfinite(out[i]) && !is_beyond) || (!std::isfinite(log_out[i]) && !log_is_beyond))
            FAIL("a gradient of " << tests::hex(grad_output[i]) << " in a row of " << width << ", scale " << scale
                                  << ", gives " << tests::hex(out[i]) << " and " << tests::hex(log_out[i]));
        if (!is_beyond)
            worst.softmax = std::max(worst.softmax, (number(out[i]) - exact).magnitude().template units<T>(unit));
        if (log_is_beyond) continue;
        const double log_error = (number(log_out[i]) - log_exact).magnitude().template units<T>(log_unit);
        worst.log_softmax = std::max(worst.log_softmax, log_error);
    }
}

inline double between(tests::random_bits& next, double low, double high) {
    return low + (high - low) * (static_cast<double>(next() >> 11) * 0x1p-53);
}

template <class T>
T any_size(tests::random_bits& next) {
    const std::uint64_t bits = next();
    return tests::assemble<T>((bits & 1) != 0, next() % (2 * std::numeric_limits<T>::max_exponent - 1), bits >> 1);
}

}  // namespace rows

#endif

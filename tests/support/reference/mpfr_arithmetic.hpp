#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_MPFR_ARITHMETIC_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_MPFR_ARITHMETIC_HPP

#include "mpfr.hpp"

namespace reference {

/// Numbers of one precision with operators, so that the formulas read as the contract writes them.
class number {
public:
    number(mpfr_prec_t precision, double value) : value_(precision) { mpfr_set_d(value_, value, nearest); }
    number(mpfr_prec_t precision, const char* digits) : value_(precision) { mpfr_set_str(value_, digits, 10, nearest); }

    mpfr_prec_t precision() const { return mpfr_get_prec(value_); }
    const mpfr_number& value() const { return value_; }

    friend number operator-(number a) { return mpfr_neg(a.value_, a.value_, nearest), a; }
    friend number operator+(number a, const number& b) { return mpfr_add(a.value_, a.value_, b.value_, nearest), a; }
    friend number operator*(number a, const number& b) { return mpfr_mul(a.value_, a.value_, b.value_, nearest), a; }
    friend number operator/(number a, const number& b) { return mpfr_div(a.value_, a.value_, b.value_, nearest), a; }
    friend number operator+(double a, const number& b) { return number(b.precision(), a) + b; }
    friend number operator*(double a, const number& b) { return number(b.precision(), a) * b; }
    friend number operator/(double a, const number& b) { return number(b.precision(), a) / b; }
    friend bool operator<(const number& a, double b) { return mpfr_cmp_d(a.value_, b) < 0; }
    friend bool operator>(const number& a, double b) { return mpfr_cmp_d(a.value_, b) > 0; }
    friend number abs(number a) { return mpfr_abs(a.value_, a.value_, nearest), a; }
    friend number exp(number a) { return mpfr_exp(a.value_, a.value_, nearest), a; }
    friend number expm1(number a) { return mpfr_expm1(a.value_, a.value_, nearest), a; }
    friend number log1p(number a) { return mpfr_log1p(a.value_, a.value_, nearest), a; }
    friend number erfc(number a) { return mpfr_erfc(a.value_, a.value_, nearest), a; }
    friend number tanh(number a) { return mpfr_tanh(a.value_, a.value_, nearest), a; }
    friend number sech(number a) { return mpfr_sech(a.value_, a.value_, nearest), a; }
    friend number sqrt(number a) { return mpfr_sqrt(a.value_, a.value_, nearest), a; }
    /// A value in the precision of x.
    friend number like(const number& x, double value) { return {x.precision(), value}; }
    friend number pi(const number& x) {
        number result = x;
        return mpfr_const_pi(result.value_, nearest), result;
    }

private:
    mpfr_number value_;
};

}  // namespace reference

#endif

#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_MPFR_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_MPFR_HPP

#include <mpfr.h>

#include <string>
#include <string_view>

#include "function.hpp"

/// The judge: every activation and derivative by MPFR, to more than 200 correct bits, in tails and at roots too.
namespace reference {

inline constexpr mpfr_rnd_t nearest = MPFR_RNDN;

/// An MPFR number that owns its memory.
class mpfr_number {
public:
    explicit mpfr_number(mpfr_prec_t precision = 256) { mpfr_init2(value_, precision); }
    mpfr_number(const mpfr_number& other) : mpfr_number(mpfr_get_prec(other.value_)) { *this = other; }
    mpfr_number& operator=(const mpfr_number& other) {
        mpfr_set_prec(value_, mpfr_get_prec(other.value_));
        mpfr_set(value_, other.value_, nearest);
        return *this;
    }
    ~mpfr_number() { mpfr_clear(value_); }

    operator mpfr_ptr() { return value_; }
    operator mpfr_srcptr() const { return value_; }

private:
    mpfr_t value_;
};

/// f(x) or f'(x) with numbers of one precision.
using evaluation = mpfr_number (*)(mpfr_prec_t precision, mode what, const parameters& p, double x);

/// That of a description: a translation unit for each includes define_mpfr.hpp.
template <class Description>
mpfr_number evaluate_at(mpfr_prec_t precision, mode what, const parameters& p, double x);

/// That of an activation linked into this program; throws std::out_of_range where there is none.
evaluation evaluation_of(std::string_view name);

/// f(x) or f'(x); NaN, infinities and signed zeros as the contract's table of edges has them. A result below MPFR's
/// range is a zero of the right sign.
mpfr_number evaluate(evaluation at, mode what, const parameters& p, double x);

inline mpfr_number evaluate(std::string_view name, mode what, const parameters& p, double x) {
    return evaluate(evaluation_of(name), what, p, x);
}

/// |result - exact| / ulp(exact), as in ulp.hpp.
double ulp_error(float result, const mpfr_number& exact, double floor = 0.0);
double ulp_error(double result, const mpfr_number& exact, double floor = 0.0);

bool is_negative(const mpfr_number& exact);

/// |approximate - exact| / |exact|, 0 where both are equal (zeros, infinities, NaN).
double relative_error(double high, double low, double exponent, const mpfr_number& exact);

/// "-0x1.8p-130": one as the leading digit of whatever is not zero, subnormal or not, and up to `digits` after it.
std::string to_string(const mpfr_number& value, int digits);
std::string to_string(double value);

}  // namespace reference

#endif

#include "mpfr.hpp"

namespace reference {
namespace {

/// Whether a and b agree to 220 bits.
bool agree(const mpfr_number& a, const mpfr_number& b) {
    if (mpfr_nan_p(a) || mpfr_equal_p(a, b)) return true;
    mpfr_number difference(64);
    mpfr_sub(difference, a, b, MPFR_RNDA);
    return mpfr_get_exp(difference) < mpfr_get_exp(b) - 220;
}

/// MPFR's widest range of exponents, for e^(-x^2 / 2) with x far out; per thread.
void widen_exponent_range() {
    mpfr_set_emin(mpfr_get_emin_min());
    mpfr_set_emax(mpfr_get_emax_max());
}

}  // namespace

mpfr_number evaluate(evaluation at, mode what, const parameters& p, double x) {
    widen_exponent_range();
    mpfr_number previous = at(256, what, p, x);
    for (mpfr_prec_t precision = 384;; precision *= 2) {
        mpfr_number next = at(precision, what, p, x);
        if (agree(previous, next)) return next;
        previous = next;
    }
}

}  // namespace reference

#include <cmath>
#include <limits>

#include "../ulp.hpp"
#include "mpfr.hpp"

namespace reference {
namespace {

template <class T>
double ulp_error_of(T result, const mpfr_number& exact, double floor, T rounded) {
    const double special = special_ulp_error(result, rounded);
    if (special >= 0.0) return special;
    if (mpfr_inf_p(exact)) return infinite_error;
    mpfr_number leading(exact);
    mpfr_mul_2si(leading, exact, -220, nearest);
    mpfr_sub(leading, exact, leading, nearest);
    mpfr_abs(leading, leading, nearest);
    constexpr double smallest = std::numeric_limits<T>::min();
    if (mpfr_cmp_d(leading, std::fmax(floor, smallest)) < 0) mpfr_set_d(leading, std::fmax(floor, smallest), nearest);
    constexpr double largest = std::numeric_limits<T>::max();
    if (mpfr_cmp_d(leading, largest) > 0) mpfr_set_d(leading, largest, nearest);
    const int exponent = static_cast<int>(mpfr_get_exp(leading)) - 1;
    mpfr_number error(exact);
    mpfr_sub_d(error, exact, static_cast<double>(result), nearest);
    mpfr_mul_2si(error, error, -spacing_exponent<T>(exponent), nearest);
    return std::fabs(mpfr_get_d(error, nearest));
}

}  // namespace

double ulp_error(float result, const mpfr_number& exact, double floor) {
    return ulp_error_of(result, exact, floor, mpfr_get_flt(exact, nearest));
}

double ulp_error(double result, const mpfr_number& exact, double floor) {
    return ulp_error_of(result, exact, floor, mpfr_get_d(exact, nearest));
}

bool is_negative(const mpfr_number& exact) { return mpfr_signbit(exact) != 0; }

double relative_error(double high, double low, double exponent, const mpfr_number& exact) {
    if (mpfr_nan_p(exact) || std::isnan(high)) return mpfr_nan_p(exact) && std::isnan(high) ? 0.0 : infinite_error;
    if (std::isinf(high)) return mpfr_get_d(exact, nearest) == high ? 0.0 : infinite_error;
    if (mpfr_inf_p(exact) || mpfr_zero_p(exact)) return mpfr_cmp_d(exact, high) == 0 ? 0.0 : infinite_error;
    mpfr_number error(256);
    mpfr_set_d(error, high, nearest);
    mpfr_add_d(error, error, low, nearest);
    mpfr_mul_2si(error, error, static_cast<long>(exponent), nearest);
    mpfr_sub(error, error, exact, nearest);
    mpfr_div(error, error, exact, nearest);
    return std::fabs(mpfr_get_d(error, nearest));
}

std::string to_string(const mpfr_number& value, int digits) {
    const std::string sign = is_negative(value) ? "-" : "";
    if (mpfr_nan_p(value)) return "nan";
    if (mpfr_inf_p(value)) return sign + "inf";
    if (mpfr_zero_p(value)) return sign + "0x0p+0";
    // MPFR's own base 16 starts with any digit from 1 to f: take the digits four at a time from base 2.
    mpfr_exp_t exponent = 0;
    mpfr_number magnitude(value);
    mpfr_abs(magnitude, value, nearest);
    char* text = mpfr_get_str(nullptr, &exponent, 2, static_cast<std::size_t>(4 * digits + 1), magnitude, nearest);
    const std::string bits = text;
    mpfr_free_str(text);
    std::string fraction;
    for (std::size_t i = 1; i < bits.size(); i += 4) {
        fraction += "0123456789abcdef"[std::stoul(bits.substr(i, 4), nullptr, 2)];
    }
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return sign + (fraction.empty() ? "0x1" : "0x1." + fraction) + (exponent > 0 ? "p+" : "p") +
           std::to_string(exponent - 1);
}

std::string to_string(double value) {
    mpfr_number number(53);
    mpfr_set_d(number, value, nearest);
    return to_string(number, 13);
}

}  // namespace reference

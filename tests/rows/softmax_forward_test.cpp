// Softmax and its logarithm against multiple precision, over rows of every kind; and their bits, which are the same at
// every place of a row, in place or not, and with registers of every width.

#include <mpfr.h>

#include <activation/activation.hpp>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

constexpr mpfr_prec_t precision = 192;

class number {
public:
    number() { mpfr_init2(value, precision); }
    number(const number&) = delete;
    number& operator=(const number&) = delete;
    ~number() { mpfr_clear(value); }

    /// |got − this| in units of T's last place at this, or at `least` if that is more.
    template <class T>
    double error_of(T got, double least = 0) const {
        using limits = std::numeric_limits<T>;
        const long lowest = limits::min_exponent - limits::digits;
        long exponent = mpfr_zero_p(value) ? lowest : mpfr_get_exp(value) - limits::digits;
        if (least > 0) exponent = std::max<long>(exponent, std::ilogb(least) + 1 - limits::digits);
        number difference;
        mpfr_sub_d(difference.value, value, static_cast<double>(got), MPFR_RNDN);
        mpfr_div_2si(difference.value, difference.value, std::max(exponent, lowest), MPFR_RNDN);
        return std::abs(mpfr_get_d(difference.value, MPFR_RNDA));
    }

    mpfr_t value;
};

/// The largest errors that were seen, and that of a row's sum in units of the last place of 1.
struct errors {
    double softmax = 0;
    double log_softmax = 0;
    double sum = 0;
};

/// Rows that hold a finite number.
template <class T>
void add_errors(errors& worst, const std::vector<T>& x, const std::vector<T>& y, const std::vector<T>& logs,
                double least) {
    const auto largest = std::max_element(x.begin(), x.end());
    std::vector<number> difference(x.size());
    number others, term, sum;
    mpfr_set_zero(others.value, 1);
    mpfr_set_zero(sum.value, 1);
    for (std::size_t i = 0; i < x.size(); ++i) {
        mpfr_set_d(difference[i].value, static_cast<double>(x[i]), MPFR_RNDN);
        mpfr_sub_d(difference[i].value, difference[i].value, static_cast<double>(*largest), MPFR_RNDN);
        mpfr_exp(term.value, difference[i].value, MPFR_RNDN);
        if (&x[i] != &*largest) mpfr_add(others.value, others.value, term.value, MPFR_RNDN);
    }
    number logarithm;
    mpfr_log1p(logarithm.value, others.value, MPFR_RNDN);
    for (std::size_t i = 0; i < x.size(); ++i) {
        mpfr_sub(difference[i].value, difference[i].value, logarithm.value, MPFR_RNDN);
        mpfr_exp(term.value, difference[i].value, MPFR_RNDN);
        worst.softmax = std::max(worst.softmax, term.error_of(y[i]));
        if (std::isinf(x[i]))
            REQUIRE(std::isinf(logs[i]));
        else if (mpfr_cmp_d(difference[i].value, -static_cast<double>(std::numeric_limits<T>::max())) > 0)
            worst.log_softmax = std::max(worst.log_softmax, difference[i].error_of(logs[i], least));
        mpfr_add_d(sum.value, sum.value, static_cast<double>(y[i]), MPFR_RNDN);
    }
    worst.sum = std::max(worst.sum, sum.error_of(T(1)) / 2);
}

double uniform(tests::random_bits& next) { return static_cast<double>(next() >> 11) * 0x1p-53; }

double normal(tests::random_bits& next, double mean, double spread) {
    return mean + spread * std::sqrt(-2 * std::log(1 - uniform(next))) * std::cos(6.283185307179586 * uniform(next));
}

struct distribution {
    const char* name;
    double (*value)(std::size_t i, std::size_t width, tests::random_bits& next);
};

using bits = tests::random_bits;
constexpr distribution distributions[] = {
    {"N(0, 1)", [](std::size_t, std::size_t, bits& next) { return normal(next, 0, 1); }},
    {"N(0, 8)", [](std::size_t, std::size_t, bits& next) { return normal(next, 0, 8); }},
    {"N(0, 40)", [](std::size_t, std::size_t, bits& next) { return normal(next, 0, 40); }},
    {"N(300, 5)", [](std::size_t, std::size_t, bits& next) { return normal(next, 300, 5); }},
    {"N(-90, 30)", [](std::size_t, std::size_t, bits& next) { return normal(next, -90, 30); }},
    {"N(-1400, 90)", [](std::size_t, std::size_t, bits& next) { return normal(next, -1400, 90); }},
    {"equal", [](std::size_t, std::size_t width, bits&) { return 0.7 * static_cast<double>(width % 97) - 30; }},
    {"one dominant",
     [](std::size_t i, std::size_t width, bits& next) { return normal(next, 0, 1) + (i == width / 3 ? 17 : 0); }},
    {"one alone",
     [](std::size_t i, std::size_t width, bits& next) { return i == width / 3 ? 0 : -103 * uniform(next); }},
    {"ascending", [](std::size_t i, std::size_t width,
                     bits&) { return 40 * static_cast<double>(i) / static_cast<double>(width) - 20; }},
    {"lattice", [](std::size_t, std::size_t, bits& next) { return std::floor(16 * uniform(next)) * 0.25; }},
    {"negative infinity among them",
     [](std::size_t i, std::size_t, bits& next) {
         return i != 0 && next() % 2 == 0 ? -std::numeric_limits<double>::infinity() : normal(next, 0, 2);
     }},
    {"tiny", [](std::size_t, std::size_t, bits& next) { return normal(next, 0, 1e-30); }},
    {"huge", [](std::size_t, std::size_t, bits& next) { return normal(next, 0, 1e30); }},
};

constexpr std::size_t widths[] = {1, 2, 3, 5, 8, 15, 16, 17, 31, 33, 64, 65, 100, 127, 129, 257, 700, 2000};

/// Of two kinds a row so wide that sums of low precision would show.
std::vector<std::size_t> widths_of(const distribution& kind) {
    std::vector<std::size_t> result(std::begin(widths), std::end(widths));
    if (kind.name == std::string("equal") || kind.name == std::string("N(0, 1)")) result.push_back(50000);
    return result;
}

template <class T>
std::vector<T> row_of(const distribution& kind, std::size_t width, bits& next) {
    std::vector<T> x(width);
    for (std::size_t i = 0; i < width; ++i) x[i] = static_cast<T>(kind.value(i, width, next));
    return x;
}

/// Of rows as the suite has them, or of a few that are as wide as the bounds reach.
template <class T, class Softmax, class LogSoftmax>
errors worst_of(const Softmax& softmax, const LogSoftmax& log_softmax, double least,
                const std::vector<std::size_t>& wide = {}) {
    errors worst;
    bits next(5);
    for (const distribution& kind : distributions)
        for (const std::size_t width : wide.empty() ? widths_of(kind) : wide)
            for (int repeat = 0; repeat < (width < 40 ? 20 : width < 300 ? 3 : 1); ++repeat) {
                const std::vector<T> x = row_of<T>(kind, width, next);
                std::vector<T> y(width), logs(width);
                softmax(x, y, width);
                log_softmax(x, logs, width);
                add_errors(worst, x, y, logs, least);
            }
    return worst;
}

template <class T>
std::uint64_t hash_of(std::uint64_t hash, const std::vector<T>& values) {
    for (const T value : values) hash = (hash ^ std::bit_cast<tests::bits_of<T>>(value)) * 0x100000001b3;
    return hash;
}

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), tests::same_bits<T>);
}

/// Whether a row has the same bits in place, and behind a row of another kind.
template <class Call, class T>
void check_places(const Call& call, const std::vector<T>& x, const std::vector<T>& alone, const char* kind) {
    const std::size_t width = x.size();
    std::vector<T> in_place = x, two(2 * width, T(-500)), behind(2 * width);
    call(in_place, in_place, width);
    std::copy(x.begin(), x.end(), two.begin() + static_cast<std::ptrdiff_t>(width));
    call(two, behind, width);
    behind.erase(behind.begin(), behind.begin() + static_cast<std::ptrdiff_t>(width));
    if (!same(in_place, alone) || !same(behind, alone)) FAIL(kind << ": other bits elsewhere, width " << width);
}

}  // namespace

TEMPLATE_TEST_CASE("softmax: rows of every kind are within the bound, and add up to 1", "", float, double) {
    using T = TestType;
    const errors worst = worst_of<T>(activation::softmax, activation::log_softmax, 0);
    const bool single = sizeof(T) == 4;
    const double bound = single ? 1.42 : 1.43;
    INFO(sizeof(T) << " bytes: softmax " << worst.softmax << ", log_softmax " << worst.log_softmax << ", sum "
                   << worst.sum);
    CHECK(worst.softmax <= bound);
    CHECK(worst.log_softmax <= (single ? 1.0 : 1.58));
    CHECK(worst.sum <= 0.71);
}

/// Minutes of multiple precision: not in the suite, but for the label `exhaustive`.
TEMPLATE_TEST_CASE("softmax: rows of a million elements are within the bounds", "[.wide]", float, double) {
    using T = TestType;
    const std::vector<std::size_t> wide{65536, 262147, 1048576};
    const errors worst = worst_of<T>(activation::softmax, activation::log_softmax, 0, wide);
    const errors fast = worst_of<T>(activation::fast::softmax, activation::fast::log_softmax, 1, wide);
    WARN(sizeof(T) << " bytes: softmax " << worst.softmax << ", log_softmax " << worst.log_softmax << ", sum "
                   << worst.sum << "; fast " << fast.softmax << ", " << fast.log_softmax);
    const bool single = sizeof(T) == 4;
    CHECK(worst.softmax <= (single ? 1.69 : 1.53));
    CHECK(worst.log_softmax <= (single ? 0.98 : 1.19));
    CHECK(worst.sum <= 0.56);
    CHECK(fast.softmax <= (single ? 2.48 : 3.27));
    CHECK(fast.log_softmax <= (single ? 0.98 : 1.19));
}

TEMPLATE_TEST_CASE("softmax: the fast tier's rows are within its bound", "", float, double) {
    using T = TestType;
    const errors worst = worst_of<T>(activation::fast::softmax, activation::fast::log_softmax, 1);
    INFO(sizeof(T) << " bytes: softmax " << worst.softmax << ", log_softmax " << worst.log_softmax);
    CHECK(worst.softmax <= (sizeof(T) == 4 ? 3.53 : 3.88));
    CHECK(worst.log_softmax <= (sizeof(T) == 4 ? 1.08 : 1.58));
}

TEMPLATE_TEST_CASE("softmax: a row has the same bits in place, and behind a row that is out of reach", "", float,
                   double) {
    using T = TestType;
    bits next(6);
    for (const distribution& kind : distributions)
        for (const std::size_t width : widths) {
            const std::vector<T> x = row_of<T>(kind, width, next);
            std::vector<T> y(width);
            const auto check = [&](const auto& call) {
                call(x, y, width);
                check_places(call, x, y, kind.name);
            };
            check(activation::softmax);
            check(activation::log_softmax);
            check(activation::fast::softmax);
            check(activation::fast::log_softmax);
        }
    SUCCEED();
}

/// Of all calls of both tiers over rows of many widths, from numbers that are the same everywhere.
template <class T>
std::uint64_t hash_of_all_calls() {
    bits next(7);
    std::uint64_t hash = 0xcbf29ce484222325;
    for (std::size_t width = 1; width < 3000; width += width < 70 ? 1 : width)
        for (const double unit : {0x1p-20, 0x1p-17, 0x1p-12}) {
            std::vector<T> x(width), grad(width), y(width), out(width);
            for (T& value : x) value = static_cast<T>(unit * (static_cast<double>(next() >> 40) - 0x1p23));
            for (T& value : grad) value = static_cast<T>(static_cast<double>(next() >> 40) * 0x1p-23 - 1);
            const auto add = [&](const auto& call) {
                call(x, y, width);
                call.backward(grad, y, out, width);
                hash = hash_of(hash_of(hash, y), out);
            };
            add(activation::softmax);
            add(activation::log_softmax);
            add(activation::fast::softmax);
            add(activation::fast::log_softmax);
        }
    return hash;
}

TEST_CASE("softmax: rows have the same bits on every target with fused multiply-add") {
    if (!activation::detail::has_fused_multiply_add) {
        SUCCEED("no fused multiply-add here: the bits are the target's own");
        return;
    }
    CHECK(hash_of_all_calls<float>() == 0x38aef6109b5cad83);
    CHECK(hash_of_all_calls<double>() == 0x3ce10b8f62a905a2);
}

// Tries coefficients of the exact tier: which choices round every hard case rightly?  exact_search.py writes what this
// includes, a table whose arrays can be changed and the coefficients before they were rounded to doubles, and compiles
// and runs it.
//
//     exact_search NAME CASES SCALES FROM TO SEEDS SPREAD ALLOWED
//
// NAME of a function, CASES a file of inputs and results; common factors scale/256 from 256/256 to (256 + SCALES)/256,
// each with a `raise` from FROM to TO, each with SEEDS ways of moving last places by up to SPREAD, of which the first
// moves none.  Prints those that are wrong at no more than ALLOWED inputs: scale, raise, seed, what moved, and the inputs.

#include <activation/detail/math/exact_elu.hpp>
#include <activation/detail/math/exact_gelu.hpp>
#include <activation/detail/math/exact_logistic.hpp>
#include <activation/detail/math/exact_mish.hpp>
#include <activation/detail/math/exact_softplus.hpp>
#include <activation/detail/math/exact_tanh.hpp>
#include <activation/detail/math/exact_tanhshrink.hpp>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <vector>
#include <xsimd/xsimd.hpp>

#include "../exact/hard_cases.hpp"
#include "unrounded.hpp"

namespace {

namespace own = activation::detail;
using batch = xsimd::batch<float, xsimd::default_arch>;

/// Those of a file, and the last one again until they fill whole batches.
exact::hard_cases read(const char* path) {
    exact::hard_cases all = exact::read_hard_cases(path);
    while (all.x.size() % batch::size != 0) {
        all.x.push_back(all.x.back());
        all.y.push_back(all.y.back());
    }
    return all;
}

/// One way to choose.
struct choice {
    int scale;
    int raise;
    unsigned seed;
    int spread;
};

double moved(double x, int places) { return std::bit_cast<double>(std::bit_cast<std::int64_t>(x) + places); }

template <std::size_t Size>
void put(double (&to)[Size], const unrounded::number (&from)[Size], double scale) {
    for (std::size_t i = 0; i < Size; ++i)
        to[i] = static_cast<double>((static_cast<__float128>(from[i].high) + from[i].low) * scale);
}

/// Higher coefficients of a long polynomial count less, and are moved further.
template <std::size_t Size>
void shake(double (&to)[Size], std::mt19937& random, int spread, std::string& said) {
    for (std::size_t i = 1; i < Size; ++i) {
        const int most = Size > 8 ? spread << (i / 2) : spread;
        const int places = static_cast<int>(random() % static_cast<unsigned>(2 * most + 1)) - most;
        to[i] = moved(to[i], places);
        said += ' ' + std::to_string(places);
    }
}

/// The exponential's, whose two polynomials have a common factor.
template <class Table, class Unrounded>
std::string set_exponential(const choice& c) {
    put(Table::even, Unrounded::even, c.scale / 256.0);
    put(Table::odd, Unrounded::odd, c.scale / 256.0);
    Table::raise = c.raise;
    std::string said;
    if (c.seed == 0) return said;
    std::mt19937 random(c.seed);
    if constexpr (requires { Unrounded::series; }) {
        put(Table::series, Unrounded::series, 1.0);
        shake(Table::series, random, c.spread, said);
    } else {
        shake(Table::even, random, c.spread, said);
        shake(Table::odd, random, c.spread, said);
    }
    return said;
}

/// Those of tanhshrink: both quotients have the common factor, and `raise` moves the numerator's first coefficient.
std::string set_tanhshrink(const choice& c) {
    using table = own::exact_tanhshrink_table;
    using exact = unrounded::exact_tanhshrink_table;
    put(table::even, exact::even, c.scale / 256.0);
    put(table::odd, exact::odd, c.scale / 256.0);
    put(table::shrink_numerator, exact::shrink_numerator, c.scale / 256.0);
    put(table::shrink_denominator, exact::shrink_denominator, c.scale / 256.0);
    table::shrink_numerator[0] = moved(table::shrink_numerator[0], c.raise);
    return {};
}

/// Those of Φ(−a)·e^(a²/2) in gelu's derivative, whose common factor has 64 values, one in each 64 seeds, and whose
/// first coefficient `raise` lowers or raises.
std::string set_mills(const choice& c) {
    using table = own::exact_gelu_slope_table;
    using exact = unrounded::exact_gelu_slope_table;
    const double scale = 1 + (c.seed % 64) / 64.0;
    put(table::mills_numerator, exact::mills_numerator, scale);
    put(table::mills_denominator, exact::mills_denominator, scale);
    std::string said;
    std::mt19937 random(c.seed);
    shake(table::mills_numerator, random, c.spread, said);
    said += " /";
    shake(table::mills_denominator, random, c.spread, said);
    table::mills_numerator[0] += c.raise * 0x1p-54 * scale;
    return said;
}

struct searched {
    const char* name;
    batch (*kernel)(const batch&);
    std::string (*set)(const choice&);
};

#define ACTIVATION_SEARCHED(name)                                                                          \
    {                                                                                                      \
#name, own::exact_##name##_functions::value < batch>, set_exponential < own::exact_##name##_table, \
            unrounded::exact_##name##_table>                                                               \
    }
#define ACTIVATION_SEARCHED_SLOPE(name)                                                               \
    {                                                                                                 \
#name "_derivative", own::exact_##name##_functions::slope < batch>,                           \
            set_exponential < own::exact_##name##_slope_table, unrounded::exact_##name##_slope_table> \
    }

const searched all[]{
    ACTIVATION_SEARCHED(sigmoid),
    ACTIVATION_SEARCHED_SLOPE(sigmoid),
    ACTIVATION_SEARCHED(tanh),
    ACTIVATION_SEARCHED(silu),
    ACTIVATION_SEARCHED_SLOPE(silu),
    ACTIVATION_SEARCHED(gelu_tanh),
    ACTIVATION_SEARCHED_SLOPE(gelu_tanh),
    ACTIVATION_SEARCHED(gelu),
    ACTIVATION_SEARCHED(mish),
    ACTIVATION_SEARCHED_SLOPE(mish),
    ACTIVATION_SEARCHED(quick_gelu),
    ACTIVATION_SEARCHED_SLOPE(quick_gelu),
    ACTIVATION_SEARCHED(softplus),
    {"gelu_derivative", own::exact_gelu_functions::slope<batch>, set_mills},
    {"tanhshrink", own::exact_tanhshrink_functions::value<batch>, set_tanhshrink},
    {"tanhshrink_derivative", own::exact_tanhshrink_functions::slope<batch>,
     set_exponential<own::exact_tanh_table, unrounded::exact_tanh_table>},
};

/// The inputs that come out wrong, but no more than one beyond what is allowed.
std::vector<float> wrong(const searched& f, const exact::hard_cases& hard, std::size_t allowed) {
    std::vector<float> found;
    for (std::size_t i = 0; i < hard.x.size(); i += batch::size) {
        float y[batch::size];
        f.kernel(batch::load_unaligned(hard.x.data() + i)).store_unaligned(y);
        for (std::size_t j = 0; j < batch::size; ++j) {
            if (std::bit_cast<std::uint32_t>(y[j]) == std::bit_cast<std::uint32_t>(hard.y[i + j])) continue;
            if (!found.empty() && found.back() == hard.x[i + j]) continue;
            found.push_back(hard.x[i + j]);
            if (found.size() > allowed) return found;
        }
    }
    return found;
}

}  // namespace

int main(int count, char** words) {
    if (count != 9) return 2;
    const auto number = [&](int i) { return std::atoi(words[i]); };
    const exact::hard_cases hard = read(words[2]);
    const auto allowed = static_cast<std::size_t>(number(8));
    for (const searched& f : all) {
        if (std::strcmp(f.name, words[1]) != 0) continue;
        for (int scale = 256; scale <= 256 + number(3); ++scale)
            for (int raise = number(4); raise <= number(5); ++raise)
                for (int seed = 0; seed < number(6); ++seed) {
                    const std::string said = f.set({scale, raise, static_cast<unsigned>(seed), number(7)});
                    const std::vector<float> found = wrong(f, hard, allowed);
                    if (found.size() > allowed) continue;
                    std::printf("%d %d %d |%s |", scale, raise, seed, said.c_str());
                    for (const float x : found) std::printf(" %a", static_cast<double>(x));
                    std::puts("");
                }
    }
}

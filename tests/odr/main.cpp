// Calls what the processor can run and prints the targets; fails if one did not run its own code.
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "targets.hpp"

namespace {

int failures = 0;

void expect(bool holds, const char* target, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "%s: %s\n", target, what);
    ++failures;
}

bool same(float a, float b) { return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b); }

void check(const char* target, const odr::results& got, const odr::results& baseline, std::size_t lanes, bool fused) {
    std::printf("%s\n", target);
    expect(got.lanes == lanes, target, "has the vectors of another target");
    expect(got.fused_multiply_add == fused, target, "multiplies and adds as another target");
    expect(got.refused, target, "did not refuse ranges of two sizes");
    expect(got.of_halves == baseline.of_halves, target, "has other halves");
    for (std::size_t row = 0; row < got.of_ranges.size(); ++row) {
        for (std::size_t i = 0; i < odr::count; ++i) {
            expect(same(got.of_ranges[row][i], got.of_values[row][i]), target, "value and range differ");
            const float difference = std::abs(got.of_values[row][i] - baseline.of_values[row][i]);
            expect(difference <= 1e-6F * std::fmax(1, std::abs(got.of_values[row][i])), target, "wrong value");
        }
    }
}

void expect_same_bits(const odr::results& a, const odr::results& b) {
    for (std::size_t i = 0; i < odr::count; ++i) {
        for (std::size_t row = 0; row < a.of_values.size(); ++row)
            expect(same(a.of_values[row][i], b.of_values[row][i]), "avx512", "differs from avx2_fma");
        expect(a.of_doubles[i] == b.of_doubles[i], "avx512", "differs from avx2_fma");
    }
}

}  // namespace

int main() {
    std::array<float, odr::count> x{};
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = (static_cast<float>(i) - 33.5F) * 0.37F;
    const odr::results baseline = odr::baseline(x);
    check("baseline", baseline, baseline, 4, false);
    if (__builtin_cpu_supports("avx")) check("avx", odr::avx(x), baseline, 8, false);
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return failures;
    const odr::results avx2_fma = odr::avx2_fma(x);
    check("avx2_fma", avx2_fma, baseline, 8, true);
    if (!__builtin_cpu_supports("avx512bw") || !__builtin_cpu_supports("avx512vl")) return failures;
    const odr::results avx512 = odr::avx512(x);
    check("avx512", avx512, baseline, 16, true);
    expect_same_bits(avx512, avx2_fma);
    return failures;
}

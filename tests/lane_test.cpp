#include <activation/detail/simd/arithmetic.hpp>
#include <activation/detail/simd/double_word.hpp>
#include <activation/detail/simd/lane.hpp>
#include <activation/detail/simd/lookup.hpp>
#include <activation/detail/simd/masked.hpp>
#include <activation/detail/simd/pack.hpp>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

// The operations that kernels are written in, each against the same operation on one value, and that one against
// <cmath>.
namespace {

namespace detail = activation::detail;
using tests::hex;
using tests::same_bits;

/// Fails at the first difference only: an assertion for each comparison would take longer than the comparisons.
template <class T>
void require_same(const char* operation, T got, T expected, T a, T b, T c) {
    if (!same_bits(got, expected))
        FAIL(operation << "(" << hex(a) << ", " << hex(b) << ", " << hex(c) << ") is " << hex(got) << ", not "
                       << hex(expected));
}

template <class T>
struct operands {
    std::vector<T> a = tests::random_patterns<T>(100000, 21);
    std::vector<T> b = tests::random_patterns<T>(100000, 22);
    std::vector<T> c = tests::random_patterns<T>(100000, 23);
};

/// operation(V, V, V) of batches and packs against operation(T, T, T).
template <class V, class T, class Operation>
void check_lanes(const char* name, const operands<T>& in, Operation operation) {
    constexpr std::size_t width = detail::lanes<V>::size;
    T got[width];
    for (std::size_t i = 0; i + width <= in.a.size(); i += width) {
        detail::store_lanes(got, operation(detail::load_lanes<V>(&in.a[i]), detail::load_lanes<V>(&in.b[i]),
                                           detail::load_lanes<V>(&in.c[i])));
        for (std::size_t j = 0; j < width; ++j) {
            const T a = in.a[i + j], b = in.b[i + j], c = in.c[i + j];
            require_same(name, got[j], operation(a, b, c), a, b, c);
        }
    }
}

template <class T, class Architecture, class Operation>
void check_architecture(const char* name, const operands<T>& in, Operation operation) {
    if constexpr (xsimd::types::has_simd_register<T, Architecture>::value) {
        using batch = xsimd::batch<T, Architecture>;
        check_lanes<batch, T>(name, in, operation);
        check_lanes<detail::pack<batch, 3>, T>(name, in, operation);
    }
}

template <class T, class Operation>
void check(const char* name, Operation operation) {
    const operands<T> in;
    check_architecture<T, xsimd::default_arch>(name, in, operation);
    check_architecture<T, xsimd::sse2>(name, in, operation);
    check_architecture<T, xsimd::avx>(name, in, operation);
    SUCCEED();
}

TEMPLATE_TEST_CASE("lane: multiply_add rounds once wherever the target has it", "", float, double) {
    using T = TestType;
    check<T>("multiply_add", [](const auto& a, const auto& b, const auto& c) { return detail::multiply_add(a, b, c); });
    check<T>("negative_multiply_add",
             [](const auto& a, const auto& b, const auto& c) { return detail::negative_multiply_add(a, b, c); });
    const operands<T> in;
    for (std::size_t i = 0; i < in.a.size(); ++i) {
        const T a = in.a[i], b = in.b[i], c = in.c[i];
        volatile T product = a * b;
        const T expected = detail::has_fused_multiply_add ? std::fma(a, b, c) : product + c;
        require_same("multiply_add", detail::multiply_add(a, b, c), expected, a, b, c);
    }
}

TEMPLATE_TEST_CASE("lane: a quotient is rounded once", "", float, double) {
    check<TestType>("divide", [](const auto& a, const auto& b, const auto&) { return detail::divide(a, b); });
}

TEMPLATE_TEST_CASE("lane: a constant expression fuses exactly as the processor does", "", float, double) {
    using T = TestType;
    const operands<T> in;
    for (std::size_t i = 0; i < in.a.size(); ++i) {
        const T a = in.a[i], b = in.b[i];
        // The third operand as it comes, close to the product, and so close that what is left is subnormal.
        for (const T c : {in.c[i], T(-a * b), T(-a * b * (1 + std::numeric_limits<T>::epsilon()))}) {
            const T expected = std::fma(a, b, c);
            if (expected == 0 || std::isnan(expected)) continue;
            require_same("fused_multiply_add", detail::fused_multiply_add(a, b, c), expected, a, b, c);
        }
    }
    SUCCEED();
}

TEMPLATE_TEST_CASE("lane: a constant expression sees how far beyond a tie the sum is", "", float, double) {
    using T = TestType;
    // The product of two odd numbers has one digit too many: it lies half-way between two numbers, and c, far below,
    // decides.
    const int digits = std::numeric_limits<T>::digits;
    const auto least = static_cast<std::uint64_t>(std::sqrt(std::ldexp(1.0, digits)));
    const auto most = static_cast<std::uint64_t>(std::sqrt(std::ldexp(1.0, digits + 1)));
    tests::random_bits next(24);
    const auto odd = [&] { return static_cast<T>((least + 1 + next() % (most - least - 2)) | 1); };
    for (int i = 0; i < 100000; ++i) {
        const T a = odd(), b = odd();
        const T scale = std::ldexp(T(1), -static_cast<int>(next() % 120));
        for (const T c : {T(0), scale, -scale}) {
            require_same("fused_multiply_add", detail::fused_multiply_add(a, b, c), std::fma(a, b, c), a, b, c);
            require_same("fused_multiply_add", detail::fused_multiply_add(-a, b, c), std::fma(-a, b, c), -a, b, c);
        }
    }
    SUCCEED();
}

TEMPLATE_TEST_CASE("lane: a product is rounded before it is added", "", float, double) {
    using T = TestType;
    check<T>("rounded_product", [](const auto& a, const auto& b, const auto& c) {
        using V = std::remove_cvref_t<decltype(a)>;
        return V(detail::rounded_product(a, b) + c);
    });
    const operands<T> in;
    for (std::size_t i = 0; i < in.a.size(); ++i) {
        const T a = in.a[i], b = in.b[i], c = in.c[i];
        volatile T product = a * b;
        require_same("rounded_product", T(detail::rounded_product(a, b) + c), T(product + c), a, b, c);
    }
}

TEMPLATE_TEST_CASE("lane: signs and magnitudes are bits", "", float, double) {
    using T = TestType;
    check<T>("absolute", [](const auto& a, const auto&, const auto&) { return detail::absolute(a); });
    check<T>("copy_sign", [](const auto& a, const auto& b, const auto&) { return detail::copy_sign(a, b); });
    const operands<T> in;
    for (std::size_t i = 0; i < in.a.size(); ++i) {
        const T a = in.a[i], b = in.b[i];
        require_same("absolute", detail::absolute(a), std::fabs(a), a, b, b);
        require_same("copy_sign", detail::copy_sign(a, b), std::copysign(a, b), a, b, b);
    }
}

TEMPLATE_TEST_CASE("lane: selections go by each lane alone, and NaN passes a step", "", float, double) {
    using T = TestType;
    check<T>("choose", [](const auto& a, const auto& b, const auto& c) { return detail::choose(a < b, b, c); });
    check<T>("slope_by_sign", [](const auto& a, const auto& b, const auto&) { return detail::slope_by_sign(a, b); });
    CHECK(detail::slope_by_sign(T(2), T(-1)) == 1);
    CHECK(detail::slope_by_sign(T(0), T(-1)) == -1);
    CHECK(detail::slope_by_sign(T(-0.0), T(-1)) == -1);
    CHECK(std::isnan(detail::slope_by_sign(std::numeric_limits<T>::quiet_NaN(), T(-1))));
}

TEMPLATE_TEST_CASE("lane: a lookup takes the low three bits of any index", "", float, double) {
    using T = TestType;
    static constexpr T row[8] = {10, 11, 12, 13, 14, 15, 16, 17};
    // The bits of a whole number serve as an index, those above the third as noise.
    check<T>("lookup", [](const auto& a, const auto&, const auto&) { return detail::lookup(row, detail::to_bits(a)); });
    for (unsigned i = 0; i < 64; ++i) CHECK(detail::lookup(row, detail::bits_t<T>(i)) == row[i % 8]);
}

TEMPLATE_TEST_CASE("lane: integer lanes add, mask and shift like unsigned numbers", "", float, double) {
    using T = TestType;
    check<T>("bits", [](const auto& a, const auto& b, const auto& c) {
        using V = std::remove_cvref_t<decltype(a)>;
        using U = detail::bits_t<V>;
        const U x = detail::to_bits(a), y = detail::to_bits(b), z = detail::to_bits(c);
        return detail::from_bits<V>(U(U(U(U(x + y) - z) ^ U(x << 5)) | U(U(y >> 9) & z)));
    });
}

TEMPLATE_TEST_CASE("lane: a sum and a product in two words are exact", "", float, double) {
    using T = TestType;
    check<T>("two_sum", [](const auto& a, const auto& b, const auto&) { return detail::two_sum(a, b).low; });
    check<T>("two_product", [](const auto& a, const auto& b, const auto&) { return detail::two_product(a, b).low; });
    // Within 2⁻⁸ ≤ |x| < 2⁸ nothing overflows or underflows, and long double holds each sum and product of floats.
    const operands<float> in;
    for (std::size_t i = 1; i < in.a.size(); i += 2) {
        const auto a = static_cast<T>(in.a[i]), b = static_cast<T>(in.b[i]);
        const auto sum = detail::two_sum(a, b), product = detail::two_product(a, b);
        const auto exact = [](const auto& parts) {
            return static_cast<long double>(parts.high) + static_cast<long double>(parts.low);
        };
        if (exact(sum) != static_cast<long double>(a) + static_cast<long double>(b) ||
            exact(product) != static_cast<long double>(a) * static_cast<long double>(b))
            FAIL("at " << hex(a) << ", " << hex(b));
    }
}

}  // namespace

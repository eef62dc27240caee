// The options of the calls over rows: each gives the bits of the plain call on what it says, for every tier, width and
// layout, and what does not fit is refused.

#include <activation/activation.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

using bits = tests::random_bits;

template <class T>
std::vector<T> values(std::size_t count, bits& next, double spread = 4) {
    std::vector<T> x(count);
    for (T& value : x) value = static_cast<T>(spread * (static_cast<double>(next() >> 11) * 0x1p-52 - 1));
    return x;
}

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), tests::same_bits<T>);
}

/// scale·x + mask as the target rounds it.
template <class T>
T multiple(T scale, T x, T mask) {
    if (activation::detail::has_fused_multiply_add) return std::fma(scale, x, mask);
    const volatile T product = scale * x;
    return product + mask;
}

/// Rows and options as a caller has them, and what they say.
template <class T>
struct problem {
    std::size_t width = 0, rows = 0, inner = 1;
    T scale = 1;
    bool causal = false;
    std::vector<T> x, mask;
    std::vector<std::int16_t> lengths;

    activation::row_options<T> options() const {
        return {.scale = scale, .mask = mask, .lengths = lengths, .causal = causal, .inner = inner};
    }
    /// Where element i of a row stands.
    std::size_t at(std::size_t row, std::size_t i) const {
        return row / inner * (width * inner) + row % inner + i * inner;
    }
    std::size_t length(std::size_t row) const {
        const std::size_t given = lengths.empty() ? width : static_cast<std::size_t>(lengths[row]);
        return causal ? std::min(given, row % width + 1) : given;
    }
    T z(std::size_t row, std::size_t i) const {
        const T added = mask.empty() ? T(-0.0) : mask.size() == width ? mask[i] : mask[at(row, i)];
        return multiple(scale, x[at(row, i)], added);
    }
};

/// The plain call, row by row.
template <class T, class Call>
std::vector<T> expected(const problem<T>& p, const Call& call, T none) {
    std::vector<T> y(p.x.size(), none);
    for (std::size_t row = 0; row < p.rows; ++row) {
        std::vector<T> z(p.length(row)), out(z.size());
        for (std::size_t i = 0; i < z.size(); ++i) z[i] = p.z(row, i);
        call(z, out, z.size());
        for (std::size_t i = 0; i < z.size(); ++i) y[p.at(row, i)] = out[i];
    }
    return y;
}

template <class T, class Call>
std::vector<T> expected_gradient(const problem<T>& p, const Call& call, const std::vector<T>& grad,
                                 const std::vector<T>& y) {
    std::vector<T> result(y.size(), T(0));
    for (std::size_t row = 0; row < p.rows; ++row) {
        std::vector<T> g(p.length(row)), from(g.size()), out(g.size());
        for (std::size_t i = 0; i < g.size(); ++i) {
            g[i] = grad[p.at(row, i)];
            from[i] = y[p.at(row, i)];
        }
        call.backward(g, from, out, g.size());
        for (std::size_t i = 0; i < g.size(); ++i) result[p.at(row, i)] = out[i];
    }
    return result;
}

/// Every way to pass the arguments: apart, in place, strided, and onto the mask.
template <class T, class Call>
bool fits(const problem<T>& p, const Call& call, T none, bits& next) {
    const std::vector<T> want = expected(p, call, none);
    std::vector<T> y(p.x.size(), T(7)), in_place = p.x, onto_mask = p.mask, gradient(p.x.size(), T(7));
    call(p.x, y, p.width, p.options());
    bool fit = same(y, want);
    call(in_place, in_place, p.width, p.options());
    fit = fit && same(in_place, want);
    if (p.mask.size() == p.x.size()) {
        auto options = p.options();
        options.mask = onto_mask;
        call(p.x, onto_mask, p.width, options);
        fit = fit && same(onto_mask, want);
    }
    const std::size_t wide = p.width * p.inner, stride = wide + 3, planes = p.rows / p.inner;
    std::vector<T> spread(planes * stride, T(9));
    call(p.x, activation::rows(spread, wide, stride), p.width, p.options());
    for (std::size_t i = 0; i < spread.size(); ++i)
        fit = fit && tests::same_bits(spread[i], i % stride < wide ? want[i / stride * wide + i % stride] : T(9));
    const std::vector<T> grad = values<T>(p.x.size(), next, 1);
    auto options = p.options();
    options.scale = 1;
    call.backward(grad, want, gradient, p.width, options);
    return fit && same(gradient, expected_gradient(p, call, grad, want));
}

template <class T>
void check(const problem<T>& p, bits& next) {
    const T lowest = -std::numeric_limits<T>::infinity();
    bool fit = fits(p, activation::softmax, T(0), next) && fits(p, activation::log_softmax, lowest, next);
    // The way through the options is the same in both types; a compiler has much to do for each.
    if constexpr (sizeof(T) == sizeof(float))
        fit = fit && fits(p, activation::fast::softmax, T(0), next) &&
              fits(p, activation::fast::log_softmax, lowest, next);
    if (!fit)
        FAIL("width " << p.width << ", rows " << p.rows << ", inner " << p.inner << ", scale " << p.scale << ", causal "
                      << p.causal << ", mask " << p.mask.size() << ", lengths " << p.lengths.size());
}

}  // namespace

TEMPLATE_TEST_CASE("softmax: options give the bits of the plain call on what they say", "", float, double) {
    using T = TestType;
    bits next(3);
    for (const std::size_t width : {1U, 3U, 7U, 16U, 17U, 40U, 64U, 100U, 300U})
        for (const std::size_t inner : {1U, 2U, 19U})
            for (const T scale : {T(1), T(0.125), T(-3), T(0)})
                for (const int masks : {0, 1, 2})
                    for (const bool causal : {false, true}) {
                        problem<T> p;
                        p.width = width;
                        p.rows = 3 * inner;
                        p.inner = inner;
                        p.scale = scale;
                        p.causal = causal;
                        p.x = values<T>(width * p.rows, next);
                        if (masks != 0) p.mask = values<T>(masks == 1 ? width : p.x.size(), next);
                        for (std::size_t i = 1; i < p.mask.size(); i += 5)
                            p.mask[i] = -std::numeric_limits<T>::infinity();
                        if (next() % 2 == 0)
                            for (std::size_t row = 0; row < p.rows; ++row)
                                p.lengths.push_back(static_cast<std::int16_t>(next() % (width + 1)));
                        check(p, next);
                    }
    SUCCEED();
}

TEMPLATE_TEST_CASE("softmax: rows too wide to be brought together may have their elements apart", "", float, double) {
    using T = TestType;
    bits next(4);
    problem<T> p;
    p.width = 5000;
    p.rows = p.inner = 2;
    p.scale = T(0.5);
    p.x = values<T>(p.width * p.rows, next);
    p.mask = values<T>(p.width, next);
    p.lengths = {4999, 17};
    check(p, next);
    SUCCEED();
}

TEST_CASE("softmax: lengths may be of any type of integer, and masks any range that is read") {
    const std::vector<float> x{1, 2, 3, 4, 5, 6};
    std::vector<float> y(6), want(6);
    const float mask[]{0, 0, 0, 1, 2, 0};
    activation::softmax(x, want, 3, {.mask = mask, .lengths = std::vector<std::size_t>{2, 1}});
    CHECK(want[2] == 0);
    CHECK(want[3] == 1);
    const auto check_lengths = [&](const auto& lengths) {
        activation::softmax(x, y, 3, {.mask = std::span<const float>(mask), .lengths = lengths});
        CHECK(same(y, want));
    };
    check_lengths(std::array<signed char, 2>{2, 1});
    check_lengths(std::array<unsigned char, 2>{2, 1});
    check_lengths(std::array<int, 2>{2, 1});
    check_lengths(std::array<std::int64_t, 2>{2, 1});
    const float strided[]{0, 0, 0, 9, 1, 2, 0};
    activation::softmax(x, y, 3,
                        {.mask = activation::rows(strided, 3, 4), .lengths = std::array<unsigned short, 2>{2, 1}});
    CHECK(same(y, want));
}

/// A mask of M has the bits of the mask of floats that are the same numbers, one row for all or each its own.
template <class M>
void check_half_mask(std::size_t width, std::size_t inner, bool one_for_all, bits& next) {
    CAPTURE(width, inner, one_for_all);
    const std::size_t count = 4 * width * inner;
    const auto x = values<float>(count, next);
    std::vector<M> mask;
    for (const float value : values<float>(one_for_all ? width : count, next)) mask.push_back(M(value));
    if (width > 1) mask[1] = M(-std::numeric_limits<float>::infinity());
    const std::vector<float> same_mask(mask.begin(), mask.end());
    std::vector<float> y(count), want(count);
    activation::softmax(x, want, width, {.scale = 0.5f, .mask = same_mask, .causal = true, .inner = inner});
    activation::softmax(x, y, width, {.scale = 0.5f, .mask = mask, .causal = true, .inner = inner});
    CHECK(same(y, want));
    const auto apart = activation::rows(mask, width - width / 3, width);
    if (inner != 1 || one_for_all || width < 3) return;
    // The rows of a mask may stand apart, whatever its elements.
    const std::size_t narrow = width - width / 3;
    activation::softmax(activation::rows(x, narrow, width), activation::rows(y, narrow, width), narrow,
                        {.mask = apart});
    activation::softmax(activation::rows(x, narrow, width), activation::rows(want, narrow, width), narrow,
                        {.mask = activation::rows(same_mask, narrow, width)});
    CHECK(same(y, want));
}

TEST_CASE("softmax: a mask may be of halves") {
    bits next(5);
    for (const std::size_t width : {std::size_t{1}, std::size_t{3}, std::size_t{40}, std::size_t{70}})
        for (const std::size_t inner : {std::size_t{1}, std::size_t{3}})
            for (const bool one_for_all : {false, true}) {
                check_half_mask<activation::bfloat16>(width, inner, one_for_all, next);
                check_half_mask<activation::float16>(width, inner, one_for_all, next);
            }
    check_half_mask<activation::float16>(5001, 2, false, next);
    // One whose memory is that of an output in part.
    std::vector<activation::bfloat16> memory(20);
    const std::vector<float> x(12);
    CHECK_THROWS_WITH(activation::softmax(x, std::span(memory).first(12), 3, {.mask = std::span(memory).last(12)}),
                      "activation::softmax(x, y, width, options): mask has 12 elements, y has 12: they overlap without "
                      "being the same memory");
}

TEST_CASE("softmax: a row of which nothing takes part is nothing, and one that is masked throughout is NaN") {
    const float lowest = -std::numeric_limits<float>::infinity();
    std::vector<float> x{1, 2, 3, 4}, y(4, 7.0f);
    activation::softmax(x, y, 2, {.lengths = std::vector<int>{0, 0}});
    CHECK(same(y, {0, 0, 0, 0}));
    activation::log_softmax(x, y, 2, {.lengths = std::vector<int>{0, 1}});
    CHECK(same(y, {lowest, lowest, 0, lowest}));
    activation::softmax(x, y, 2, {.mask = std::vector<float>{lowest, lowest}});
    CHECK((std::isnan(y[0]) && std::isnan(y[3])));
    // Gradients of what takes no part are not read.
    const float nan = std::numeric_limits<float>::quiet_NaN();
    activation::softmax.backward(std::vector<float>{1, nan, nan, nan}, std::vector<float>{1, nan, 0, nan}, y, 2,
                                 {.scale = 4, .lengths = std::vector<int>{1, 0}});
    CHECK(same(y, {0, 0, 0, 0}));
}

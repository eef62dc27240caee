#ifndef ACTIVATION_TESTS_ROWS_OPTIONS_PROBLEM_HPP
#define ACTIVATION_TESTS_ROWS_OPTIONS_PROBLEM_HPP

#include <activation/activation.hpp>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

/// Calls over rows with options beside the plain calls on what the options say.
namespace rows {

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

template <class T, class Call>
void check(const problem<T>& p, const Call& call, T none, bits& next) {
    if (!fits(p, call, none, next))
        FAIL("width " << p.width << ", rows " << p.rows << ", inner " << p.inner << ", scale " << p.scale << ", causal "
                      << p.causal << ", mask " << p.mask.size() << ", lengths " << p.lengths.size());
}

template <class T>
problem<T> problem_of(std::size_t width, std::size_t inner, T scale, int masks, bool causal, bits& next) {
    problem<T> p;
    p.width = width;
    p.rows = 3 * inner;
    p.inner = inner;
    p.scale = scale;
    p.causal = causal;
    p.x = values<T>(width * p.rows, next);
    if (masks != 0) p.mask = values<T>(masks == 1 ? width : p.x.size(), next);
    for (std::size_t i = 1; i < p.mask.size(); i += 5) p.mask[i] = -std::numeric_limits<T>::infinity();
    if (next() % 2 == 0)
        for (std::size_t row = 0; row < p.rows; ++row)
            p.lengths.push_back(static_cast<std::int16_t>(next() % (width + 1)));
    return p;
}

/// Every option with every other, at widths of every way there is through the loops; `none` is what takes no part.
template <class T, class Call>
void check_options(const Call& call, T none) {
    bits next(3);
    for (const std::size_t width : {1U, 3U, 7U, 16U, 17U, 40U, 64U, 100U, 300U})
        for (const std::size_t inner : {1U, 2U, 19U})
            for (const T scale : {T(1), T(0.125), T(-3), T(0)})
                for (const int masks : {0, 1, 2})
                    for (const bool causal : {false, true})
                        check(problem_of(width, inner, scale, masks, causal, next), call, none, next);
    // Rows that are too wide to be brought together, with their elements apart.
    problem<T> p;
    p.width = 5000;
    p.rows = p.inner = 2;
    p.scale = T(0.5);
    p.x = values<T>(p.width * p.rows, next);
    p.mask = values<T>(p.width, next);
    p.lengths = {4999, 17};
    check(p, call, none, next);
    SUCCEED();
}

template <class T>
inline constexpr T lowest = -std::numeric_limits<T>::infinity();

}  // namespace rows

#endif

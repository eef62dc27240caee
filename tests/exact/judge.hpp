#ifndef ACTIVATION_TESTS_EXACT_JUDGE_HPP
#define ACTIVATION_TESTS_EXACT_JUDGE_HPP

#include <mpfr.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <vector>

#include "kernels.hpp"
#include "support/reference/fast.hpp"
#include "support/reference/mpfr.hpp"

/// One block of floats, judged or only summed.
namespace exact {

inline constexpr std::size_t block_size = 1 << 14;
/// What makes an input a hard case: the middle between two floats so near, relative to the value.
inline constexpr double hard = 0x1p-44;

struct hard_case {
    float x;
    float y;
};

struct finding {
    std::uint64_t wrong = 0;
    std::uint64_t near_middle = 0;
    std::uint64_t checksum = 0;
    std::vector<hard_case> hard;
};

/// Adds the results of one block to the checksum.
class summer {
public:
    explicit summer(const kernel& k) : kernel_(k) {}

    void see(std::uint32_t first, finding& into) {
        for (std::size_t i = 0; i < block_size; ++i) x_[i] = float_of(first + static_cast<std::uint32_t>(i));
        kernel_.map(x_, y_, block_size);
        for (std::size_t i = 0; i < block_size; ++i) into.checksum += exact::share_of(x_[i], y_[i]);
    }

private:
    const kernel& kernel_;
    float x_[block_size], y_[block_size];
};

inline float rounded(const reference::mpfr_number& exact) { return mpfr_get_flt(exact, MPFR_RNDN); }

/// One block of one function.
class judge {
public:
    explicit judge(const kernel& k)
        : kernel_(k), which_(reference::function_named(k.activation)), at_(reference::evaluation_of(k.activation)) {}

    void see(std::uint32_t first, finding& into) {
        for (std::size_t i = 0; i < block_size; ++i) x_[i] = float_of(first + static_cast<std::uint32_t>(i));
        kernel_.map(x_, y_, block_size);
        reference::evaluate(which_, what(), which_.sets[0].values, x_, exact_, block_size);
        for (std::size_t i = 0; i < block_size; ++i) {
            into.checksum += exact::share_of(x_[i], y_[i]);
            const bool right = x_[i] != x_[i] ? y_[i] != y_[i] : bits_of(y_[i]) == bits_of(expected(i, into));
            if (right) continue;
            if (into.wrong++ == 0) std::printf("%s: %a gives %a\n", kernel_.name.c_str(), double{x_[i]}, double{y_[i]});
        }
    }

private:
    reference::mode what() const { return kernel_.derivative ? reference::mode::derivative : reference::mode::forward; }

    /// Whether the middle between two floats lies within `error`, relative, of what the reference says.
    static bool is_open(double exact, double error) {
        return bits_of(static_cast<float>(exact * (1 - error))) != bits_of(static_cast<float>(exact * (1 + error)));
    }

    float expected(std::size_t i, finding& into) {
        if (!is_open(exact_[i], std::max(hard, std::exp2(which_.float_limit)))) return static_cast<float>(exact_[i]);
        const double x = x_[i];
        if (const double middle = middle_at(exact_[i], x); middle != 0) return static_cast<float>(middle);
        ++into.near_middle;
        const float right = rounded(reference::evaluate(at_, what(), which_.sets[0].values, x));
        if (is_open(exact_[i], hard)) into.hard.push_back({x_[i], right});
        return right;
    }

    /// Where the value is the middle between two floats and a trifle: a double on its side of the middle; else 0.
    double middle_at(double exact, double x) const {
        constexpr double trifle = 0x1p-50;
        const double a = std::fabs(x);
        // Of so small an x the gated functions are x/2 + c·x² with a positive c: what is halfway between subnormal floats
        // is rounded up, and x/2 alone is in doubles what the reference has.
        if (a < 0x1p-100 && std::fabs(exact) == a / 2) return exact + std::fabs(exact) * trifle;
        if (kernel_.activation != std::string_view("tanhshrink")) return 0;
        // tanh² x = x²·(1 − 2x²/3 + …); x² has 48 bits, and so is the middle or further from it.
        if (kernel_.derivative) return a < 0x1p-20 && is_open(x * x, trifle) ? x * x * (1 - trifle) : 0;
        // tanh x = 1 − 2e^−2x + ….
        return a > 0x1p20 && std::fabs(exact) == a - 1 ? exact * (1 + trifle) : 0;
    }

    const kernel& kernel_;
    const reference::function& which_;
    reference::evaluation at_;
    float x_[block_size], y_[block_size];
    double exact_[block_size];
};

}  // namespace exact

#endif

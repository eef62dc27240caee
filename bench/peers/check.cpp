#include "check.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <string_view>

#include "../support/inputs.hpp"
#include "check_rows.hpp"
#include "descriptions.hpp"
#include "support/reference/mpfr.hpp"

namespace bench {
namespace {

constexpr std::size_t timed_count = 2048, all_count = 4096, count = timed_count + all_count;

/// The description of what a task computes: a gated unit's is that of its activation.
std::string_view described_by(std::string_view activation) { return activation == "swiglu" ? "silu" : activation; }

/// The values of the parameters: everybody's defaults, which are this library's, as floats.
reference::parameters parameters_of(std::string_view name) {
    reference::parameters found;
#define ACTIVATION_ENTRY(callable, Functor) \
    if (name == #callable)                  \
        for (const double each : reference::values_of(described::Functor::sets[0].values)) found.push_back(each);
#include <activation/catalogue.hpp>
    return found;
}

reference::mpfr_number exact(std::string_view activation, reference::mode what, double x) {
    return reference::evaluate(described_by(activation), what, parameters_of(activation), x);
}

/// Normal deviates first, then a walk over the bit patterns of all finite floats.
array<float> check_inputs() {
    normal_inputs<float> normal{2, 1};
    const auto timed = normal.first(timed_count);
    array<float> x(timed.begin(), timed.end());
    constexpr std::uint64_t patterns = 0x7f800000;
    for (std::uint64_t i = 0; i < all_count; ++i) {
        const std::uint32_t magnitude = static_cast<std::uint32_t>(i / 2 * patterns * 2 / all_count + 12345);
        x.push_back(std::bit_cast<float>(i % 2 ? magnitude | 0x80000000 : magnitude));
    }
    return x;
}

/// f' as a function of y = f(x), for y the float that the peers are given. Where f keeps the sign, f' has the sides of f.
reference::mpfr_number derivative_from_output(std::string_view activation, double y) {
    reference::mpfr_number slope;
    if (activation == "sigmoid") {
        mpfr_set_d(slope, y * (1 - y), MPFR_RNDN);
    } else if (activation == "tanh") {
        mpfr_set_d(slope, (1 - y) * (1 + y), MPFR_RNDN);
    } else if (activation == "elu") {
        mpfr_set_d(slope, y > 0 ? 1 : y + 1, MPFR_RNDN);
    } else {
        return exact(activation, reference::mode::derivative, y);
    }
    return slope;
}

/// One task on the check's inputs, with room for the peers' results and the exact ones beside it.
class judged_task {
public:
    explicit judged_task(const task& what) : gated_{what.activation == "swiglu"}, x_{check_inputs()} {
        constexpr std::array factors{1.0f, -0.5f, 2.0f};  // exact, and a peer that forgets one is found out
        for (std::size_t i = 0; i < count; ++i) {
            linear_.push_back(factors[i % 3]);
            grad_output_.push_back(factors[(i + 1) % 3]);
            add_exact(what, i);
        }
    }

    operands data() {
        return {count,   x_.data(),     y_.data(),      linear_.data(), grad_output_.data(),
                nullptr, first_.data(), second_.data(), scratch_.data()};
    }

    accuracy judge() const {
        accuracy result{0, 0, false};
        for (std::size_t i = 0; i < count; ++i) {
            double& worst = i < timed_count ? result.timed_inputs : result.all_inputs;
            worst = std::max(worst, reference::ulp_error(first_[i], exact_first_[i]));
            if (i < timed_count && is_wrong(first_[i], exact_first_[i])) result.wrong = true;
            if (exact_second_.empty()) continue;
            worst = std::max(worst, reference::ulp_error(second_[i], exact_second_[i]));
            if (i < timed_count && is_wrong(second_[i], exact_second_[i])) result.wrong = true;
        }
        return result;
    }

private:
    bool gated_;
    array<float> x_, y_, linear_, grad_output_;
    array<float> first_ = array<float>(count), second_ = array<float>(count), scratch_ = array<float>(count);
    std::vector<reference::mpfr_number> exact_first_, exact_second_;

    void add_exact(const task& what, std::size_t i) {
        const auto value = exact(what.activation, reference::mode::forward, x_[i]);
        y_.push_back(mpfr_get_flt(value, MPFR_RNDN));
        switch (what.what) {
            case operation::forward:
                exact_first_.push_back(gated_ ? times(value, linear_[i]) : value);
                break;
            case operation::backward: {
                const auto slope = exact(what.activation, reference::mode::derivative, x_[i]);
                exact_first_.push_back(times(times(slope, grad_output_[i]), gated_ ? linear_[i] : 1.0f));
                if (gated_) exact_second_.push_back(times(value, grad_output_[i]));
                break;
            }
            case operation::backward_from_output:
                exact_first_.push_back(times(derivative_from_output(what.activation, y_[i]), grad_output_[i]));
                break;
            case operation::value_and_derivative:
                exact_first_.push_back(value);
                exact_second_.push_back(exact(what.activation, reference::mode::derivative, x_[i]));
        }
    }

    static reference::mpfr_number times(reference::mpfr_number exact, float factor) {
        mpfr_mul_d(exact, exact, factor, MPFR_RNDN);
        return exact;
    }

    static bool is_wrong(float result, const reference::mpfr_number& exact) {
        constexpr double tolerance = 1024;
        const double wanted = mpfr_get_d(exact, MPFR_RNDN);
        const double ulp = std::ldexp(1.0, std::ilogb(std::max(std::fabs(wanted), 1.0 / 16)) - 23);
        return !(std::fabs(result - wanted) <= tolerance * ulp);
    }
};

}  // namespace

std::vector<std::optional<accuracy>> check(const task& what, const std::vector<std::unique_ptr<peer>>& peers) {
    if (what.form != layout::elements) return check_rows(what, peers);
    judged_task judged{what};
    std::vector<std::optional<accuracy>> results;
    for (const auto& each : peers) {
        const operands data = judged.data();
        std::fill_n(data.first, count, NAN);
        std::fill_n(data.second, count, NAN);
        const work run = each->prepare(what, data);
        if (run) run(1);
        results.push_back(run ? std::optional{judged.judge()} : std::nullopt);
    }
    return results;
}

}  // namespace bench

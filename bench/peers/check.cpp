#include "check.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <span>

#include "../support/inputs.hpp"
#include "support/reference/mpfr.hpp"

namespace bench {
namespace {

constexpr std::size_t timed_count = 2048, all_count = 4096, count = timed_count + all_count;

struct reference_of {
    reference::function which;
    double parameter = 0;
};

const std::map<std::string_view, reference_of> references{
    {"relu", {reference::function::relu}},         {"leaky_relu", {reference::function::leaky_relu, 0.01f}},
    {"prelu", {reference::function::prelu, 0.25}}, {"elu", {reference::function::elu, 1.0}},
    {"gelu", {reference::function::gelu}},         {"gelu_tanh", {reference::function::gelu_tanh}},
    {"silu", {reference::function::silu}},         {"sigmoid", {reference::function::sigmoid}},
    {"tanh", {reference::function::tanh}},         {"swiglu", {reference::function::silu}},
};

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

/// f' as a function of y = f(x), for y the float that the peers are given.
double derivative_from_output(const reference_of& f, double y) {
    switch (f.which) {
        case reference::function::sigmoid:
            return y * (1 - y);
        case reference::function::tanh:
            return (1 - y) * (1 + y);
        case reference::function::elu:
            return y > 0 ? 1 : y + f.parameter;
        default:
            return y > 0 ? 1 : f.parameter;
    }
}

/// One task on the check's inputs, with room for the peers' results and the exact ones beside it.
class judged_task {
public:
    explicit judged_task(const task& what) : gated_{what.activation == "swiglu"}, x_{check_inputs()} {
        constexpr std::array factors{1.0f, -0.5f, 2.0f};  // exact, and a peer that forgets one is found out
        for (std::size_t i = 0; i < count; ++i) {
            linear_.push_back(factors[i % 3]);
            grad_output_.push_back(factors[(i + 1) % 3]);
            add_exact(what, references.at(what.activation), i);
        }
    }

    operands data() {
        return {count,         x_.data(),      y_.data(),      linear_.data(), grad_output_.data(),
                first_.data(), second_.data(), scratch_.data()};
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

    void add_exact(const task& what, const reference_of& f, std::size_t i) {
        const auto value = reference::evaluate(f.which, reference::mode::forward, {f.parameter}, x_[i]);
        y_.push_back(mpfr_get_flt(value, MPFR_RNDN));
        switch (what.what) {
            case operation::forward:
                exact_first_.push_back(gated_ ? times(value, linear_[i]) : value);
                break;
            case operation::backward: {
                const auto slope = reference::evaluate(f.which, reference::mode::derivative, {f.parameter}, x_[i]);
                exact_first_.push_back(times(times(slope, grad_output_[i]), gated_ ? linear_[i] : 1.0f));
                if (gated_) exact_second_.push_back(times(value, grad_output_[i]));
                break;
            }
            case operation::backward_from_output: {
                reference::mpfr_number slope;
                mpfr_set_d(slope, derivative_from_output(f, y_[i]), MPFR_RNDN);
                exact_first_.push_back(times(slope, grad_output_[i]));
            }
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

#include "check_rows.hpp"

#include <algorithm>
#include <cmath>

#include "../support/inputs.hpp"
#include "exact_rows.hpp"

namespace bench {
namespace {

/// Rows as they are timed, then hard ones of three kinds.
class judged_rows {
public:
    explicit judged_rows(const task& what) : what_{what} {
        timed_ = at_least(2048);
        n_ = timed_ + (has_other_inputs(what) ? hard_kinds * at_least(512) : 0);
        normal_inputs<float> normal{1, 1};
        const auto deviates = normal.first(n_);
        for (std::size_t i = 0; i < n_; ++i) x_.push_back(input(i, deviates[i]));
        for (std::size_t i = 0; i < n_; ++i) mask_.push_back(mask_at(i));
        for (auto* each : {&y_, &first_, &second_, &scratch_}) each->resize(n_);
        exact_ = exact_rows(what, data(), y_.data());
        find_largest();
    }

    operands data() {
        return {n_,           x_.data(),     y_.data(),      linear_.first(n_).data(), grad_.first(n_).data(),
                mask_.data(), first_.data(), second_.data(), scratch_.data()};
    }

    void clear() {
        std::ranges::fill(first_, NAN);
        std::ranges::fill(second_, NAN);
    }

    accuracy judge() const {
        accuracy result{0, 0, false};
        for (std::size_t i = 0; i < n_; ++i) add(result, i < timed_, first_[i], exact_.first[i], largest_of(i));
        for (std::size_t i = 0; i < exact_.second.size(); ++i) add(result, true, second_[i], exact_.second[i], 0);
        if (!has_other_inputs(what_)) result.all_inputs = result.timed_inputs;
        return result;
    }

private:
    static constexpr std::size_t hard_kinds = 3;

    task what_;
    std::size_t timed_, n_;
    array<float> x_, y_, first_, second_, scratch_, mask_;
    normal_inputs<float> linear_{2, 2}, grad_{1, 3};
    exact_results exact_;
    std::vector<double> largest_;

    /// Whole rows that hold `count` elements.
    std::size_t at_least(std::size_t count) const {
        return (count + what_.period() - 1) / what_.period() * what_.period();
    }

    /// A deviate of N(0, 1) as an input of N(0, 2) or, behind the timed ones, of N(0, 8), N(0, 40) and N(300, 5) in turn.
    float input(std::size_t i, float deviate) const {
        if (i < timed_) return 2 * deviate;
        switch (i / what_.width % hard_kinds) {
            case 0:
                return 8 * deviate;
            case 1:
                return 40 * deviate;
            default:
                return 300 + 5 * deviate;
        }
    }

    void find_largest() {
        if (what_.form == layout::channels) return;
        largest_.resize(n_ / what_.width);
        for (std::size_t i = 0; i < n_; ++i) {
            double& largest = largest_[i / what_.width];
            largest = std::max(largest, std::fabs(mpfr_get_d(exact_.first[i].value, MPFR_RNDN)));
        }
    }

    double largest_of(std::size_t i) const { return largest_.empty() ? 0 : largest_[i / what_.width]; }

    static void add(accuracy& to, bool timed, float result, const exact_result& exact, double largest) {
        double& worst = timed ? to.timed_inputs : to.all_inputs;
        worst = std::max(worst, reference::ulp_error(result, exact.value, exact.scale));
        const double wanted = mpfr_get_d(exact.value, MPFR_RNDN);
        const double size = std::max({std::fabs(wanted), exact.scale, largest / 16, 0x1p-126});
        const double tolerance = 1024 * std::ldexp(1.0, std::ilogb(size) - 23);
        if (timed && !(std::fabs(result - wanted) <= tolerance)) to.wrong = true;
    }
};

}  // namespace

std::vector<std::optional<accuracy>> check_rows(const task& what, const std::vector<std::unique_ptr<peer>>& peers) {
    judged_rows judged{what};
    std::vector<std::optional<accuracy>> results;
    for (const auto& each : peers) {
        judged.clear();
        const work run = each->prepare_rows(what, judged.data());
        if (run) run(1);
        results.push_back(run ? std::optional{judged.judge()} : std::nullopt);
    }
    return results;
}

}  // namespace bench

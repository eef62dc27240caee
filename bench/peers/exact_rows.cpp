#include "exact_rows.hpp"

#include <cmath>

namespace bench {
namespace {

using reference::mpfr_number, reference::nearest;

/// Enough for the logarithm of a row that one element dominates; a square of attention has no logarithm, and many rows.
mpfr_prec_t precision_of(const task& what) { return what.form == layout::causal ? 96 : 256; }

/// One row of x as the function sees it: scaled and masked, which rounds once, and cut to its length.
std::vector<mpfr_number> row_of(const task& what, const operands& data, std::size_t row) {
    const mpfr_prec_t precision = precision_of(what);
    const std::size_t length = what.form == layout::causal ? row % what.width + 1 : what.width;
    const bool scaled = what.form != layout::rows;
    std::vector<mpfr_number> z(length, mpfr_number{precision});
    for (std::size_t i = 0; i < length; ++i) {
        const std::size_t at = row * what.width + i;
        const float mask = what.form == layout::masked ? data.mask[at] : 0.0f;
        mpfr_set_d(z[i], scaled ? std::fma(attention_scale, data.x[at], mask) : data.x[at], nearest);
    }
    return z;
}

mpfr_number largest_of(const std::vector<mpfr_number>& z) {
    mpfr_number largest = z.front();
    for (const mpfr_number& each : z) mpfr_max(largest, largest, each, nearest);
    return largest;
}

/// softmax of z, or its logarithm; elements behind the end of z are +0.
void add_forward(const task& what, std::vector<mpfr_number> z, std::vector<exact_result>& to) {
    const mpfr_prec_t precision = precision_of(what);
    const mpfr_number largest = largest_of(z);
    mpfr_number sum{precision}, power{precision};
    mpfr_set_zero(sum, 1);
    std::vector<mpfr_number> powers;
    for (mpfr_number& each : z) {
        mpfr_sub(each, each, largest, nearest);
        mpfr_exp(power, each, nearest);
        mpfr_add(sum, sum, power, nearest);
        powers.push_back(power);
    }
    mpfr_number logarithm{precision};
    mpfr_log(logarithm, sum, nearest);
    for (std::size_t i = 0; i < what.width; ++i) {
        mpfr_number value{precision};
        if (i >= z.size()) {
            mpfr_set_zero(value, 1);
        } else if (what.activation == "softmax") {
            mpfr_div(value, powers[i], sum, nearest);
        } else {
            mpfr_sub(value, z[i], logarithm, nearest);
        }
        to.push_back({value});
    }
}

/// (g - sum g y) y, times the scale of x.
void add_softmax_backward(const task& what, const float* y, const float* grad, std::size_t length,
                          std::vector<exact_result>& to) {
    const mpfr_prec_t precision = precision_of(what);
    const double factor = what.form == layout::rows ? 1 : static_cast<double>(attention_scale);
    mpfr_number dot{precision}, term{precision};
    mpfr_set_zero(dot, 1);
    double largest = 0;
    for (std::size_t i = 0; i < length; ++i) {
        mpfr_set_d(term, grad[i], nearest);
        mpfr_mul_d(term, term, y[i], nearest);
        mpfr_add(dot, dot, term, nearest);
        largest = std::max(largest, std::fabs(static_cast<double>(grad[i])));
    }
    for (std::size_t i = 0; i < what.width; ++i) {
        mpfr_d_sub(term, grad[i], dot, nearest);
        mpfr_mul_d(term, term, y[i] * factor, nearest);
        if (i >= length) mpfr_set_zero(term, 1);
        to.push_back({term, largest * y[i] * factor});
    }
}

/// g - exp(y) sum g
void add_log_backward(const float* y, const float* grad, std::size_t width, std::vector<exact_result>& to) {
    mpfr_number sum, term;
    mpfr_set_zero(sum, 1);
    for (std::size_t i = 0; i < width; ++i) mpfr_add_d(sum, sum, grad[i], nearest);
    for (std::size_t i = 0; i < width; ++i) {
        mpfr_set_d(term, y[i], nearest);
        mpfr_exp(term, term, nearest);
        mpfr_mul(term, term, sum, nearest);
        const double scale = std::max(std::fabs(mpfr_get_d(term, nearest)), std::fabs(static_cast<double>(grad[i])));
        mpfr_d_sub(term, grad[i], term, nearest);
        to.push_back({term, scale});
    }
}

exact_results exact_channels(const task& what, const operands& data) {
    const mpfr_prec_t precision = precision_of(what);
    exact_results results;
    std::vector<double> scales(what.width);
    std::vector<mpfr_number> sums(what.width, mpfr_number{precision});
    for (auto& each : sums) mpfr_set_zero(each, 1);
    const bool backward = what.what == operation::backward;
    for (std::size_t i = 0; i < data.n; ++i) {
        const std::size_t channel = what.inner == 0 ? 0 : i / what.inner % what.width;
        // Products of two floats are exact.
        const double slope = data.x[i] > 0 ? 1 : static_cast<double>(data.linear[channel]);
        mpfr_number value{precision};
        mpfr_set_d(value, slope * static_cast<double>(backward ? data.grad_output[i] : data.x[i]), nearest);
        results.first.push_back({value});
        if (data.x[i] > 0) continue;
        const double product = static_cast<double>(data.grad_output[i]) * static_cast<double>(data.x[i]);
        mpfr_add_d(sums[channel], sums[channel], product, nearest);
        scales[channel] += std::fabs(product);
    }
    for (std::size_t c = 0; backward && c < what.width; ++c) results.second.push_back({sums[c], scales[c]});
    return results;
}

}  // namespace

exact_results exact_rows(const task& what, const operands& data, float* y) {
    if (what.form == layout::channels) return exact_channels(what, data);
    exact_results results;
    for (std::size_t row = 0; row < data.n / what.width; ++row) {
        const auto z = row_of(what, data, row);
        if (what.what == operation::forward) {
            add_forward(what, z, results.first);
            continue;
        }
        std::vector<exact_result> outputs;
        add_forward(what, z, outputs);
        const std::size_t first = row * what.width;
        for (std::size_t i = 0; i < what.width; ++i) y[first + i] = mpfr_get_flt(outputs[i].value, nearest);
        if (what.activation == "softmax")
            add_softmax_backward(what, y + first, data.grad_output + first, z.size(), results.first);
        else
            add_log_backward(y + first, data.grad_output + first, what.width, results.first);
    }
    return results;
}

}  // namespace bench

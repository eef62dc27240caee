// Eigen: array expressions over maps of the shared buffers.

#include <algorithm>
#include <array>
#include <numbers>

#include <Eigen/Core>
#include <unsupported/Eigen/SpecialFunctions>

#include "eigen_rows.hpp"
#include "peer.hpp"

namespace {

using constant_array = Eigen::Map<const Eigen::ArrayXf>;
using array = Eigen::Map<Eigen::ArrayXf>;

/// The operands of `count` elements from `begin` on.
struct view {
    constant_array x, y, linear, grad_output;
    array first, second;

    view(const bench::operands& data, std::size_t begin, std::size_t count)
        : x{data.x + begin, index(count)},
          y{data.y + begin, index(count)},
          linear{data.linear + begin, index(count)},
          grad_output{data.grad_output + begin, index(count)},
          first{data.first + begin, index(count)},
          second{data.second + begin, index(count)} {}

    static Eigen::Index index(std::size_t count) { return static_cast<Eigen::Index>(count); }
};

using values = Eigen::Array<float, Eigen::Dynamic, 1, 0, 512, 1>;

constexpr float slope = 0.01f, weight = 0.25f;
constexpr float selu_scale = 1.05070098f, selu_alpha = 1.67326324f, star_scale = 0.8944f, star_bias = -0.4472f;
constexpr float tanh_scale = std::numbers::sqrt2_v<float> * std::numbers::inv_sqrtpi_v<float>;
constexpr float density_scale = std::numbers::inv_sqrtpi_v<float> / std::numbers::sqrt2_v<float>;
constexpr float inverse_sqrt2 = 1 / std::numbers::sqrt2_v<float>;

/// A sum, because `select` has no vectors before Eigen 5, and exp, because expm1 takes four times as long.
void elu(view v) { v.first = v.x.max(0.0f) + (v.x.min(0.0f).exp() - 1.0f); }

auto everywhere(const view& v, float value) { return Eigen::ArrayXf::Constant(v.x.size(), value); }

/// A choice between constants, which g++ turns into vectors where Eigen itself does not.
void linear_backward(view v, const constant_array& x_or_y, float negative_slope) {
    v.first = v.grad_output * (x_or_y > 0.0f).select(everywhere(v, 1.0f), everywhere(v, negative_slope));
}

void gelu_tanh_backward(view v) {
    const values t = (tanh_scale * (v.x + 0.044715f * v.x.cube())).tanh();
    v.first = v.grad_output * 0.5f *
              ((1.0f + t) + v.x * (1.0f - t.square()) * (tanh_scale * (1.0f + 0.134145f * v.x.square())));
}

/// See linear_backward.
void clamp_backward(view v, float low, float high, float slope_inside) {
    v.first = v.grad_output * (v.x > low && v.x < high).select(everywhere(v, slope_inside), everywhere(v, 0.0f));
}

auto hard_sigmoid(const constant_array& x) { return (x + 3.0f).max(0.0f).min(6.0f) / 6.0f; }

/// tanh(log(1 + e^x)) = (t² − 1)/(t² + 1) with t = 1 + e^x, in which 1 − 1 is no more.
void mish(view v) {
    const values e = v.x.min(20.0f).exp();
    v.first = v.x * (e * (e + 2.0f)) / (e * (e + 2.0f) + 2.0f);
}

void mish_backward(view v) {
    const values e = v.x.min(20.0f).exp();
    const values n = e * (e + 2.0f), t = n / (n + 2.0f);
    v.first = v.grad_output * (t + v.x * (1.0f - t.square()) * (e / (1.0f + e)));
}

void sigmoid_times_x_backward(view v, float beta) {
    const values s = (beta * v.x).logistic();
    v.first = v.grad_output * s * (1.0f + beta * v.x * (1.0f - s));
}

void swiglu_backward(view v) {
    const values s = v.x.logistic();
    v.first = v.grad_output * v.linear * s * (1.0f + v.x * (1.0f - s));
    v.second = v.grad_output * v.x * s;
}

/// One expression; `blocked` where it names an intermediate, which then has 512 elements and stays in the cache.
struct expression {
    bench::task does;
    void (*run)(view);
    bool blocked = false;
};

using enum bench::operation;

const std::array expressions{
    expression{{"relu", forward}, [](view v) { v.first = v.x.max(0.0f); }},
    expression{{"leaky_relu", forward}, [](view v) { v.first = v.x.max(slope * v.x); }},
    expression{{"prelu", forward}, [](view v) { v.first = v.x.max(weight * v.x); }},
    expression{{"elu", forward}, elu},
    expression{{"gelu", forward}, [](view v) { v.first = 0.5f * v.x * (1.0f + (inverse_sqrt2 * v.x).erf()); }},
    expression{{"gelu_tanh", forward},
               [](view v) { v.first = 0.5f * v.x * (1.0f + (tanh_scale * (v.x + 0.044715f * v.x.cube())).tanh()); }},
    expression{{"silu", forward}, [](view v) { v.first = v.x * v.x.logistic(); }},
    expression{{"sigmoid", forward}, [](view v) { v.first = v.x.logistic(); }},
    expression{{"tanh", forward}, [](view v) { v.first = v.x.tanh(); }},
    expression{{"swiglu", forward}, [](view v) { v.first = v.x * v.x.logistic() * v.linear; }},
    expression{{"relu", backward}, [](view v) { v.first = (v.x > 0.0f).select(v.grad_output, 0.0f); }},
    expression{{"leaky_relu", backward}, [](view v) { linear_backward(v, v.x, slope); }},
    expression{{"prelu", backward}, [](view v) { linear_backward(v, v.x, weight); }},
    expression{{"elu", backward}, [](view v) { v.first = v.grad_output * v.x.min(0.0f).exp(); }},
    expression{{"gelu", backward},
               [](view v) {
                   v.first = v.grad_output * (0.5f * (1.0f + (inverse_sqrt2 * v.x).erf()) +
                                              v.x * (-0.5f * v.x.square()).exp() * density_scale);
               }},
    expression{{"gelu_tanh", backward}, gelu_tanh_backward, true},
    expression{{"silu", backward}, [](view v) { sigmoid_times_x_backward(v, 1.0f); }, true},
    expression{{"sigmoid", backward},
               [](view v) {
                   const values s = v.x.logistic();
                   v.first = v.grad_output * s * (1.0f - s);
               },
               true},
    expression{{"tanh", backward}, [](view v) { v.first = v.grad_output * (1.0f - v.x.tanh().square()); }},
    expression{{"swiglu", backward}, swiglu_backward, true},
    expression{{"relu", backward_from_output}, [](view v) { v.first = (v.y > 0.0f).select(v.grad_output, 0.0f); }},
    expression{{"leaky_relu", backward_from_output}, [](view v) { linear_backward(v, v.y, slope); }},
    expression{{"prelu", backward_from_output}, [](view v) { linear_backward(v, v.y, weight); }},
    expression{{"elu", backward_from_output}, [](view v) { v.first = v.grad_output * (v.y.min(0.0f) + 1.0f); }},
    expression{{"sigmoid", backward_from_output}, [](view v) { v.first = v.grad_output * v.y * (1.0f - v.y); }},
    expression{{"tanh", backward_from_output}, [](view v) { v.first = v.grad_output * (1.0f - v.y.square()); }},
    expression{{"relu6", forward}, [](view v) { v.first = v.x.max(0.0f).min(6.0f); }},
    expression{{"relu6", backward}, [](view v) { clamp_backward(v, 0.0f, 6.0f, 1.0f); }},
    expression{{"squared_relu", forward}, [](view v) { v.first = v.x.max(0.0f).square(); }},
    expression{{"squared_relu", backward}, [](view v) { v.first = v.grad_output * 2.0f * v.x.max(0.0f); }},
    expression{{"hardtanh", forward}, [](view v) { v.first = v.x.max(-1.0f).min(1.0f); }},
    expression{{"hardtanh", backward}, [](view v) { clamp_backward(v, -1.0f, 1.0f, 1.0f); }},
    expression{{"hardsigmoid", forward}, [](view v) { v.first = hard_sigmoid(v.x); }},
    expression{{"hardsigmoid", backward}, [](view v) { clamp_backward(v, -3.0f, 3.0f, 1.0f / 6.0f); }},
    expression{{"hardswish", forward}, [](view v) { v.first = v.x * hard_sigmoid(v.x); }},
    expression{{"hardswish", backward},
               [](view v) {
                   v.first =
                       v.grad_output *
                       (v.x > 3.0f)
                           .select(everywhere(v, 1.0f), (v.x < -3.0f).select(everywhere(v, 0.0f), (v.x + 1.5f) / 3.0f));
               }},
    expression{{"hardshrink", forward}, [](view v) { v.first = (v.x.abs() > 0.5f).select(v.x, 0.0f); }},
    expression{{"hardshrink", backward}, [](view v) { v.first = (v.x.abs() > 0.5f).select(v.grad_output, 0.0f); }},
    expression{{"softshrink", forward}, [](view v) { v.first = v.x - v.x.max(-0.5f).min(0.5f); }},
    expression{{"softshrink", backward}, [](view v) { v.first = (v.x.abs() > 0.5f).select(v.grad_output, 0.0f); }},
    expression{{"softsign", forward}, [](view v) { v.first = v.x / (1.0f + v.x.abs()); }},
    expression{{"softsign", backward}, [](view v) { v.first = v.grad_output / (1.0f + v.x.abs()).square(); }},
    expression{{"selu", forward},
               [](view v) { v.first = selu_scale * (v.x.max(0.0f) + selu_alpha * (v.x.min(0.0f).exp() - 1.0f)); }},
    expression{{"softplus", forward}, [](view v) { v.first = v.x.max(0.0f) + (1.0f + (-v.x.abs()).exp()).log(); }},
    expression{{"softplus", backward}, [](view v) { v.first = v.grad_output * v.x.logistic(); }},
    expression{{"log_sigmoid", forward}, [](view v) { v.first = v.x.min(0.0f) - (1.0f + (-v.x.abs()).exp()).log(); }},
    expression{{"log_sigmoid", backward}, [](view v) { v.first = v.grad_output * (-v.x).logistic(); }},
    expression{{"quick_gelu", forward}, [](view v) { v.first = v.x * (1.702f * v.x).logistic(); }},
    expression{{"quick_gelu", backward}, [](view v) { sigmoid_times_x_backward(v, 1.702f); }, true},
    expression{{"mish", forward}, mish, true},
    expression{{"mish", backward}, mish_backward, true},
    expression{{"tanhshrink", forward}, [](view v) { v.first = v.x - v.x.tanh(); }},
    expression{{"tanhshrink", backward}, [](view v) { v.first = v.grad_output * v.x.tanh().square(); }},
    expression{{"exp", forward}, [](view v) { v.first = v.x.exp(); }},
    expression{{"exp", backward}, [](view v) { v.first = v.grad_output * v.x.exp(); }},
    expression{{"star_relu", forward}, [](view v) { v.first = star_scale * v.x.max(0.0f).square() + star_bias; }},
    expression{{"star_relu", backward}, [](view v) { v.first = v.grad_output * (2.0f * star_scale) * v.x.max(0.0f); }},
    expression{{"softcap", forward}, [](view v) { v.first = 30.0f * (v.x * (1.0f / 30.0f)).tanh(); }},
    expression{{"softcap", backward},
               [](view v) { v.first = v.grad_output * (1.0f - (v.x * (1.0f / 30.0f)).tanh().square()); }},
};

void run(const expression& wanted, const bench::operands& data) {
    const std::size_t step =
        wanted.blocked ? std::size_t{values::MaxRowsAtCompileTime} : std::max(data.n, std::size_t{1});
    for (std::size_t begin = 0; begin < data.n; begin += step) {
        wanted.run(view{data, begin, std::min(step, data.n - begin)});
    }
}

class eigen_peer final : public bench::peer {
public:
    std::string version() const override {
        const std::string tail = std::to_string(EIGEN_MAJOR_VERSION) + '.' + std::to_string(EIGEN_MINOR_VERSION);
        return EIGEN_MAJOR_VERSION < 5 ? std::to_string(EIGEN_WORLD_VERSION) + '.' + tail : tail;
    }

    std::string note() const override { return Eigen::SimdInstructionSetsInUse(); }

    bench::work prepare(const bench::task& wanted, const bench::operands& data) override {
        const auto found = std::ranges::find(expressions, bench::as_peers_know(wanted), &expression::does);
        if (found == expressions.end()) return {};
        return bench::repeat([found, data] { run(*found, data); });
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& data) override {
        return bench::eigen_rows(wanted, data);
    }
};

const bench::registered here{{"Eigen", bench::role::peer, bench::make_peer<eigen_peer>}};

}  // namespace

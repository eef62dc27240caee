// One head of causal attention and its gradients, matrix products by Eigen: how much of the time goes into the softmax, in
// one call that knows the scale and the mask and in a pass for each. The gradients are checked against differences.
#include <activation/softmax.hpp>

#include <Eigen/Core>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>
#include <span>

#include "support/command_line.hpp"
#include "support/random.hpp"

namespace {

constexpr std::string_view usage = R"(attention: the softmax's share of one head of causal attention, forward and back

    attention [options]

--tokens N   queries, and as many keys (default 512)
--width N    elements of a query (default 64)
--repeats N  how often each step is timed; the fastest counts (default 5)
--seed N     start of the random numbers (default 1)

Everything runs on one thread. Ends with 1 where a gradient is not what finite differences say.
)";

template <class T>
using matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <class T>
std::span<T> values(matrix<T>& m) {
    return {m.data(), static_cast<std::size_t>(m.size())};
}

/// Scale, mask and softmax in one call.
struct fused {
    template <class T>
    static void forward(matrix<T>& scores, T scale) {
        const auto width = static_cast<std::size_t>(scores.cols());
        activation::softmax(values(scores), values(scores), width, {.scale = scale, .causal = true});
    }

    template <class T>
    static void backward(matrix<T>& gradient, matrix<T>& weights, T scale) {
        const auto width = static_cast<std::size_t>(weights.cols());
        activation::softmax.backward(values(gradient), values(weights), values(gradient), width,
                                     {.scale = scale, .causal = true});
    }
};

/// A pass for each: what a program does whose softmax knows neither.
struct in_passes {
    template <class T>
    static void forward(matrix<T>& scores, T scale) {
        for (T& each : values(scores)) each *= scale;
        for (Eigen::Index query = 0; query < scores.rows(); ++query) {
            for (Eigen::Index key = query + 1; key < scores.cols(); ++key) {
                scores(query, key) = -std::numeric_limits<T>::infinity();
            }
        }
        activation::softmax(values(scores), values(scores), static_cast<std::size_t>(scores.cols()));
    }

    template <class T>
    static void backward(matrix<T>& gradient, matrix<T>& weights, T scale) {
        activation::softmax.backward(values(gradient), values(weights), values(gradient),
                                     static_cast<std::size_t>(weights.cols()));
        for (T& each : values(gradient)) each *= scale;
    }
};

struct seconds {
    double products = 0, softmax = 0;
};

/// Adds the time that the work takes to `to`.
template <class Work>
void timed(double& to, Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    to += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Queries, keys and values, one a row; what comes of them, and the gradients of all three.
template <class T>
struct head {
    matrix<T> q, k, v, weights, y, grad_weights, grad_q, grad_k, grad_v;

    head(Eigen::Index tokens, Eigen::Index width, examples::random_source& random)
        : q(tokens, width), k(tokens, width), v(tokens, width) {
        for (matrix<T>* each : {&q, &k, &v}) {
            for (T& element : values(*each)) element = static_cast<T>(random.symmetric(2.0F));
        }
    }

    T scale() const { return 1 / std::sqrt(static_cast<T>(q.cols())); }

    /// y = softmax(scale · q kᵀ) v, each query over the keys up to its own.
    template <class Softmax>
    seconds forward() {
        seconds taken;
        timed(taken.products, [&] { weights.noalias() = q * k.transpose(); });
        timed(taken.softmax, [&] { Softmax::forward(weights, scale()); });
        timed(taken.products, [&] { y.noalias() = weights * v; });
        return taken;
    }

    template <class Softmax>
    seconds backward(const matrix<T>& grad_y) {
        seconds taken;
        timed(taken.products, [&] {
            grad_v.noalias() = weights.transpose() * grad_y;
            grad_weights.noalias() = grad_y * v.transpose();
        });
        timed(taken.softmax, [&] { Softmax::backward(grad_weights, weights, scale()); });
        timed(taken.products, [&] {
            grad_q.noalias() = grad_weights * k;
            grad_k.noalias() = grad_weights.transpose() * q;
        });
        return taken;
    }
};

/// The largest difference between a gradient of the sum of y ∘ grad_y and what moving each element a little says.
template <class Softmax>
double worst_gradient(std::uint32_t seed) {
    examples::random_source random(seed);
    head<double> h(6, 4, random);
    const matrix<double> grad_y = head<double>(6, 4, random).q;
    h.forward<Softmax>();
    h.backward<Softmax>(grad_y);
    const auto loss = [&] {
        h.forward<Softmax>();
        return h.y.cwiseProduct(grad_y).sum();
    };
    constexpr double step = 1e-5;
    double worst = 0;
    for (const auto& [moved, gradient] : {std::pair{&h.q, h.grad_q}, {&h.k, h.grad_k}, {&h.v, h.grad_v}}) {
        for (Eigen::Index i = 0; i < moved->size(); ++i) {
            double& element = moved->data()[i];
            const double before = element;
            element = before + step;
            const double above = loss();
            element = before - step;
            const double below = loss();
            element = before;
            worst = std::max(worst, std::fabs((above - below) / (2 * step) - gradient.data()[i]));
        }
    }
    return worst;
}

struct options {
    int tokens, width, repeats;
    std::uint32_t seed;
};

/// One line of the table.
template <class Softmax>
void report(const char* name, const options& how) {
    examples::random_source random(how.seed);
    head<float> h(how.tokens, how.width, random);
    const matrix<float> grad_y = head<float>(how.tokens, how.width, random).q;
    seconds ahead{1e9, 1e9}, back = ahead;
    for (int i = 0; i < how.repeats; ++i) {
        for (const auto& [best, now] :
             {std::pair{&ahead, h.forward<Softmax>()}, {&back, h.backward<Softmax>(grad_y)}}) {
            best->products = std::min(best->products, now.products);
            best->softmax = std::min(best->softmax, now.softmax);
        }
    }
    const auto share = [](const seconds& s) { return 100 * s.softmax / (s.products + s.softmax); };
    std::printf("%-12s %9.3f %9.3f %6.1f %% %12.3f %9.3f %6.1f %%\n", name, 1e3 * ahead.products, 1e3 * ahead.softmax,
                share(ahead), 1e3 * back.products, 1e3 * back.softmax, share(back));
}

int run(examples::command_line& line) {
    const options how{.tokens = static_cast<int>(line.integer("--tokens", 512, 1, 8192)),
                      .width = static_cast<int>(line.integer("--width", 64, 1, 1024)),
                      .repeats = static_cast<int>(line.integer("--repeats", 5, 1, 1000)),
                      .seed = static_cast<std::uint32_t>(line.integer("--seed", 1, 0, 0xffffffff))};
    line.expect_no_more();
    std::printf("%d tokens, a head of %d, one thread, milliseconds, best of %d\n\n", how.tokens, how.width,
                how.repeats);
    std::puts("softmax            forward: products, softmax, share    backward: the same");
    report<fused>("one call", how);
    report<in_passes>("in passes", how);
    const double worst = std::max(worst_gradient<fused>(how.seed), worst_gradient<in_passes>(how.seed));
    const bool right = worst < 1e-7;
    std::printf("\ngradient check: at most %.1e from finite differences%s\n", worst, right ? "" : ", which is wrong");
    return right ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) { return examples::run_example(argc, argv, usage, run); }

// The feed-forward block of a transformer at real sizes, matrix products by Eigen: how much of its time goes into the
// activation, with this library and with the loop that a textbook would write; in floats, and with the values between the
// products in bfloat16, a bias before the activation, and gradients that are added up.
#include <activation/activation.hpp>

#include <Eigen/Core>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include "support/command_line.hpp"
#include "support/random.hpp"

namespace {

constexpr std::string_view usage = R"(transformer_ffn: the activation's share of a transformer's feed-forward block

    transformer_ffn [options]

--tokens N   rows of the block's input (default 128)
--repeats N  how often each step is timed; the fastest counts (default 5)
--seed N     start of the random numbers (default 1)

Everything runs on one thread.
)";

using matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

struct options {
    int tokens;
    int repeats;
    std::uint32_t seed;
};

struct seconds {
    double products = std::numeric_limits<double>::infinity();
    double library = std::numeric_limits<double>::infinity();
    double textbook = std::numeric_limits<double>::infinity();
};

std::span<float> values(matrix& m) { return {m.data(), static_cast<std::size_t>(m.size())}; }

using activation::bfloat16;
using halves = std::vector<bfloat16>;

std::span<bfloat16> values(halves& h) { return h; }

/// A matrix in half the memory.
void store(const matrix& from, halves& to) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] = bfloat16(from.data()[i]);
}

/// Variance 1 / rows, so that a product with it keeps the variance of what goes in.
matrix random_weights(Eigen::Index rows, Eigen::Index columns, examples::random_source& random) {
    matrix result(rows, columns);
    for (float& w : values(result)) w = random.symmetric(std::sqrt(3 / static_cast<float>(rows)));
    return result;
}

template <class Work>
double time_of(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void textbook_gelu(std::span<const float> x, std::span<float> y) {
    constexpr float inverse_sqrt2 = 1 / std::numbers::sqrt2_v<float>;
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = x[i] * 0.5F * (1 + std::erf(x[i] * inverse_sqrt2));
}

void textbook_swiglu(std::span<const float> activated, std::span<const float> linear, std::span<float> y) {
    for (std::size_t i = 0; i < y.size(); ++i) y[i] = activated[i] / (1 + std::exp(-activated[i])) * linear[i];
}

/// Times the parts of a block `repeats` times in turn; `library` and `textbook` fill the values they are given, which are
/// then what `hidden` and something like it hold.
template <class Values, class Up, class Library, class Textbook, class Down>
void report(const char* name, int repeats, Values& hidden, Up up, Library library, Textbook textbook, Down down) {
    seconds best;
    Values expected = hidden;
    for (int i = 0; i < repeats; ++i) {
        const double before = time_of(up);
        best.textbook = std::min(best.textbook, time_of([&] { textbook(values(expected)); }));
        best.library = std::min(best.library, time_of([&] { library(values(hidden)); }));
        best.products = std::min(best.products, before + time_of(down));
    }
    float difference = 0;
    for (std::size_t i = 0; i < values(hidden).size(); ++i) {
        const auto got = static_cast<float>(values(hidden)[i]), wanted = static_cast<float>(values(expected)[i]);
        difference = std::max(difference, std::abs(got - wanted));
    }
    const auto share = [&](double part) { return 100 * part / (best.products + part); };
    std::printf("%-22s %9.2f %9.3f %6.2f %% %11.3f %6.2f %% %8.1fx   %.1e\n", name, 1e3 * best.products,
                1e3 * best.library, share(best.library), 1e3 * best.textbook, share(best.textbook),
                best.textbook / best.library, static_cast<double>(difference));
}

void gelu_block(const options& how) {
    examples::random_source random(how.seed);
    const matrix x = random_weights(how.tokens, 768, random) * std::sqrt(static_cast<float>(how.tokens));
    const matrix up = random_weights(768, 3072, random);
    const matrix down = random_weights(3072, 768, random);
    matrix sums(how.tokens, 3072);
    matrix hidden(how.tokens, 3072);
    matrix y(how.tokens, 768);
    report(
        "GELU    768 -> 3072", how.repeats, hidden, [&] { sums.noalias() = x * up; },
        [&](std::span<float> out) { activation::gelu(values(sums), out); },
        [&](std::span<float> out) { textbook_gelu(values(sums), out); }, [&] { y.noalias() = hidden * down; });
}

void swiglu_block(const options& how) {
    examples::random_source random(how.seed);
    const matrix x = random_weights(how.tokens, 2048, random) * std::sqrt(static_cast<float>(how.tokens));
    const matrix gate = random_weights(2048, 5632, random);
    const matrix up = random_weights(2048, 5632, random);
    const matrix down = random_weights(5632, 2048, random);
    matrix activated(how.tokens, 5632);
    matrix linear(how.tokens, 5632);
    matrix hidden(how.tokens, 5632);
    matrix y(how.tokens, 2048);
    report(
        "SwiGLU 2048 -> 5632", how.repeats, hidden,
        [&] {
            activated.noalias() = x * gate;
            linear.noalias() = x * up;
        },
        [&](std::span<float> out) { activation::swiglu(values(activated), values(linear), out); },
        [&](std::span<float> out) { textbook_swiglu(values(activated), values(linear), out); },
        [&] { y.noalias() = hidden * down; });
}

/// y = gelu(x·up + bias)·down, whose middle is kept in bfloat16.
void gelu_bfloat16_block(const options& how) {
    examples::random_source random(how.seed);
    const matrix x = random_weights(how.tokens, 768, random) * std::sqrt(static_cast<float>(how.tokens));
    const matrix up = random_weights(768, 3072, random);
    std::vector<float> bias(3072);
    for (float& b : bias) b = random.symmetric(0.1F);
    matrix products(how.tokens, 3072);
    halves sums(static_cast<std::size_t>(products.size()));
    halves hidden(sums.size());
    report(
        "GELU, bias, bfloat16", how.repeats, hidden,
        [&] {
            products.noalias() = x * up;
            store(products, sums);
        },
        [&](std::span<bfloat16> out) { activation::gelu(activation::biased(sums, bias), out); },
        [&](std::span<bfloat16> out) {
            for (std::size_t i = 0; i < out.size(); ++i) {
                const float sum = static_cast<float>(sums[i]) + bias[i % bias.size()];
                out[i] = bfloat16(sum * 0.5F * (1 + std::erf(sum / std::numbers::sqrt2_v<float>)));
            }
        },
        [] {});
}

/// The gradient of SwiGLU whose two halves are one product, added to what other parts of the network have put there.
void swiglu_backward_block(const options& how) {
    examples::random_source random(how.seed);
    constexpr std::size_t width = 5632;
    const auto tokens = static_cast<std::size_t>(how.tokens);
    halves packed(tokens * 2 * width);
    halves grad_output(tokens * width);
    halves gradient(packed.size(), bfloat16(0.0F));
    for (bfloat16& value : packed) value = bfloat16(random.symmetric(2.0F));
    for (bfloat16& value : grad_output) value = bfloat16(random.symmetric(1.0F));
    report(
        "SwiGLU', sum, bfloat16", how.repeats, gradient, [] {},
        [&](std::span<bfloat16> sum) {
            activation::swiglu.packed_backward(grad_output, packed, activation::accumulate(sum), width);
        },
        [&](std::span<bfloat16> sum) {
            for (std::size_t i = 0; i < grad_output.size(); ++i) {
                const std::size_t first = i / width * 2 * width + i % width, second = first + width;
                const auto a = static_cast<float>(packed[first]), linear = static_cast<float>(packed[second]);
                const auto g = static_cast<float>(grad_output[i]);
                const float sigma = 1 / (1 + std::exp(-a));
                sum[first] = bfloat16(static_cast<float>(sum[first]) + g * linear * sigma * (1 + a * (1 - sigma)));
                sum[second] = bfloat16(static_cast<float>(sum[second]) + g * a * sigma);
            }
        },
        [] {});
}

int run(examples::command_line& line) {
    const options how{.tokens = static_cast<int>(line.integer("--tokens", 128, 1, 8192)),
                      .repeats = static_cast<int>(line.integer("--repeats", 5, 1, 1000)),
                      .seed = static_cast<std::uint32_t>(line.integer("--seed", 1, 0, 0xffffffff))};
    line.expect_no_more();
    std::printf("%d tokens, one thread, milliseconds, best of %d\n\n", how.tokens, how.repeats);
    std::puts("block                   products   library   share      textbook    share  speed-up   difference");
    gelu_block(how);
    swiglu_block(how);
    gelu_bfloat16_block(how);
    swiglu_backward_block(how);
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return examples::run_example(argc, argv, usage, run); }

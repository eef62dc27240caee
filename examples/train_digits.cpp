// Trains one small network for each activation on real handwritten digits, with every activation and every gradient of
// one computed by this library, and prints how well it reads digits that it has never seen.
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "support/activations.hpp"
#include "support/command_line.hpp"
#include "support/training.hpp"

namespace {

constexpr std::string_view usage = R"(train_digits: one small network for each activation, on 1,797 handwritten digits

    train_digits [options] [ACTIVATION...]

ACTIVATION   a name, with parameters if you like: gelu, leaky_relu:negative_slope=0.2; all of them without any.
             prelu learns one weight for each unit; swiglu is the gated block of today's transformers
--epochs N   passes over the training digits (default 30)
--seed N     start of the random numbers (default 1); the same seed prints the same numbers, bit for bit
--rate R     learning rate (default 0.002)
--storage S  what activations keep their numbers in, float32 (default) or bfloat16; products and weights are floats
--require A  exit with 1 unless every activation reaches this test accuracy, from 0 to 1
--data FILE  other digits: 64 pixels from 0 to 16 and the digit, one a line; every fifth line is for testing
)";

constexpr std::size_t hidden_layers = 2;
constexpr std::size_t hidden_units = 64;

struct options {
    int epochs;
    std::uint32_t seed;
    float rate;
    examples::storage storage;
};

/// What is trained: an activation, or SwiGLU in its place.
struct contestant {
    std::string label;
    std::function<examples::network(examples::random_source&, examples::storage)> make_network;
};

struct outcome {
    double first_loss;
    double last_loss;
    double test_accuracy;
};

/// The line that is overwritten while a network learns; silent unless somebody watches.
void show_progress(const std::string& label, int epoch, int epochs, double loss) {
    static const bool watched = isatty(fileno(stderr)) != 0;
    if (!watched) return;
    std::fprintf(stderr, "\r%-12s epoch %d of %d, loss %.4f ", label.c_str(), epoch, epochs, loss);
    if (epoch == epochs) std::fputs("\r\x1b[K", stderr);
}

contestant make_contestant(const std::string& name) {
    using namespace examples;
    if (name == "swiglu")
        return {name, [](random_source& random, storage in) {
                    return make_swiglu_network(pixel_count, hidden_layers, hidden_units, class_count, random, in);
                }};
    return {name, [chosen = choose_activation(name)](random_source& random, storage in) {
                return make_network(chosen, pixel_count, hidden_layers, hidden_units, class_count, random, in);
            }};
}

std::vector<contestant> make_contestants(std::vector<std::string> names) {
    if (names.empty()) {
        for (const auto& each : examples::all_activations()) names.emplace_back(each.name);
        names.emplace_back("swiglu");
    }
    std::vector<contestant> contestants;
    for (const auto& name : names) contestants.push_back(make_contestant(name));
    return contestants;
}

examples::storage storage_named(const std::string& name) {
    if (name == "float32") return examples::storage::float32;
    if (name == "bfloat16") return examples::storage::bfloat16;
    throw examples::usage_error("--storage must be float32 or bfloat16, not '" + name + "'");
}

outcome train(const contestant& chosen, const examples::digits& data, const options& how) {
    examples::random_source random(how.seed);
    examples::network net = chosen.make_network(random, how.storage);
    outcome result{};
    for (int epoch = 1; epoch <= how.epochs; ++epoch) {
        result.last_loss = examples::train_epoch(net, data.train, how.rate, random);
        if (epoch == 1) result.first_loss = result.last_loss;
        show_progress(chosen.label, epoch, how.epochs, result.last_loss);
    }
    result.test_accuracy = examples::accuracy(net, data.test);
    return result;
}

int run(examples::command_line& line) {
    const options how{
        .epochs = static_cast<int>(line.integer("--epochs", 30, 1, 10000)),
        .seed = static_cast<std::uint32_t>(line.integer("--seed", 1, 0, 0xffffffff)),
        .rate = static_cast<float>(line.number("--rate", 0.002, 1e-9, 10)),
        .storage = storage_named(line.text("--storage", "float32")),
    };
    const double required = line.number("--require", 0, 0, 1);
    const std::string path = line.text("--data", ACTIVATION_EXAMPLES_DIGITS);
    const std::vector<contestant> contestants = make_contestants(line.rest());
    const examples::digits data = examples::load_digits(path);
    std::printf("%zu digits to learn from, %zu to test; network %zu-%zu-%zu-%zu, %d epochs, seed %u\n\n",
                data.train.labels.size(), data.test.labels.size(), examples::pixel_count, hidden_units, hidden_units,
                examples::class_count, how.epochs, how.seed);
    std::puts("activation      first loss   last loss   test accuracy   seconds");
    bool reached = true;
    for (const auto& each : contestants) {
        const auto start = std::chrono::steady_clock::now();
        const outcome result = train(each, data, how);
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        reached = reached && result.test_accuracy >= required;
        std::printf("%-14s %11.6f %11.6f %13.2f %% %9.2f\n", each.label.c_str(), result.first_loss, result.last_loss,
                    100 * result.test_accuracy, elapsed.count());
        std::fflush(stdout);
    }
    if (!reached) std::printf("\nnot every activation reached %.2f %%\n", 100 * required);
    return reached ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) { return examples::run_example(argc, argv, usage, run); }

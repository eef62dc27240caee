// What the native library computes, for the browser test to compare the page with: JSON, every float exactly.
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

#include "../../tests/exact/checksums.hpp"
#include "../support/activations.hpp"
#include "../support/neuron.hpp"

namespace {

/// Ordinary values, both tails, the roots of the derivatives, the sizes around zero.
constexpr std::array inputs{0.0F,         -0.0F,         0.5F,        1.0F,    -1.0F,       3.0F,         -3.0F,
                            -0.75179154F, -0.7524614F,   -1.2784646F, 2.5F,    8.0F,        -8.0F,        13.5F,
                            -13.5F,       1e-3F,         -1e-3F,      1e-20F,  -1e-20F,     1e-40F,       88.5F,
                            -88.5F,       3.4028235e38F, -100.0F,     -14.25F, 0.33333334F, 1.1920929e-7F};

/// Nine digits, which name a float exactly, as JavaScript reads it.
std::string exact(float value) {
    if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", value);
    return text;
}

void print_activations() {
    std::puts("\"activations\": [");
    const char* separator = "";
    for (const float x : inputs)
        for (const auto& each : examples::all_activations()) {
            const auto parameters = each.defaults();
            std::printf("%s{\"name\": \"%s\", \"x\": \"%.9g\", \"value\": \"%s\", \"derivative\": \"%s\"}", separator,
                        std::string(each.name).c_str(), x, exact(each.value(x, parameters)).c_str(),
                        exact(each.derivative(x, parameters)).c_str());
            separator = ",\n";
        }
    std::puts("],");
}

/// The neuron that the page starts with, through every activation.
void print_neurons() {
    const std::vector<float> x{1.0F, -2.0F, 0.5F};
    std::puts("\"neurons\": [");
    const char* separator = "";
    for (const auto& each : examples::all_activations()) {
        const examples::neuron n{{0.4F, 0.1F, -0.3F}, 0.1F, {"", &each, each.defaults()}};
        const auto pass = examples::forward(n, x, 1.0F);
        const auto g = examples::backward(n, x, pass, 1.0F);
        std::printf("%s{\"name\": \"%s\", \"z\": \"%.9g\", \"y\": \"%.9g\", \"loss\": \"%.9g\", \"gradW2\": \"%.9g\"}",
                    separator, std::string(each.name).c_str(), pass.z, pass.y, pass.loss, g.weights[1]);
        separator = ",\n";
    }
    std::puts("],");
}

/// What every target makes of the exact tier; exact_test says so of this one.
void print_checksums() {
    std::puts("\"checksums\": [");
    const char* separator = "";
    for (const exact::committed_checksum& each : exact::checksums) {
        std::printf("%s{\"name\": \"%s\", \"checksum\": \"%016llx\"}", separator, each.kernel,
                    static_cast<unsigned long long>(each.thinned));
        separator = ",\n";
    }
    std::puts("]}");
}

}  // namespace

int main() {
#if defined(__FMA__) || defined(__FP_FAST_FMAF) || defined(__ARM_FEATURE_FMA)
    std::puts("{\"fused\": true,");
#else
    std::puts("{\"fused\": false,");
#endif
    print_activations();
    print_neurons();
    print_checksums();
}

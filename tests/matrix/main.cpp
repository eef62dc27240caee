// What every compiler, standard and level has to give alike: results of calls on ranges that are those of single values, and
// fingerprints of them, the exact tier's and the accurate one's, which run.sh compares.
#include <activation/gelu.hpp>
#include <activation/silu.hpp>
#include <activation/softmax.hpp>
#include <activation/tanh.hpp>

#include <cstdint>
#include <cstdio>
#include <vector>

namespace {

int failures = 0;

std::uint32_t bits_of(float value) { return value != value ? 0x7fc00000 : __builtin_bit_cast(std::uint32_t, value); }

/// Every exponent and sign, infinities and NaNs too, and more of what is neither tiny nor huge.
std::vector<float> inputs() {
    std::vector<float> x;
    for (std::uint64_t bits = 0; bits < std::uint64_t{1} << 32; bits += 1048573)
        x.push_back(__builtin_bit_cast(float, static_cast<std::uint32_t>(bits)));
    for (int i = -20000; i <= 20000; ++i) x.push_back(static_cast<float>(i) / 1024);
    return x;
}

struct fingerprint {
    std::uint64_t sum = 0;

    void take(float value) { sum = (sum ^ bits_of(value)) * 0x100000001b3; }
};

template <class F>
void add(fingerprint& print, const char* name, const F& f) {
    const std::vector<float> x = inputs();
    std::vector<float> y(x.size()), d(x.size()), in_place = x;
    f(x, y);
    f(in_place);
    f.derivative(x, d);
    for (std::size_t i = 0; i < x.size(); ++i) {
        print.take(y[i]);
        print.take(d[i]);
        if (bits_of(y[i]) == bits_of(f(x[i])) && bits_of(d[i]) == bits_of(f.derivative(x[i])) &&
            bits_of(y[i]) == bits_of(in_place[i]))
            continue;
        if (++failures < 5) std::printf("%s: element %zu depends on the call\n", name, i);
    }
}

constexpr float at_compile_time = activation::gelu(1.0f);
static_assert(at_compile_time > 0.8413446f && at_compile_time < 0.8413449f);

}  // namespace

int main() {
    fingerprint exact, accurate;
    add(exact, "exact::gelu", activation::exact::gelu);
    add(exact, "exact::silu", activation::exact::silu);
    add(exact, "exact::tanh", activation::exact::tanh);
    add(accurate, "gelu", activation::gelu);
    add(accurate, "silu", activation::silu);
    add(accurate, "tanh", activation::tanh);
    std::vector<float> row{1, 2, 3, 4, 5, -1, -2, -3, 0};
    activation::softmax(row, row, 9);
    float sum = 0;
    for (const float each : row) sum += each;
    if (!(sum > 0.999999f && sum < 1.000001f)) ++failures;
    const volatile float one = 1;
    const float at_run_time = one;
    if (bits_of(activation::gelu(at_run_time)) != bits_of(at_compile_time)) ++failures;
    std::printf("%016llx %016llx\n", static_cast<unsigned long long>(exact.sum),
                static_cast<unsigned long long>(accurate.sum));
    return failures == 0 ? 0 : 1;
}

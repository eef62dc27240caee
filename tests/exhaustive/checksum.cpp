#include "checksum.hpp"

#include <algorithm>
#include <bit>
#include <cinttypes>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <limits>
#include <vector>

#include "checksums.hpp"
#include "support/reference/inputs.hpp"

namespace exhaustive {
namespace {

constexpr std::size_t half = std::size_t{1} << 20;

template <class T>
std::vector<T> fixed_inputs() {
    std::vector<T> x(2 * half);
    for (std::size_t i = 0; i < half; ++i) {
        // Weyl's sequence, by the golden ratio: spreads over all patterns.
        const std::uint64_t bits = static_cast<std::uint64_t>(i) * 0x9e3779b97f4a7c15;
        x[2 * i] = std::bit_cast<T>(static_cast<reference::bits_t<T>>(bits >> (64 - 8 * sizeof(T))));
        x[2 * i + 1] = static_cast<T>(std::ldexp(static_cast<double>(i), -15) - 16.0);
    }
    return x;
}

/// FNV-1a by Fowler, Noll and Vo, over words instead of bytes.
template <class T>
std::uint64_t hash(const std::vector<T>& values) {
    std::uint64_t state = 0xcbf29ce484222325;
    for (const T value : values) {
        const T canonical = value != value ? std::numeric_limits<T>::quiet_NaN() : value;
        state = (state ^ std::bit_cast<reference::bits_t<T>>(canonical)) * 0x100000001b3;
        state ^= state >> 32;
    }
    return state;
}

template <class T, class Call>
std::uint64_t hash_of(Call call, const reference::parameters& p) {
    const std::vector<T> x = fixed_inputs<T>();
    std::vector<T> y(x.size());
    call(x.data(), y.data(), x.size(), p);
    return hash(y);
}

/// A row of tests/checksums.hpp.
std::string as_row(const std::string& kernel, const checksum& sum) {
    char text[256];
    std::snprintf(text, sizeof text,
                  "    {\"%s\", {0x%016" PRIx64 ", 0x%016" PRIx64 ", 0x%016" PRIx64 ", 0x%016" PRIx64 "}},\n",
                  kernel.c_str(), sum.float_forward, sum.float_derivative, sum.double_forward, sum.double_derivative);
    return text;
}

}  // namespace

checksum checksum_of(const kernel& k) {
    return {hash_of<float>(k.in_float.forward, k.parameters), hash_of<float>(k.in_float.derivative, k.parameters),
            hash_of<double>(k.in_double.forward, k.parameters), hash_of<double>(k.in_double.derivative, k.parameters)};
}

std::string difference_from_committed(const kernel& k) {
    const auto has_name = [&](const committed_checksum& c) { return k.name == c.kernel; };
    const auto committed = std::find_if(std::begin(checksums), std::end(checksums), has_name);
    const std::string expected = committed == std::end(checksums) ? "none\n" : as_row(k.name, committed->sum);
    const std::string got = as_row(k.name, checksum_of(k));
    return got == expected ? "" : "expected\n" + expected + "got\n" + got;
}

std::vector<std::string> committed_without_kernel(const std::vector<kernel>& all) {
    std::vector<std::string> names;
    for (const committed_checksum& c : checksums) {
        const auto has_name = [&](const kernel& k) { return k.name == c.kernel; };
        if (std::none_of(all.begin(), all.end(), has_name)) names.push_back(c.kernel);
    }
    return names;
}

std::string as_header(const std::vector<kernel>& all) {
    std::string text = R"(#ifndef ACTIVATION_TESTS_CHECKSUMS_HPP
#define ACTIVATION_TESTS_CHECKSUMS_HPP

#include "exhaustive/checksum.hpp"

/// What every target with fused multiply-add makes of the fixed inputs: float forward and derivative, double forward
/// and derivative. Written by `exhaustive --checksums > tests/checksums.hpp`.
struct committed_checksum {
    const char* kernel;
    exhaustive::checksum sum;
};

inline constexpr committed_checksum checksums[] = {
)";
    for (const kernel& k : all) text += as_row(k.name, checksum_of(k));
    return text + "};\n\n#endif\n";
}

}  // namespace exhaustive

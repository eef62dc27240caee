// What the page calls to show that the exact tier has the same bits here as everywhere: the checksums that every target of the
// library must give (tests/exact), behind plain C functions.
#include <array>
#include <cstddef>
#include <vector>

#include "../../tests/exact/checksums.hpp"
#include "../../tests/exact/kernels.hpp"

namespace {

const std::vector<exact::kernel>& kernels() {
    static const std::vector<exact::kernel> all = exact::kernels();
    return all;
}

const std::vector<float>& inputs() {
    static const std::vector<float> all = exact::thinned_inputs();
    return all;
}

std::uint64_t committed(const exact::kernel& k) {
    for (const exact::committed_checksum& each : exact::checksums)
        if (k.name == each.kernel) return each.thinned;
    return 0;
}

/// Sixteen hexadecimal digits, until the next call.
const char* text_of(std::uint64_t sum) {
    static std::array<char, 17> text;
    for (int i = 15; i >= 0; --i, sum >>= 4) text[static_cast<std::size_t>(i)] = "0123456789abcdef"[sum & 15];
    return text.data();
}

}  // namespace

// Each is exported: the page finds it under its own name.
extern "C" {

[[gnu::used]] std::size_t exact_count() { return kernels().size(); }
[[gnu::used]] const char* exact_name(std::size_t function) { return kernels()[function].name.c_str(); }
[[gnu::used]] std::size_t exact_input_count() { return inputs().size(); }

/// The checksum of all results, computed now.
[[gnu::used]] const char* exact_checksum(std::size_t function) {
    std::vector<float> y(inputs().size());
    kernels()[function].map(inputs().data(), y.data(), y.size());
    return text_of(exact::checksum_of(inputs(), y));
}

/// What every target gives.
[[gnu::used]] const char* exact_committed_checksum(std::size_t function) {
    return text_of(committed(kernels()[function]));
}
}

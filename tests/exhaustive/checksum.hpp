#ifndef ACTIVATION_TESTS_EXHAUSTIVE_CHECKSUM_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_CHECKSUM_HPP

#include <cstdint>
#include <string>
#include <vector>

#include "kernel.hpp"

namespace exhaustive {

/// A fingerprint of a kernel's bits over 2^21 fixed inputs, half of them over all bit patterns and half evenly over
/// [-16, 16). All NaNs count as one.
struct checksum {
    std::uint64_t float_forward;
    std::uint64_t float_derivative;
    std::uint64_t double_forward;
    std::uint64_t double_derivative;

    friend bool operator==(const checksum&, const checksum&) = default;
};

checksum checksum_of(const kernel& k);

/// The row that tests/checksums.hpp has for a kernel, or "none", and the row that it gives here; nothing where the two are
/// the same.
std::string difference_from_committed(const kernel& k);

/// The rows of tests/checksums.hpp that no kernel has any more.
std::vector<std::string> committed_without_kernel(const std::vector<kernel>& all);

/// The text of tests/checksums.hpp.
std::string as_header(const std::vector<kernel>& all);

}  // namespace exhaustive

#endif

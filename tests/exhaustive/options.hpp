#ifndef ACTIVATION_TESTS_EXHAUSTIVE_OPTIONS_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_OPTIONS_HPP

#include <cstdint>
#include <string>
#include <vector>

namespace exhaustive {

struct options {
    std::vector<std::string> kernels;
    bool in_float = true;
    bool in_double = true;
    std::uint64_t stride = 1;
    std::uint64_t doubles = 10'000'000;
    unsigned threads = 2;
    std::string markdown;
    std::string json;
    bool checksums = false;
    bool without_floor = false;
    bool list = false;
    bool header = false;
    bool help = false;

    bool selects(const std::string& name) const;
};

std::string usage();

/// Throws std::invalid_argument with a text that names the argument.
options parse(const std::vector<std::string>& arguments);

/// "g++ 12.2.0", ...
std::string compiler_name();

}  // namespace exhaustive

#endif

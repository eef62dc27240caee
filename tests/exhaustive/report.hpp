#ifndef ACTIVATION_TESTS_EXHAUSTIVE_REPORT_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_REPORT_HPP

#include <cstdint>
#include <string>
#include <vector>

#include "judge.hpp"
#include "kernel.hpp"

namespace exhaustive {

/// A line of the table: one kernel, forward or derivative, in one type.
struct line {
    std::string kernel;
    bool is_float;
    reference::mode what;
    std::uint64_t inputs;
    bool monotone;
    double bound;
    finding found;
    /// The worst input, what the library made of it, and the exact value, in hexadecimal.
    std::string at;
    std::string got;
    std::string exact;

    /// What breaks a promise, in words; empty where nothing does.
    std::string broken() const;
};

struct report {
    std::string target;
    std::string compiler;
    std::vector<line> lines;
};

std::string markdown(const report& r);
std::string json(const report& r);

}  // namespace exhaustive

#endif

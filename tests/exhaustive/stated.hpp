#ifndef ACTIVATION_TESTS_EXHAUSTIVE_STATED_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_STATED_HPP

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "kernel.hpp"

/// What headers and README state of errors, made of the tables of tests/exhaustive/README.md.
namespace exhaustive {

inline constexpr const char* fused_target = "AVX2+FMA";
inline constexpr const char* plain_target = "SSE2 without FMA";

/// The largest error of a kernel, and where it is; nothing where it was not measured.
struct measured {
    double error = -1.0;
    std::string at;

    bool is_known() const { return error >= 0.0; }
};

class tables {
public:
    tables() = default;
    /// Takes every table of a page in Markdown.
    explicit tables(std::string_view page);

    void put(const std::string& target, bool is_float, const std::string& kernel, reference::mode what, measured found);
    measured find(const std::string& target, bool is_float, const std::string& kernel, reference::mode what) const;

    /// The worst of several kernels: unknown where one of them is.
    measured worst(const std::string& target, bool is_float, const std::vector<kernel>& of, reference::mode what) const;

private:
    std::map<std::tuple<std::string, bool, std::string, reference::mode>, measured> rows_;
};

/// "1.43" for 1.4287: with that many digits behind the point, and never below the error. "?" where it is unknown.
std::string rounded_up(const measured& m, int digits);

/// The kernels that share a statement, as they follow one another.
std::vector<std::vector<kernel>> by_statement(const std::vector<kernel>& all);

/// What the header's "Error" paragraph says of kernels that share a statement: phrases, in their order.
std::vector<std::string> statement(const tables& t, const std::vector<kernel>& of);

/// The same as the paragraph that it is in a header.
std::string as_comment(const std::vector<std::string>& phrases);

/// The phrases of the README's paragraph on accuracy that state figures.
std::vector<std::string> readme_phrases(const tables& t, const std::vector<kernel>& all);

}  // namespace exhaustive

#endif

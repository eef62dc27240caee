#include "report.hpp"

#include <cinttypes>
#include <cmath>
#include <cstdio>

#include "support/reference/mpfr.hpp"

namespace exhaustive {
namespace {

template <class... Arguments>
std::string format(const char* text, Arguments... arguments) {
    char buffer[512];
    const int length = std::snprintf(buffer, sizeof buffer, text, arguments...);
    return std::string(buffer, static_cast<std::size_t>(length));
}

const char* name_of(reference::mode what) { return what == reference::mode::forward ? "forward" : "derivative"; }

/// Rounded up in its last digit, so that a bound read from the table holds; short where it is huge.
std::string ulp(double error) {
    return error < 1000.0 ? format("%.4f", std::ceil(error * 1e4) / 1e4) : format("%.2g", error);
}

void append_rows(std::string& text, const report& r, bool is_float) {
    text += "| kernel | | max ULP | at | got | exact | above 1/2 | above 1 | inversions |\n";
    text += "|---|---|--:|---|---|---|--:|--:|--:|\n";
    for (const line& l : r.lines) {
        if (l.is_float != is_float) continue;
        const finding& f = l.found;
        const bool shown = f.largest_error > 0.0;
        text += format("| %s | %s | %s | %s | %s | %s | %" PRIu64 " | %" PRIu64 " | %s |\n", l.kernel.c_str(),
                       name_of(l.what), ulp(f.largest_error).c_str(), shown ? l.at.c_str() : "",
                       shown ? l.got.c_str() : "", shown ? l.exact.c_str() : "", f.above_half, f.above_one,
                       l.monotone ? format("%" PRIu64, f.inversions.count).c_str() : "");
    }
}

std::string inputs_in_words(std::uint64_t inputs) {
    constexpr std::uint64_t all = std::uint64_t{1} << 32;
    return inputs == all ? "every float32 input" : format("%" PRIu64 " inputs", inputs);
}

void append_table(std::string& text, const report& r, bool is_float) {
    for (const line& l : r.lines) {
        if (l.is_float != is_float) continue;
        text += format("\n### %s, %s: %s\n\n", r.target.c_str(), is_float ? "float" : "double",
                       inputs_in_words(l.inputs).c_str());
        return append_rows(text, r, is_float);
    }
}

}  // namespace

std::string line::broken() const {
    const auto count = [](const occurrence& o) { return format("%" PRIu64, o.count); };
    const auto first = [](const occurrence& o) { return ", first at " + reference::to_string(o.first) + "; "; };
    std::string text;
    if (!(found.largest_error <= bound)) {
        text += ulp(found.largest_error) + " ULP at " + at + " where " + ulp(bound) + " are allowed; ";
    }
    if (found.wrong_signs.count != 0) {
        text += count(found.wrong_signs) + " results of wrong sign" + first(found.wrong_signs);
    }
    if (found.different_when_fused.count != 0) {
        text += count(found.different_when_fused) + " other bits from value_and_derivative" +
                first(found.different_when_fused);
    }
    if (text.empty()) return text;
    return kernel + (is_float ? " float " : " double ") + name_of(what) + ": " + text.substr(0, text.size() - 2);
}

std::string markdown(const report& r) {
    std::string text = format("## %s\n\nBuilt by %s.\n", r.target.c_str(), r.compiler.c_str());
    append_table(text, r, true);
    append_table(text, r, false);
    text += "\n";
    bool sound = true;
    for (const line& l : r.lines) {
        if (std::isinf(l.bound)) sound = false;
        if (l.broken().empty()) continue;
        sound = false;
        text += "- **" + l.broken() + "**\n";
    }
    if (sound) {
        text +=
            "Every row is within its bound, every underflow keeps its sign, and `value_and_derivative` has the bits "
            "of\n"
            "`forward` and `derivative` at every input.\n";
    }
    return text;
}

std::string json(const report& r) {
    std::string text = format("{\n  \"target\": \"%s\",\n  \"compiler\": \"%s\",\n  \"rows\": [", r.target.c_str(),
                              r.compiler.c_str());
    const char* separator = "\n";
    for (const line& l : r.lines) {
        const finding& f = l.found;
        text += format("%s    {\"kernel\": \"%s\", \"type\": \"%s\", \"mode\": \"%s\", \"inputs\": %" PRIu64, separator,
                       l.kernel.c_str(), l.is_float ? "float" : "double", name_of(l.what), l.inputs);
        text += format(", \"max_ulp\": \"%.9g\", \"bound\": %.9g, \"at\": \"%s\", \"got\": \"%s\", \"exact\": \"%s\"",
                       f.largest_error, l.bound, l.at.c_str(), l.got.c_str(), l.exact.c_str());
        text += format(", \"above_half\": %" PRIu64 ", \"above_one\": %" PRIu64 ", \"inversions\": %" PRIu64,
                       f.above_half, f.above_one, f.inversions.count);
        text += format(", \"wrong_signs\": %" PRIu64 ", \"different_when_fused\": %" PRIu64 "}", f.wrong_signs.count,
                       f.different_when_fused.count);
        separator = ",\n";
    }
    return text + "\n  ]\n}\n";
}

}  // namespace exhaustive

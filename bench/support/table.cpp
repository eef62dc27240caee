#include "table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>

namespace bench {
namespace {

std::string padded(const std::string& text, std::size_t width, bool left) {
    // Continuation bytes of UTF-8 take no room on the screen.
    const auto shown = std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; });
    const std::string space(width - std::min(width, static_cast<std::size_t>(shown)), ' ');
    return left ? text + space : space + text;
}

}  // namespace

std::string table::markdown() const {
    std::vector<std::size_t> widths(rows_.front().size(), 3);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        for (std::size_t i = 0; i < widths.size(); ++i) text += "| " + padded(rows_[r][i], widths[i], i == 0) + ' ';
        text += "|\n";
        if (r > 0) continue;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            text += i == 0 ? "|:" + std::string(widths[i] + 1, '-') : '|' + std::string(widths[i] + 1, '-') + ':';
        }
        text += "|\n";
    }
    return text;
}

std::string number(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

std::string digits(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), value >= 100 && value < 1e5 ? "%.0f" : "%#.3g", value);
    std::string shown = text.data();
    if (shown.ends_with('.')) shown.pop_back();
    return shown;
}

std::string count_name(std::size_t n) {
    if (n >= std::size_t{1} << 20 && n % (1 << 20) == 0) return std::to_string(n >> 20) + "Mi";
    if (n >= std::size_t{1} << 13 && n % (1 << 10) == 0) return std::to_string(n >> 10) + "Ki";
    return std::to_string(n);
}

}  // namespace bench

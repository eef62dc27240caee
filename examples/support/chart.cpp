#include "chart.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace examples {

namespace {

/// Far below any tick's width: keeps rounding in value / step from losing or adding a tick.
constexpr double slack = 1e-9;

/// 1, 2 or 5 times a power of ten, so that every tick is a short number.
double make_step(double least, double most, int ticks) {
    const double raw = (most - least) / ticks;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1, 2, 5})
        if (raw <= factor * power) return factor * power;
    return 10 * power;
}

/// The range of what `of` gives for the points of every curve, as far as it is finite; never empty.
template <class Of>
axis range_of(const chart& c, Of of) {
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const auto& each : c.curves)
        for (const point& p : each.points)
            if (const double value = of(p); std::isfinite(value)) {
                least = std::min(least, value);
                most = std::max(most, value);
            }
    if (least < most) return {least, most, 0};
    return least == most ? axis{least - 1, least + 1, 0} : axis{-1, 1, 0};
}

}  // namespace

std::size_t axis::tick_count() const {
    return static_cast<std::size_t>(std::floor(most / step + slack) - std::ceil(least / step - slack)) + 1;
}

double axis::tick(std::size_t i) const {
    const double value = (std::ceil(least / step - slack) + static_cast<double>(i)) * step;
    return value == 0 ? 0 : value;
}

axis horizontal_axis(const chart& c, int ticks) {
    axis result = range_of(c, [](const point& p) { return p.x; });
    result.step = make_step(result.least, result.most, ticks);
    return result;
}

axis vertical_axis(const chart& c, int ticks) {
    axis result = range_of(c, [&](const point& p) { return height_of(c, p.y); });
    result.step = make_step(result.least, result.most, ticks);
    if (c.logarithmic) result.step = std::max(std::round(result.step), 1.0);
    result.least = std::floor(result.least / result.step + slack) * result.step;
    result.most = std::ceil(result.most / result.step - slack) * result.step;
    return result;
}

double height_of(const chart& c, double y) { return c.logarithmic ? std::log10(y) : y; }

std::string tick_text(double value, bool logarithmic) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    std::string result = logarithmic ? "10" : "";
    for (const char* at = text; *at != '\0'; ++at) {
        static constexpr const char* raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
        if (*at == '-')
            result += logarithmic ? "⁻" : "−";
        else if (logarithmic && *at >= '0' && *at <= '9')
            result += raised[*at - '0'];
        else
            result += *at;
    }
    return result;
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

bool terminal_has_colour() { return isatty(fileno(stdout)) != 0 && std::getenv("NO_COLOR") == nullptr; }

}  // namespace examples

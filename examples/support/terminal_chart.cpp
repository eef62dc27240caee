#include <algorithm>
#include <array>
#include <cmath>

#include "chart.hpp"

namespace examples {

namespace {

/// ANSI 256-colour codes nearest to `palette`; its black becomes white, for most terminals are dark.
constexpr int ansi_palette[] = {32, 166, 36, 175, 214, 117, 255};

constexpr std::size_t margin = 8;  // Columns left of the plot, for the ticks.
constexpr std::size_t cell_width = 2;
constexpr std::size_t cell_height = 4;

/// One character: which of its 2 x 4 dots are set, and by which curve last.
struct cell {
    unsigned dots = 0;
    std::size_t curve = 0;
};

/// The character of Unicode's braille block with these dots, as UTF-8.
std::string braille(unsigned dots) {
    const unsigned code = 0x2800 + dots;
    return {static_cast<char>(0xe0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3f)),
            static_cast<char>(0x80 | (code & 0x3f))};
}

/// `A` and on for functions, `a` and on for what is dashed, in the order of the colours.
char letter(const curve& c) { return static_cast<char>((c.dashed ? 'a' : 'A') + static_cast<char>(c.colour % 26)); }

std::string painted(const curve& c, const std::string& text) {
    return "\x1b[38;5;" + std::to_string(ansi_palette[c.colour % std::size(ansi_palette)]) + "m" + text + "\x1b[0m";
}

class canvas {
public:
    canvas(const chart& c, std::size_t width, std::size_t height)
        : chart_(c),
          x_axis_(horizontal_axis(c, 8)),
          y_axis_(vertical_axis(c, 6)),
          columns_(width - margin),
          cells_(height, std::vector<cell>(width - margin)) {
        for (std::size_t i = 0; i < c.curves.size(); ++i) draw(i);
    }

    [[nodiscard]] std::string shown(bool colour) const {
        std::string result;
        for (std::size_t row = 0; row < cells_.size(); ++row) {
            result += tick_of(row);
            for (const cell& each : cells_[row]) result += shown(each, row, colour);
            result += '\n';
        }
        return result + ticks_below();
    }

private:
    /// A straight line in dots between every two neighbouring points; a dashed curve leaves every third dot out.
    void draw(std::size_t index) {
        const curve& c = chart_.curves[index];
        const auto at = [&](const point& p) {
            return point{
                x_axis_.position(p.x) * static_cast<double>(columns_ * cell_width - 1),
                (1 - y_axis_.position(height_of(chart_, p.y))) * static_cast<double>(cells_.size() * cell_height - 1)};
        };
        for (std::size_t i = 1; i < c.points.size(); ++i) {
            const point a = at(c.points[i - 1]);
            const point b = at(c.points[i]);
            if (!std::isfinite(a.y) || !std::isfinite(b.y)) continue;
            const double steps = std::ceil(std::max({std::abs(b.x - a.x), std::abs(b.y - a.y), 1.0}));
            for (double s = 0; s <= steps; ++s)
                set(std::lround(a.x + (b.x - a.x) * s / steps), std::lround(a.y + (b.y - a.y) * s / steps), index);
        }
    }

    void set(long x, long y, std::size_t index) {
        static constexpr unsigned dot[cell_height][cell_width] = {{1, 8}, {2, 16}, {4, 32}, {64, 128}};
        if (chart_.curves[index].dashed && (x + y) % 3 == 0) return;
        const auto column = static_cast<std::size_t>(x);
        const auto row = static_cast<std::size_t>(y);
        cell& target = cells_[row / cell_height][column / cell_width];
        if (target.dots != 0 && target.curve != index) target.dots = 0;
        target.dots |= dot[row % cell_height][column % cell_width];
        target.curve = index;
    }

    /// The row in which a value of the vertical axis lies.
    [[nodiscard]] std::size_t row_of(double height) const {
        const double dots = static_cast<double>(cells_.size() * cell_height - 1);
        return static_cast<std::size_t>(std::lround((1 - y_axis_.position(height)) * dots)) / cell_height;
    }

    [[nodiscard]] std::string tick_of(std::size_t row) const {
        for (std::size_t i = 0; i < y_axis_.tick_count(); ++i)
            if (row_of(y_axis_.tick(i)) == row)
                return right_aligned(tick_text(y_axis_.tick(i), chart_.logarithmic), 6) + " │";
        return "       │";
    }

    [[nodiscard]] std::string shown(const cell& each, std::size_t row, bool colour) const {
        if (each.dots != 0) {
            const curve& c = chart_.curves[each.curve];
            return colour ? painted(c, braille(each.dots)) : std::string(1, letter(c));
        }
        const bool zero = !chart_.logarithmic && y_axis_.least < 0 && y_axis_.most > 0 && row == row_of(0);
        return zero ? "┄" : " ";
    }

    [[nodiscard]] std::string ticks_below() const {
        std::string rule = std::string(margin - 1, ' ') + "└";
        std::string labels(margin, ' ');
        std::size_t filled = 0;
        for (std::size_t column = 0; column < columns_; ++column) rule += "─";
        for (std::size_t i = 0; i < x_axis_.tick_count(); ++i) {
            const std::string label = tick_text(x_axis_.tick(i), false);
            const double centre = x_axis_.position(x_axis_.tick(i)) * static_cast<double>(columns_ - 1);
            const std::size_t width = character_count(label);
            const auto begin = static_cast<std::size_t>(std::max(0.0, centre - static_cast<double>(width - 1) / 2));
            if (begin < filled + (filled > 0)) continue;
            labels += std::string(begin - filled, ' ') + label;
            filled = begin + width;
        }
        return rule + "\n" + labels + "\n";
    }

    static std::string right_aligned(const std::string& text, std::size_t width) {
        return std::string(width - std::min(width, character_count(text)), ' ') + text;
    }

    const chart& chart_;
    axis x_axis_;
    axis y_axis_;
    std::size_t columns_;
    std::vector<std::vector<cell>> cells_;
};

}  // namespace

std::string to_terminal(const chart& c, std::size_t width, std::size_t height, bool colour) {
    std::string result = c.title + "\n\n" + canvas(c, width, height).shown(colour) + "\n";
    for (const auto& each : c.curves)
        result += "  " + (colour ? painted(each, each.dashed ? "┄┄" : "──") : std::string(1, letter(each))) + " " +
                  each.label;
    return result + "\n";
}

}  // namespace examples

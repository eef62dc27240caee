// Line charts, as SVG for a page and as text for a terminal.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_CHART_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_CHART_HPP

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace examples {

struct point {
    double x;
    double y;
};

/// A curve; a point that is not finite lifts the pen.
struct curve {
    std::string label;
    std::vector<point> points;
    std::size_t colour;  ///< Index into `palette`, modulo its size.
    bool dashed = false;
};

struct chart {
    std::string title;
    std::string x_label;
    std::string y_label;
    std::vector<curve> curves;
    bool logarithmic = false;  ///< y axis in powers of ten; values that are not positive lift the pen
};

/// M. Okabe, K. Ito, "Color Universal Design": told apart with every common colour vision, and on white.
inline constexpr std::string_view palette[] = {"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                               "#E69F00", "#56B4E9", "#000000"};

/// From `least` to `most`, with a tick at every multiple of `step` between them.
struct axis {
    double least;
    double most;
    double step;

    [[nodiscard]] std::size_t tick_count() const;
    [[nodiscard]] double tick(std::size_t i) const;
    /// Where a value lies: 0 at `least`, 1 at `most`.
    [[nodiscard]] double position(double value) const { return (value - least) / (most - least); }
};

/// The chart's axes with about `ticks` ticks: exactly as wide as the curves, as high as the ticks around them; the
/// vertical one is of log10(y) where the chart is logarithmic.
axis horizontal_axis(const chart& c, int ticks);
axis vertical_axis(const chart& c, int ticks);

/// A curve's height on the vertical axis.
double height_of(const chart& c, double y);

/// A tick as text, with the typographic minus: "−0.5", or "10⁻³" on a logarithmic axis.
std::string tick_text(double value, bool logarithmic);

/// How many characters a UTF-8 text has.
std::size_t character_count(std::string_view text);

/// The charts side by side, `columns` a row, as one SVG document.
std::string to_svg(std::span<const chart> charts, std::size_t columns);

/// The chart in `width` columns: dots in colour, or one letter for each curve without.
std::string to_terminal(const chart& c, std::size_t width, std::size_t height, bool colour);

/// Whether standard output shows colours: a terminal, and NO_COLOR is not set.
bool terminal_has_colour();

}  // namespace examples

#endif

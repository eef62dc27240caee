#include <cmath>
#include <cstdio>

#include "chart.hpp"

namespace examples {

namespace {

struct extent {
    double width;
    double height;
};

constexpr extent alone{720, 460};
constexpr extent one_of_many{460, 360};
constexpr double left = 70;
constexpr double right = 18;
constexpr double bottom = 52;
constexpr double title_height = 34;
constexpr double legend_row = 22;
constexpr double sample_length = 30;

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    return result;
}

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

std::string line(double x1, double y1, double x2, double y2, const std::string& look) {
    return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) +
           "\" " + look + "/>\n";
}

std::string text(double x, double y, std::string_view content, const std::string& look) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + look + ">" + escaped(content) + "</text>\n";
}

std::string stroke(const curve& c) {
    const std::string_view colour = palette[c.colour % std::size(palette)];
    return "stroke=\"" + std::string(colour) + "\" stroke-width=\"2.5\"" +
           (c.dashed ? " stroke-dasharray=\"7 5\"" : " stroke-linecap=\"round\"");
}

/// One chart in its panel, whose upper left corner is the origin.
class panel {
public:
    panel(const chart& c, const extent& size)
        : chart_(c), size_(size), x_axis_(horizontal_axis(c, 8)), y_axis_(vertical_axis(c, 6)) {}

    std::string drawn() {
        std::string result = text(size_.width / 2, 22, chart_.title, "class=\"title\" text-anchor=\"middle\"");
        result += legend();
        result += grid();
        for (const auto& each : chart_.curves) result += drawn(each);
        result += text((left + size_.width - right) / 2, size_.height - 10, chart_.x_label, "text-anchor=\"middle\"");
        const double middle = (top_ + size_.height - bottom) / 2;
        result += text(16, middle, chart_.y_label,
                       "text-anchor=\"middle\" transform=\"rotate(-90 16 " + number(middle) + ")\"");
        return result;
    }

private:
    [[nodiscard]] double across(double x) const { return left + x_axis_.position(x) * (size_.width - left - right); }
    [[nodiscard]] double down(double height) const {
        return size_.height - bottom - y_axis_.position(height) * (size_.height - bottom - top_);
    }

    /// Entries in rows under the title; moves the plot's top below them.
    std::string legend() {
        std::string result;
        double x = left;
        double y = title_height + 8;
        for (const auto& each : chart_.curves) {
            const double width = sample_length + 24 + 8.0 * static_cast<double>(character_count(each.label));
            if (x > left && x + width > size_.width) {
                x = left;
                y += legend_row;
            }
            result += line(x, y - 4, x + sample_length, y - 4, stroke(each));
            result += text(x + sample_length + 7, y, each.label, "");
            x += width;
        }
        top_ = y + 16;
        return result;
    }

    std::string grid() {
        std::string result;
        const double floor = size_.height - bottom;
        for (std::size_t i = 0; i < x_axis_.tick_count(); ++i) {
            const double x = across(x_axis_.tick(i));
            result += line(x, top_, x, floor, x_axis_.tick(i) == 0 ? "class=\"zero\"" : "class=\"grid\"");
            result += text(x, floor + 18, tick_text(x_axis_.tick(i), false), "text-anchor=\"middle\"");
        }
        for (std::size_t i = 0; i < y_axis_.tick_count(); ++i) {
            const double y = down(y_axis_.tick(i));
            const bool zero = y_axis_.tick(i) == 0 && !chart_.logarithmic;
            result += line(left, y, size_.width - right, y, zero ? "class=\"zero\"" : "class=\"grid\"");
            result += text(left - 8, y + 5, tick_text(y_axis_.tick(i), chart_.logarithmic), "text-anchor=\"end\"");
        }
        return result;
    }

    std::string drawn(const curve& c) {
        std::string path;
        bool pen_down = false;
        for (const point& p : c.points) {
            const double height = height_of(chart_, p.y);
            const bool visible = std::isfinite(height);
            if (visible) {
                path += pen_down ? 'L' : 'M';
                path += number(across(p.x)) + " " + number(down(height));
            }
            pen_down = visible;
        }
        return "<path fill=\"none\" stroke-linejoin=\"round\" " + stroke(c) + " d=\"" + path + "\"/>\n";
    }

    const chart& chart_;
    extent size_;
    axis x_axis_;
    axis y_axis_;
    double top_ = 0;
};

}  // namespace

std::string to_svg(std::span<const chart> charts, std::size_t columns) {
    const extent size = charts.size() == 1 ? alone : one_of_many;
    const std::size_t rows = (charts.size() + columns - 1) / columns;
    const std::string width = number(size.width * static_cast<double>(columns));
    const std::string height = number(size.height * static_cast<double>(rows));
    std::string result = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + width + "\" height=\"" +
                         height + "\" viewBox=\"0 0 " + width + " " + height + "\">\n<title>";
    for (const auto& each : charts) result += escaped(each.title) + (&each == &charts.back() ? "" : "; ");
    result +=
        "</title>\n<style>text { font: 14px sans-serif; fill: #222 } .title { font-size: 17px; font-weight: bold }\n"
        ".grid { stroke: #ddd } .zero { stroke: #666 }</style>\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
    for (std::size_t i = 0; i < charts.size(); ++i) {
        const double x = size.width * static_cast<double>(i % columns);
        const double y = size.height * static_cast<double>(i / columns);
        result += "<g transform=\"translate(" + number(x) + " " + number(y) + ")\">\n" +
                  panel(charts[i], size).drawn() + "</g>\n";
    }
    return result + "</svg>\n";
}

}  // namespace examples

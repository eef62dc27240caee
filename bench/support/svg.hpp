#ifndef ACTIVATION_BENCH_SUPPORT_SVG_HPP
#define ACTIVATION_BENCH_SUPPORT_SVG_HPP

#include <sstream>
#include <string>
#include <string_view>

namespace bench {

/// A drawing, top left at (0, 0), on white so that it reads on a dark page too.
class svg {
public:
    svg(double width, double height) : width_{width}, height_{height} {}

    struct paint {
        std::string_view fill = "none";
        std::string_view stroke = "none";
        std::string_view dashes = "";
        double opacity = 1;
    };

    struct lettering {
        std::string_view anchor = "start";
        int size = 12;
        std::string_view weight = "normal";
        std::string_view fill = "#222";
    };

    void rectangle(double x, double y, double width, double height, const paint& look, std::string_view hint = {});
    void line(double x1, double y1, double x2, double y2, const paint& look, std::string_view hint = {});
    void curve(const std::string& points, const paint& look, std::string_view hint = {});
    void text(double x, double y, std::string_view words, const lettering& look);

    std::string str() const;

private:
    double width_, height_;
    std::ostringstream shapes_;

    void look(const paint& how);
    void close(std::string_view element, std::string_view hint);
};

}  // namespace bench

#endif

#include "svg.hpp"

namespace bench {
namespace {

std::string escaped(std::string_view words) {
    std::string result;
    for (const char c : words) {
        switch (c) {
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '&':
                result += "&amp;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

}  // namespace

void svg::look(const paint& how) {
    shapes_ << " fill=\"" << how.fill << "\" stroke=\"" << how.stroke << '"';
    if (!how.dashes.empty()) shapes_ << " stroke-dasharray=\"" << how.dashes << '"';
    if (how.opacity != 1) shapes_ << " fill-opacity=\"" << how.opacity << '"';
}

void svg::close(std::string_view element, std::string_view hint) {
    if (hint.empty()) {
        shapes_ << "/>\n";
    } else {
        shapes_ << "><title>" << escaped(hint) << "</title></" << element << ">\n";
    }
}

void svg::rectangle(double x, double y, double width, double height, const paint& how, std::string_view hint) {
    shapes_ << "<rect x=\"" << x << "\" y=\"" << y << "\" width=\"" << width << "\" height=\"" << height << '"';
    look(how);
    close("rect", hint);
}

void svg::line(double x1, double y1, double x2, double y2, const paint& how, std::string_view hint) {
    shapes_ << "<line x1=\"" << x1 << "\" y1=\"" << y1 << "\" x2=\"" << x2 << "\" y2=\"" << y2 << '"';
    look(how);
    close("line", hint);
}

void svg::curve(const std::string& points, const paint& how, std::string_view hint) {
    shapes_ << "<polyline points=\"" << points << '"';
    look(how);
    close("polyline", hint);
}

void svg::text(double x, double y, std::string_view words, const lettering& how) {
    shapes_ << "<text x=\"" << x << "\" y=\"" << y << "\" text-anchor=\"" << how.anchor << "\" font-size=\"" << how.size
            << "\" font-weight=\"" << how.weight << "\" fill=\"" << how.fill << "\">" << escaped(words) << "</text>\n";
}

std::string svg::str() const {
    std::ostringstream out;
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << width_ << ' ' << height_
        << "\" font-family=\"Helvetica, Arial, sans-serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
        << shapes_.str() << "</svg>\n";
    return out.str();
}

}  // namespace bench

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "../support/svg.hpp"
#include "../support/table.hpp"
#include "comparison.hpp"

namespace bench {
namespace {

constexpr double left = 60, panel_height = 230, panel_gap = 70, top = 130, group_width = 118, group_gap = 14;
constexpr std::size_t most_groups = 10;
constexpr double width = left + most_groups * group_width + 20;
constexpr double shortest = 0.02, longest = 10;  // nanoseconds at the bottom and the top of a panel

constexpr std::array<std::string_view, 12> colours{"#c0392b", "#7f8c8d", "#2e86c1", "#28b463", "#8e44ad", "#d68910",
                                                   "#5d6d7e", "#a04000", "#17a589", "#34495e", "#c39bd3", "#b7950b"};

std::string_view colour(std::size_t column) { return colours[column % colours.size()]; }

/// Height above the foot of a panel; logarithmic, because a comparison is about ratios.
double height_of(double nanoseconds) {
    const double part = std::log(nanoseconds / shortest) / std::log(longest / shortest);
    return panel_height * std::clamp(part, 0.0, 1.0);
}

struct panel {
    std::string_view title;
    bool (*holds)(const task&);
    std::vector<const row*> groups = {};
    double foot = 0;
};

bool is_attention(const task& what) { return what.form == layout::masked || what.form == layout::causal; }

template <operation What>
bool is_of_elements(const task& what) {
    return what.what == What;
}

/// In rows: of any function, since these two alone have them.
template <operation What>
bool is_plain(const task& what) {
    return what.form == layout::rows && what.what == What;
}

/// What each holds.
std::vector<panel> kinds(bool of_rows) {
    std::vector<panel> all{{"forward", is_of_elements<operation::forward>},
                           {"backward: grad_output · f′(x)", is_of_elements<operation::backward>},
                           {"backward from the output y", is_of_elements<operation::backward_from_output>},
                           {"value and derivative", is_of_elements<operation::value_and_derivative>}};
    if (of_rows) {
        all = {
            {"softmax and log_softmax over rows", is_plain<operation::forward>},
            {"their gradients, from the output", is_plain<operation::backward>},
            {"softmax over rows of attention", is_attention},
            {"prelu with a weight for each channel", [](const task& what) { return what.form == layout::channels; }}};
    }
    return all;
}

/// Those with something to show, one below the other, and as many of a kind as its groups take.
std::vector<panel> panels(const comparison& results, std::size_t size, bool of_rows) {
    std::vector<panel> all;
    for (const panel& kind : kinds(of_rows)) {
        std::vector<const row*> held;
        for (const row& cells : results.rows) {
            if (cells.size == size && cells.is_of_rows() == of_rows && kind.holds(cells.what)) held.push_back(&cells);
        }
        for (std::size_t first = 0; first < held.size(); first += most_groups) {
            all.push_back(kind);
            const std::size_t end = std::min(first + most_groups, held.size());
            all.back().groups.assign(held.begin() + static_cast<std::ptrdiff_t>(first),
                                     held.begin() + static_cast<std::ptrdiff_t>(end));
            all.back().foot = top + panel_height + static_cast<double>(all.size() - 1) * (panel_height + panel_gap);
        }
    }
    return all;
}

/// Two lines below a group: the function, and its layout.
std::pair<std::string, std::string> labels(const task& what) {
    const std::string name = name_of(what);
    const std::size_t slash = name.find('/');
    if (slash == name.npos) return {name, ""};
    const bool tells = what.form != layout::rows && what.what != operation::forward;
    return {name.substr(0, slash) + (tells ? " backward" : ""), name.substr(slash + 1)};
}

void draw_axis(svg& drawing, const panel& where) {
    drawing.text(left, where.foot - panel_height - 12, where.title, {.size = 15, .weight = "bold"});
    for (const double tick : {0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0}) {
        const double y = where.foot - height_of(tick);
        drawing.line(left, y, width - 10, y, {.stroke = "#ddd"});
        drawing.text(left - 6, y + 4, digits(tick), {.anchor = "end", .size = 11});
    }
}

void draw_group(svg& drawing, const comparison& results, const row& cells, double x, double foot) {
    const auto memory = results.find(role::memory, "memcpy");
    std::size_t shown = 0;
    for (const column& each : results.columns) shown += each.part != role::memory;
    const double bar = (group_width - group_gap) / static_cast<double>(std::max(shown, std::size_t{1}));
    for (std::size_t i = 0; i < results.columns.size(); ++i) {
        if (results.columns[i].part == role::memory || !cells.has(i)) continue;
        const double height = height_of(cells.nanoseconds(i));
        const auto& checked = results.accuracy_of(cells.what, i);
        const bool wrong = checked && checked->wrong;
        const svg::paint look{.fill = colour(i), .stroke = wrong ? colour(i) : "none", .opacity = wrong ? 0.2 : 1.0};
        const std::string hint = results.columns[i].name + ' ' + name_of(cells.what) + ' ' +
                                 digits(cells.nanoseconds(i)) + " ns" + (wrong ? ", wrong" : "");
        drawing.rectangle(x + bar * static_cast<double>(i), foot - height, bar - 1, height, look, hint);
    }
    const auto [function, form] = labels(cells.what);
    drawing.text(x + (group_width - group_gap) / 2, foot + 16, function, {.anchor = "middle", .size = 13});
    drawing.text(x + (group_width - group_gap) / 2, foot + 31, form, {.anchor = "middle", .size = 11});
    if (!memory || !cells.has(*memory)) return;
    const double y = foot - height_of(cells.nanoseconds(*memory));
    drawing.line(x - group_gap / 2, y, x + group_width - group_gap / 2, y, {.stroke = "black", .dashes = "5 3"},
                 "memcpy " + digits(cells.nanoseconds(*memory)) + " ns");
}

void draw_heading(svg& drawing, const comparison& results, std::size_t size, bool of_rows) {
    drawing.text(left, 28,
                 (of_rows ? "n <= " : "n = ") + count_name(size) + " floats, one thread, inputs N(0, " +
                     digits(results.deviation) + "): nanoseconds per element",
                 {.size = 18, .weight = "bold"});
    drawing.text(left, 48, "Fastest of interleaved samples, logarithmic scale, lower is faster. Pale: a wrong result.",
                 {});
    double x = left, y = 68;
    for (std::size_t i = 0; i < results.columns.size(); ++i) {
        const std::string words = results.columns[i].name + ' ' + results.columns[i].version;
        const double room = 40 + 6.6 * static_cast<double>(words.size());
        if (x + room > width) {
            x = left;
            y += 18;
        }
        if (results.columns[i].part == role::memory) {
            drawing.line(x, y - 4, x + 18, y - 4, {.stroke = "black", .dashes = "5 3"});
        } else {
            drawing.rectangle(x, y - 10, 12, 12, {.fill = colour(i)});
        }
        drawing.text(x + 22, y, words, {});
        x += room;
    }
}

}  // namespace

std::string to_svg(const comparison& results, std::size_t size, bool of_rows) {
    const auto drawn = panels(results, size, of_rows);
    const double foot = drawn.back().foot;
    svg drawing{width, foot + 90};
    draw_heading(drawing, results, size, of_rows);
    for (const panel& each : drawn) {
        draw_axis(drawing, each);
        double x = left + group_gap;
        for (const row* cells : each.groups) {
            draw_group(drawing, results, *cells, x, each.foot);
            x += group_width;
        }
    }
    drawing.text(left, foot + 46, results.machine, {.size = 11});
    drawing.text(left, foot + 62, results.build, {.size = 11});
    drawing.text(left, foot + 78, results.command, {.size = 11});
    return drawing.str();
}

}  // namespace bench

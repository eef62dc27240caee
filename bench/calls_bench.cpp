// What does a call cost? Every activation forward on n = 1 to 256 floats, at four alignments.
//
//     calls_bench [DIRECTORY]      the table to standard output; DIRECTORY receives calls.md, calls.csv and calls.svg

#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>
#include <span>
#include <sstream>

#include "support/activations.hpp"
#include "support/inputs.hpp"
#include "support/report.hpp"
#include "support/svg.hpp"
#include "support/table.hpp"
#include "support/timing.hpp"

namespace {

constexpr std::size_t longest = 256;
constexpr std::size_t offsets[] = {0, 1, 3, 8};
constexpr std::size_t shown_sizes[] = {1, 2, 3, 4, 8, 15, 16, 17, 31, 32, 64, 100, 128, 256};

/// Nanoseconds of a call, by offset (as listed above) and n.
struct curve {
    std::string name;
    double nanoseconds[std::size(offsets)][longest + 1];
};

/// The size and offset at which an element costs the most against its neighbours in size.
struct step {
    double ratio = 0;
    std::size_t n = 0, offset = 0;
};

step worst_step(const curve& of) {
    step worst;
    for (std::size_t o = 0; o < std::size(offsets); ++o) {
        const auto per_element = [&](std::size_t n) { return of.nanoseconds[o][n] / static_cast<double>(n); };
        // From 2 on: one element always carries the whole call.
        for (std::size_t n = 2; n < longest; ++n) {
            const double ratio = per_element(n) / std::min(per_element(n - 1), per_element(n + 1));
            if (ratio > worst.ratio) worst = {ratio, n, offsets[o]};
        }
    }
    return worst;
}

/// Room for the results from the start of a page on: a store across a page's end costs some 25 cycles, whoever makes it.
std::span<float> results_on_one_page() {
    constexpr std::size_t page = 4096;
    static bench::array<float> memory(longest + 16 + page / sizeof(float));
    void* start = memory.data();
    std::size_t room = memory.size() * sizeof(float);
    return {static_cast<float*>(std::align(page, (longest + 16) * sizeof(float), start, room)), longest + 16};
}

template <class Callable>
curve measure(std::string_view name, const Callable& f) {
    static bench::normal_inputs<float> inputs{2, 1};
    const std::span<float> results = results_on_one_page();
    const std::span<const float> x = inputs.first(longest + 16);
    std::vector<bench::work> works;
    for (const std::size_t offset : offsets) {
        for (std::size_t n = 1; n <= longest; ++n) {
            const auto from = x.subspan(offset, n);
            const auto to = results.subspan(offset, n);
            works.push_back(bench::repeat([=] { f(from, to); }));
        }
    }
    const auto timings = bench::time_interleaved(works, {.total = 0.0005, .least_rounds = 15});
    curve result{std::string{name}, {}};
    for (std::size_t o = 0; o < std::size(offsets); ++o) {
        for (std::size_t n = 1; n <= longest; ++n) {
            result.nanoseconds[o][n] = timings[o * longest + n - 1].minimum * 1e9;
        }
    }
    return result;
}

std::string to_markdown(const std::vector<curve>& curves, const std::string& command) {
    std::vector<std::string> header{"ns per call, n ="};
    for (const std::size_t n : shown_sizes) header.push_back(std::to_string(n));
    header.emplace_back("worst step per element");
    bench::table shown{header};
    for (const curve& each : curves) {
        std::vector<std::string> line{each.name};
        for (const std::size_t n : shown_sizes) line.push_back(bench::digits(each.nanoseconds[0][n]));
        const step worst = worst_step(each);
        line.push_back(bench::digits(worst.ratio) + " at n = " + std::to_string(worst.n) + ", offset " +
                       std::to_string(worst.offset));
        shown.add(line);
    }
    std::ostringstream text;
    text << "# What does a call cost?\n\nfloat, forward, inputs N(0, 2), in cache; the fastest of many interleaved "
            "samples.\n"
            "Worst step: an element's cost against the cheaper of the calls with one element less and one more, over n "
            "= 2 to\n"
            "255 at offsets of 0, 1, 3 and 8 elements from a cache line.\n\n"
         << bench::provenance(command) << '\n'
         << shown.markdown();
    return text.str();
}

std::string to_csv(const std::vector<curve>& curves) {
    std::ostringstream text;
    text << "activation,offset,n,nanoseconds\n";
    for (const curve& each : curves) {
        for (std::size_t o = 0; o < std::size(offsets); ++o) {
            for (std::size_t n = 1; n <= longest; ++n) {
                text << each.name << ',' << offsets[o] << ',' << n << ',' << each.nanoseconds[o][n] << '\n';
            }
        }
    }
    return text.str();
}

/// Where a call of n elements and so many nanoseconds lies in the drawing.
struct plot {
    double highest;
    static constexpr double left = 60, right = 860, top = 50, foot = 450;

    double x(std::size_t n) const { return left + (right - left) * static_cast<double>(n) / longest; }
    double y(double nanoseconds) const { return foot - (foot - top) * nanoseconds / highest; }
};

void draw_axes(bench::svg& drawing, const plot& area) {
    const double spacing = area.highest > 500 ? 100 : area.highest > 100 ? 50 : 10;
    for (double tick = 0; tick <= area.highest; tick += spacing) {
        drawing.line(area.left, area.y(tick), area.right, area.y(tick), {.stroke = "#ddd"});
        drawing.text(area.left - 6, area.y(tick) + 4, std::to_string(std::lround(tick)), {.anchor = "end", .size = 11});
    }
    for (std::size_t n = 0; n <= longest; n += 32) {
        drawing.text(area.x(n), area.foot + 18, std::to_string(n), {.anchor = "middle", .size = 11});
    }
}

/// The curve of one activation and its line of the legend, told apart by nine colours and then by dashes.
void draw_curve(bench::svg& drawing, const plot& area, const curve& each, std::size_t index) {
    constexpr std::string_view colours[] = {"#c0392b", "#2e86c1", "#28b463", "#8e44ad", "#d68910",
                                            "#34495e", "#17a589", "#a04000", "#7f8c8d"};
    constexpr std::string_view dashes[] = {"", "6 3", "2 2"};
    const std::string_view colour = colours[index % std::size(colours)];
    const bench::svg::paint paint{.stroke = colour, .dashes = dashes[index / std::size(colours) % std::size(dashes)]};
    std::ostringstream points;
    for (std::size_t n = 1; n <= longest; ++n) points << area.x(n) << ',' << area.y(each.nanoseconds[0][n]) << ' ';
    drawing.curve(points.str(), paint, each.name);
    const double height = area.top + 16 * static_cast<double>(index);
    drawing.line(area.right + 12, height - 4, area.right + 36, height - 4, paint);
    drawing.text(area.right + 42, height, each.name, {.fill = colour});
}

std::string to_svg(const std::vector<curve>& curves) {
    plot area{0};
    for (const curve& each : curves) {
        area.highest = std::max(area.highest, *std::ranges::max_element(each.nanoseconds[0]));
    }
    bench::svg drawing{1000, 520};
    drawing.text(area.left, 28, "Nanoseconds of one call on n floats, forward", {.size = 18, .weight = "bold"});
    draw_axes(drawing, area);
    for (std::size_t i = 0; i < curves.size(); ++i) draw_curve(drawing, area, curves[i], i);
    drawing.text(area.left, area.foot + 42, bench::machine_name(), {.size = 11});
    drawing.text(area.left, area.foot + 58, bench::build_name(), {.size = 11});
    return drawing.str();
}

}  // namespace

int main(int argc, char** argv) try {
    const bench::report_folder report{bench::directory_argument(
        argc, argv,
        "calls_bench [DIRECTORY]: what a call costs on 1 to 256 floats, some minutes\n"
        "The table goes to standard output; DIRECTORY receives calls.md, calls.csv and calls.svg.\n")};
    bench::pin_to_one_core();
    std::vector<curve> curves;
    bench::for_each(bench::activations,
                    [&](const auto& entry) { curves.push_back(measure(entry.name, entry.callable)); });
    const std::string text = to_markdown(curves, bench::command_line(argc, argv));
    bench::print(text);
    report.write("calls.md", text);
    report.write("calls.csv", to_csv(curves));
    report.write("calls.svg", to_svg(curves));
} catch (const std::exception& failure) {
    std::cerr << "calls_bench: " << failure.what() << '\n';
    return 1;
}

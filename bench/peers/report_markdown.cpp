#include <algorithm>
#include <cmath>
#include <vector>

#include "../support/table.hpp"
#include "comparison.hpp"

namespace bench {
namespace {

std::string label(const task& what) {
    std::string name = name_of(what);
    if (what.what == operation::backward) name += " backward";
    if (what.what == operation::backward_from_output) name += " backward from y";
    if (what.what == operation::value_and_derivative) name += " and derivative";
    return name;
}

std::string introduction(const comparison& results) {
    std::string text =
        "# Side by side\n\nfloat, one thread, out of place, inputs N(0, " + number(results.deviation) + ").\n\n";
    text +=
        "- machine: " + results.machine + "\n- build: " + results.build + "\n- command: `" + results.command + "`\n";
    for (const column& each : results.columns) {
        text += "- " + each.name + ' ' + each.version + (each.note.empty() ? "" : ": " + each.note) + '\n';
    }
    return text;
}

std::string time_cell(const comparison& results, const row& cells, std::size_t i) {
    if (!cells.has(i)) return "";
    const auto& checked = results.accuracy_of(cells.what, i);
    const std::string mark = checked && checked->wrong ? " wrong" : "";
    return digits(cells.nanoseconds(i)) + " (" + digits(cells.median_nanoseconds(i)) + ')' + mark;
}

std::string ratio_cell(const std::optional<double>& ratio) { return ratio ? digits(*ratio) : ""; }

/// The columns that have a time in one of the rows.
std::vector<std::size_t> columns_of(const comparison& results, const std::vector<const row*>& rows) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < results.columns.size(); ++i) {
        if (std::ranges::any_of(rows, [i](const row* cells) { return cells->has(i); })) columns.push_back(i);
    }
    return columns;
}

std::string times(const comparison& results, std::size_t size, bool of_rows) {
    std::vector<const row*> rows;
    for (const row& cells : results.rows) {
        if (cells.size == size && cells.is_of_rows() == of_rows) rows.push_back(&cells);
    }
    const auto columns = columns_of(results, rows);
    std::vector<std::string> header{(of_rows ? "n <= " : "n = ") + count_name(size)};
    for (const std::size_t i : columns) header.push_back(results.columns[i].name);
    for (const char* name : {"best peer", "ours / best peer", "fast / best peer", "ours / memcpy"}) {
        header.emplace_back(name);
    }
    table shown{header};
    for (const row* cells : rows) {
        std::vector<std::string> line{label(cells->what)};
        for (const std::size_t i : columns) line.push_back(time_cell(results, *cells, i));
        const auto best = results.best_peer(*cells);
        line.push_back(best ? results.columns[*best].name : "");
        line.push_back(ratio_cell(results.ratio(*cells, "activation", best)));
        line.push_back(ratio_cell(results.ratio(*cells, "activation fast", best)));
        line.push_back(ratio_cell(results.ratio(*cells, "activation", results.find(role::memory, "memcpy"))));
        shown.add(line);
    }
    return shown.markdown();
}

std::string error_cell(double ulp) { return std::isfinite(ulp) ? digits(ulp) : "NaN/inf"; }

std::string error_cell(const task& what, const accuracy& found) {
    std::string text = error_cell(found.timed_inputs);
    if (has_other_inputs(what)) text += " / " + error_cell(found.all_inputs);
    return text + (found.wrong ? " wrong" : "");
}

std::string errors(const comparison& results, bool of_rows) {
    std::vector<const checked_task*> tasks;
    for (const checked_task& each : results.checks) {
        if ((each.what.form != layout::elements) == of_rows) tasks.push_back(&each);
    }
    std::vector<std::size_t> columns;
    std::vector<std::string> header{"worst ULP"};
    for (std::size_t i = 0; i < results.columns.size(); ++i) {
        if (std::ranges::none_of(tasks, [i](const checked_task* each) { return each->columns[i].has_value(); }))
            continue;
        columns.push_back(i);
        header.push_back(results.columns[i].name);
    }
    table shown{header};
    for (const checked_task* checked : tasks) {
        std::vector<std::string> line{label(checked->what)};
        for (const std::size_t i : columns) {
            const auto& found = checked->columns[i];
            line.push_back(found ? error_cell(checked->what, *found) : "");
        }
        shown.add(line);
    }
    return shown.markdown();
}

constexpr std::string_view about_rows =
    "\nRows of `width` elements, as many of them as fit into n; softmax and its logarithm are differentiated from "
    "their\n"
    "outputs. `masked`: rows of attention with a scale and a mask, `causal`: with a scale, row r of its first r mod "
    "width\n"
    "+ 1 elements. prelu with a weight for each channel, whose gradients backward gives too.\n";
constexpr std::string_view about_row_errors =
    "\nRows: on rows from N(0, 2) / on rows from N(0, 8), N(0, 40) and N(300, 5); in ULP of the exact value forward, "
    "of the\n"
    "size of the terms that make a gradient backward (largest |grad_output|·y[i]; the larger of |grad_output[i]| and\n"
    "|Σ grad_output|·exp(y[i]); Σ |grad_output·x| of a weight). `wrong`: more than 1024 ULP of a sixteenth of the "
    "row's\n"
    "largest value away.\n\n";

}  // namespace

std::string to_markdown(const comparison& results) {
    const auto element_sizes = sizes_of(results, false), row_sizes = sizes_of(results, true);
    std::string text = introduction(results);
    text +=
        "\n## Time\n\nNanoseconds per element: the fastest of many interleaved samples, and their median in brackets.\n"
        "memcpy moves n elements; a backward call reads one array more, and value and derivative are\n"
        "two to be written.\n";
    for (const std::size_t size : element_sizes) text += '\n' + times(results, size, false);
    if (!row_sizes.empty()) text += about_rows;
    for (const std::size_t size : row_sizes) text += '\n' + times(results, size, true);
    text +=
        "\n## Error\n\nWorst error against MPFR in ULP: on inputs N(0, 2) / on a sample of all finite floats. `wrong`: "
        "more "
        "than\n"
        "1024 ULP of max(|exact|, 1/16) away on inputs N(0, 2); its time is then nobody's to beat.\n";
    if (!element_sizes.empty()) text += '\n' + errors(results, false);
    if (!row_sizes.empty()) text += std::string{about_row_errors} + errors(results, true);
    return text;
}

}  // namespace bench

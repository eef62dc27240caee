#include <cmath>

#include "../support/table.hpp"
#include "comparison.hpp"

namespace bench {
namespace {

std::string label(const task& what) {
    std::string name{what.activation};
    if (what.what == operation::backward) name += " backward";
    if (what.what == operation::backward_from_output) name += " backward from y";
    return name;
}

std::string introduction(const comparison& results) {
    std::string text = "# Side by side\n\nfloat, one thread, out of place, inputs N(0, 2).\n\n";
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

std::string times(const comparison& results, std::size_t n) {
    std::vector<std::string> header{"n = " + count_name(n)};
    for (const column& each : results.columns) header.push_back(each.name);
    for (const char* name : {"best peer", "ours / best peer", "ours / memcpy"}) header.emplace_back(name);
    table shown{header};
    for (const row& cells : results.rows) {
        if (cells.n != n) continue;
        std::vector<std::string> line{label(cells.what)};
        for (std::size_t i = 0; i < results.columns.size(); ++i) line.push_back(time_cell(results, cells, i));
        const auto best = results.best_peer(cells);
        line.push_back(best ? results.columns[*best].name : "");
        line.push_back(ratio_cell(results.ratio(cells, best)));
        line.push_back(ratio_cell(results.ratio(cells, results.find(role::memory, "memcpy"))));
        shown.add(line);
    }
    return shown.markdown();
}

std::string error_cell(double ulp) { return std::isfinite(ulp) ? digits(ulp) : "NaN/inf"; }

std::string errors(const comparison& results) {
    std::vector<std::string> header{"worst ULP"};
    for (const column& each : results.columns) {
        if (each.part != role::memory) header.push_back(each.name);
    }
    table shown{header};
    for (const checked_task& checked : results.checks) {
        std::vector<std::string> line{label(checked.what)};
        for (std::size_t i = 0; i < results.columns.size(); ++i) {
            if (results.columns[i].part == role::memory) continue;
            const auto& found = checked.columns[i];
            line.push_back(!found ? ""
                                  : error_cell(found->timed_inputs) + " / " + error_cell(found->all_inputs) +
                                        (found->wrong ? " wrong" : ""));
        }
        shown.add(line);
    }
    return shown.markdown();
}

}  // namespace

std::string to_markdown(const comparison& results) {
    std::string text = introduction(results);
    text +=
        "\n## Time\n\nNanoseconds per element: the fastest of many interleaved samples, and their median in brackets.\n"
        "memcpy moves n elements; a backward call reads one array more.\n";
    for (const std::size_t n : sizes_of(results)) text += '\n' + times(results, n);
    text +=
        "\n## Error\n\nWorst error against MPFR in ULP: on inputs N(0, 2) / on a sample of all finite floats. `wrong`: "
        "more than\n"
        "1024 ULP of max(|exact|, 1/16) away on inputs N(0, 2); its time is then nobody's to beat.\n\n";
    return text + errors(results);
}

}  // namespace bench

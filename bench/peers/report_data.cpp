#include <cmath>
#include <sstream>

#include "comparison.hpp"

namespace bench {
namespace {

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

/// JSON has no infinity.
std::string number_or_null(double value) {
    std::ostringstream text;
    text << value;
    return std::isfinite(value) ? text.str() : "null";
}

void write_columns(std::ostream& out, const comparison& results) {
    out << "  \"columns\": [";
    const char* separator = "\n";
    for (const column& each : results.columns) {
        out << separator << "    {\"name\": " << quoted(each.name) << ", \"version\": " << quoted(each.version)
            << ", \"note\": " << quoted(each.note) << '}';
        separator = ",\n";
    }
    out << "\n  ],\n";
}

void write_cell(std::ostream& out, const comparison& results, const row& cells, std::size_t i) {
    out << "    {\"activation\": " << quoted(name_of(cells.what))
        << ", \"operation\": " << quoted(std::string{name_of(cells.what.what)}) << ", \"n\": " << cells.n
        << ", \"column\": " << quoted(results.columns[i].name) << ", \"minimum_ns\": " << cells.nanoseconds(i)
        << ", \"median_ns\": " << cells.median_nanoseconds(i);
    if (const auto& checked = results.accuracy_of(cells.what, i); checked) {
        out << ", \"ulp_timed\": " << number_or_null(checked->timed_inputs)
            << ", \"ulp_all\": " << number_or_null(checked->all_inputs)
            << ", \"wrong\": " << (checked->wrong ? "true" : "false");
    }
    out << '}';
}

}  // namespace

std::string to_csv(const comparison& results) {
    std::ostringstream out;
    out << "activation,operation,n,column,minimum_ns,median_ns,ulp_timed,ulp_all,wrong\n";
    for (const row& cells : results.rows) {
        for (std::size_t i = 0; i < results.columns.size(); ++i) {
            if (!cells.has(i)) continue;
            out << name_of(cells.what) << ',' << name_of(cells.what.what) << ',' << cells.n << ",\""
                << results.columns[i].name << "\"," << cells.nanoseconds(i) << ',' << cells.median_nanoseconds(i);
            const auto& checked = results.accuracy_of(cells.what, i);
            if (checked) {
                out << ',' << checked->timed_inputs << ',' << checked->all_inputs << ',' << checked->wrong << '\n';
            } else {
                out << ",,,\n";
            }
        }
    }
    return out.str();
}

std::string to_json(const comparison& results) {
    std::ostringstream out;
    out << "{\n  \"machine\": " << quoted(results.machine) << ",\n  \"build\": " << quoted(results.build)
        << ",\n  \"command\": " << quoted(results.command) << ",\n";
    write_columns(out, results);
    out << "  \"cells\": [";
    const char* separator = "\n";
    for (const row& cells : results.rows) {
        for (std::size_t i = 0; i < results.columns.size(); ++i) {
            if (!cells.has(i)) continue;
            out << separator;
            write_cell(out, results, cells, i);
            separator = ",\n";
        }
    }
    out << "\n  ]\n}\n";
    return out.str();
}

}  // namespace bench

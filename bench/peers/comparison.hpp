#ifndef ACTIVATION_BENCH_PEERS_COMPARISON_HPP
#define ACTIVATION_BENCH_PEERS_COMPARISON_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "peer.hpp"

namespace bench {

/// Worst errors of one peer at one task against MPFR, in ULP; infinite where it gives NaN or overflows.
struct accuracy {
    double timed_inputs;  ///< on inputs N(0, 2)
    double all_inputs;    ///< on one in a million of all finite floats; rows: on the hard ones of check_rows.cpp
    bool wrong;           ///< on the timed inputs it is not this function in single precision: see check.hpp
};

/// Whether a task is also judged on inputs that are not timed. Channels are not, and squares of attention are many rows.
bool has_other_inputs(const task& what);

struct column {
    std::string name;
    role part;
    std::string version;
    std::string note;
};

struct checked_task {
    task what;
    std::vector<std::optional<accuracy>> columns;  ///< empty where a peer does not have the task, and for memcpy
};

/// Seconds per call of each column at one task and size; zero where a peer does not have the task.
struct row {
    task what;
    std::size_t size;  ///< as it was asked for
    std::size_t n;     ///< as much of it as a whole number of rows has
    std::vector<timing> columns;

    bool is_of_rows() const { return what.form != layout::elements; }

    bool has(std::size_t column) const { return columns[column].minimum > 0; }
    double nanoseconds(std::size_t column) const { return columns[column].minimum * 1e9 / static_cast<double>(n); }
    double median_nanoseconds(std::size_t column) const {
        return columns[column].median * 1e9 / static_cast<double>(n);
    }
};

struct comparison {
    std::string machine;
    std::string build;
    std::string command;
    double deviation = 2;  ///< of the timed inputs
    std::vector<column> columns;
    std::vector<checked_task> checks;
    std::vector<row> rows;

    const std::optional<accuracy>& accuracy_of(const task& what, std::size_t column) const;

    /// The fastest column that is a peer, has the task and is not wrong; empty where there is none.
    std::optional<std::size_t> best_peer(const row& cells) const;

    /// The first column with this role and name.
    std::optional<std::size_t> find(role part, std::string_view name) const;

    /// Time of this library's column `tier` over that of `other`; empty where either is missing.
    std::optional<double> ratio(const row& cells, std::string_view tier, std::optional<std::size_t> other) const;
};

/// The sizes that were asked for, of tasks of elements or of the others, in order and each once.
std::vector<std::size_t> sizes_of(const comparison& results, bool of_rows);

std::string to_markdown(const comparison& results);
std::string to_csv(const comparison& results);
std::string to_json(const comparison& results);

/// Bars per activation at one size: forward above, backward below, memcpy as a line across.
std::string to_svg(const comparison& results, std::size_t size, bool of_rows);

}  // namespace bench

#endif

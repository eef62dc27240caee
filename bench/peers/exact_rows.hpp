#ifndef ACTIVATION_BENCH_PEERS_EXACT_ROWS_HPP
#define ACTIVATION_BENCH_PEERS_EXACT_ROWS_HPP

#include <vector>

#include "peer.hpp"
#include "support/reference/mpfr.hpp"

namespace bench {

/// A result as it is without rounding, and what its error is measured by where that is larger.
struct exact_result {
    reference::mpfr_number value;
    double scale = 0;
};

/// What the task should write to `first` and, of a gradient of weights, to `second`; fills data.y, which `y` points at,
/// with the rounded outputs where the task starts from those.
struct exact_results {
    std::vector<exact_result> first, second;
};

exact_results exact_rows(const task& what, const operands& data, float* y);

}  // namespace bench

#endif

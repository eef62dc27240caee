#ifndef ACTIVATION_BENCH_PEERS_TASKS_HPP
#define ACTIVATION_BENCH_PEERS_TASKS_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "peer.hpp"

namespace bench {

/// One row of the report before it has been timed.
struct planned_row {
    task what;
    std::size_t size;  ///< as the report names it
    std::size_t n;     ///< the elements of a call: as many of them as a whole number of rows has
};

/// "silu/forward/float/4096", "softmax/width_64/backward/float/65536"
std::string path_of(const planned_row& row);

/// Every task at every size, in the order of the report.
std::vector<planned_row> all_rows();

}  // namespace bench

#endif

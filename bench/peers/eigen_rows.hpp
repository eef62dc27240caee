#ifndef ACTIVATION_BENCH_PEERS_EIGEN_ROWS_HPP
#define ACTIVATION_BENCH_PEERS_EIGEN_ROWS_HPP

#include "peer.hpp"

namespace bench {

/// Eigen's rows and channels: an expression for each row.
work eigen_rows(const task& wanted, const operands& data);

}  // namespace bench

#endif

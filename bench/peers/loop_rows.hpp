#ifndef ACTIVATION_BENCH_PEERS_LOOP_ROWS_HPP
#define ACTIVATION_BENCH_PEERS_LOOP_ROWS_HPP

#include "peer.hpp"

namespace bench {

/// The textbook's loops over rows and channels, compiled as loop.cpp is.
work loop_rows(const task& wanted, const operands& data);

}  // namespace bench

#endif

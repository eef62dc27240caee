#ifndef ACTIVATION_BENCH_PEERS_ACTIVATION_ROWS_HPP
#define ACTIVATION_BENCH_PEERS_ACTIVATION_ROWS_HPP

#include "peer.hpp"

namespace bench {

/// This library's rows and channels, in one tier.
template <bool fast>
work activation_rows(const task& wanted, const operands& data);

}  // namespace bench

#endif

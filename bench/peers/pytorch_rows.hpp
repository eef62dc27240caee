#ifndef ACTIVATION_BENCH_PEERS_PYTORCH_ROWS_HPP
#define ACTIVATION_BENCH_PEERS_PYTORCH_ROWS_HPP

#include "peer.hpp"

namespace bench {

/// PyTorch's rows and channels; the caller is in inference mode.
work pytorch_rows(const task& wanted, const operands& data);

}  // namespace bench

#endif

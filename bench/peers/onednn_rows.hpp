#ifndef ACTIVATION_BENCH_PEERS_ONEDNN_ROWS_HPP
#define ACTIVATION_BENCH_PEERS_ONEDNN_ROWS_HPP

#include <dnnl.hpp>

#include "peer.hpp"

namespace bench {

/// oneDNN's rows and channels: one primitive each.
work onednn_rows(const dnnl::engine& engine, dnnl::stream stream, const task& wanted, const operands& data);

}  // namespace bench

#endif

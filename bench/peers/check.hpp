#ifndef ACTIVATION_BENCH_PEERS_CHECK_HPP
#define ACTIVATION_BENCH_PEERS_CHECK_HPP

#include <memory>
#include <optional>
#include <vector>

#include "comparison.hpp"
#include "peer.hpp"

namespace bench {

/// Errors of each peer at one task against MPFR; empty where a peer does not have the task or computes nothing.
///
/// A peer is wrong where, on the timed inputs, it is more than 1024 ULP of max(|exact|, 1/16) away: fewer than 14 bits
/// are another function, or another number format. Errors below that, the tails included, are reported as they are.
std::vector<std::optional<accuracy>> check(const task& what, const std::vector<std::unique_ptr<peer>>& peers);

}  // namespace bench

#endif

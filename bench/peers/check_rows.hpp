#ifndef ACTIVATION_BENCH_PEERS_CHECK_ROWS_HPP
#define ACTIVATION_BENCH_PEERS_CHECK_ROWS_HPP

#include <memory>
#include <optional>
#include <vector>

#include "comparison.hpp"
#include "peer.hpp"

namespace bench {

/// As check, for a task of rows or channels. Forward results are judged in ULP of the exact value; a gradient in ULP of
/// the terms that it is made of, whose difference it may be.
///
/// A peer is wrong where a result of the timed inputs is more than 1024 ULP of a sixteenth of the row's largest away.
std::vector<std::optional<accuracy>> check_rows(const task& what, const std::vector<std::unique_ptr<peer>>& peers);

}  // namespace bench

#endif

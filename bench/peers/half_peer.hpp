#ifndef ACTIVATION_BENCH_PEERS_HALF_PEER_HPP
#define ACTIVATION_BENCH_PEERS_HALF_PEER_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "../support/timing.hpp"

namespace bench {

/// Somebody else's activations on numbers of sixteen bits.
struct half_peer {
    std::string name;
    std::string version;
    /// y[i] = f(x[i]) of bfloat16 or float16, created once; empty where the peer does not have it.
    std::function<work(std::string_view activation, bool is_bfloat16, const std::uint16_t* x, std::uint16_t* y,
                       std::size_t n)>
        prepare;
};

using make_half_peer = half_peer (*)();

/// Those that were found, by the objects that are linked.
inline std::vector<make_half_peer>& half_peers() {
    static std::vector<make_half_peer> all;
    return all;
}

struct registered_half_peer {
    explicit registered_half_peer(make_half_peer make) { half_peers().push_back(make); }
};

}  // namespace bench

#endif

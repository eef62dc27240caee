#ifndef ACTIVATION_BENCH_PEERS_PEER_HPP
#define ACTIVATION_BENCH_PEERS_PEER_HPP

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../support/timing.hpp"

namespace bench {

enum class operation { forward, backward, backward_from_output };

std::string_view name_of(operation what);

/// What is computed: silu/backward is grad_output[i] * silu'(x[i]).
struct task {
    std::string_view activation;
    operation what;
    bool operator==(const task&) const = default;
};

/// The arrays of one call, the same for every peer. Read and written where the task says so:
///
/// forward               first = f(x), or f(x) * linear for a gated unit
/// backward              first = grad_output * f'(x); a gated unit: first = grad_output * linear * f'(x) and
///                       second = grad_output * f(x)
/// backward_from_output  first = grad_output * f'(x), computed from y = f(x)
///
/// `scratch` is for peers that need an array between two operators.
struct operands {
    std::size_t n;
    const float *x, *y, *linear, *grad_output;
    float *first, *second, *scratch;
};

enum class role {
    ours,    ///< this library
    peer,    ///< somebody else's
    limit,   ///< one function by hand: what can be reached
    memory,  ///< moves the bytes and computes nothing; not checked
};

/// One implementation, out of place on one thread.
class peer {
public:
    virtual ~peer() = default;

    virtual std::string version() const = 0;

    /// How the peer is called and what to know when reading its figures; may be empty.
    virtual std::string note() const { return {}; }

    /// The call with everything created outside of it that can be; empty where the peer does not have the task.
    /// `data` outlives the work.
    virtual work prepare(const task& wanted, const operands& data) = 0;
};

struct registration {
    std::string_view name;
    role part;
    std::unique_ptr<peer> (*make)();
};

/// The peers that were found when this program was configured, this library first, limits last.
std::vector<registration>& registrations();

/// An adapter registers itself: `const bench::registered here{{"Eigen", role::peer, make}};`
struct registered {
    explicit registered(const registration& entry) { registrations().push_back(entry); }
};

template <class Peer>
std::unique_ptr<peer> make_peer() {
    return std::make_unique<Peer>();
}

}  // namespace bench

#endif

#ifndef ACTIVATION_BENCH_PEERS_PEER_HPP
#define ACTIVATION_BENCH_PEERS_PEER_HPP

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../support/timing.hpp"

namespace bench {

enum class operation { forward, backward, backward_from_output, value_and_derivative };

std::string_view name_of(operation what);

/// What belongs together in the arrays of a task.
enum class layout {
    elements,  ///< nothing: each element for itself
    rows,      ///< rows of `width` elements
    masked,    ///< rows of attention: of attention_scale * x + mask
    causal,    ///< rows of attention: of attention_scale * x, row r of its first r % width + 1 elements, the others 0
    channels,  ///< `width` channels, each with its weight and `inner` elements behind one channel index
};

inline constexpr float attention_scale = 0.125f;

/// The mask at element i: a quarter of the elements is cut out.
inline float mask_at(std::size_t i) {
    const std::size_t mixed = i * 2654435761U >> 16U & 255U;
    return mixed % 4 == 0 ? -std::numeric_limits<float>::infinity() : static_cast<float>(mixed) / 256;
}

/// What is computed: silu/backward is grad_output[i] * silu'(x[i]).
struct task {
    std::string_view activation;
    operation what;
    layout form = layout::elements;
    std::size_t width = 0;
    std::size_t inner = 0;  ///< 0: the one channel has all elements
    bool operator==(const task&) const = default;

    /// Elements that a call has a whole number of.
    std::size_t period() const {
        if (form == layout::causal) return width * width;
        return form == layout::elements ? 1 : width * std::max(inner, std::size_t{1});
    }
};

/// "silu", "softmax/width_64", "prelu/channels_last"
std::string name_of(const task& what);

/// The task by the name that the peers have for its function, where that is another's with the default parameters: threshold
/// is relu, swish silu and celu elu.
task as_peers_know(task what);

/// The arrays of one call, the same for every peer. Read and written where the task says so:
///
/// forward               first = f(x), or f(x) * linear for a gated unit
/// backward              first = grad_output * f'(x); a gated unit: first = grad_output * linear * f'(x) and
///                       second = grad_output * f(x)
/// backward_from_output  first = grad_output * f'(x), computed from y = f(x)
/// value_and_derivative  first = f(x) and second = f'(x)
/// of rows               forward first = f(x); backward first = the gradient, computed from y = f(x)
/// of channels           the weights are the first values of linear; backward second = their gradients
///
/// `scratch` is for peers that need an array between two operators.
struct operands {
    std::size_t n;
    const float *x, *y, *linear, *grad_output, *mask;
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

    /// The same for a task that is not of elements.
    virtual work prepare_rows(const task&, const operands&) { return {}; }

    work prepare_any(const task& wanted, const operands& data) {
        return wanted.form == layout::elements ? prepare(wanted, data) : prepare_rows(wanted, data);
    }
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

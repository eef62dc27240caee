#ifndef ACTIVATION_TESTS_EXHAUSTIVE_INPUTS_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_INPUTS_HPP

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "support/reference/function.hpp"

/// What a kernel is judged at, in blocks that threads can take in any order.
namespace exhaustive {

template <class T>
class inputs {
public:
    static constexpr std::size_t block_size = 8192;

    /// Every stride-th bit pattern of T, and `chosen` values besides.
    static inputs every(std::uint64_t stride, std::vector<T> chosen);

    /// `count` values, a third of them over all bit patterns, a third over all exponents from 2^-64 to 2^10, and a
    /// third evenly over [-tail, tail]; and `chosen` values besides.
    static inputs stratified(std::uint64_t count, double tail, std::vector<T> chosen);

    std::size_t blocks() const { return swept_blocks() + (chosen_.size() + block_size - 1) / block_size; }
    std::uint64_t size() const { return swept_ + chosen_.size(); }

    /// Fills x with the block and, where there is one, the value after it, so that neighbours meet. Returns how many
    /// belong to the block itself.
    std::size_t fill(std::size_t block, std::vector<T>& x) const;

private:
    inputs(std::uint64_t swept, std::uint64_t stride, double tail, std::vector<T> chosen)
        : swept_(swept), stride_(stride), tail_(tail), chosen_(std::move(chosen)) {}

    std::size_t swept_blocks() const { return static_cast<std::size_t>((swept_ + block_size - 1) / block_size); }
    T swept(std::uint64_t i) const;
    T stratum(std::uint64_t i) const;

    std::uint64_t swept_;
    /// 0 for a stratified sweep.
    std::uint64_t stride_;
    double tail_;
    std::vector<T> chosen_;
};

/// Where kernels go wrong first: both ends of every exponent, neighbours of the derivative's root, the knees, the
/// borders where kernels change hands, and the tails down to where results turn subnormal and vanish. About 70 `density`
/// values, and 10^4 neighbours of the root on either side at the least.
template <class T>
std::vector<T> dense_places(const reference::function& which, const reference::parameters& p, std::size_t density);

}  // namespace exhaustive

#endif

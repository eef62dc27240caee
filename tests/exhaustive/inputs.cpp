#include "inputs.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "support/reference/inputs.hpp"

namespace exhaustive {
namespace {

/// SplitMix64 by Steele, Lea and Flood: the i-th of a sequence of random bits.
std::uint64_t random_bits(std::uint64_t i) {
    std::uint64_t z = (i + 1) * 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

/// Evenly over [-1, 1).
double unit(std::uint64_t bits) { return static_cast<double>(static_cast<std::int64_t>(bits)) * 0x1p-63; }

}  // namespace

template <class T>
inputs<T> inputs<T>::every(std::uint64_t stride, std::vector<T> chosen) {
    constexpr std::uint64_t patterns = std::uint64_t{1} << 32;
    static_assert(sizeof(T) == 4, "there are too many doubles to sweep");
    return {(patterns + stride - 1) / stride, stride, 0.0, std::move(chosen)};
}

template <class T>
inputs<T> inputs<T>::stratified(std::uint64_t count, double tail, std::vector<T> chosen) {
    return {count, 0, tail, std::move(chosen)};
}

template <class T>
T inputs<T>::stratum(std::uint64_t i) const {
    const std::uint64_t bits = random_bits(i);
    switch (i % 3) {
        case 0:
            return std::bit_cast<T>(static_cast<reference::bits_t<T>>(bits));
        case 1:
            return static_cast<T>(std::ldexp(1.0 + std::fabs(unit(random_bits(~i))), static_cast<int>(bits % 74) - 64) *
                                  (bits >> 63 == 0 ? 1.0 : -1.0));
        default:
            return static_cast<T>(unit(bits) * tail_);
    }
}

template <class T>
T inputs<T>::swept(std::uint64_t i) const {
    return stride_ == 0 ? stratum(i) : std::bit_cast<T>(static_cast<reference::bits_t<T>>(i * stride_));
}

template <class T>
std::size_t inputs<T>::fill(std::size_t block, std::vector<T>& x) const {
    const bool sweeping = block < swept_blocks();
    const std::uint64_t first = (sweeping ? block : block - swept_blocks()) * block_size;
    const std::uint64_t end = sweeping ? swept_ : chosen_.size();
    const std::uint64_t count = std::min<std::uint64_t>(block_size, end - first);
    x.resize(static_cast<std::size_t>(std::min(count + 1, end - first)));
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = sweeping ? swept(first + i) : chosen_[static_cast<std::size_t>(first + i)];
    return static_cast<std::size_t>(count);
}

template <class T>
std::vector<T> dense_places(const reference::function& which, const reference::parameters& p, std::size_t density) {
    std::vector<T> values;
    reference::append_exponents<T>(values,
                                   static_cast<reference::bits_t<T>>(sizeof(T) == 4 ? density / 16 : density / 128));
    const double root = which.derivative_root;
    if (root != 0.0) reference::append_neighbours(values, static_cast<T>(root), std::max<std::size_t>(density, 10'000));
    for (const T border : reference::borders<T>()) reference::append_neighbours(values, border, density / 64);
    for (const double knee : which.knees(p)) {
        reference::append_neighbours(values, static_cast<T>(knee), density / 64);
    }
    const double tail = which.tail<T>();
    for (std::size_t i = 0; i < 8 * density; ++i) {
        const double distance = tail * (0.8 + 0.2 * std::fabs(unit(random_bits(i))));
        values.push_back(static_cast<T>(distance));
        values.push_back(static_cast<T>(-distance));
    }
    return values;
}

template class inputs<float>;
template std::vector<float> dense_places<float>(const reference::function&, const reference::parameters&, std::size_t);
template inputs<double> inputs<double>::stratified(std::uint64_t, double, std::vector<double>);
template std::size_t inputs<double>::fill(std::size_t, std::vector<double>&) const;
template std::vector<double> dense_places<double>(const reference::function&, const reference::parameters&,
                                                  std::size_t);

}  // namespace exhaustive

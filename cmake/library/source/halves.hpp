#ifndef ACTIVATION_LIBRARY_HALVES_HPP
#define ACTIVATION_LIBRARY_HALVES_HPP

#include <cstddef>
#include <cstdint>

#include "dispatch.hpp"

/// Elements of two bytes: a block of them becomes floats, which is exact, a kernel of floats computes, and each result is
/// rounded, to nearest even.
namespace activation_library {

/// Elements of a block, which with all arrays of a call stays in the nearest cache.
constexpr std::size_t block = 512;

/// The arrays of a call from some element on.
template <std::size_t Inputs, std::size_t Outputs>
struct half_arrays {
    const void* from[Inputs];
    void* to[Outputs];
};

/// compute(from, to, n) block by block, on floats; what it returns other than 0 of the first block is an error, and then
/// nothing has been written.  All inputs of a block are read before its outputs are written, which may be the same memory.
template <std::size_t Inputs, std::size_t Outputs, class Compute>
int by_blocks(const half_kernels& half, const half_arrays<Inputs, Outputs>& arrays, std::size_t n, Compute compute) {
    float from[Inputs][block], to[Outputs][block];
    std::size_t done = 0;
    do {
        const std::size_t count = n - done < block ? n - done : block;
        for (std::size_t i = 0; i < Inputs; ++i)
            half.widen(static_cast<const std::uint16_t*>(arrays.from[i]) + done, from[i], count);
        if (const int error = compute(from, to, count)) return error;
        for (std::size_t i = 0; i < Outputs; ++i)
            half.narrow(to[i], static_cast<std::uint16_t*>(arrays.to[i]) + done, count);
        done += count;
    } while (done < n);
    return 0;
}

}  // namespace activation_library

#endif

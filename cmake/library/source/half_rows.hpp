#ifndef ACTIVATION_LIBRARY_HALF_ROWS_HPP
#define ACTIVATION_LIBRARY_HALF_ROWS_HPP

#include <cstddef>

#include "calls.hpp"
#include "dispatch.hpp"

/// Softmax over rows of halves: some rows at a time become floats, which is exact, the kernel of floats computes, in place, and
/// each result is rounded, to nearest even.  So they have the bits that the headers' loops over halves give.
namespace activation_library {

/// The arrays of a call; grad_output is null where there is none.
struct half_row_arrays {
    const void* grad_output;
    const void* x;
    void* to;
};

/// Returns 0, or the error that there is no memory for a row, and then nothing has been written: a row that is wider than the
/// block that is held on the stack takes as many floats, twice, from malloc.
int rows_of_halves(row_kernel row_kernels::*forward, row_backward_kernel row_kernels::*backward, row_selection which,
                   const half_row_arrays& arrays, std::size_t n, std::size_t width, const row_settings* settings);

}  // namespace activation_library

#endif

#include "half_rows.hpp"

#include <cstdint>
#include <cstdlib>

namespace activation_library {
namespace {

/// Floats of a block, and how many rows it has at most.
constexpr std::size_t block = 4096, most_rows = 64;

/// Where the elements of a row are: `step` apart from the first on.
struct row_place {
    std::size_t first, step;
};

row_place place_of(std::size_t row, std::size_t width, std::size_t inner) {
    return {row / inner * (width * inner) + row % inner, inner};
}

/// Rows between halves in memory and floats that follow one another.
struct half_rows {
    const half_kernels& half;
    std::size_t width, inner;

    void widen(const void* from, std::size_t row, std::size_t rows, float* to) const {
        const auto* const halves = static_cast<const std::uint16_t*>(from);
        if (inner == 1) return half.widen(halves + row * width, to, rows * width);
        for (std::size_t r = 0; r < rows; ++r) {
            const row_place place = place_of(row + r, width, inner);
            for (std::size_t j = 0; j < width; ++j)
                half.widen(halves + place.first + j * place.step, to + r * width + j, 1);
        }
    }

    void narrow(const float* from, void* to, std::size_t row, std::size_t rows) const {
        auto* const halves = static_cast<std::uint16_t*>(to);
        if (inner == 1) return half.narrow(from, halves + row * width, rows * width);
        for (std::size_t r = 0; r < rows; ++r) {
            const row_place place = place_of(row + r, width, inner);
            for (std::size_t j = 0; j < width; ++j)
                half.narrow(from + r * width + j, halves + place.first + j * place.step, 1);
        }
    }
};

/// How many elements of a row take part: what is causal counts from the first row of all.
std::size_t length_of(std::size_t row, std::size_t width, const row_settings& settings) {
    const std::size_t given = settings.lengths_size != 0 ? settings.lengths[row] : width;
    const std::size_t causal = settings.causal ? row % width + 1 : width;
    return given < causal ? given : causal;
}

/// The call's kernels and arrays, and two blocks of floats.
struct half_call {
    row_kernel forward;
    row_backward_kernel backward;
    const half_row_arrays& arrays;
    half_rows halves;
    const row_settings* settings;
    float *x, *other;

    void run(const row_settings* of_block, std::size_t count) const {
        if (backward != nullptr)
            backward(other, x, x, count, halves.width, of_block);
        else
            forward(x, x, count, halves.width, of_block);
    }

    /// The options for the rows from one on.  The second block is the mask's, as a gradient has none.
    void run_with_settings(std::size_t row, std::size_t rows) const {
        const std::size_t width = halves.width, count = rows * width;
        row_settings of_block{settings->scale, nullptr, 0, nullptr, 0, false, 1};
        std::size_t lengths[most_rows];
        if (settings->lengths_size != 0 || settings->causal) {
            for (std::size_t r = 0; r < rows; ++r) lengths[r] = length_of(row + r, width, *settings);
            of_block.lengths = lengths;
            of_block.lengths_size = rows;
        }
        if (backward == nullptr && settings->mask_size != 0) {
            const bool of_all_rows = settings->mask_size == width;
            if (of_all_rows)
                halves.half.widen(static_cast<const std::uint16_t*>(settings->mask), other, width);
            else
                halves.widen(settings->mask, row, rows, other);
            of_block.mask = other;
            of_block.mask_size = of_all_rows ? width : count;
        }
        run(&of_block, count);
    }

    void run_rows(std::size_t row, std::size_t rows) const {
        halves.widen(arrays.x, row, rows, x);
        if (backward != nullptr) halves.widen(arrays.grad_output, row, rows, other);
        if (settings != nullptr)
            run_with_settings(row, rows);
        else
            run(nullptr, rows * halves.width);
        halves.narrow(x, arrays.to, row, rows);
    }
};

}  // namespace

int rows_of_halves(row_kernel row_kernels::*forward, row_backward_kernel row_kernels::*backward, row_selection which,
                   const half_row_arrays& arrays, std::size_t n, std::size_t width, const row_settings* settings) {
    const row_kernels& of_floats = *table().rows[float32][which.tier];
    const row_kernel run = forward != nullptr ? of_floats.*forward : nullptr;
    const row_backward_kernel run_backward = backward != nullptr ? of_floats.*backward : nullptr;
    if (run == nullptr && run_backward == nullptr) return ACTIVATION_ERROR_UNSUPPORTED;
    if (n == 0) return 0;

    float on_stack[2][block];
    float* wide = nullptr;
    if (width > block) {
        if (width > SIZE_MAX / (2 * sizeof(float))) return ACTIVATION_ERROR_MEMORY;
        wide = static_cast<float*>(std::malloc(width * (2 * sizeof(float))));
        if (wide == nullptr) return ACTIVATION_ERROR_MEMORY;
    }
    const half_kernels& half = table().halves[which.type - computed_types];
    const half_call call{run,
                         run_backward,
                         arrays,
                         {half, width, settings != nullptr ? settings->inner : 1},
                         settings,
                         wide != nullptr ? wide : on_stack[0],
                         wide != nullptr ? wide + width : on_stack[1]};
    const std::size_t all = n / width, fitting = width > block ? 1 : block / width;
    const std::size_t at_once = fitting < most_rows ? fitting : most_rows;
    for (std::size_t row = 0; row < all; row += at_once) call.run_rows(row, all - row < at_once ? all - row : at_once);
    std::free(wide);
    return 0;
}

}  // namespace activation_library

// The handwritten digits of examples/data, split into those to learn from and those to be tested on.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_DIGITS_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_DIGITS_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "matrix.hpp"

namespace examples {

inline constexpr std::size_t pixel_count = 64;
inline constexpr std::size_t class_count = 10;

/// One image a row, pixels from 0 to 1, and the digit that each one shows.
struct labelled_images {
    matrix images;
    std::vector<std::size_t> labels;
};

struct digits {
    labelled_images train;
    labelled_images test;
};

/// Reads the file; every fifth line is for testing. A usage_error says which line is not a digit.
digits load_digits(const std::string& path);

}  // namespace examples

#endif

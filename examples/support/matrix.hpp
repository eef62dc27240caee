// A row-major matrix of floats and the one product that a small network needs.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_MATRIX_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_MATRIX_HPP

#include <cstddef>
#include <span>
#include <vector>

namespace examples {

struct matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values{};

    matrix() = default;
    matrix(std::size_t row_count, std::size_t column_count)
        : rows(row_count), columns(column_count), values(row_count * column_count) {}

    [[nodiscard]] std::span<float> row(std::size_t r) { return std::span(values).subspan(r * columns, columns); }
    [[nodiscard]] std::span<const float> row(std::size_t r) const {
        return std::span(values).subspan(r * columns, columns);
    }

    /// Another shape; what the values are afterwards is unspecified.
    void resize(std::size_t row_count, std::size_t column_count) {
        rows = row_count;
        columns = column_count;
        values.resize(row_count * column_count);
    }
};

/// c += a * b, always summed in the same order, so that every run gives the same bits.
inline void add_product(const matrix& a, const matrix& b, matrix& c) {
    for (std::size_t r = 0; r < a.rows; ++r) {
        float* const sum = c.row(r).data();
        for (std::size_t k = 0; k < a.columns; ++k) {
            const float factor = a.row(r)[k];
            const float* const term = b.row(k).data();
            for (std::size_t i = 0; i < b.columns; ++i) sum[i] += factor * term[i];
        }
    }
}

inline matrix transposed(const matrix& a) {
    matrix result(a.columns, a.rows);
    for (std::size_t r = 0; r < a.rows; ++r)
        for (std::size_t c = 0; c < a.columns; ++c) result.row(c)[r] = a.row(r)[c];
    return result;
}

}  // namespace examples

#endif

#ifndef ACTIVATION_DETAIL_TABLE_PIECEWISE_HPP
#define ACTIVATION_DETAIL_TABLE_PIECEWISE_HPP

#include <cstddef>

#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// A polynomial for each of eight slots: row[k][slot] is the coefficient of the k-th power.  Eight floats are one
/// AVX register, so a row is looked up by one permutation.
template <class T, std::size_t Rows>
struct piecewise {
    T row[Rows][8];
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

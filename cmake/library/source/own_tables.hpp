#ifndef ACTIVATION_LIBRARY_OWN_TABLES_HPP
#define ACTIVATION_LIBRARY_OWN_TABLES_HPP

#include "target_table.hpp"

/// The parts of the table of ACTIVATION_LIBRARY_TARGET, each compiled by itself.
namespace activation_library {
namespace ACTIVATION_LIBRARY_TARGET {

template <class T, tier Tier>
struct parts {
    static const kernels elementwise[];
    static const row_kernels rows;
};

template <>
const kernels parts<float, accurate>::elementwise[];
template <>
const kernels parts<float, fast>::elementwise[];
template <>
const kernels parts<float, exact>::elementwise[];
template <>
const kernels parts<double, accurate>::elementwise[];
template <>
const kernels parts<double, fast>::elementwise[];
template <>
const row_kernels parts<float, accurate>::rows;
template <>
const row_kernels parts<float, fast>::rows;
template <>
const row_kernels parts<double, accurate>::rows;
template <>
const row_kernels parts<double, fast>::rows;

template <type Half, tier Tier>
struct half_parts {
    static const kernels elementwise[];
    static const row_kernels rows;
};

template <>
const kernels half_parts<bfloat16, accurate>::elementwise[];
template <>
const kernels half_parts<bfloat16, fast>::elementwise[];
template <>
const kernels half_parts<float16, accurate>::elementwise[];
template <>
const kernels half_parts<float16, fast>::elementwise[];
template <>
const row_kernels half_parts<bfloat16, accurate>::rows;
template <>
const row_kernels half_parts<bfloat16, fast>::rows;
template <>
const row_kernels half_parts<float16, accurate>::rows;
template <>
const row_kernels half_parts<float16, fast>::rows;

}  // namespace ACTIVATION_LIBRARY_TARGET
}  // namespace activation_library

#endif

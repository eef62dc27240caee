#ifndef ACTIVATION_DETAIL_SIMD_VALUE_AND_DERIVATIVE_HPP
#define ACTIVATION_DETAIL_SIMD_VALUE_AND_DERIVATIVE_HPP

#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// The result of value_and_derivative.
template <class V>
struct value_and_derivative {
    V value;
    V derivative;
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

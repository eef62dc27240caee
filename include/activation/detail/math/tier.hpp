#ifndef ACTIVATION_DETAIL_MATH_TIER_HPP
#define ACTIVATION_DETAIL_MATH_TIER_HPP

#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// How accurate a kernel is: what the names in activation promise, or what those in activation::fast do.  The fast one
/// leaves out the terms that bring back what rounding took away, and looks up shorter polynomials.
enum class tier { accurate, fast };

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

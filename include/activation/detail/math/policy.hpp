#ifndef ACTIVATION_DETAIL_MATH_POLICY_HPP
#define ACTIVATION_DETAIL_MATH_POLICY_HPP

#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// What a tier decides: each member has to be decided by each of them, for none has a default.
///
///   compensates            the terms are computed that bring back what rounding takes away: second words, residuals
///   short_polynomials      a table's shorter polynomials are looked up where it has them
///   looks_up_derivatives   where a table has the derivative itself, it is looked up without an exponential; its error
///                          does not get smaller with the derivative
struct accurate_policy {
    static constexpr bool compensates = true;
    static constexpr bool short_polynomials = false;
    static constexpr bool looks_up_derivatives = false;
};

struct fast_policy {
    static constexpr bool compensates = false;
    static constexpr bool short_polynomials = true;
    static constexpr bool looks_up_derivatives = true;
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

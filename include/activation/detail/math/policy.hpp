#ifndef ACTIVATION_DETAIL_MATH_POLICY_HPP
#define ACTIVATION_DETAIL_MATH_POLICY_HPP

#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// What a tier decides: each member has to be decided by each of them, for none has a default.
///
///   compensates          the terms are computed that bring back what rounding takes away: second words, residuals
///   looks_up_directly    where a table has a function itself, it is looked up without an exponential; below a sixteenth
///                        its error does not get smaller with the function
///   short_exponentials   where a type has short_exp, exponentials are that; below a sixteenth, likewise
///   short_quotients      where a type has a quotient of short polynomials for a function, it is taken
struct accurate_policy {
    static constexpr bool compensates = true;
    static constexpr bool looks_up_directly = false;
    static constexpr bool short_exponentials = false;
    static constexpr bool short_quotients = false;
};

struct fast_policy {
    static constexpr bool compensates = false;
    static constexpr bool looks_up_directly = true;
    static constexpr bool short_exponentials = true;
    static constexpr bool short_quotients = true;
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

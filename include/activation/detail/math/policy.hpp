#ifndef ACTIVATION_DETAIL_MATH_POLICY_HPP
#define ACTIVATION_DETAIL_MATH_POLICY_HPP

#include <concepts>
#include <cstddef>
#include <type_traits>

#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/value_and_derivative.hpp"

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
///   lanes                where a function is computed in one way near 0 and in another far from it, the lanes for which
///                        it has to be right
enum class lane_set { every_lane, near_lanes, far_lanes };

struct accurate_policy {
    static constexpr bool compensates = true;
    static constexpr bool looks_up_directly = false;
    static constexpr bool short_exponentials = false;
    static constexpr bool short_quotients = false;
    static constexpr lane_set lanes = lane_set::every_lane;
};

struct near_policy : accurate_policy {
    static constexpr lane_set lanes = lane_set::near_lanes;
};

struct far_policy : accurate_policy {
    static constexpr lane_set lanes = lane_set::far_lanes;
};

struct fast_policy {
    static constexpr bool compensates = false;
    static constexpr bool looks_up_directly = true;
    static constexpr bool short_exponentials = true;
    static constexpr bool short_quotients = true;
    static constexpr lane_set lanes = lane_set::every_lane;
};

/// The two parts of a functor of the accurate tier's float, see function.hpp; it has them where it says so.
template <template <class, class> class Functor, class T, class Policy, bool has_two = true>
struct with_two_parts {};
template <template <class, class> class Functor>
struct with_two_parts<Functor, float, accurate_policy, true> {
    using near_part = Functor<float, near_policy>;
    using far_part = Functor<float, far_policy>;
};

/// A functor that has parameters for the lanes of a policy, of which its derivative_by<Policy>(x) is f′.
template <class Functor, class Policy>
struct part_for_lanes {
    static constexpr std::size_t interleave = Functor::interleave;

    Functor functor;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return functor.forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return functor.template derivative_by<Policy>(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// A part that a float alone has, of a functor that has parameters and so no bases.
template <class T, class Part>
using part_of_float = std::conditional_t<std::same_as<T, float>, Part, void>;

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

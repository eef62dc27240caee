#ifndef ACTIVATION_DETAIL_CALL_FUNCTOR_HPP
#define ACTIVATION_DETAIL_CALL_FUNCTOR_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/kernel.hpp"

/// What a functor says of itself to the driver: batches side by side, two steps, near and far parts, a shorter functor.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Where the optimiser is off or a sanitizer checks every step, more batches side by side gain nothing and make the
/// compiler work for minutes.
#if !defined(__OPTIMIZE__) || defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t most_side_by_side = 2;
#elif defined(__has_feature)
inline constexpr std::size_t most_side_by_side = __has_feature(address_sanitizer) ? 2 : 8;
#else
inline constexpr std::size_t most_side_by_side = 8;
#endif

/// Batches side by side for a functor; a functor of the user's own sees one batch at a time.
template <class F>
inline constexpr std::size_t functor_interleave = 1;
template <class F>
    requires requires { F::interleave; }
inline constexpr std::size_t functor_interleave<F> =
    F::interleave < most_side_by_side ? F::interleave : most_side_by_side;

/// Whether the driver takes a functor's forward in two steps, prepare(x, first, second) and finish(x, first, second).
/// Worth it where both are some ten operations, each waiting for the one before.
template <class F>
inline constexpr bool forward_in_two_steps = false;
template <class F>
    requires requires { F::two_steps; }
inline constexpr bool forward_in_two_steps<F> = F::two_steps;

/// How many numbers a functor's derivative goes through, if the driver takes it in two steps, prepare_derivative(x, part) and
/// finish_derivative(x, part) for an array of them; 0 if it does not.
template <class F>
inline constexpr std::size_t derivative_parts = 0;
template <class F>
    requires requires { F::derivative_parts; }
inline constexpr std::size_t derivative_parts<F> = F::derivative_parts;

/// Whether a functor's value and derivative have so little in common that, where both are asked for, the driver does better to
/// compute the values of many elements and then their derivatives.
template <class F>
inline constexpr bool value_comes_first = forward_in_two_steps<F>;
template <class F>
    requires requires { F::value_comes_first; }
inline constexpr bool value_comes_first<F> = F::value_comes_first;

template <class F, class V>
[[gnu::always_inline]] constexpr auto prepared_derivative(const F& functor, const V& x) {
    group<V, derivative_parts<F>> parts;
    functor.prepare_derivative(x, parts.item);
    return parts;
}

/// A functor may want another number for its forward.  A step is short enough for the processor to see past two batches of it.
template <class F>
inline constexpr std::size_t forward_interleave = forward_in_two_steps<F> ? 2 : functor_interleave<F>;
template <class F>
    requires requires { F::forward_interleave; }
inline constexpr std::size_t forward_interleave<F> =
    F::forward_interleave < functor_interleave<F> ? F::forward_interleave : functor_interleave<F>;

/// Both steps at once.
template <class F, class V>
[[gnu::always_inline]] constexpr V derivative_of_steps(const F& functor, const V& x) {
    const auto parts = prepared_derivative(functor, x);
    return functor.finish_derivative(x, parts.item);
}
template <class F, class V>
[[gnu::always_inline]] constexpr V forward_of_steps(const F& functor, const V& x) {
    V first, second;
    functor.prepare(x, first, second);
    return functor.finish(x, first, second);
}

/// A functor whose derivative, and with forward_is_deferred its value, is computed in two ways: near_part and far_part
/// are functors too, each right for its own lanes, and is_far(x) tells which are which.  One that has parameters makes them
/// by near_lanes() and far_lanes().  `argument` says of a kernel of such a functor which of the inputs goes through it.
template <class F>
concept in_near_and_far_parts = requires {
    typename F::near_part;
    typename F::far_part;
}
&&!std::is_void_v<typename F::near_part>;
template <class F>
inline constexpr bool forward_is_deferred = false;
template <class F>
    requires requires { F::forward_is_deferred; }
inline constexpr bool forward_is_deferred<F> = F::forward_is_deferred;

/// A functor that another one, `shorter`, does as well with the parameters that most calls have: is_short() says whether it has
/// them, and in_short() is the other one.
template <class F>
concept has_shorter_functor = requires {
    typename F::shorter;
}
&&!std::is_void_v<typename F::shorter>;

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

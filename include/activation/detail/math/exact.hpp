#ifndef ACTIVATION_DETAIL_MATH_EXACT_HPP
#define ACTIVATION_DETAIL_MATH_EXACT_HPP

#include <concepts>
#include <cstddef>
#include <type_traits>

#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/value_and_derivative.hpp"
#include "activation/detail/simd/widen.hpp"

/// What the functors of the exact tier have in common: floats that are computed as doubles and rounded once.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// What the exact tier takes: Exact for floats, Other for doubles.
template <class T, class Exact, class Other>
using exact_or = std::conditional_t<std::same_as<T, float>, Exact, Other>;

/// operation(x as doubles), rounded to float.
template <class V, class Operation>
[[gnu::always_inline]] constexpr V in_doubles(const V& x, Operation operation) {
    if constexpr (has_double_lanes<V>) {
        return narrowed_to<V>(operation(widened(x)));
    } else {
        float value[lanes<V>::size];
        store_lanes(value, x);
        for (float& each : value) each = narrowed_to<float>(operation(widened(each)));
        return load_lanes<V>(value);
    }
}

/// limit and −limit beyond them; NaN passes.
template <class V>
[[gnu::always_inline]] constexpr V within(const V& x, float limit) {
    return at_least(at_most(x, V(limit)), V(-limit));
}

/// y but at the one input that no choice of coefficients would round rightly.
template <class V>
[[gnu::always_inline]] constexpr V but_at(float input, float result, const V& x, const V& y) {
    return choose(x < V(input), y, choose(x <= V(input), V(result), y));
}

/// A functor of two functions of one value, and of what has both in one where they share something.
template <class Functions>
struct exact_functor {
    static constexpr std::size_t interleave = 2;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return Functions::value(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return Functions::slope(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        if constexpr (requires { Functions::both(x); })
            return Functions::both(x);
        else
            return {forward(x), derivative(x)};
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

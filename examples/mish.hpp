// An activation that is not in the library, as a user writes it: the formula once, as a functor that serves one value
// and a SIMD batch alike, and one line that makes it a callable with every call form of the library.
#ifndef ACTIVATION_EXAMPLES_MISH_HPP
#define ACTIVATION_EXAMPLES_MISH_HPP

#include <activation/activation.hpp>

namespace examples {

/// Mish, x * tanh(log(1 + exp(x))), D. Misra, 2019.
///
/// tanh(log(1 + exp(x))) is rational in sigmoid(-x), which leaves no exponential that could overflow:
///     mish(x)  = silu(x) * (1 + t) / (1 + t^2),   t = sigmoid(-x)
///     mish'(x) = silu'(x) * (1 + t) / (1 + t^2) - s * (x*s*t) * (1 - 2t - t^2) / (1 + t^2)^2,   s = sigmoid(x),
/// and x*s*t is silu'(x) - s. Written with the library's functors it is right at both infinities too.
template <class T = float>
struct Mish {
    static constexpr const char* name = "mish";

    template <class V>
    [[nodiscard]] constexpr V forward(V x) const noexcept {
        const V one(T(1));
        const V t = activation::Sigmoid<T>{}.forward(-x);
        return activation::SiLU<T>{}.forward(x) * ((one + t) / (one + t * t));
    }

    template <class V>
    [[nodiscard]] constexpr V derivative(V x) const noexcept {
        const V one(T(1));
        const V s = activation::Sigmoid<T>{}.forward(x);
        const V t = activation::Sigmoid<T>{}.forward(-x);
        const V silu_slope = activation::SiLU<T>{}.derivative(x);
        const V q = one + t * t;
        return silu_slope * ((one + t) / q) - s * (silu_slope - s) * ((one - t - t - t * t) / (q * q));
    }
};

inline constexpr activation::function<Mish> mish{};

}  // namespace examples

#endif

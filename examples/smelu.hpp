// An activation that is not in the library, as a user writes it: the formula once, as a functor that serves one value
// and a SIMD batch alike, and one line that makes it a callable with every call form of the library.
#ifndef ACTIVATION_EXAMPLES_SMELU_HPP
#define ACTIVATION_EXAMPLES_SMELU_HPP

#include <activation/activation.hpp>

namespace examples {

/// SmeLU, a ReLU whose knee is a parabola from -beta to beta, Shamir et al., "Real world large scale recommendation
/// systems reproducibility and smooth activations", 2022.
///
/// With t = (x + beta) / (2 beta), kept between 0 and 1, it is
///     smelu(x)  = relu(x - beta) + beta * t^2
///     smelu'(x) = t
/// Written with the library's functors it is right for infinities and NaN too.
template <class T = float>
struct SmeLU {
    static constexpr const char* name = "smelu";

    T beta = T(1);

    template <class V>
    [[nodiscard]] constexpr V forward(V x) const noexcept {
        const V t = derivative(x);
        return activation::ReLU<T>{}.forward(V(x - V(beta))) + V(beta) * (t * t);
    }

    template <class V>
    [[nodiscard]] constexpr V derivative(V x) const noexcept {
        return activation::Hardtanh<T>{.min_val = 0, .max_val = 1}.forward(V((x + V(beta)) / V(2 * beta)));
    }
};

inline constexpr activation::function<SmeLU> smelu{};

}  // namespace examples

#endif

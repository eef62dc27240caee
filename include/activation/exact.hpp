#ifndef ACTIVATION_EXACT_HPP
#define ACTIVATION_EXACT_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/catalogue.hpp"
#include "activation/gated.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// The exact tier: of every float the correctly rounded value, and so the same bits on every processor and from every
/// compiler, with fused multiply-add or without, for ever.
///
/// It has relu, leaky_relu, prelu, elu, gelu, gelu_tanh, silu, sigmoid, tanh, selu, mish, quick_gelu, softplus, log_sigmoid,
/// tanhshrink and exp, with the calls of the other tiers.
///
/// Error    float, every input: f and f′ are the exact values, rounded once to the nearest float, ties to even, subnormal
///          ones included; elu only with alpha 1, softplus with beta 1 and a threshold of 20 or more.  double, and other
///          parameters of these: the accurate tier's.
///          A gradient is f′(x)·grad_output, and a gated unit f(activated)·linear, rounded once more.
///          bfloat16 and float16: of the first nine those of the accurate tier, correctly rounded; of the others the float,
///          rounded once more.
/// Edges    as the accurate tier's.
/// Method   in doubles, which are rounded to float: coefficients such that this is right for every float, with no table, no
///          branch and no second way.  tests/exact shows it.
namespace exact {

using activation::halves;
using activation::reglu;

/// σ(activated)·linear
inline constexpr gated<Sigmoid> glu{"exact::glu"};
/// silu(activated)·linear
inline constexpr gated<SiLU> swiglu{"exact::swiglu"};
/// gelu(activated)·linear
inline constexpr gated<GELU> geglu{"exact::geglu"};
/// gelu_tanh(activated)·linear
inline constexpr gated<GELUTanh> geglu_tanh{"exact::geglu_tanh"};

}  // namespace exact
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_FAST_HPP
#define ACTIVATION_FAST_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/catalogue.hpp"
#include "activation/gated.hpp"
#include "activation/softmax.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// The fast tier: the same names with the same calls, so that `namespace nn = activation::fast;` switches a program
/// over.
///
/// Error    float: forward and derivative within 4 ULP of max(|f(x)|, 1/16), without fused multiply-add 6, and of |f(x)| itself
///          where |x| < 1/16; tanh of |f(x)| everywhere.  A value never has the wrong sign.  double: 8 ULP, likewise.
/// Edges    as the accurate tier's, but that at ±∞ a tiny number of the same sign may stand for a zero.
/// A name that the accurate tier serves as fast as its accuracy could be traded for is the same object in both.
namespace fast {

using activation::halves;
using activation::reglu;

/// σ(activated)·linear
inline constexpr gated<Sigmoid> glu{"fast::glu"};
/// silu(activated)·linear
inline constexpr gated<SiLU> swiglu{"fast::swiglu"};
/// gelu(activated)·linear
inline constexpr gated<GELU> geglu{"fast::geglu"};
/// gelu_tanh(activated)·linear
inline constexpr gated<GELUTanh> geglu_tanh{"fast::geglu_tanh"};

}  // namespace fast
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_FAST_HPP
#define ACTIVATION_FAST_HPP

#include "activation/celu.hpp"
#include "activation/elu.hpp"
#include "activation/gated.hpp"
#include "activation/gelu.hpp"
#include "activation/gelu_tanh.hpp"
#include "activation/hardshrink.hpp"
#include "activation/hardsigmoid.hpp"
#include "activation/hardswish.hpp"
#include "activation/hardtanh.hpp"
#include "activation/leaky_relu.hpp"
#include "activation/log_sigmoid.hpp"
#include "activation/mish.hpp"
#include "activation/prelu.hpp"
#include "activation/quick_gelu.hpp"
#include "activation/relu.hpp"
#include "activation/relu6.hpp"
#include "activation/selu.hpp"
#include "activation/sigmoid.hpp"
#include "activation/silu.hpp"
#include "activation/softmax.hpp"
#include "activation/softplus.hpp"
#include "activation/softshrink.hpp"
#include "activation/softsign.hpp"
#include "activation/squared_relu.hpp"
#include "activation/swish.hpp"
#include "activation/tanh.hpp"
#include "activation/tanhshrink.hpp"
#include "activation/threshold.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// The fast tier: the same names with the same calls, so that `namespace nn = activation::fast;` switches a program
/// over.
///
/// Error    float forward ≤ 4 ULP, derivative within 4 ULP of max(|f′(x)|, 1/16); double ≤ 8 ULP, derivative likewise.
/// A name that the accurate tier serves as fast as its accuracy could be traded for is the same object in both.
namespace fast {

using activation::CELU;
using activation::ELU;
using activation::Hardshrink;
using activation::Hardsigmoid;
using activation::Hardswish;
using activation::Hardtanh;
using activation::LeakyReLU;
using activation::LogSigmoid;
using activation::Mish;
using activation::PReLU;
using activation::QuickGELU;
using activation::ReLU;
using activation::ReLU6;
using activation::SELU;
using activation::Softplus;
using activation::Softshrink;
using activation::Softsign;
using activation::SquaredReLU;
using activation::Swish;
using activation::Tanhshrink;
using activation::Threshold;

using activation::celu;
using activation::elu;
using activation::hardshrink;
using activation::hardsigmoid;
using activation::hardswish;
using activation::hardtanh;
using activation::leaky_relu;
using activation::log_sigmoid;
using activation::mish;
using activation::prelu;
using activation::quick_gelu;
using activation::relu;
using activation::relu6;
using activation::selu;
using activation::softplus;
using activation::softshrink;
using activation::softsign;
using activation::squared_relu;
using activation::swish;
using activation::tanhshrink;
using activation::threshold;

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

using activation::log_softmax;
using activation::softmax;

}  // namespace fast
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

/// The activations, each named once, in the order of the README.  Whatever enumerates them includes this page.
///
/// By itself it includes the header of each.  Where ACTIVATION_ENTRY(callable, Functor) is defined, each header is that
/// macro with the names of its callable and its functor and nothing else, so that including this page writes one entry
/// for each activation; the macro is then gone.

// clang-format off
#include "activation/relu.hpp"
#include "activation/leaky_relu.hpp"
#include "activation/prelu.hpp"
#include "activation/elu.hpp"
#include "activation/gelu.hpp"
#include "activation/gelu_tanh.hpp"
#include "activation/silu.hpp"
#include "activation/sigmoid.hpp"
#include "activation/tanh.hpp"
#include "activation/relu6.hpp"
#include "activation/squared_relu.hpp"
#include "activation/threshold.hpp"
#include "activation/hardtanh.hpp"
#include "activation/hardsigmoid.hpp"
#include "activation/hardswish.hpp"
#include "activation/hardshrink.hpp"
#include "activation/softshrink.hpp"
#include "activation/softsign.hpp"
#include "activation/selu.hpp"
#include "activation/celu.hpp"
#include "activation/softplus.hpp"
#include "activation/log_sigmoid.hpp"
#include "activation/swish.hpp"
#include "activation/quick_gelu.hpp"
#include "activation/mish.hpp"
#include "activation/tanhshrink.hpp"
#include "activation/exp.hpp"
#include "activation/star_relu.hpp"
#include "activation/softcap.hpp"
// clang-format on

#undef ACTIVATION_ENTRY

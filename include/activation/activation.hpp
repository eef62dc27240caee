#ifndef ACTIVATION_ACTIVATION_HPP
#define ACTIVATION_ACTIVATION_HPP

/// Everything in the library.

#include "activation/celu.hpp"
#include "activation/elu.hpp"
#include "activation/fast.hpp"
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

#endif

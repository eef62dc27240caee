// Some calls of each kind, compiled again and again with other flags; with ACTIVATION_FEW_CALLS those that compile in seconds.
#include "calls/calls.hpp"

namespace calls::ACTIVATION_CALLED_AS {
void linked(const inputs&, report);
}

void calls::ACTIVATION_CALLED_AS::linked(const inputs& in, report to) {
    call_function("relu", activation::relu, in.of_float, to);
    call_function("sigmoid", activation::sigmoid, in.of_float, to);
    call_function("fast::tanh", activation::fast::tanh, in.of_float, to);
#if !defined(ACTIVATION_FEW_CALLS)
    call_function("sigmoid", activation::sigmoid, in.of_double, to);
    call_function("gelu", activation::gelu, in.of_float, to);
    call_gated("swiglu", activation::swiglu, in.of_float, to);
    call_rows("softmax", activation::softmax, in.of_float, to);
    call_rows("log_softmax", activation::log_softmax, in.of_double, to);
    call_by_channel(in.of_float, to);
#endif
}

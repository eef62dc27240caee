#include <cstdio>

#include "every_call.hpp"

namespace nn = activation;

template <class... Units>
double gated_units(const Units&... f) {
    return ((every_call::gated(f) + every_call::packed(f)) + ...);
}

int main() {
    const double units = gated_units(nn::glu, nn::reglu, nn::geglu, nn::geglu_tanh, nn::swiglu, nn::fast::glu,
                                     nn::fast::geglu, nn::fast::geglu_tanh, nn::fast::swiglu);
    const double rows = every_call::rows(nn::softmax) + every_call::rows(nn::log_softmax);
    std::printf("%g\n", units + rows + every_call::channels_last(nn::prelu) + every_call::one_channel(nn::prelu));
}

// Judges one kernel of the library, as it stands in the headers that this file is compiled against: 0 if it is within
// the bounds of the contract at a thinned set of floats, 1 if not.  ACTIVATION_HEADER and ACTIVATION_DESCRIPTION are the
// files of the kernel, and ACTIVATION_FUNCTOR is its name.

#include <cstdio>

#include ACTIVATION_HEADER
#include ACTIVATION_DESCRIPTION
#include "exhaustive/define_kernels.hpp"
#include "exhaustive/inputs.hpp"
#include "exhaustive/judge.hpp"

namespace {

using namespace exhaustive;
using reference::mode;

bool accepted(const finding& found, double bound) {
    std::printf("%.4f ULP at %a\n", found.largest_error, found.worst_input);
    return found.largest_error <= bound && found.wrong_signs.count == 0 && found.different_when_fused.count == 0;
}

}  // namespace

int main() {
    using description = described::ACTIVATION_FUNCTOR;
    const reference::function& which = reference::function_of<description>();
    const kernel k = make_kernel<description, activation::ACTIVATION_FUNCTOR>(which.name, description::sets[0],
                                                                              described::shape::other, tests::accurate);
    const auto inputs = exhaustive::inputs<float>::every(251, dense_places<float>(which, k.parameters, 4096));
    const findings found = judge(k, inputs, 2, by_fast_reference, [] {});
    const bool forward = accepted(found.forward, k.bound_of<float>(mode::forward));
    const bool derivative = accepted(found.derivative, k.bound_of<float>(mode::derivative));
    return forward && derivative ? 0 : 1;
}

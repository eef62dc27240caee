// Judges one kernel of the library, as it stands in the headers that this file is compiled against: 0 if it is within
// the bounds of the contract at a thinned set of floats, 1 if not.  ACTIVATION_HEADER, ACTIVATION_FUNCTOR and
// ACTIVATION_REFERENCE name the kernel.

#include <cstdio>

#include ACTIVATION_HEADER
#include "exhaustive/inputs.hpp"
#include "exhaustive/judge.hpp"
#include "exhaustive/row.hpp"
#include "support/reference/inputs.hpp"

namespace {

using namespace exhaustive;
using reference::mode;

constexpr bounds contract{{1.0, 1.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}};

bool accepted(const finding& found, double bound) {
    std::printf("%.4f ULP at %a\n", found.largest_error, found.worst_input);
    return found.largest_error <= bound && found.zeros_of_wrong_sign.count == 0 &&
           found.different_when_fused.count == 0;
}

}  // namespace

int main() {
    constexpr auto which = reference::function::ACTIVATION_REFERENCE;
    const kernel k = row<activation::ACTIVATION_FUNCTOR>("mutant", which, {1.0}, shape::other, contract);
    const auto inputs = exhaustive::inputs<float>::every(251, dense_places<float>(which, k.parameters, 4096));
    const findings found = judge(k, inputs, 2, by_fast_reference, [] {});
    const bool forward = accepted(found.forward, k.bound_of<float>(mode::forward));
    const bool derivative = accepted(found.derivative, k.bound_of<float>(mode::derivative));
    return forward && derivative ? 0 : 1;
}

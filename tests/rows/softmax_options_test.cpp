// The options of the calls over rows: each gives the bits of the plain call on what it says, for every tier, width and
// layout.  A compiler has much to do for one call: there is a translation unit for each.

#include "rows/options_problem.hpp"
#include "support/types.hpp"

TEMPLATE_LIST_TEST_CASE("softmax: options give the bits of the plain call on what they say", "", tests::float_or_both) {
    rows::check_options<TestType>(activation::softmax, TestType(0));
}

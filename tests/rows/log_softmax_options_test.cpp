#include "rows/options_problem.hpp"
#include "support/types.hpp"

TEMPLATE_LIST_TEST_CASE("log_softmax: options give the bits of the plain call on what they say", "",
                        tests::float_or_both) {
    rows::check_options<TestType>(activation::log_softmax, rows::lowest<TestType>);
}

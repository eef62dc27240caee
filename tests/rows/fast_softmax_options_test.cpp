#include "rows/options_problem.hpp"

// The way through the options is the same in both types.
TEST_CASE("fast::softmax: options give the bits of the plain call on what they say") {
    rows::check_options<float>(activation::fast::softmax, 0.0f);
    rows::check_options<float>(activation::fast::log_softmax, rows::lowest<float>);
}

#include "rows/options_problem.hpp"

TEST_CASE("fast::softmax: options give the bits of the plain call on what they say") {
    rows::check_options<float>(activation::fast::softmax, 0.0f);
    if constexpr (ACTIVATION_TESTS_ARE_THOROUGH)
        rows::check_options<float>(activation::fast::log_softmax, rows::lowest<float>);
}

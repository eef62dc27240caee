#ifndef ACTIVATION_TESTS_SUPPORT_TYPES_HPP
#define ACTIVATION_TESTS_SUPPORT_TYPES_HPP

#include <tuple>
#include <type_traits>

namespace tests {

/// The types of a test that asks for what is written once for both, and takes a compiler long for each.
using float_or_both = std::conditional_t<ACTIVATION_TESTS_ARE_THOROUGH, std::tuple<float, double>, std::tuple<float>>;

}  // namespace tests

#endif

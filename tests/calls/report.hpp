#ifndef ACTIVATION_TESTS_CALLS_REPORT_HPP
#define ACTIVATION_TESTS_CALLS_REPORT_HPP

#include <cstddef>
#include <cstdint>

/// What calls that are compiled in one object and judged by another have in common.
namespace calls {

inline constexpr std::size_t count = 96;

/// What the calls read.  It comes from another object, so that nothing is known of it where they are compiled.
struct inputs {
    float of_float[count];
    double of_double[count];
};

/// Takes a call's name and a hash of all it wrote.
using report = void (*)(const char* call, std::uint64_t hash);

}  // namespace calls

#endif

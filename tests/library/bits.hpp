#ifndef ACTIVATION_TESTS_LIBRARY_BITS_HPP
#define ACTIVATION_TESTS_LIBRARY_BITS_HPP

/// How many differences there are between the library and the headers, compiled for the target of that name.
namespace bits {

#define ACTIVATION_LIBRARY_ENTRY(name) int name();
#include "library_targets.inc"

}  // namespace bits

/// The same of halves.
namespace half_bits {

#define ACTIVATION_LIBRARY_ENTRY(name) int name();
#include "library_targets.inc"

}  // namespace half_bits

#endif

#ifndef ACTIVATION_EXECUTION_HPP
#define ACTIVATION_EXECUTION_HPP

/// The standard's execution policies before the arguments of every call on ranges, pointers and rows, and of none but those
/// that include this header: gelu(std::execution::par, x, y), softmax.backward(std::execution::par, grad_output, y,
/// grad_input, width).
///
/// Policies  par and par_unseq share the call among the threads of the standard library, in at most 64 pieces of at least
///           32768 elements; what has fewer than two of those stays on the caller's thread, as all does under seq and unseq.
/// Shapes    those of the call without a policy.
/// Bits      those of the call without a policy, however many threads there are.
/// Throws    what the call without a policy throws, before anything is shared; and std::bad_alloc where the standard library
///           finds no room for its threads.
/// Needs     of libstdc++ its own backend: the program is linked with TBB (Debian: libtbb-dev, -ltbb) wherever TBB's headers
///           are installed; without them <execution> runs all on one thread.

#include "activation/detail/arch/requirements.hpp"

#include <execution>

#if !defined(__cpp_lib_execution)
#error "activation/execution.hpp needs the standard's execution policies, which this standard library has not"
#endif

#include "activation/detail/call/standard_policies.hpp"

#endif

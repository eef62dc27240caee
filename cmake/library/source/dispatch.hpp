#ifndef ACTIVATION_LIBRARY_DISPATCH_HPP
#define ACTIVATION_LIBRARY_DISPATCH_HPP

#include <atomic>

#include "target_table.hpp"

namespace activation_library {

/// The table in use; null before the first call.
extern std::atomic<const target_table*> chosen;

/// Chooses it: the last of the library's that the processor and its operating system run, or the one that the environment's
/// ACTIVATION_TARGET names; where that cannot be, ends the program with a message.  Threads that meet here choose the same.
const target_table& choose();

inline const target_table& table() {
    const target_table* const known = chosen.load(std::memory_order_relaxed);
    return known != nullptr ? *known : choose();
}

}  // namespace activation_library

#endif

#ifndef ACTIVATION_LIBRARY_EXACT_HPP
#define ACTIVATION_LIBRARY_EXACT_HPP

namespace activation_library {

/// In the place of a functor that the exact tier does not have, in exact_entries.inc.
template <class T>
struct not_exact;

}  // namespace activation_library

#endif

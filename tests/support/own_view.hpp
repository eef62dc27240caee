#ifndef ACTIVATION_TESTS_SUPPORT_OWN_VIEW_HPP
#define ACTIVATION_TESTS_SUPPORT_OWN_VIEW_HPP

#include <ranges>

namespace tests {

/// A view as a user may write one, of nothing but two pointers.  clang 14 does not compile libstdc++ 12's own, such as
/// std::ranges::subrange.
template <class T>
struct own_view {
    T* first;
    T* last;

    T* begin() const { return first; }
    T* end() const { return last; }
};

}  // namespace tests

template <class T>
inline constexpr bool std::ranges::enable_borrowed_range<tests::own_view<T>> = true;

#endif

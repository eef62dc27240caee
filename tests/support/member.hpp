#ifndef ACTIVATION_TESTS_SUPPORT_MEMBER_HPP
#define ACTIVATION_TESTS_SUPPORT_MEMBER_HPP

#include <utility>

/// A member of a callable as a callable.
#define ACTIVATION_MEMBER(object, name) \
    [](auto&&... arguments) { object.name(std::forward<decltype(arguments)>(arguments)...); }

#endif

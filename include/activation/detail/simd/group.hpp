#ifndef ACTIVATION_DETAIL_SIMD_GROUP_HPP
#define ACTIVATION_DETAIL_SIMD_GROUP_HPP

#include <cstddef>

#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// A fixed number of values, one for each input or output of an operation.
template <class V, std::size_t Count>
struct group {
    V item[Count];
};

template <class T, class... More>
[[gnu::always_inline]] constexpr group<T, 1 + sizeof...(More)> group_of(T first, More... more) {
    return {{first, more...}};
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

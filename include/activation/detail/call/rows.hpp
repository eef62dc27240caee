#ifndef ACTIVATION_DETAIL_CALL_ROWS_HPP
#define ACTIVATION_DETAIL_CALL_ROWS_HPP

#include <cstddef>

#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/driver/log_rows.hpp"
#include "activation/detail/driver/rows.hpp"
#include "activation/detail/driver/rows_gradient.hpp"

/// One call over rows: the checks, then row after row.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// action(row of each, …, width) for each row, once all have been found to be rows × width.
template <class Action, class First, class... More>
[[gnu::always_inline]] inline void for_each_row(const call_site& call, std::size_t width, Action action,
                                                const First& first, const More&... more) {
    check_rows(call, width, untyped(first), untyped(more)...);
    check_row_width(call, first, width);
    (check_row_width(call, more, width), ...);
    for (std::size_t row = 0; row * width < first.size; ++row)
        action(row_of(first, row, width), row_of(more, row, width)..., width);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

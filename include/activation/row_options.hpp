#ifndef ACTIVATION_ROW_OPTIONS_HPP
#define ACTIVATION_ROW_OPTIONS_HPP

#include "activation/detail/arch/requirements.hpp"

#include <cstddef>

#include "activation/detail/arch/target.hpp"
#include "activation/detail/call/row_views.hpp"
#include "activation/detail/simd/value.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// What a call over rows of T is told beside its ranges, in braces: softmax(x, y, 64, {.scale = 0.125f, .causal = true}).
///
/// scale    multiplies x; finite.  The reciprocal of a temperature.
/// mask     is added, z = scale·x + mask, by one fused multiply-add where the target has it: any range of memory that a
///          call reads from, of halves too where T is float, with an element for each of a row, or for each of x.
///          Empty: none.  −∞ leaves an element out.
/// lengths  an integer for each row, from 0 to the width: so many of its elements take part, from the first on.  What
///          does not gets +0, from log_softmax −∞, and as a gradient +0; its grad_output is not read.  Empty: all.
/// causal   row r takes no more than (r mod width) + 1 elements: element j of query i takes part for j ≤ i.
/// inner    the elements of a row lie so far apart: of an array of outer × width × inner elements the rows go along its
///          middle axis, row r beginning at element (r / inner)·(width·inner) + r mod inner.  At least 1.
///
/// The ranges are those of the caller, and must outlive the call.
template <float_or_double T>
struct row_options {
    T scale = T(1);
    detail::mask_view<T> mask{};
    detail::lengths_view lengths{};
    bool causal = false;
    std::size_t inner = 1;
};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

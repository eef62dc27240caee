#ifndef ACTIVATION_ROWS_HPP
#define ACTIVATION_ROWS_HPP

#include "activation/detail/arch/requirements.hpp"

#include <cstddef>
#include <type_traits>

#include "activation/concepts.hpp"
#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// What rows returns: rows of width() elements whose starts lie stride() apart, size() elements in all.
template <class T>
class rows_view {
public:
    using strided_rows = T;

    rows_view(T* data, std::size_t size, std::size_t width, std::size_t stride)
        : data_(data), size_(size), width_(width), stride_(stride) {}

    T* data() const noexcept { return data_; }
    std::size_t size() const noexcept { return size_; }
    std::size_t width() const noexcept { return width_; }
    std::size_t stride() const noexcept { return stride_; }

private:
    T* data_;
    std::size_t size_;
    std::size_t width_;
    std::size_t stride_;
};

/// Rows of width elements of x, their starts stride elements apart, for any argument of any call: gelu(rows(x, 64, 96), y).
///
/// Shapes   x is contiguous, whole rows of stride elements, of which the last may lack what lies behind its width.  The
///          size of the result is rows × width.  Between the rows nothing is read or written: overlap is by element, so
///          interleaved halves of one buffer do not overlap.
/// Throws   std::invalid_argument if width is 0 or more than stride, or x no whole rows; an empty x is fine.
template <readable_range X>
    requires(contiguous_memory<X>&& outlives_the_call<X>)
auto rows(X&& x, std::size_t width, std::size_t stride) {
    using held = typename detail::range_traits<X>::held;
    static constexpr detail::call_site call{"rows", "(x, width, stride)"};
    const auto all = detail::view_of<held>(call, "x", x);
    if (width == 0 || width > stride || (all.size % stride != 0 && all.size % stride < width)) [[unlikely]]
        detail::fail_strided(call, all.size, width, stride);
    const std::size_t count = (all.size + stride - 1) / stride;
    return rows_view<held>(all.data, count * width, width, stride);
}

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

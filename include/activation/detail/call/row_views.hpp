#ifndef ACTIVATION_DETAIL_CALL_ROW_VIEWS_HPP
#define ACTIVATION_DETAIL_CALL_ROW_VIEWS_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <ranges>
#include <type_traits>

#include "activation/concepts.hpp"
#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/driver/row_mask.hpp"

/// The ranges among the options of a call over rows, whatever they are to the caller.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// A mask for rows of T: memory in which all elements follow one another, or rows of it, of elements that are computed in T.
/// Of which they are is seen when they are loaded, so that one type serves for all.
template <class T>
class mask_view {
public:
    constexpr mask_view() = default;

    template <memory_range X>
        requires(std::same_as<value_t<X>, T> && !std::same_as<std::remove_cvref_t<X>, mask_view>)
    mask_view(X&& x)
        : mask_view(read({"row_options", "{.mask}"}, "mask", x), mask_elements_of<element_t<X>>, sizeof(element_t<X>)) {
    }

    std::size_t size() const { return all_.size; }
    bool is_in_rows() const { return in_rows_; }
    mask_elements elements() const { return elements_; }
    std::size_t element_bytes() const { return bytes_; }
    /// Sizes and strides count elements, whatever a pointer to them is.
    const rows_of_view<const char>& rows() const { return all_; }
    view<const char> plain() const { return {all_.name, all_.data, all_.size}; }
    argument memory() const {
        const std::size_t row = all_.width * bytes_, stride = all_.stride * bytes_;
        const std::size_t bytes = all_.size == 0 ? 0 : (all_.size / all_.width - 1) * stride + row;
        if (!in_rows_) return {all_.name, all_.data, all_.size, bytes, false};
        return {all_.name, all_.data, all_.size, bytes, false, true, row, stride};
    }

private:
    template <class E>
    mask_view(const view<const E>& v, mask_elements elements, std::size_t bytes)
        : all_{v.name, reinterpret_cast<const char*>(v.data), v.size, v.size, v.size},
          elements_(elements),
          bytes_(bytes) {}
    template <class E>
    mask_view(const rows_of_view<const E>& v, mask_elements elements, std::size_t bytes)
        : all_{v.name, reinterpret_cast<const char*>(v.data), v.size, v.width, v.stride},
          elements_(elements),
          bytes_(bytes),
          in_rows_(true) {}

    rows_of_view<const char> all_{"mask", nullptr, 0, 0, 0};
    mask_elements elements_ = mask_elements::computed;
    std::size_t bytes_ = sizeof(T);
    bool in_rows_ = false;
};

/// Contiguous and sized, of integers.
template <class L>
concept range_of_integers = std::ranges::contiguous_range<L> && std::ranges::sized_range<L> &&
    std::integral<std::ranges::range_value_t<L>> && !std::same_as<std::ranges::range_value_t<L>, bool>;

/// Integers of any type.
class lengths_view {
public:
    constexpr lengths_view() = default;

    template <range_of_integers L>
    lengths_view(L&& lengths)
        : data_(std::to_address(std::ranges::begin(lengths))),
          size_(static_cast<std::size_t>(std::ranges::size(lengths))),
          bytes_(sizeof(std::ranges::range_value_t<L>)),
          read_(&element<std::ranges::range_value_t<L>>) {}

    std::size_t size() const { return size_; }
    /// A negative one is larger than any width.  Of 64 bits wherever std::size_t has fewer: none is taken for another.
    std::uint64_t operator[](std::size_t row) const { return read_(data_, row).length; }
    bool is_negative(std::size_t row) const { return read_(data_, row).negative; }
    argument memory() const { return {"lengths", data_, size_, size_ * bytes_, false}; }

private:
    struct one {
        std::uint64_t length;
        bool negative;
    };
    template <class Integer>
    static one element(const void* data, std::size_t i) {
        const Integer value = static_cast<const Integer*>(data)[i];
        bool negative = false;
        if constexpr (std::is_signed_v<Integer>) negative = value < 0;
        return {static_cast<std::uint64_t>(value), negative};
    }

    const void* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t bytes_ = 0;
    one (*read_)(const void*, std::size_t) = nullptr;
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

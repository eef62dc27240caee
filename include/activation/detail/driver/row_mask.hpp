#ifndef ACTIVATION_DETAIL_DRIVER_ROW_MASK_HPP
#define ACTIVATION_DETAIL_DRIVER_ROW_MASK_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/product_sum.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/simd/half_lanes.hpp"

/// What is added to the values of a row: nothing, or what stands in memory.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// What a mask holds: what is computed, or halves.
enum class mask_elements { computed, bfloat16, float16 };

template <class E>
inline constexpr mask_elements mask_elements_of = mask_elements::computed;
template <half_width E>
inline constexpr mask_elements mask_elements_of<E> =
    storage<E>::format == format::bfloat16 ? mask_elements::bfloat16 : mask_elements::float16;

/// −0, which changes nothing that it is added to.
template <class T>
inline constexpr T nothing_to_add[row_block] = {T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0),
                                                T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0)};

/// The mask of rows without one.
template <class T>
struct no_mask {
    template <class V>
    [[gnu::always_inline]] V load(std::size_t) const {
        return V(T(-0.0));
    }
    template <class V>
    [[gnu::always_inline]] void load_first_over(V& value, std::size_t, std::size_t count) const {
        detail::load_first_over(value, nothing_to_add<T>, count);
    }
    [[gnu::always_inline]] bool is_at(const void*) const { return false; }
};

/// action(the elements, by the type that they have)
template <class T, class Action>
[[gnu::always_inline]] inline auto with_mask(const void* data, mask_elements elements, Action action) {
    if constexpr (std::is_same_v<T, float>) {
        if (elements == mask_elements::bfloat16) return action(static_cast<const bfloat16*>(data));
        if (elements == mask_elements::float16) return action(static_cast<const float16*>(data));
    }
    return action(static_cast<const T*>(data));
}

/// A mask of any elements in any row, of which there may be none.
template <class T>
struct mask_if_any {
    const void* data;
    std::size_t spacing;
    mask_elements elements;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        if (data == nullptr) return V(T(-0.0));
        return with_mask<T>(
            data, elements, [&]<class E>(const E* row) __attribute__((always_inline)) {
                return spaced_row<const E>{row, spacing}.template load<V>(i);
            });
    }
    template <class V>
    [[gnu::always_inline]] void load_first_over(V& value, std::size_t i, std::size_t count) const {
        if (data == nullptr) return detail::load_first_over(value, nothing_to_add<T>, count);
        with_mask<T>(
            data, elements, [&]<class E>(const E* row) __attribute__((always_inline)) {
                spaced_row<const E>{row, spacing}.load_first_over(value, i, count);
            });
    }
    [[gnu::always_inline]] bool is_at(const void* memory) const { return data == memory; }
};

/// A mask of halves that follow one another.
struct adjacent_halves_mask {
    const void* data;
    bool of_bfloat16;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return of_bfloat16 ? load_elements<V>(static_cast<const bfloat16*>(data) + i)
                           : load_elements<V>(static_cast<const float16*>(data) + i);
    }
    template <class V>
    [[gnu::always_inline]] void load_first_over(V& value, std::size_t i, std::size_t count) const {
        if (of_bfloat16)
            detail::load_first_over(value, static_cast<const bfloat16*>(data) + i, count);
        else
            detail::load_first_over(value, static_cast<const float16*>(data) + i, count);
    }
    [[gnu::always_inline]] bool is_at(const void* memory) const { return data == memory; }
};

/// A mask whose elements follow one another.
template <class T>
struct adjacent_mask : adjacent_row<const T> {
    [[gnu::always_inline]] bool is_at(const void* memory) const { return this->data == memory; }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

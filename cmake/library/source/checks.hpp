#ifndef ACTIVATION_LIBRARY_CHECKS_HPP
#define ACTIVATION_LIBRARY_CHECKS_HPP

#include <activation/activation.h>

#include <cstddef>
#include <cstdint>

#include "target_table.hpp"

/// What every call demands of its arguments before anything is written: functions that return 0 or the error.
namespace activation_library {

constexpr std::size_t size_of(int type) {
    constexpr std::size_t sizes[] = {sizeof(float), sizeof(double), 2, 2};
    return sizes[type];
}

/// An array of the call.
struct array {
    const void* data;
    std::size_t bytes;
    bool written;
};

inline array input(const void* data, std::size_t bytes) { return {data, bytes, false}; }
inline array output(const void* data, std::size_t bytes) { return {data, bytes, true}; }

/// n elements of that size end within the address space.
inline int check_array(const array& each) {
    if (each.bytes == 0) return 0;
    if (each.data == nullptr) return ACTIVATION_ERROR_NULL;
    return reinterpret_cast<std::uintptr_t>(each.data) > UINTPTR_MAX - each.bytes ? ACTIVATION_ERROR_SIZE : 0;
}

inline int check_size(std::size_t n, std::size_t size) {
    return n > static_cast<std::size_t>(PTRDIFF_MAX) / size ? ACTIVATION_ERROR_SIZE : 0;
}

/// They are apart, or the same memory and not both written.
inline int check_pair(const array& a, const array& b) {
    if (a.bytes == 0 || b.bytes == 0) return 0;
    const std::uintptr_t ahead = reinterpret_cast<std::uintptr_t>(b.data) - reinterpret_cast<std::uintptr_t>(a.data);
    if (ahead >= a.bytes && std::uintptr_t{0} - ahead >= b.bytes) return 0;
    if (ahead == 0 && a.bytes == b.bytes && !(a.written && b.written)) return 0;
    return ACTIVATION_ERROR_OVERLAP;
}

/// All of them, and each with those behind it.
template <class... Arrays>
int check_arrays(const array& first, const Arrays&... more) {
    if (const int error = check_array(first)) return error;
    int error = 0;
    static_cast<void>(((error = check_pair(first, more)) || ...));
    if (error != 0) return error;
    if constexpr (sizeof...(more) != 0) return check_arrays(more...);
    return 0;
}

}  // namespace activation_library

#endif

#ifndef ACTIVATION_TESTS_SUPPORT_GUARDED_MEMORY_HPP
#define ACTIVATION_TESTS_SUPPORT_GUARDED_MEMORY_HPP

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <new>
#include <span>

namespace tests {

/// A page between two pages that may not be touched: whoever reads or writes beyond a range that ends (or begins) at
/// its border crashes, and whoever writes beside one that does not leaves a mark.
template <class T>
class guarded_memory {
public:
    guarded_memory() : page_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))) {
        base_ = mmap(nullptr, 3 * page_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (base_ == MAP_FAILED) throw std::bad_alloc();
        if (mprotect(begin(), page_, PROT_READ | PROT_WRITE) != 0) throw std::bad_alloc();
    }
    ~guarded_memory() { munmap(base_, 3 * page_); }
    guarded_memory(const guarded_memory&) = delete;
    guarded_memory& operator=(const guarded_memory&) = delete;

    std::size_t capacity() const { return page_ / sizeof(T); }

    /// count elements, the first of them `offset` elements behind the front guard.
    std::span<T> from_front(std::size_t count, std::size_t offset) { return {begin() + offset, count}; }

    /// count elements, the last of them `offset` elements before the back guard.
    std::span<T> to_back(std::size_t count, std::size_t offset) {
        return {begin() + (capacity() - count - offset), count};
    }

    /// Sets every byte to a mark.
    void mark() { std::memset(begin(), mark_, page_); }

    /// Whether every byte outside of a range still is the mark.
    bool marked_outside(std::span<const T> range) const {
        const auto* bytes = reinterpret_cast<const unsigned char*>(begin());
        const auto* first = reinterpret_cast<const unsigned char*>(range.data());
        const auto before = static_cast<std::size_t>(first - bytes);
        const auto behind = before + range.size_bytes();
        return all_marked(bytes, before) && all_marked(bytes + behind, page_ - behind);
    }

private:
    static constexpr unsigned char mark_ = 0x5a;

    T* begin() const { return reinterpret_cast<T*>(static_cast<unsigned char*>(base_) + page_); }

    static bool all_marked(const unsigned char* bytes, std::size_t count) {
        return count == 0 || (bytes[0] == mark_ && std::memcmp(bytes, bytes + 1, count - 1) == 0);
    }

    std::size_t page_;
    void* base_;
};

}  // namespace tests

#endif

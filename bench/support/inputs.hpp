#ifndef ACTIVATION_BENCH_SUPPORT_INPUTS_HPP
#define ACTIVATION_BENCH_SUPPORT_INPUTS_HPP

#include <cstddef>
#include <new>
#include <random>
#include <span>
#include <vector>

namespace bench {

/// Puts arrays on a cache line, as tensor libraries do, so that no peer pays for the allocator's luck.
template <class T>
struct cache_line_allocator {
    using value_type = T;
    static constexpr std::align_val_t alignment{64};

    cache_line_allocator() = default;
    template <class U>
    cache_line_allocator(const cache_line_allocator<U>&) noexcept {}

    T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), alignment)); }
    void deallocate(T* pointer, std::size_t) noexcept { ::operator delete(pointer, alignment); }
    bool operator==(const cache_line_allocator&) const = default;
};

template <class T>
using array = std::vector<T, cache_line_allocator<T>>;

/// Normal deviates of one seed: the same values in every run, and a longer array begins with a shorter one.
template <class T>
class normal_inputs {
public:
    normal_inputs(double deviation, unsigned seed) : distribution_{T(0), static_cast<T>(deviation)}, engine_{seed} {}

    /// The first n values; grows the array when it is shorter.
    std::span<const T> first(std::size_t n) {
        values_.reserve(n);
        while (values_.size() < n) values_.push_back(distribution_(engine_));
        return std::span<const T>{values_}.first(n);
    }

private:
    std::normal_distribution<T> distribution_;
    std::mt19937_64 engine_;
    array<T> values_;
};

/// So many of them, as elements of whatever type.
template <class E>
array<E> normal_array(double deviation, unsigned seed, std::size_t count) {
    normal_inputs<float> source{deviation, seed};
    array<E> values;
    for (const float value : source.first(count)) values.push_back(static_cast<E>(value));
    return values;
}

}  // namespace bench

#endif

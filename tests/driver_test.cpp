#include <activation/function.hpp>
#include <activation/relu.hpp>
#include <cstdint>
#include <vector>

#include "support/catch.hpp"
#include "support/functor_positions.hpp"

// The loops alone: functors that compute next to nothing, so that only where an element is read and written matters.
namespace {

/// Differs for every bit pattern.
template <class T>
struct OneByOne {
    static constexpr const char* name = "one_by_one";

    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return V(T(-2)) * x;
    }
    template <class V>
    constexpr V derivative(const V& x) const noexcept {
        return V(T(0.5)) * x;
    }
    template <class V>
    constexpr auto value_and_derivative(const V& x) const noexcept {
        return activation::detail::value_and_derivative<V>{forward(x), derivative(x)};
    }
};

template <class T>
struct TwoByTwo : OneByOne<T> {
    static constexpr std::size_t interleave = 2;
};

template <class T>
struct ThreeByThree : OneByOne<T> {
    static constexpr std::size_t interleave = 3;
};

template <class T>
struct EightByEight : OneByOne<T> {
    static constexpr std::size_t interleave = 8;
};

/// By what is prepared for a block of elements and then finished.
template <class T>
struct InTwoSteps : OneByOne<T> {
    static constexpr bool two_steps = true;
    static constexpr std::size_t derivative_parts = 3;

    template <class V>
    constexpr void prepare(const V& x, V& doubled, V& opposite) const noexcept {
        doubled = x + x;
        opposite = V(T(-1)) * x;
    }
    template <class V>
    constexpr V finish(const V& x, const V& doubled, const V& opposite) const noexcept {
        return activation::detail::choose(doubled == V(T(-2)) * opposite, OneByOne<T>::forward(x), V(x - x));
    }
    template <class V>
    constexpr void prepare_derivative(const V& x, V (&part)[3]) const noexcept {
        prepare(x, part[0], part[1]);
        part[2] = V(T(-2)) * x;
    }
    template <class V>
    constexpr V finish_derivative(const V& x, const V (&part)[3]) const noexcept {
        return activation::detail::choose(finish(x, part[0], part[1]) == part[2], OneByOne<T>::derivative(x), V(x - x));
    }
};

/// Written around the cache once the threshold is low enough.
template <class T>
struct Streamed : OneByOne<T> {
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;
};

TEST_CASE("driver: every element is computed in its place, one batch at a time") { tests::check_positions<OneByOne>(); }
TEST_CASE("driver: every element is computed in its place, two batches at a time") {
    tests::check_positions<TwoByTwo>();
}
TEST_CASE("driver: every element is computed in its place, three batches at a time") {
    tests::check_positions<ThreeByThree>();
}
TEST_CASE("driver: every element is computed in its place, eight batches at a time") {
    tests::check_positions<EightByEight>();
}

TEST_CASE("driver: every element is computed in its place, block by block in two steps") {
    tests::check_positions<InTwoSteps>();
}

/// Sets the threshold for one test.
class streaming_from {
public:
    explicit streaming_from(std::size_t bytes) { activation::set_streaming_threshold(bytes); }
    ~streaming_from() { activation::set_streaming_threshold(SIZE_MAX); }
};

TEST_CASE("driver: every element is computed in its place where stores go around the cache") {
    const streaming_from all(0);
    tests::check_positions<Streamed>();
}

TEST_CASE("driver: a large range is the same around the cache and through it") {
    const std::size_t count = (std::size_t{1} << 21) + 5;
    const std::vector<float> x = tests::random_patterns<float>(count, 12);
    std::vector<float> cached(count + 3), streamed(count + 3);
    for (const std::size_t offset : std::initializer_list<std::size_t>{0, 1, 3}) {
        const auto whole = [&](std::vector<float>& y) { return std::span(y).subspan(offset, count); };
        {
            const streaming_from never(SIZE_MAX);
            activation::relu(x, whole(cached));
        }
        {
            const streaming_from all(0);
            activation::relu(x, whole(streamed));
        }
        std::size_t different = 0;
        for (std::size_t i = 0; i < count; ++i)
            different += !tests::same_bits(cached[offset + i], streamed[offset + i]);
        CHECK(different == 0);
    }
}

}  // namespace

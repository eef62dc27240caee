#include <activation/function.hpp>
#include <activation/relu.hpp>
#include <activation/rows.hpp>
#include <cstdint>
#include <random>
#include <string>

#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/row.hpp"

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

/// forward by what is prepared for a block of elements and then finished.
template <class T>
struct InTwoSteps : OneByOne<T> {
    static constexpr bool two_steps = true;

    template <class V>
    constexpr void prepare(const V& x, V& doubled, V& opposite) const noexcept {
        doubled = x + x;
        opposite = V(T(-1)) * x;
    }
    template <class V>
    constexpr V finish(const V& x, const V& doubled, const V& opposite) const noexcept {
        return activation::detail::choose(doubled == V(T(-2)) * opposite, OneByOne<T>::forward(x), V(x - x));
    }
};

/// Lanes whose magnitude is above 1 are far.
template <class T>
struct NearPart {
    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return V(T(-2)) * x;
    }
    template <class V>
    constexpr V derivative(const V& x) const noexcept {
        return V(T(0.5)) * x;
    }
};

template <class T>
struct FarPart {
    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return V(T(3)) * x;
    }
    template <class V>
    constexpr V derivative(const V& x) const noexcept {
        return V(T(-0.25)) * x;
    }
};

/// What is far is put aside.
template <class T>
struct InTwoParts {
    static constexpr const char* name = "in_two_parts";
    static constexpr std::size_t interleave = 4;
    static constexpr bool forward_is_deferred = true;
    using near_part = NearPart<T>;
    using far_part = FarPart<T>;

    template <class V>
    static constexpr auto is_far(const V& x) noexcept {
        return activation::detail::absolute(x) > V(T(1));
    }
    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return activation::detail::choose(is_far(x), far_part{}.forward(x), near_part{}.forward(x));
    }
    template <class V>
    constexpr V derivative(const V& x) const noexcept {
        return activation::detail::choose(is_far(x), far_part{}.derivative(x), near_part{}.derivative(x));
    }
};

/// The same with a parameter, which says what is far as well.
template <class T, int part>
struct ScaledPart {
    T scale = T(2);

    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return V(V(scale * T(part)) * x);
    }
    template <class V>
    constexpr V derivative(const V& x) const noexcept {
        return V(V(scale - T(part)) * x);
    }
};

template <class T>
struct ScaledInTwoParts {
    static constexpr const char* name = "scaled_in_two_parts";
    static constexpr std::size_t interleave = 4;
    static constexpr bool forward_is_deferred = true;
    using near_part = ScaledPart<T, 3>;
    using far_part = ScaledPart<T, -5>;

    T scale = T(2);

    constexpr near_part near_lanes() const noexcept { return {scale}; }
    constexpr far_part far_lanes() const noexcept { return {scale}; }
    template <class V>
    constexpr auto is_far(const V& x) const noexcept {
        return activation::detail::absolute(x) > V(scale);
    }
    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return activation::detail::choose(is_far(x), far_lanes().forward(x), near_lanes().forward(x));
    }
    template <class V>
    constexpr V derivative(const V& x) const noexcept {
        return activation::detail::choose(is_far(x), far_lanes().derivative(x), near_lanes().derivative(x));
    }
};

/// Written around the cache once the threshold is low enough.
template <class T>
struct Streamed : OneByOne<T> {
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;
};

template <template <class> class F>
struct row_of {
    static constexpr activation::function<F> call{};
};

template <template <class> class F, class T>
void check_positions_of(const F<T>& functor = {}) {
    for (const tests::call_form<T>& form : tests::forms_of<row_of<F>, described::description, T>(functor, {}))
        tests::positions_check{}(form, activation::detail::lanes<activation::detail::native_t<T>>::size);
}

template <template <class> class F>
void check_positions() {
    check_positions_of<F, float>();
    check_positions_of<F, double>();
}

TEST_CASE("driver: every element is computed in its place, one batch at a time") { check_positions<OneByOne>(); }
TEST_CASE("driver: every element is computed in its place, two batches at a time") { check_positions<TwoByTwo>(); }
TEST_CASE("driver: every element is computed in its place, three batches at a time") {
    check_positions<ThreeByThree>();
}
TEST_CASE("driver: every element is computed in its place, eight batches at a time") {
    check_positions<EightByEight>();
}

TEST_CASE("driver: every element is computed in its place, block by block in two steps") {
    check_positions<InTwoSteps>();
}

TEST_CASE("driver: every element is computed in its place, far lanes apart") { check_positions<InTwoParts>(); }
TEST_CASE("driver: the parts of a functor with parameters have them") {
    check_positions_of(ScaledInTwoParts<float>{0.7F});
    check_positions_of(ScaledInTwoParts<double>{-3.0});
}

/// `share` of 64 values are far, at random.
std::vector<float> with_far_lanes(std::size_t count, int share) {
    std::mt19937 engine(static_cast<unsigned>(share) + 1);
    std::vector<float> x(count);
    for (float& value : x) {
        const float magnitude = static_cast<float>(engine() % 4096) / 4096;
        value = static_cast<int>(engine() % 64) < share ? magnitude + 2 : magnitude - 0.5F;
    }
    return x;
}

/// How many of y are not what the kernel makes of one value.
template <class Value>
std::size_t wrong_values(const std::vector<float>& y, Value value) {
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < y.size(); ++i) wrong += !tests::same_bits(y[i], value(i));
    return wrong;
}

TEST_CASE("driver: far lanes are computed in their places, however many there are") {
    const activation::function<InTwoParts> f{};
    const InTwoParts<float> one{};
    for (const int share : {0, 1, 4, 16, 24, 27, 32, 60, 64}) {
        const std::vector<float> x = with_far_lanes(3001, share), g = with_far_lanes(3001, 64 - share);
        const auto value = [&](std::size_t i) { return one.forward(x[i]); };
        const auto slope = [&](std::size_t i) { return one.derivative(x[i]); };
        const auto gradient = [&](std::size_t i) { return g[i] * one.derivative(x[i]); };
        std::vector<float> y = x, d(x.size());
        INFO(share << " of 64 are far");
        f(y);
        CHECK(wrong_values(y, value) == 0);
        f.value_and_derivative(x, y, d);
        CHECK(wrong_values(y, value) + wrong_values(d, slope) == 0);
        y = x;
        f.backward(g, y, y);
        CHECK(wrong_values(y, gradient) == 0);
        y = g;
        f.backward(y, x, y);
        CHECK(wrong_values(y, gradient) == 0);
    }
}

TEST_CASE("driver: far lanes of rows are computed in their places, and nothing between the rows") {
    const activation::function<InTwoParts> f{};
    const InTwoParts<float> one{};
    for (const std::size_t width : {1U, 16U, 31U, 32U, 33U, 64U, 100U, 129U, 300U})
        for (const int share : {0, 1, 16, 24, 64}) {
            const std::size_t stride = width + 5, other = width + 2, count = 7;
            const std::vector<float> x = with_far_lanes(count * stride, share), g = with_far_lanes(count * stride, 9);
            std::vector<float> y(count * other, 7.0F), d(count * stride, 7.0F), in_place = x;
            f.value_and_derivative(activation::rows(x, width, stride), activation::rows(y, width, other),
                                   activation::rows(d, width, stride));
            f.backward(activation::rows(g, width, stride), activation::rows(in_place, width, stride),
                       activation::rows(in_place, width, stride));
            std::size_t wrong = 0;
            for (std::size_t row = 0; row < count; ++row)
                for (std::size_t i = 0; i < stride; ++i) {
                    const bool inside = i < width;
                    const std::size_t at = row * stride + i;
                    wrong += !tests::same_bits(d[at], inside ? one.derivative(x[at]) : 7.0F);
                    wrong += !tests::same_bits(in_place[at], inside ? g[at] * one.derivative(x[at]) : x[at]);
                    if (i < other) wrong += !tests::same_bits(y[row * other + i], inside ? one.forward(x[at]) : 7.0F);
                }
            INFO("rows of " << width << ", " << share << " of 64 are far");
            CHECK(wrong == 0);
        }
}

/// Sets the threshold for one test.
class streaming_from {
public:
    explicit streaming_from(std::size_t bytes) { activation::set_streaming_threshold(bytes); }
    ~streaming_from() { activation::set_streaming_threshold(SIZE_MAX); }
};

TEST_CASE("driver: every element is computed in its place where stores go around the cache") {
    const streaming_from all(0);
    check_positions<Streamed>();
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

#include <activation/function.hpp>
#include <activation/gated.hpp>
#include <activation/rows.hpp>
#include <initializer_list>
#include <random>
#include <vector>

#include "support/catch.hpp"
#include "support/functor_positions.hpp"

// Lanes that are put aside: functors that compute next to nothing, so that only where an element is read and written matters.
namespace {

/// Times `factor`, and a slope of so many quarters.
template <class T, int factor, int quarters>
struct Part {
    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return V(T(factor)) * x;
    }
    template <class V>
    constexpr V derivative(const V& x) const noexcept {
        return V(T(quarters) / T(4)) * x;
    }
};

/// Lanes whose magnitude is above 1 are far, and put aside.
template <class T>
struct InTwoParts {
    static constexpr const char* name = "in_two_parts";
    static constexpr std::size_t interleave = 4;
    static constexpr bool forward_is_deferred = true;
    using near_part = Part<T, -2, 2>;
    using far_part = Part<T, 3, -1>;

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

/// The same, of whose two results the value comes first.
template <class T>
struct ValueFirst : InTwoParts<T> {
    static constexpr bool value_comes_first = true;
};

TEST_CASE("deferring: every element is computed in its place") {
    tests::check_positions<InTwoParts>();
    tests::check_positions<ValueFirst>();
}
TEST_CASE("deferring: the parts of a functor with parameters have them") {
    tests::check_positions_of(ScaledInTwoParts<float>{0.7F});
    tests::check_positions_of(ScaledInTwoParts<double>{-3.0});
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

template <template <class> class F>
void check_far_lanes() {
    const activation::function<F> f{};
    const F<float> one{};
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
        f.value_and_derivative(y, y, d);
        CHECK(wrong_values(y, value) + wrong_values(d, slope) == 0);
        y = x;
        f.value_and_derivative(y, d, y);
        CHECK(wrong_values(d, value) + wrong_values(y, slope) == 0);
        y = x;
        f.backward(g, y, y);
        CHECK(wrong_values(y, gradient) == 0);
        y = g;
        f.backward(y, x, y);
        CHECK(wrong_values(y, gradient) == 0);
    }
}

TEST_CASE("deferring: far lanes are computed in their places, however many there are") {
    check_far_lanes<InTwoParts>();
    check_far_lanes<ValueFirst>();
}

TEST_CASE("deferring: the value of a gate comes first, whichever input an output stands on") {
    const activation::gated<ValueFirst> gate{"gate"};
    const InTwoParts<float> one{};
    for (const int share : {0, 3, 24, 64}) {
        const std::vector<float> inputs[3] = {with_far_lanes(3001, 9), with_far_lanes(3001, share),
                                              with_far_lanes(3001, 40)};
        const std::vector<float>&g = inputs[0], &a = inputs[1], &l = inputs[2];
        for (int activated = 0; activated < 4; ++activated)
            for (int linear = 0; linear < 4; ++linear) {
                if (activated == linear) continue;
                std::vector<float> memory[4] = {g, a, l, std::vector<float>(3001)}, rest(3001);
                std::vector<float>& grad_activated = memory[activated];
                std::vector<float>& grad_linear = linear == 3 ? rest : memory[linear];
                INFO(share << " of 64 are far, the gradients stand on " << activated << " and " << linear);
                gate.backward(memory[0], memory[1], memory[2], grad_activated, grad_linear);
                CHECK(wrong_values(grad_activated, [&](auto i) { return g[i] * l[i] * one.derivative(a[i]); }) == 0);
                CHECK(wrong_values(grad_linear, [&](auto i) { return g[i] * one.forward(a[i]); }) == 0);
            }
    }
}

template <template <class> class F>
void check_rows_with_far_lanes(std::initializer_list<std::size_t> widths) {
    const activation::function<F> f{};
    const InTwoParts<float> one{};
    for (const std::size_t width : widths)
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

TEST_CASE("deferring: far lanes of rows are computed in their places, and nothing between the rows") {
    check_rows_with_far_lanes<InTwoParts>({1, 16, 31, 32, 33, 64, 100, 129, 300});
    check_rows_with_far_lanes<ValueFirst>({64, 100, 300, 2048, 2061});
}

}  // namespace

#include <activation/softmax.hpp>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/long_double.hpp"

namespace {

using limits = std::numeric_limits<float>;

/// A row of logits and what long double makes of it, the largest value's own term apart.
template <class T>
struct row {
    std::vector<T> x;
    long double largest;
    long double others = 0;

    row(std::size_t width, double scale, unsigned seed) : x(width) {
        std::mt19937 generator(seed);
        std::normal_distribution<double> normal(0, scale);
        for (T& value : x) value = static_cast<T>(normal(generator));
        const auto top = std::max_element(x.begin(), x.end());
        largest = *top;
        for (auto i = x.begin(); i != x.end(); ++i) others += i == top ? 0 : std::exp(*i - largest);
    }

    long double softmax(std::size_t i) const { return std::exp(x[i] - largest) / (1 + others); }
    long double log_softmax(std::size_t i) const { return (x[i] - largest) - std::log1p(others); }
};

template <class T>
long double ulp(T got, long double exact) {
    const int exponent = exact == 0 ? -100000 : std::ilogb(exact);
    const int lowest = std::numeric_limits<T>::min_exponent - 1;
    const long double spacing = std::scalbn(std::numeric_limits<T>::epsilon(), std::max(exponent, lowest));
    return std::fabs(got - exact) / spacing;
}

template <class T, class Check>
void for_rows(Check check) {
    for (const double scale : {0.1, 1.0, 5.0, 30.0, 300.0})
        for (const std::size_t width : {1U, 2U, 3U, 7U, 8U, 9U, 31U, 64U, 257U, 1000U})
            for (unsigned seed = 0; seed < 10; ++seed) check(row<T>(width, scale, seed));
}

template <class T>
void check_values(long double softmax_bound) {
    long double worst = 0, worst_log = 0, worst_sum = 0;
    for_rows<T>([&](const row<T>& r) {
        const std::size_t width = r.x.size();
        std::vector<T> y(width), logs(width), in_place = r.x;
        activation::softmax(r.x, y, width);
        activation::log_softmax(r.x, logs, width);
        activation::softmax(in_place, in_place, width);
        CHECK(in_place == y);
        long double sum = 0;
        for (std::size_t i = 0; i < width; ++i) {
            sum += y[i];
            worst = std::max(worst, ulp(y[i], r.softmax(i)));
            worst_log = std::max(worst_log, ulp(logs[i], r.log_softmax(i)));
        }
        worst_sum = std::max(worst_sum, std::fabs(sum - 1) / std::numeric_limits<T>::epsilon());
    });
    if (tests::long_double_judges<T>()) {
        CHECK(worst <= softmax_bound);
        CHECK(worst_log <= 2);
    } else {
        WARN("values of doubles are not judged: long double's functions are double's here");
    }
    CHECK(worst_sum <= 2);
}

template <class T>
void check_gradients() {
    for_rows<T>([](const row<T>& r) {
        const std::size_t width = r.x.size();
        std::vector<T> y(width), logs(width), grad(width), out(width), log_out(width);
        for (std::size_t i = 0; i < width; ++i) grad[i] = static_cast<T>(std::sin(static_cast<double>(i) + 1));
        activation::softmax(r.x, y, width);
        activation::log_softmax(r.x, logs, width);
        activation::softmax.backward(grad, y, out, width);
        activation::log_softmax.backward(grad, logs, log_out, width);
        long double dot = 0, total = 0;
        for (std::size_t i = 0; i < width; ++i) {
            dot += static_cast<long double>(grad[i]) * r.softmax(i);
            total += grad[i];
        }
        const long double tolerance = 8 * std::numeric_limits<T>::epsilon() * (1 + std::fabs(total));
        for (std::size_t i = 0; i < width; ++i) {
            REQUIRE(std::fabs(out[i] - (grad[i] - dot) * r.softmax(i)) <= tolerance);
            REQUIRE(std::fabs(log_out[i] - (grad[i] - r.softmax(i) * total)) <= tolerance);
        }
    });
}

}  // namespace

TEST_CASE("softmax: values are within the bounds and rows add up to 1") {
    check_values<float>(2);
    check_values<double>(3);
}

TEST_CASE("softmax: backward is the Jacobian's product") {
    check_gradients<float>();
    check_gradients<double>();
}

TEST_CASE("softmax: rows are independent of one another and of their position") {
    const row<float> r(37, 2, 1);
    std::vector<float> alone(37), x, y(37 * 5);
    for (int i = 0; i < 5; ++i) x.insert(x.end(), r.x.begin(), r.x.end());
    activation::softmax(r.x, alone, 37);
    activation::softmax(x, y, 37);
    for (std::size_t i = 0; i < y.size(); ++i) REQUIRE(y[i] == alone[i % 37]);
}

TEST_CASE("softmax: no finite row overflows, and the edges are as documented") {
    std::vector<float> y(2);
    activation::softmax(std::vector<float>{limits::lowest(), limits::max()}, y, 2);
    CHECK(y == std::vector<float>{0, 1});
    activation::softmax(std::vector<float>{-limits::infinity(), 5}, y, 2);
    CHECK(y == std::vector<float>{0, 1});
    activation::log_softmax(std::vector<float>{-limits::infinity(), 5}, y, 2);
    CHECK(y == std::vector<float>{-limits::infinity(), 0});
    for (const float bad : {limits::infinity(), limits::quiet_NaN()}) {
        activation::softmax(std::vector<float>{bad, 5}, y, 2);
        CHECK((std::isnan(y[0]) && std::isnan(y[1])));
    }
    activation::softmax(std::vector<float>(2, -limits::infinity()), y, 2);
    CHECK((std::isnan(y[0]) && std::isnan(y[1])));
    activation::log_softmax(std::vector<float>{limits::quiet_NaN(), 5}, y, 2);
    CHECK((std::isnan(y[0]) && std::isnan(y[1])));
}

TEST_CASE("softmax: what is not rows is refused before anything is written") {
    std::vector<float> x(12, 1), y(12, 7);
    const std::vector<float> untouched = y;
    CHECK_THROWS_AS(activation::softmax(x, y, 5), std::invalid_argument);
    CHECK_THROWS_AS(activation::softmax(x, y, 0), std::invalid_argument);
    CHECK_THROWS_AS(activation::log_softmax.backward(x, x, y, 0), std::invalid_argument);
    CHECK_THROWS_AS(activation::log_softmax(x, std::span(y).first(6), 3), std::invalid_argument);
    CHECK_THROWS_AS(activation::softmax.backward(x, std::span(y).first(6), y, 3), std::invalid_argument);
    CHECK(y == untouched);
    try {
        activation::softmax(x, y, 5);
    } catch (const std::invalid_argument& error) {
        CHECK(std::string(error.what()).find("activation::softmax(x, y, width): x has 12 elements, width is 5") == 0);
    }
}

TEST_CASE("softmax: no rows are fine whatever their width") {
    const std::vector<float> none;
    for (const std::size_t width : {std::size_t{0}, std::size_t{3}}) {
        CHECK_NOTHROW(activation::softmax(none, std::span<float>{}, width));
        CHECK_NOTHROW(activation::log_softmax(none, std::span<float>{}, width));
        CHECK_NOTHROW(activation::softmax.backward(none, none, std::span<float>{}, width));
        CHECK_NOTHROW(activation::log_softmax.backward(none, none, std::span<float>{}, width));
    }
}

TEMPLATE_TEST_CASE("softmax: NaN or infinity anywhere makes the whole row NaN, in the logarithm too", "", float,
                   double) {
    using T = TestType;
    const T infinity = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
    const auto all_nan = [](const std::vector<T>& y) {
        return std::all_of(y.begin(), y.end(), [](T value) { return std::isnan(value); });
    };
    const auto check = [&](const std::vector<T>& x) {
        std::vector<T> y(x.size()), logs(x.size());
        activation::softmax(x, y, x.size());
        activation::log_softmax(x, logs, x.size());
        if (!all_nan(y) || !all_nan(logs)) FAIL("a row of " << x.size() << " is not NaN throughout");
    };
    std::vector<std::size_t> widths{255, 256, 257, 1000};
    for (std::size_t width = 1; width <= 40; ++width) widths.push_back(width);
    for (const std::size_t width : widths) {
        // Beside numbers, beside −∞, beside what a float can only just hold, and alone.
        for (const T other : {T(1), -infinity, std::numeric_limits<T>::lowest(), std::numeric_limits<T>::max()})
            for (std::size_t place = 0; place<width; place += width> 40 ? 37 : 1)
                for (const T bad : {nan, infinity}) {
                    std::vector<T> x(width, other);
                    x[(place + 1) % width] = T(-2);
                    x[(place + 2) % width] = -infinity;
                    x[place] = bad;
                    check(x);
                }
        check(std::vector<T>(width, -infinity));
        REQUIRE(width > 0);
    }
}

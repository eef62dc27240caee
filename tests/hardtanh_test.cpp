#include <activation/hardtanh.hpp>
#include <cmath>

#include "support/suite.hpp"

namespace {

template <class T>
struct hardtanh_row : tests::row_defaults<activation::Hardtanh<T>, T> {
    static constexpr const auto& call = activation::hardtanh;
    static constexpr activation::Hardtanh<T> parameters[] = {{}, {.min_val = T(-2.5), .max_val = T(0.5)}};
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<double> knees{-2.5, -1, 0.5, 1};

    static constexpr double ulp(activation::Hardtanh<T>) { return 0; }
    static constexpr tests::edges<T> value(activation::Hardtanh<T> p) { return {0, T(-0.0), p.max_val, p.min_val}; }
    static constexpr tests::edges<T> derivative(activation::Hardtanh<T>) { return {1, 1, 0, 0}; }
    static constexpr bool constant(T x, activation::Hardtanh<T> p) { return x <= p.min_val || x >= p.max_val; }
    static long double formula(long double x, activation::Hardtanh<T> p) {
        return std::fmin(std::fmax(x, static_cast<long double>(p.min_val)), static_cast<long double>(p.max_val));
    }
};

const tests::suite<hardtanh_row> suite;

}  // namespace

TEST_CASE("hardtanh: the derivative is 0 at both knees, as PyTorch has it") {
    CHECK(activation::Hardtanh<>{}.min_val == -1.0F);
    CHECK(activation::Hardtanh<>{}.max_val == 1.0F);
    CHECK(activation::hardtanh.derivative(1.0F) == 0.0F);
    CHECK(activation::hardtanh.derivative(-1.0F) == 0.0F);
    CHECK(activation::hardtanh.derivative(2.0F, {.min_val = -1, .max_val = 3}) == 1.0F);
}

#include <activation/log_sigmoid.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct log_sigmoid_row : tests::row_defaults<activation::LogSigmoid<T>, T> {
    static constexpr const auto& call = activation::log_sigmoid;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -0.6931476573972171993799537L, 0.50000023841857910154443L},
        {-0.5, -0.9740769841801066808729974L, 0.6224593312018545646389006L},
        {-1.25, -1.501929081345372888953419L, 0.7772998611746911469995195L},
        {-3, -3.048587351573742058758926L, 0.9525741268224332191211518L},
        {-20, -20.00000000206115362031438L, 0.9999999979388463818097964L},
        {-95, -95.0L, 1.0L},
        {0.5, -0.4740769841801066808729974L, 0.3775406687981454353610994L},
        {3, -0.04858735157374205875892592L, 0.04742587317756678087884815L},
        {19, -5.602796421841603638399241e-9L, 5.602796406145939795411906e-9L},
        {90, -8.194012623990515430361108e-40L, 8.194012623990515430361108e-40L}};

    static constexpr double ulp(activation::LogSigmoid<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::LogSigmoid<T>) {
        return {static_cast<T>(-0.693147180559945309417232121458L), static_cast<T>(-0.693147180559945309417232121458L),
                T(-0.0), -infinity};
    }
    static constexpr tests::edges<T> derivative(activation::LogSigmoid<T>) { return {T(0.5), T(0.5), 0, 1}; }
    static long double formula(long double x, activation::LogSigmoid<T>) {
        return (x < 0 ? x : -0.0L) - std::log1p(std::exp(-std::fabs(x)));
    }
};

const tests::suite<log_sigmoid_row> suite;

}  // namespace

TEST_CASE("log_sigmoid: a value too small for a number keeps the sign of the exact one") {
    CHECK(tests::hex(activation::log_sigmoid(200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::log_sigmoid(1000.0)) == "-0x0p+0");
    CHECK(activation::log_sigmoid(-1e30F) == -1e30F);
}

// The loop of a target without vectors gives the bits of one value: compilers optimise it in a way of its own, which has
// cost a zero its sign. The thorough suite asks every function, the other one those with a product next to zero: each has to be
// compiled once more.

#include <activation/activation.hpp>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

using tests::hex;
using tests::same_bits;

template <class T>
std::vector<T> inputs() {
    std::vector<T> x;
    for (int i = 0; i < 70; ++i)
        for (const T sign : {T(1), T(-1)}) x.push_back(sign * static_cast<T>(i) * std::numeric_limits<T>::denorm_min());
    for (int i = -4000; i <= 4000; ++i) x.push_back(static_cast<T>(i) / 100);
    return x;
}

/// Without the help of vectors.
template <class Kernel, class T>
std::vector<T> one_by_one(const Kernel& kernel, const std::vector<T>& x) {
    using namespace activation::detail;
    std::vector<T> y(x.size());
    const auto to = sinks(y.data());
    const auto from = sources(x.data());
    loop<T, Kernel, std::remove_const_t<decltype(to)>, std::remove_const_t<decltype(from)>>(kernel, to, from)
        .run(x.size());
    return y;
}

template <class T, template <class> class F>
void check(const activation::function<F>& f) {
    const std::vector<T> x = inputs<T>();
    const std::vector<T> y = one_by_one(activation::detail::forward_kernel<F<T>>{}, x);
    const std::vector<T> d = one_by_one(activation::detail::derivative_kernel<F<T>>{}, x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        INFO(F<T>::name << " at " << hex(x[i]));
        if (!same_bits(f(x[i]), y[i])) FAIL("value " << hex(y[i]) << ", one alone " << hex(f(x[i])));
        if (!same_bits(f.derivative(x[i]), d[i])) FAIL("derivative " << hex(d[i]));
    }
    REQUIRE(x.size() > 8000);
}

}  // namespace

TEMPLATE_TEST_CASE("zero: a loop without vectors has the bits of one value", "", float, double) {
#if ACTIVATION_TESTS_ARE_THOROUGH
#define ACTIVATION_ENTRY(name, Functor) \
    check<TestType>(activation::name);  \
    check<TestType>(activation::fast::name);
#include <activation/catalogue.hpp>
#undef ACTIVATION_ENTRY
#else
    check<TestType>(activation::gelu);
    check<TestType>(activation::fast::gelu);
    check<TestType>(activation::gelu_tanh);
    check<TestType>(activation::fast::gelu_tanh);
    check<TestType>(activation::silu);
#endif
}

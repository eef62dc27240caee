#include <activation/execution.hpp>
#include <activation/gated.hpp>
#include <activation/gelu.hpp>
#include <activation/leaky_relu.hpp>
#include <activation/prelu.hpp>
#include <activation/rows.hpp>
#include <activation/softmax.hpp>
#include <activation/tanh.hpp>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <execution>
#include <mutex>
#include <set>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/member.hpp"
#include "support/same_bits.hpp"
#include "support/types.hpp"

namespace {

using std::execution::par;

/// Enough for three pieces and a bit, no multiple of a row or a register.
constexpr std::size_t many = 3 * 32768 + 1021 * 2;

template <class T>
std::vector<T> inputs(std::size_t count, std::size_t seed) {
    std::vector<T> x(count);
    for (std::size_t i = 0; i < count; ++i) x[i] = static_cast<T>((i * 7919 + seed) % 2003) / 200 - 5;
    return x;
}

/// Whether a call is asked under all four policies, or under two of them that cost a compiler half as long.
enum class policies { all, some };
constexpr policies usual_policies = ACTIVATION_TESTS_ARE_THOROUGH ? policies::all : policies::some;

/// call(policy…, outputs) under the policies against none.
template <class T, policies asked = usual_policies, class Call>
void require_same(std::size_t count, Call call) {
    std::vector<T> expected = inputs<T>(count, 1), expected_second = expected;
    call([](const auto& f, auto&&... arguments) { f(std::forward<decltype(arguments)>(arguments)...); }, expected,
         expected_second);
    const auto under = [&](const auto& policy) {
        std::vector<T> y = inputs<T>(count, 1), second = y;
        call([&](const auto& f, auto&&... arguments) { f(policy, std::forward<decltype(arguments)>(arguments)...); }, y,
             second);
        for (std::size_t i = 0; i < count; ++i)
            if (!tests::same_bits(y[i], expected[i]) || !tests::same_bits(second[i], expected_second[i]))
                FAIL("element " << i << " of " << count);
    };
    under(std::execution::seq);
    under(std::execution::par);
    if constexpr (asked == policies::all) {
        under(std::execution::par_unseq);
        under(std::execution::unseq);
    }
    CHECK(expected.size() == count);
}

TEMPLATE_TEST_CASE("execution: a call on ranges has the bits of the one without a policy", "", float, double) {
    using T = TestType;
    using namespace activation;
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{65536}, many, std::size_t{1} << 21}) {
        const std::vector<T> x = inputs<T>(count, 2), g = inputs<T>(count, 3);
        require_same<T, policies::all>(count, [&](auto call, auto& y, auto&) { call(gelu, x, y); });
        require_same<T>(count, [&](auto call, auto& y, auto&) { call(gelu, x.data(), y.data(), count); });
        require_same<T>(count, [&](auto call, auto& y, auto&) { call(leaky_relu, y, LeakyReLU<T>{T(0.2)}); });
        require_same<T>(count, [&](auto call, auto& y, auto& d) {
            call(ACTIVATION_MEMBER(activation::tanh, value_and_derivative), x, y, d);
        });
        require_same<T>(count,
                        [&](auto call, auto& y, auto&) { call(ACTIVATION_MEMBER(fast::gelu, backward), g, x, y); });
        require_same<T>(count, [&](auto call, auto& y, auto&) { call(swiglu, x, g, y); });
    }
}

TEMPLATE_LIST_TEST_CASE("execution: a call on rows has the bits of the one without a policy", "",
                        tests::float_or_both) {
    using T = TestType;
    using namespace activation;
    for (const std::size_t width : {std::size_t{1}, std::size_t{16}, std::size_t{300}, std::size_t{40000}}) {
        const std::size_t count = (many / width + 1) * width;
        const std::vector<T> x = inputs<T>(count, 2), g = inputs<T>(count, 3);
        const row_options<T> options{.scale = T(0.5), .causal = true};
        require_same<T, policies::all>(count, [&](auto call, auto& y, auto&) { call(softmax, x, y, width); });
        require_same<T>(count, [&](auto call, auto& y, auto&) { call(log_softmax, x, y, width, options); });
        require_same<T>(count,
                        [&](auto call, auto& y, auto&) { call(ACTIVATION_MEMBER(softmax, backward), g, x, y, width); });
        require_same<T>(count, [&](auto call, auto& y, auto&) { call(gelu, rows(x, 1, width), rows(y, 1, width)); });
    }
}

TEMPLATE_TEST_CASE("execution: prelu's channels and the sums of their gradients are the same", "", float, double) {
    using T = TestType;
    for (const std::size_t inner : {std::size_t{1}, std::size_t{1000}}) {
        const std::size_t count = 100 * 1000;
        const std::vector<T> x = inputs<T>(count, 2), g = inputs<T>(count, 3), weights = inputs<T>(10, 4);
        require_same<T>(count, [&](auto call, auto& y, auto& sums) {
            call(activation::prelu, x, y, weights, inner);
            call(ACTIVATION_MEMBER(activation::prelu, backward), g, x, y, weights, std::span<T>(sums).first(10), inner);
        });
    }
}

std::mutex mutex;
std::condition_variable arrival;
std::set<std::thread::id> threads;
bool expects_others = false;

/// Notes the threads on which it is called.  Where others are expected, the first waits for them.
template <class T>
struct Noting {
    template <class V>
    V forward(const V& x) const {
        std::unique_lock lock(mutex);
        if (threads.insert(std::this_thread::get_id()).second) arrival.notify_all();
        if (expects_others) arrival.wait_for(lock, std::chrono::seconds(20), [] { return threads.size() > 1; });
        return x;
    }
};
constexpr activation::function<Noting> noting{};

TEST_CASE("execution: few elements stay on the caller's thread, and so do all without par") {
    std::vector<float> x = inputs<float>(many, 1);
    threads.clear();
    expects_others = false;
    noting(std::execution::seq, x);
    noting(std::execution::unseq, x);
    x.resize(65535);
    noting(par, x);
    CHECK(threads == std::set{std::this_thread::get_id()});
}

TEST_CASE("execution: many elements are shared among threads") {
    if (!ACTIVATION_HAS_THREADS || std::thread::hardware_concurrency() < 2) return;
    std::vector<float> x = inputs<float>(std::size_t{1} << 20, 1);
    threads.clear();
    expects_others = true;
    noting(par, x);
    CHECK(threads.size() > 1);
}

TEST_CASE("execution: what is wrong with a call is said in the words of the one without a policy") {
    std::vector<float> x(3), y(4);
    CHECK_THROWS_WITH(activation::gelu(par, x, y),
                      "activation::gelu(x, y): x has 3 elements, y has 4: the sizes must agree");
}

}  // namespace

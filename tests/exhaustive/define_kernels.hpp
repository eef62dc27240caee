#ifndef ACTIVATION_TESTS_EXHAUSTIVE_DEFINE_KERNELS_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_DEFINE_KERNELS_HPP

#include <activation/function.hpp>
#include <algorithm>
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "kernel.hpp"
#include "support/description.hpp"
#include "support/functor.hpp"

/// How a functor template of the library and its description become kernels to judge.
namespace exhaustive {

template <template <class> class F, class T, std::size_t members>
F<T> functor_with(const reference::parameters& p) {
    std::array<double, members> values{};
    std::copy_n(p.begin(), members, values.begin());
    return tests::functor_of_values<F, T>(values);
}

#ifdef ACTIVATION_JUDGED_ARCHITECTURE

/// operation(x[i], i) for batches of values and, one by one, for those that are left.
template <class T, class Operation>
void for_each_batch(const T* x, std::size_t count, Operation operation) {
    std::size_t i = 0;
    if constexpr (xsimd::types::has_simd_register<T, ACTIVATION_JUDGED_ARCHITECTURE>::value) {
        using batch = xsimd::batch<T, ACTIVATION_JUDGED_ARCHITECTURE>;
        for (; i + batch::size <= count; i += batch::size) operation(batch::load_unaligned(x + i), i);
    }
    for (; i < count; ++i) operation(x[i], i);
}

template <class T>
void put(T value, T* to) {
    *to = value;
}
template <class T, class A>
void put(const xsimd::batch<T, A>& values, T* to) {
    values.store_unaligned(to);
}

/// The batches of one architecture without the driver, at a width that need not be the target's own and in a fraction of
/// the compiler's time: for checksums, and for who judges one activation.
template <template <class> class F, class T, std::size_t members>
constexpr calls<T> calls_of() {
    return {
        [](const T* x, T* y, std::size_t count, const reference::parameters& p) {
            const auto f = functor_with<F, T, members>(p);
            for_each_batch(x, count, [&](const auto& v, std::size_t i) { put(f.forward(v), y + i); });
        },
        [](const T* x, T* d, std::size_t count, const reference::parameters& p) {
            const auto f = functor_with<F, T, members>(p);
            for_each_batch(x, count, [&](const auto& v, std::size_t i) { put(f.derivative(v), d + i); });
        },
        [](const T* x, T* y, T* d, std::size_t count, const reference::parameters& p) {
            const auto f = functor_with<F, T, members>(p);
            for_each_batch(x, count, [&](const auto& v, std::size_t i) {
                const auto both = f.value_and_derivative(v);
                put(both.value, y + i);
                put(both.derivative, d + i);
            });
        },
    };
}

#else

template <template <class> class F>
inline constexpr activation::function<F> f{};

template <template <class> class F, class T, std::size_t members>
constexpr calls<T> calls_of() {
    return {
        [](const T* x, T* y, std::size_t count, const reference::parameters& p) {
            f<F>(std::span(x, count), std::span(y, count), functor_with<F, T, members>(p));
        },
        [](const T* x, T* d, std::size_t count, const reference::parameters& p) {
            f<F>.derivative(std::span(x, count), std::span(d, count), functor_with<F, T, members>(p));
        },
        [](const T* x, T* y, T* d, std::size_t count, const reference::parameters& p) {
            f<F>.value_and_derivative(std::span(x, count), std::span(y, count), std::span(d, count),
                                      functor_with<F, T, members>(p));
        },
    };
}

#endif

template <class Description, template <class> class F, class Set>
kernel make_kernel(const char* activation, const Set& set, described::shape how, const tests::bounds& allowed) {
    const auto values = reference::values_of(set.values);
    return {F<float>::name,
            activation,
            "",
            set.statement,
            Description::symbol,
            {values.begin(), values.end()},
            how == described::shape::rising,
            allowed.derivative_floor,
            allowed.forward_floor,
            allowed.relative_below,
            calls_of<F, float, values.size()>(),
            calls_of<F, double, values.size()>(),
            tests::bound_of<float>(allowed),
            tests::bound_of<double>(allowed)};
}

/// One for each of the parameter sets that are judged, and one with the defaults for a kernel of its own in the fast
/// tier, which need not rise where the function does.
template <class Description, template <class> class Accurate, template <class> class Fast>
std::vector<kernel> make_kernels(const char* activation) {
    std::vector<kernel> all;
    for (const auto& set : Description::sets) {
        if (set.by != described::use::judge_and_suite) continue;
        kernel one = make_kernel<Description, Accurate>(activation, set, set.how, set.allowed);
        one.label = set.label;
        if (!one.label.empty()) one.name += " " + one.label;
        all.push_back(one);
    }
    if constexpr (!std::same_as<Accurate<float>, Fast<float>>) {
        all.push_back(make_kernel<Description, Fast>(activation, Description::sets[0], described::shape::other,
                                                     Description::fast));
    }
    return all;
}

}  // namespace exhaustive

#endif

#ifndef ACTIVATION_TESTS_EXHAUSTIVE_ROW_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_ROW_HPP

#include <activation/function.hpp>
#include <cstddef>
#include <span>
#include <type_traits>

#include "kernel.hpp"

/// How a functor template of the library becomes a kernel to judge.
namespace exhaustive {

#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
inline constexpr bool fused = true;
#else
inline constexpr bool fused = false;
#endif

template <template <class> class F, class T>
F<T> functor(double parameter) {
    F<T> result{};
    // The first member; what follows keeps its default.
    if constexpr (!std::is_empty_v<F<T>>) result = {static_cast<T>(parameter)};
    return result;
}

#ifdef ACTIVATION_JUDGED_ARCHITECTURE

/// y = operation(x), batch by batch; count is a multiple of their size.
template <class T, class Operation>
void for_each_batch(const T* x, T* y, std::size_t count, Operation operation) {
    using batch = xsimd::batch<T, ACTIVATION_JUDGED_ARCHITECTURE>;
    for (std::size_t i = 0; i < count; i += batch::size) operation(batch::load_unaligned(x + i)).store_unaligned(y + i);
}

/// For checksums only: the batches of one architecture without the driver, at a width that need not be the target's own
/// and in a fraction of the compiler's time.
template <template <class> class F, class T>
constexpr calls<T> calls_of() {
    return {
        [](const T* x, T* y, std::size_t count, double parameter) {
            const F<T> p = functor<F, T>(parameter);
            for_each_batch(x, y, count, [&p](const auto& v) { return p.forward(v); });
        },
        [](const T* x, T* d, std::size_t count, double parameter) {
            const F<T> p = functor<F, T>(parameter);
            for_each_batch(x, d, count, [&p](const auto& v) { return p.derivative(v); });
        },
        nullptr,
    };
}

#else

template <template <class> class F>
inline constexpr activation::function<F> f{};

template <template <class> class F, class T>
constexpr calls<T> calls_of() {
    return {
        [](const T* x, T* y, std::size_t count, double parameter) {
            f<F>(std::span(x, count), std::span(y, count), functor<F, T>(parameter));
        },
        [](const T* x, T* d, std::size_t count, double parameter) {
            f<F>.derivative(std::span(x, count), std::span(d, count), functor<F, T>(parameter));
        },
        [](const T* x, T* y, T* d, std::size_t count, double parameter) {
            f<F>.value_and_derivative(std::span(x, count), std::span(y, count), std::span(d, count),
                                      functor<F, T>(parameter));
        },
    };
}

#endif

enum class shape { monotone, other };

template <template <class> class F>
kernel row(const char* name, reference::function which, double parameter, shape how, bounds allowed) {
    return {name,
            which,
            parameter,
            how == shape::monotone,
            allowed.derivative_floor,
            calls_of<F, float>(),
            calls_of<F, double>(),
            fused ? allowed.float_fused : allowed.float_plain,
            fused ? allowed.double_fused : allowed.double_plain};
}

}  // namespace exhaustive

#endif

#ifndef ACTIVATION_TESTS_EXHAUSTIVE_ROW_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_ROW_HPP

#include <activation/function.hpp>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

#include "kernel.hpp"

/// How a functor template of the library becomes a kernel to judge.
namespace exhaustive {

#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
inline constexpr bool fused = true;
#else
inline constexpr bool fused = false;
#endif

/// Whether F has as many members.
template <class F, class T, std::size_t... index>
constexpr bool takes(std::index_sequence<index...>) {
    return requires { F{static_cast<T>(index)...}; };
}

/// The functor with as many of the parameters as it has members.
template <template <class> class F, class T, std::size_t count = std::tuple_size_v<reference::parameters>>
F<T> functor(const reference::parameters& p) {
    constexpr auto indices = std::make_index_sequence<count>();
    if constexpr (takes<F<T>, T>(indices)) {
        const auto with = [&]<std::size_t... index>(std::index_sequence<index...>) {
            return F<T>{static_cast<T>(p[index])...};
        };
        return with(indices);
    } else {
        return functor<F, T, count - 1>(p);
    }
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
        [](const T* x, T* y, std::size_t count, const reference::parameters& p) {
            const F<T> f = functor<F, T>(p);
            for_each_batch(x, y, count, [&f](const auto& v) { return f.forward(v); });
        },
        [](const T* x, T* d, std::size_t count, const reference::parameters& p) {
            const F<T> f = functor<F, T>(p);
            for_each_batch(x, d, count, [&f](const auto& v) { return f.derivative(v); });
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
        [](const T* x, T* y, std::size_t count, const reference::parameters& p) {
            f<F>(std::span(x, count), std::span(y, count), functor<F, T>(p));
        },
        [](const T* x, T* d, std::size_t count, const reference::parameters& p) {
            f<F>.derivative(std::span(x, count), std::span(d, count), functor<F, T>(p));
        },
        [](const T* x, T* y, T* d, std::size_t count, const reference::parameters& p) {
            f<F>.value_and_derivative(std::span(x, count), std::span(y, count), std::span(d, count), functor<F, T>(p));
        },
    };
}

#endif

enum class shape { monotone, other };

template <template <class> class F>
kernel row(const char* name, reference::function which, const reference::parameters& p, shape how, bounds allowed) {
    return {name,
            which,
            p,
            how == shape::monotone,
            allowed.derivative_floor,
            calls_of<F, float>(),
            calls_of<F, double>(),
            fused ? allowed.float_fused : allowed.float_plain,
            fused ? allowed.double_fused : allowed.double_plain};
}

}  // namespace exhaustive

#endif

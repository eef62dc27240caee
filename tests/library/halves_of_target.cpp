// Compiled once for each instruction set, ACTIVATION_LIBRARY_TARGET: of all 65,536 halves of both formats the library's
// results for that target are those of the headers, of every activation, call and tier.
#include <activation/activation.h>

#include <activation/exact.hpp>
#include <activation/fast.hpp>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <type_traits>
#include <vector>

#include "bits.hpp"
#include "compiled.hpp"
#include "exact.hpp"
#include "functor.hpp"

namespace {

using activation::bfloat16, activation::float16;
namespace detail = activation::detail;

constexpr std::size_t count = 65536;

template <class E>
constexpr int type_of = std::is_same_v<E, bfloat16> ? ACTIVATION_BFLOAT16 : ACTIVATION_FLOAT16;

template <class E>
E half_of(std::size_t bits) {
    return std::bit_cast<E>(static_cast<std::uint16_t>(bits));
}

/// Of all of them in their order, or in one that brings each beside others of every size.
template <class E>
std::vector<E> halves(std::size_t factor) {
    std::vector<E> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(half_of<E>(i * factor % count));
    return all;
}

/// NaNs are equal.
template <class E>
bool same(E a, E b) {
    const float wide_a = detail::widened(a), wide_b = detail::widened(b);
    return (wide_a != wide_a && wide_b != wide_b) || std::bit_cast<std::uint16_t>(a) == std::bit_cast<std::uint16_t>(b);
}

template <template <class> class F, class E>
struct comparison {
    const char* name;
    activation_options options;
    F<float> functor;
    std::vector<E> x = halves<E>(1);
    std::vector<E> grad_output = halves<E>(31);
    int failures = 0;

    template <class Expected>
    void expect(const char* call, int error, const std::vector<E>& got, Expected expected) {
        if (error != 0) std::printf("%s, %s: %s\n", name, call, activation_error_text(error));
        int wrong = error != 0;
        for (std::size_t i = 0; i < count; ++i) {
            const E wanted = expected(i);
            if (same(got[i], wanted)) continue;
            if (wrong++ == 0)
                std::printf("%s, %s, type %d, tier %d: %a gives %a, not %a\n", name, call, type_of<E>, options.tier,
                            static_cast<double>(detail::widened(x[i])), static_cast<double>(detail::widened(got[i])),
                            static_cast<double>(detail::widened(wanted)));
        }
        if (wrong > 1) std::printf("    and %d more\n", wrong - 1);
        failures += wrong;
    }

    int run() {
        const int kind = activation_find(name), type = type_of<E>;
        const activation::function<F> f{};
        std::vector<E> y(count), d(count), value(count), slope(count);
        for (std::size_t i = 0; i < count; ++i) value[i] = f(x[i], functor), slope[i] = f.derivative(x[i], functor);
        const auto of = [](const std::vector<E>& all) { return [&all](std::size_t i) { return all[i]; }; };
        expect("forward", activation_forward(kind, &options, type, x.data(), y.data(), count), y, of(value));
        expect("derivative", activation_derivative(kind, &options, type, x.data(), d.data(), count), d, of(slope));
        const int error = activation_value_and_derivative(kind, &options, type, x.data(), y.data(), d.data(), count);
        expect("value of both", error, y, of(value));
        expect("derivative of both", error, d, of(slope));
        expect("backward", activation_backward(kind, &options, type, grad_output.data(), x.data(), d.data(), count), d,
               [&](std::size_t i) {
                   const float wide = detail::widened(x[i]);
                   return detail::narrowed_to<E>(
                       detail::gradient_at(functor, detail::widened(grad_output[i]), wide, functor.derivative(wide)));
               });
        expect(
            "gated", activation_gated(kind, &options, type, x.data(), grad_output.data(), y.data(), count), y,
            [&](std::size_t i) {
                return detail::narrowed_to<E>(functor.forward(detail::widened(x[i])) * detail::widened(grad_output[i]));
            });
        return failures;
    }
};

template <template <class> class F, class E>
int compare_format(const char* name, int tier) {
    int failures = comparison<F, E>{name, {tier, nullptr, 0}, F<float>{}}.run();
    const std::vector<double> values = other_parameters<F<float>>(name);
    if (!values.empty())
        failures +=
            comparison<F, E>{name, {tier, values.data(), values.size()}, with_parameters<F<float>, float>(values)}
                .run();
    return failures;
}

template <template <class> class F, bool Compiled>
int compare(const char* name, int tier) {
    if constexpr (!Compiled || std::is_same_v<F<float>, activation_library::not_exact<float>>)
        return 0;
    else
        return compare_format<F, bfloat16>(name, tier) + compare_format<F, float16>(name, tier);
}

}  // namespace

int half_bits::ACTIVATION_LIBRARY_TARGET() {
    int failures = 0;
#define ACTIVATION_ENTRY(callable, Functor)                                                                     \
    failures +=                                                                                                 \
        compare<activation::Functor, activation_library::compiled(#callable)>(#callable, ACTIVATION_ACCURATE) + \
        compare<activation::fast::Functor, activation_library::compiled(#callable)>(#callable, ACTIVATION_FAST);
#include <activation/catalogue.hpp>
#define ACTIVATION_LIBRARY_EXACT(callable, Functor) \
    failures += compare<Functor, activation_library::compiled(#callable)>(#callable, ACTIVATION_EXACT);
#include "exact_entries.inc"
    return failures;
}

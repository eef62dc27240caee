// Compiled once for each instruction set, ACTIVATION_LIBRARY_TARGET: the library's results for that target are those of the
// headers, bit for bit, for every activation, call, type, tier and with other parameters than the default ones.
#include <activation/activation.h>

#include <activation/exact.hpp>
#include <activation/fast.hpp>
#include <cstdio>
#include <cstring>
#include <limits>
#include <type_traits>
#include <vector>

#include "bits.hpp"
#include "compiled.hpp"
#include "exact.hpp"
#include "functor.hpp"

namespace {

/// Positions of every kind: in the long loop and behind it.
template <class T>
std::vector<T> inputs() {
    constexpr T infinity = std::numeric_limits<T>::infinity();
    std::vector<T> x{0,
                     T(-0.0),
                     infinity,
                     -infinity,
                     std::numeric_limits<T>::quiet_NaN(),
                     std::numeric_limits<T>::denorm_min(),
                     -std::numeric_limits<T>::min(),
                     T(100),
                     T(-100),
                     T(1e-20)};
    for (int i = -90; i <= 90; ++i) x.push_back(static_cast<T>(i) * T(0.137));
    return x;
}

template <class T>
bool same(T a, T b) {
    return (a != a && b != b) || std::memcmp(&a, &b, sizeof(T)) == 0;
}

template <class T>
constexpr int type_of = sizeof(T) == sizeof(float) ? ACTIVATION_FLOAT32 : ACTIVATION_FLOAT64;

template <class F, class T>
struct comparison {
    const char* name;
    activation_options options;
    F functor;
    std::vector<T> x = inputs<T>();
    std::vector<T> grad_output = std::vector<T>(x.rbegin(), x.rend());
    int failures = 0;

    template <class Expected>
    void expect(const char* call, int error, const std::vector<T>& got, Expected expected) {
        if (error != 0) {
            std::printf("%s, %s: %s\n", name, call, activation_error_text(error));
            ++failures;
        }
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (same(got[i], expected(i))) continue;
            std::printf("%s, %s, type %d, tier %d: %a gives %a, not %a\n", name, call, type_of<T>, options.tier,
                        static_cast<double>(x[i]), static_cast<double>(got[i]), static_cast<double>(expected(i)));
            ++failures;
            return;
        }
    }

    int run() {
        const int kind = activation_find(name), type = type_of<T>;
        const std::size_t n = x.size();
        std::vector<T> y(n), d(n), also(n);
        const auto value = [&](std::size_t i) { return functor.forward(x[i]); };
        const auto slope = [&](std::size_t i) { return functor.derivative(x[i]); };
        const auto gradient = [&](std::size_t i) {
            return activation::detail::gradient_at(functor, grad_output[i], x[i], functor.derivative(x[i]));
        };
        expect("forward", activation_forward(kind, &options, type, x.data(), y.data(), n), y, value);
        expect("derivative", activation_derivative(kind, &options, type, x.data(), d.data(), n), d, slope);
        const int error = activation_value_and_derivative(kind, &options, type, x.data(), also.data(), d.data(), n);
        expect("value of both", error, also, value);
        expect("derivative of both", error, d, slope);
        expect("backward", activation_backward(kind, &options, type, grad_output.data(), x.data(), d.data(), n), d,
               gradient);
        // The fused kernels of five of them, and what is composed for the others.
        expect("gated", activation_gated(kind, &options, type, x.data(), grad_output.data(), y.data(), n), y,
               [&](std::size_t i) { return functor.forward(x[i]) * grad_output[i]; });
        const std::vector<T> linear(n, T(0.7));
        const int gated_error = activation_gated_backward(kind, &options, type, grad_output.data(), x.data(),
                                                          linear.data(), d.data(), also.data(), n);
        expect("gradient of what is linear", gated_error, also,
               [&](std::size_t i) { return grad_output[i] * functor.forward(x[i]); });
        expect("gradient of what is activated", gated_error, d, [&](std::size_t i) {
            return activation::detail::gradient_at(functor, static_cast<T>(grad_output[i] * linear[i]), x[i],
                                                   functor.derivative(x[i]));
        });
        return failures;
    }
};

template <template <class> class F, class T>
int compare(const char* name, int tier) {
    int failures = comparison<F<T>, T>{name, {tier, nullptr, 0}, F<T>{}}.run();
    const std::vector<double> values = other_parameters<F<T>>(name);
    if (!values.empty())
        failures +=
            comparison<F<T>, T>{name, {tier, values.data(), values.size()}, with_parameters<F<T>, T>(values)}.run();
    return failures;
}

template <template <class> class Accurate, template <class> class Fast, bool Compiled>
int compare_all(const char* name) {
    if constexpr (Compiled)
        return compare<Accurate, float>(name, ACTIVATION_ACCURATE) +
               compare<Accurate, double>(name, ACTIVATION_ACCURATE) + compare<Fast, float>(name, ACTIVATION_FAST) +
               compare<Fast, double>(name, ACTIVATION_FAST);
    else
        return 0;
}

/// Calls of an activation that the exact tier does not have.
int refused_as_exact(const char* name) {
    const activation_options options{ACTIVATION_EXACT, nullptr, 0};
    const int kind = activation_find(name);
    float value = 3;
    int failures = 0;
    for (int type = ACTIVATION_FLOAT32; type <= ACTIVATION_FLOAT16; ++type)
        failures +=
            activation_forward(kind, &options, type, &value, &value, 1) != ACTIVATION_ERROR_UNSUPPORTED ||
            activation_backward(kind, &options, type, &value, &value, &value, 1) != ACTIVATION_ERROR_UNSUPPORTED;
    if (failures != 0 || value != 3) std::printf("%s is computed in the exact tier\n", name);
    return failures;
}

template <template <class> class Exact, bool Compiled>
int compare_exact(const char* name) {
    if constexpr (std::is_same_v<Exact<float>, activation_library::not_exact<float>>)
        return refused_as_exact(name);
    else if constexpr (Compiled)
        return compare<Exact, float>(name, ACTIVATION_EXACT) + compare<Exact, double>(name, ACTIVATION_EXACT);
    else
        return 0;
}

}  // namespace

int bits::ACTIVATION_LIBRARY_TARGET() {
    int failures = 0;
#define ACTIVATION_ENTRY(callable, Functor)                                                                           \
    failures += compare_all<activation::Functor, activation::fast::Functor, activation_library::compiled(#callable)>( \
        #callable);
#include <activation/catalogue.hpp>
#define ACTIVATION_LIBRARY_EXACT(callable, Functor) \
    failures += compare_exact<Functor, activation_library::compiled(#callable)>(#callable);
#include "exact_entries.inc"
    return failures;
}

#ifndef ACTIVATION_TESTS_SUPPORT_ROW_HPP
#define ACTIVATION_TESTS_SUPPORT_ROW_HPP

#include <activation/function.hpp>
#include <concepts>
#include <cstddef>
#include <cstdio>
#include <initializer_list>
#include <iterator>
#include <string>
#include <type_traits>
#include <xsimd/xsimd.hpp>

#include "support/bit_patterns.hpp"
#include "support/subject.hpp"

/// A row of the test table is all that the tests need to know of one activation: a struct template over the element
/// type that names the callable and states the contract's edges and the formula.  See silu_test.cpp for a plain one
/// and elu_test.cpp for one with parameters.
namespace tests {

#if defined(__FMA__) || defined(__FP_FAST_FMAF) || defined(__ARM_FEATURE_FMA)
inline constexpr bool has_fused_multiply_add = true;
#else
inline constexpr bool has_fused_multiply_add = false;
#endif

/// The accurate tier's bound of the contract.
template <class T>
inline constexpr double contract_ulp = std::same_as<T, float>&& has_fused_multiply_add ? 1.0 : 2.0;

/// The fast tier's, forward, and for derivatives of max(|f′|, 1/16).
template <class T>
inline constexpr double contract_fast_ulp = std::same_as<T, float> ? 4.0 : 8.0;

/// What a row inherits, and overrides where it differs.
template <class Functor, class T>
struct row_defaults {
    static constexpr Functor parameters[] = {{}};
    /// backward_from_output exists.
    static constexpr bool from_output = false;
    /// Of backward_from_output: values for which it must throw, and the name of the parameter in the message.
    static constexpr std::initializer_list<T> ambiguous{};
    static constexpr const char* parameter = nullptr;
    /// Where the derivative jumps or has a jump in its slope.
    static constexpr std::initializer_list<double> knees{};
    /// Of the first parameters.
    static constexpr std::initializer_list<known_value> known{};
    static constexpr double ulp(const Functor&) { return contract_ulp<T>; }
    /// Where backward passes no gradient, infinite and NaN ones included.
    static constexpr bool constant(T, const Functor&) { return false; }
};

template <class V, class Functor>
[[gnu::always_inline]] constexpr results<V> results_of(const Functor& p, const V& x) {
    const auto fused = p.value_and_derivative(x);
    return {p.forward(x), p.derivative(x), fused.value, fused.derivative};
}

/// The call forms of activation::function, as data.
template <template <class> class Row, class T, class Functor>
std::vector<call_form<T>> forms_of(const Functor& p) {
    static constexpr const auto& f = Row<T>::call;
    static_assert(Row<T>::from_output ==
                  requires(std::span<const T> in, std::span<T> out) { f.backward_from_output(in, in, out, p); });
    using reads = typename call_form<T>::reads;
    using writes = typename call_form<T>::writes;
    using one = element<T>;
    const std::string name = std::string("activation::") + Functor::name;
    std::vector<call_form<T>> forms{
        {name + "(x)",
         {"x"},
         {"x"},
         [p](const reads&, const writes& to) { f(to[0], p); },
         [p](const one& in) { return one{f(in[0], p)}; },
         true},
        {name + "(x, y)",
         {"x"},
         {"y"},
         [p](const reads& in, const writes& to) { f(in[0], to[0], p); },
         [p](const one& in) { return one{f(in[0], p)}; }},
        {name + ".derivative(x, d)",
         {"x"},
         {"d"},
         [p](const reads& in, const writes& to) { f.derivative(in[0], to[0], p); },
         [p](const one& in) { return one{f.derivative(in[0], p)}; }},
        {name + ".value_and_derivative(x, y, d)",
         {"x"},
         {"y", "d"},
         [p](const reads& in, const writes& to) { f.value_and_derivative(in[0], to[0], to[1], p); },
         [p](const one& in) {
             return one{f(in[0], p), f.derivative(in[0], p)};
         }},
        {name + ".backward(grad_output, x, grad_input)",
         {"grad_output", "x"},
         {"grad_input"},
         [p](const reads& in, const writes& to) { f.backward(in[0], in[1], to[0], p); },
         [p](const one& in) { return one{Row<T>::constant(in[1], p) ? T(0) : in[0] * f.derivative(in[1], p)}; }}};
    if constexpr (Row<T>::from_output) {
        const auto call = [p](const reads& in, const writes& to) { f.backward_from_output(in[0], in[1], to[0], p); };
        const auto one_call = [p](const one& in) {
            T grad_input[1];
            f.backward_from_output(std::span(&in[0], 1), std::span(&in[1], 1), grad_input, p);
            return one{grad_input[0]};
        };
        forms.push_back({name + ".backward_from_output(grad_output, y, grad_input)",
                         {"grad_output", "y"},
                         {"grad_input"},
                         call,
                         one_call});
    }
    return forms;
}

/// The batches of one architecture, if this target has them.
template <class T, class Architecture, class Functor>
void add_lanes(std::vector<lane_form<T>>& lanes, const char* name, const Functor& p) {
    if constexpr (xsimd::types::has_simd_register<T, Architecture>::value) {
        using batch = xsimd::batch<T, Architecture>;
        lanes.push_back({name, batch::size, [p](const T* x, results<T>* y) {
                             const results<batch> got = results_of(p, batch::load_unaligned(x));
                             T lane[4][batch::size];
                             got.value.store_unaligned(lane[0]);
                             got.derivative.store_unaligned(lane[1]);
                             got.fused_value.store_unaligned(lane[2]);
                             got.fused_derivative.store_unaligned(lane[3]);
                             for (std::size_t i = 0; i < batch::size; ++i)
                                 y[i] = {lane[0][i], lane[1][i], lane[2][i], lane[3][i]};
                         }});
    }
}

template <class T, class Functor>
std::vector<lane_form<T>> lanes_of(const Functor& p) {
    std::vector<lane_form<T>> lanes;
    add_lanes<T, xsimd::default_arch>(lanes, "the default architecture", p);
    if constexpr (!std::same_as<xsimd::sse2, xsimd::default_arch>) add_lanes<T, xsimd::sse2>(lanes, "sse2", p);
    if constexpr (!std::same_as<xsimd::avx, xsimd::default_arch>) add_lanes<T, xsimd::avx>(lanes, "avx", p);
    if constexpr (!std::same_as<xsimd::avx2, xsimd::default_arch>) add_lanes<T, xsimd::avx2>(lanes, "avx2", p);
    return lanes;
}

/// Inputs that are also evaluated at compile time: ±0, ±∞, ±1, the smallest and the largest, and a spread of others.
template <class T>
constexpr std::array<T, 32> constant_inputs() {
    using limits = std::numeric_limits<T>;
    constexpr auto bias = static_cast<std::uint64_t>(limits::max_exponent - 1);
    std::array<T, 32> x{T(0),
                        T(-0.0),
                        limits::infinity(),
                        -limits::infinity(),
                        T(1),
                        T(-1),
                        limits::denorm_min(),
                        -limits::denorm_min(),
                        limits::max(),
                        limits::lowest(),
                        limits::min(),
                        -limits::min()};
    random_bits next(1);
    for (std::size_t i = 12; i < x.size(); ++i) {
        const std::uint64_t bits = next();
        x[i] = assemble<T>(i % 2 == 0, bias - 7 + i / 2 - bits % 2, bits);
    }
    return x;
}

/// One constant expression for each input: a compiler bounds the work in one.
template <template <class> class Row, class T, std::size_t Index, std::size_t Input>
inline constexpr constant<T> folded{constant_inputs<T>()[Input],
                                    results_of(Row<T>::parameters[Index], constant_inputs<T>()[Input])};

template <template <class> class Row, class T, std::size_t Index, std::size_t... Input>
std::vector<constant<T>> constants_of(std::index_sequence<Input...>) {
    return {folded<Row, T, Index, Input>...};
}

/// Those of parameters[index].
template <template <class> class Row, class T, std::size_t... Index>
std::vector<constant<T>> constants_of(std::size_t index, std::index_sequence<Index...>) {
    constexpr auto inputs = std::make_index_sequence<constant_inputs<T>().size()>{};
    std::vector<constant<T>> constants;
    ((Index == index ? void(constants = constants_of<Row, T, Index>(inputs)) : void()), ...);
    return constants;
}

template <template <class> class Row, class T>
std::vector<ambiguous_form<T>> ambiguous_of() {
    std::vector<ambiguous_form<T>> ambiguous;
    if constexpr (Row<T>::parameter != nullptr) {
        for (const T value : Row<T>::ambiguous) {
            const std::remove_cvref_t<decltype(Row<T>::parameters[0])> p{value};
            char reason[64];
            std::snprintf(reason, sizeof reason, "%s is %g", Row<T>::parameter, static_cast<double>(value));
            ambiguous.push_back({forms_of<Row, T>(p).back(), reason});
        }
    }
    return ambiguous;
}

/// What the checks see of Row<T> with its parameters[index].
template <template <class> class Row, class T>
subject<T> subject_of(std::size_t index) {
    const auto& p = Row<T>::parameters[index];
    const char* type = std::same_as<T, float> ? "<float>" : "<double>";
    const bool first = index == 0;
    return {.name = std::string(p.name) + type + ", parameters[" + std::to_string(index) + "]",
            .one = [p](T x) { return results_of(p, x); },
            .forms = forms_of<Row, T>(p),
            .ambiguous = first ? ambiguous_of<Row, T>() : std::vector<ambiguous_form<T>>{},
            .lanes = lanes_of<T>(p),
            .constants = constants_of<Row, T>(index, std::make_index_sequence<std::size(Row<T>::parameters)>{}),
            .value = Row<T>::value(p),
            .derivative = Row<T>::derivative(p),
            .formula = [p](long double x) { return Row<T>::formula(x, p); },
            .known = first ? std::vector<known_value>(Row<T>::known) : std::vector<known_value>{},
            .ulp = Row<T>::ulp(p),
            .knees = Row<T>::knees};
}

}  // namespace tests

#endif

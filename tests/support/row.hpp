#ifndef ACTIVATION_TESTS_SUPPORT_ROW_HPP
#define ACTIVATION_TESTS_SUPPORT_ROW_HPP

#include <activation/function.hpp>
#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <xsimd/xsimd.hpp>

#include "support/constants.hpp"
#include "support/description.hpp"
#include "support/functor.hpp"
#include "support/subject.hpp"

/// How an activation of the library and its description become what the checks see.
namespace tests {

/// A description, the library's functor template that it describes, and the callable of that.
template <class Description, template <class> class Functor, const auto& callable>
struct row {
    static constexpr const auto& call = callable;
    static constexpr std::size_t count = std::size(Description::sets);
    using parameters = typename Description::parameters;

    /// The accurate tier's kernel, or that of its own in the fast tier.
    static constexpr bool is_fast = std::string_view(Functor<float>::name).starts_with("fast::");

    static constexpr parameters values(std::size_t index) { return Description::sets[index].values; }

    template <class T>
    static constexpr Functor<T> functor(std::size_t index) {
        return functor_of<Functor, T>(values(index));
    }

    static constexpr const bounds& allowed(std::size_t index) {
        return is_fast ? Description::fast : Description::sets[index].allowed;
    }

    /// The bounds for the suite.  Those in double that are no theorems are of samples, which the suite's inputs need not
    /// be among: there it asks for the contract.
    template <class T>
    static constexpr bound allowed_in(std::size_t index) {
        const bound of_judge = bound_of<T>(allowed(index));
        if (std::same_as<T, float> || of_judge.forward <= 0.5) return of_judge;
        return {std::max(2.0, of_judge.forward), std::max(2.0, of_judge.derivative)};
    }
};

/// The call forms of activation::function, as data.
template <class Row, class Description, class T, class Functor>
std::vector<call_form<T>> forms_of(const Functor& p, const typename Description::parameters& values) {
    static constexpr const auto& f = Row::call;
    static_assert(Description::has_from_output ==
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
         [p, values](const one& in) {
             return one{Description::constant(in[1], values) ? T(0) : in[0] * f.derivative(in[1], p)};
         }}};
    if constexpr (Description::has_from_output) {
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

/// backward_from_output with its parameter zero, negative and NaN.
template <class Row, class Description, class T>
std::vector<ambiguous_form<T>> ambiguous_of() {
    std::vector<ambiguous_form<T>> ambiguous;
    if constexpr (Description::positive_parameter != nullptr) {
        for (const T value : {T(0), T(-0.0), T(-1), std::numeric_limits<T>::quiet_NaN()}) {
            const std::remove_cvref_t<decltype(Row::template functor<T>(0))> p{value};
            char reason[64];
            std::snprintf(reason, sizeof reason, "%s is %g", Description::positive_parameter,
                          static_cast<double>(value));
            ambiguous.push_back({forms_of<Row, Description, T>(p, Row::values(0)).back(), reason});
        }
    }
    return ambiguous;
}

/// Whether the description has what the benchmarks time beside the library.
template <class Description>
inline constexpr bool has_textbook = requires(long double x) {
    Description::textbook(x);
    Description::textbook_derivative(x);
};

template <class T, class Description>
void add_textbook(subject<T>& f) {
    if constexpr (has_textbook<Description>) {
        f.textbook = [](long double x) { return Description::textbook(x); };
        f.textbook_derivative = [](long double x) { return Description::textbook_derivative(x); };
    }
}

/// What the checks see of an activation with its parameter set `index`.
template <class Row, class Description, class T>
subject<T> subject_of(std::size_t index) {
    const auto values = Row::values(index);
    const auto p = Row::template functor<T>(index);
    const bound allowed = Row::template allowed_in<T>(index);
    const double floor = Row::allowed(index).derivative_floor;
    const bool has_floor = floor != 0.0, rises = Description::sets[index].how == described::shape::rising;
    const char* type = std::same_as<T, float> ? "<float> " : "<double> ";
    const bool first = index == 0;
    std::vector<call_form<T>> forms = forms_of<Row, Description, T>(p, values);
    if (Description::has_from_output && !Description::output_determines(values)) forms.pop_back();
    subject<T> f{.name = std::string(p.name) + type + Description::sets[index].label,
                 .one = [p](T x) { return results_of(p, x); },
                 .forms = std::move(forms),
                 .ambiguous = first ? ambiguous_of<Row, Description, T>() : std::vector<ambiguous_form<T>>{},
                 .lanes = lanes_of<T>(p),
                 .constants = constants_of<Row, T>(index, std::make_index_sequence<Row::count>{}),
                 .value = Description::template value<T>(values),
                 .derivative = Description::template slope<T>(values),
                 .formula = [values](long double x) { return Description::formula(x, values); },
                 .textbook = {},
                 .textbook_derivative = {},
                 .known = first ? std::vector<known_value>(Description::known) : std::vector<known_value>{},
                 .ulp = allowed.forward,
                 .floor = Row::allowed(index).forward_floor,
                 .relative_below = Row::allowed(index).relative_below,
                 .is_tiny_at_infinity = Row::is_fast,
                 .floor_next_to_root = rises ? 0.0 : floor,
                 .derivative_ulp = has_floor ? std::max(2.0, allowed.derivative) : allowed.derivative,
                 .knees = Description::knees(values)};
    if (first) add_textbook<T, Description>(f);
    return f;
}

}  // namespace tests

#endif

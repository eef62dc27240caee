#ifndef ACTIVATION_DETAIL_CALL_REFUSED_HPP
#define ACTIVATION_DETAIL_CALL_REFUSED_HPP

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "activation/concepts.hpp"
#include "activation/detail/arch/target.hpp"
#include "activation/detail/call/executor.hpp"
#include "activation/detail/call/reason.hpp"

/// Calls that no form fits: one overload a name takes them all, so that the compiler's first line says why and no list
/// of overloads follows.  In a concept such a call is as good as none.
///
/// It stands for a call with fewer arguments as well: the others have defaults of the type of the parameters, so that
/// parameters in braces, of which no type is deduced, are taken too.
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wgcc-compat"
#define ACTIVATION_REFUSED                                                                                            \
    __attribute__((                                                                                                   \
        diagnose_if(Why == refused::values_and_elements_must_be_float_double_bfloat16_or_float16,                     \
                    "values and elements must be float, double, bfloat16 or float16", "error"),                       \
        diagnose_if(Why == refused::types_of_16_bits_need_their_format_in_activation_storage,                         \
                    "types of 16 bits need their format, said by a specialisation of activation::storage", "error"),  \
        diagnose_if(Why == refused::memory_must_be_contiguous_and_sized,                                              \
                    "memory must be contiguous and sized, as a std::span can view it", "error"),                      \
        diagnose_if(Why == refused::double_must_not_be_mixed_with_other_types,                                        \
                    "double must not be mixed with other types in one call", "error"),                                \
        diagnose_if(Why == refused::biased_and_scaled_are_read_and_never_written,                                     \
                    "biased and scaled are read and never written", "error"),                                         \
        diagnose_if(Why == refused::accumulate_is_an_output_and_never_read, "accumulate is an output and never read", \
                    "error"),                                                                                         \
        diagnose_if(Why == refused::output_must_not_be_const, "an output must not be const", "error"),                \
        diagnose_if(Why == refused::output_must_outlive_the_call,                                                     \
                    "an output must be a view or a container that has a name", "error"),                              \
        diagnose_if(Why == refused::pointers_must_be_followed_by_their_count,                                         \
                    "pointers must be followed by the count of their elements", "error"),                             \
        diagnose_if(Why == refused::pointers_and_ranges_must_not_be_mixed,                                            \
                    "one call takes ranges or pointers and a count, not both", "error"),                              \
        diagnose_if(Why == refused::c_array_is_a_range_and_takes_no_count, "a C array is a range and takes no count", \
                    "error"),                                                                                         \
        diagnose_if(Why == refused::this_form_takes_ranges_and_no_pointers, "this form takes ranges and no pointers", \
                    "error"),                                                                                         \
        diagnose_if(Why == refused::parameters_must_be_in_braces_or_the_functor_of_the_element_type,                  \
                    "parameters must be in braces, as in leaky_relu(x, {.negative_slope = 0.2f})"                     \
                    ", or the functor of the element type",                                                           \
                    "error"),                                                                                         \
        diagnose_if(Why == refused::this_activation_has_no_such_call, "this activation has no such call", "error"),   \
        diagnose_if(Why == refused::arguments_fit_no_form_of_this_call,                                               \
                    "the arguments fit no form of this call, which its header lists", "error")))
#else
#define ACTIVATION_REFUSED = delete
#endif

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// What a first argument holds: a value or batch itself, the elements of memory, or something else, which is refused.
template <class X>
struct subject {
    using type = float;
};

template <class X>
    requires(readable_range<X> || readable_pointer<X>)
struct subject<X> {
    using type = value_t<X>;
};

template <class X>
    requires value_or_batch<std::remove_const_t<std::remove_reference_t<X>>>
struct subject<X> {
    using type = std::remove_const_t<std::remove_reference_t<X>>;
};

template <class X>
using subject_t = typename subject<X>::type;

/// Parameters is the type of what stands last and may be left out.  Calls with a policy are no matter of those without.
template <class Parameters, class First, class... More>
constexpr refused why(const call_forms& forms, bool has_call = true, bool takes_value = false) {
    if constexpr (execution_policy<First>) return refused::nothing;
    return why_refused(forms, has_call, takes_value,
                       {traits_of<First, Parameters>(), traits_of<More, Parameters>()...});
}

/// The calls that one activation has beyond those of every function, and their forms: see prelu.hpp.
template <template <class> class F>
struct more_calls {
    static constexpr std::string_view form{}, backward_form{};
    void operator()() const = delete;
    void backward() const = delete;
};

/// What function<F> refuses.
template <template <class> class F>
struct refused_calls {
    /// The functor with the parameters of a call on A.
    template <class A>
    using functor = F<scalar_t<subject_t<A>>>;

    template <class A, class B = functor<A>, class C = functor<A>, class D = functor<A>,
              refused Why =
                  why<functor<A>, A, B, C, D>({"b", "rw", more_calls<F>::form}, has_forward<F, subject_t<A>>, true)>
        requires(Why != refused::nothing)
    void operator()(A&&, B&& = {}, C&& = {}, D&& = {}) const ACTIVATION_REFUSED;

    template <class A, class B = functor<A>, class C = functor<A>, class D = functor<A>,
              refused Why = why<functor<A>, A, B, C, D>({"rw"}, has_derivative<F, subject_t<A>>, true)>
        requires(Why != refused::nothing)
    void derivative(A&&, B&& = {}, C&& = {}, D&& = {}) const ACTIVATION_REFUSED;

    template <class A, class B = functor<A>, class C = functor<A>, class D = functor<A>, class E = functor<A>,
              refused Why = why<functor<A>, A, B, C, D, E>({"rww"}, has_derivative<F, subject_t<A>>, true)>
        requires(Why != refused::nothing)
    void value_and_derivative(A&&, B&& = {}, C&& = {}, D&& = {}, E&& = {}) const ACTIVATION_REFUSED;

    template <class A, class B = functor<A>, class C = functor<A>, class D = functor<A>, class E = functor<A>,
              class G = functor<A>,
              refused Why = why<functor<A>, A, B, C, D, E, G>({"rrw", more_calls<F>::backward_form},
                                                              has_derivative<F, subject_t<A>>)>
        requires(Why != refused::nothing)
    void backward(A&&, B&& = {}, C&& = {}, D&& = {}, E&& = {}, G&& = {}) const ACTIVATION_REFUSED;

    template <class A, class B = functor<A>, class C = functor<A>, class D = functor<A>, class E = functor<A>,
              refused Why = why<functor<A>, A, B, C, D, E>({"rrw"}, has_derivative_from_output<F, subject_t<A>>)>
        requires(Why != refused::nothing)
    void backward_from_output(A&&, B&& = {}, C&& = {}, D&& = {}, E&& = {}) const ACTIVATION_REFUSED;
};

/// Nothing that could stand last.
struct no_parameters {};

/// What a gated unit refuses; Order tells which half of a packed row is which.
template <class Order>
struct refused_gated_calls {
    template <class A, class... More, refused Why = why<no_parameters, A, More...>({"rrw"})>
        requires(Why != refused::nothing)
    void operator()(A&&, More&&...) const ACTIVATION_REFUSED;

    template <class A, class... More, refused Why = why<no_parameters, A, More...>({"rrrww"})>
        requires(Why != refused::nothing)
    void backward(A&&, More&&...) const ACTIVATION_REFUSED;

    template <class A, class... More, refused Why = why<Order, A, More...>({"rwn"})>
        requires(Why != refused::nothing)
    void packed(A&&, More&&...) const ACTIVATION_REFUSED;

    template <class A, class... More, refused Why = why<Order, A, More...>({"rrwn"})>
        requires(Why != refused::nothing)
    void packed_backward(A&&, More&&...) const ACTIVATION_REFUSED;
};

/// What a function over rows refuses; Options<T> are those of a call on T.  Options in braces, of which no type is deduced,
/// have an overload of their own.
template <template <class> class Options>
struct refused_row_calls {
    template <class A>
    using options_for = Options<scalar_t<subject_t<A>>>;

    template <class A, class... More, refused Why = why<options_for<A>, A, More...>({"rwn"})>
        requires(Why != refused::nothing)
    void operator()(A&&, More&&...) const ACTIVATION_REFUSED;

    template <class A, class B, refused Why = why<options_for<A>, A, B, std::size_t>({"rwn"})>
        requires(Why != refused::nothing)
    void operator()(A&&, B&&, std::size_t, const options_for<A>&) const ACTIVATION_REFUSED;

    template <class A, class... More, refused Why = why<options_for<A>, A, More...>({"rrwn"})>
        requires(Why != refused::nothing)
    void backward(A&&, More&&...) const ACTIVATION_REFUSED;

    template <class A, class B, class C, refused Why = why<options_for<A>, A, B, C, std::size_t>({"rrwn"})>
        requires(Why != refused::nothing)
    void backward(A&&, B&&, C&&, std::size_t, const options_for<A>&) const ACTIVATION_REFUSED;
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#undef ACTIVATION_REFUSED
#if defined(__clang__)
#pragma clang diagnostic pop
#endif

#endif

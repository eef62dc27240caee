#ifndef ACTIVATION_DETAIL_CALL_REASON_HPP
#define ACTIVATION_DETAIL_CALL_REASON_HPP

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <ranges>
#include <string_view>
#include <type_traits>

#include "activation/concepts.hpp"
#include "activation/detail/arch/target.hpp"

/// Why a call is refused, found from what the types of its arguments tell.
namespace activation {

/// g++ spells the enumerator in the first line of its message; clang says the sentence that refused.hpp has for it.
enum class refused {
    nothing,
    values_and_elements_must_be_float_double_bfloat16_or_float16,
    types_of_16_bits_need_their_format_in_activation_storage,
    memory_must_be_contiguous_and_sized,
    double_must_not_be_mixed_with_other_types,
    biased_and_scaled_are_read_and_never_written,
    accumulate_is_an_output_and_never_read,
    output_must_not_be_const,
    output_must_outlive_the_call,
    pointers_must_be_followed_by_their_count,
    pointers_and_ranges_must_not_be_mixed,
    c_array_is_a_range_and_takes_no_count,
    this_form_takes_ranges_and_no_pointers,
    parameters_must_be_in_braces_or_the_functor_of_the_element_type,
    this_activation_has_no_such_call,
    arguments_fit_no_form_of_this_call
};

inline namespace ACTIVATION_TARGET {
namespace detail {

/// What the elements of an argument are computed in.
enum class element_type { other, of_float, of_double };

/// What the type of an argument tells.
struct argument_traits {
    bool value = false;   ///< one value or batch
    bool memory = false;  ///< a range of any kind, what is told like one of Eigen's, or a pointer
    bool pointer = false;
    bool array = false;       ///< a C array
    bool count = false;       ///< an integer, as it follows pointers
    bool number = false;      ///< what a std::size_t is made of, as it follows the ranges of rows and channels
    bool parameters = false;  ///< the functor, or what else stands last and may be left out
    element_type element = element_type::other;
    refused read = refused::nothing;
    refused written = refused::nothing;
};

template <class X>
constexpr element_type element_type_of() {
    if constexpr (!requires { typename value_t<X>; })
        return element_type::other;
    else
        return std::same_as<value_t<X>, double> ? element_type::of_double : element_type::of_float;
}

/// Why something of type E is no element and no value.
template <class E>
constexpr refused why_no_element() {
    if constexpr (std::is_object_v<E>)
        if (sizeof(E) == 2) return refused::types_of_16_bits_need_their_format_in_activation_storage;
    return refused::values_and_elements_must_be_float_double_bfloat16_or_float16;
}

template <class X>
constexpr refused why_not_read() {
    if constexpr (readable_range<X> || readable_pointer<X>)
        return refused::nothing;
    else if constexpr (contiguous_memory<X> || rows_like<X> || pointer<X>)
        return why_no_element<element_t<X>>();
    else if constexpr (fused_output<X>)
        return refused::accumulate_is_an_output_and_never_read;
    else
        return refused::memory_must_be_contiguous_and_sized;
}

template <class X>
constexpr refused why_not_written() {
    if constexpr (fused_input<X>)
        return refused::biased_and_scaled_are_read_and_never_written;
    else if constexpr (fused_output<X>)
        return refused::nothing;
    else if constexpr (why_not_read<X>() != refused::nothing)
        return why_not_read<X>();
    else if constexpr (!mutable_elements<X>)
        return refused::output_must_not_be_const;
    else
        return pointer<X> || outlives_the_call<X> ? refused::nothing : refused::output_must_outlive_the_call;
}

template <class X, class Parameters>
constexpr argument_traits traits_of() {
    argument_traits traits;
    if constexpr (eigen_like<X> || pointer<X> || rows_like<X> || fused_input<X> || fused_output<X> ||
                  std::ranges::range<X>) {
        traits.memory = true;
        traits.pointer = pointer<X>;
        traits.array = std::is_array_v<std::remove_reference_t<X>>;
        traits.element = element_type_of<X>();
        traits.read = why_not_read<X>();
        traits.written = why_not_written<X>();
    } else {
        using value = std::remove_const_t<std::remove_reference_t<X>>;
        traits.value = value_or_batch<value> || half_width<value>;
        traits.read = why_no_element<value>();
        traits.count = std::integral<std::remove_cvref_t<X>>;
        traits.number = std::convertible_to<X, std::size_t>;
        traits.parameters = std::is_convertible_v<X, const Parameters&>;
    }
    return traits;
}

/// The forms of a name: of each the memory in the order of the arguments, `r` read, `w` written and `b` both, and
/// `n` a number that follows it.  Forms without a number take pointers and their count as well.
using call_forms = std::initializer_list<std::string_view>;

/// The form with so many arguments of memory; empty if there is none.
constexpr std::string_view form_with(const call_forms& forms, std::size_t memory) {
    for (const std::string_view& form : forms)
        if (form.size() - (form.ends_with('n') ? 1 : 0) == memory && memory != 0) return form;
    return {};
}

/// Memory that is no memory of the form's: elements of another kind, const or temporary where it is written.
constexpr refused why_not_memory(const std::string_view& form, const argument_traits* arguments, std::size_t memory) {
    for (std::size_t i = 0; i < memory; ++i) {
        if (form[i] != 'w' && arguments[i].read != refused::nothing) return arguments[i].read;
        if (form[i] != 'r' && arguments[i].written != refused::nothing) return arguments[i].written;
    }
    for (std::size_t i = 1; i < memory; ++i)
        if (arguments[i].element != arguments[0].element) return refused::double_must_not_be_mixed_with_other_types;
    return refused::nothing;
}

/// What follows the memory does not fit it: no count after pointers, one after ranges, a number in place of parameters.
constexpr refused why_not_followed(const std::string_view& form, const argument_traits* arguments, std::size_t memory,
                                   std::size_t count) {
    std::size_t pointers = 0, arrays = 0;
    for (std::size_t i = 0; i < memory; ++i) {
        pointers += arguments[i].pointer;
        arrays += arguments[i].array;
    }
    const argument_traits next = memory < count ? arguments[memory] : argument_traits{};
    if (form.ends_with('n')) {
        if (pointers != 0) return refused::this_form_takes_ranges_and_no_pointers;
        return next.number && count == memory + 1 ? refused::nothing : refused::arguments_fit_no_form_of_this_call;
    }
    if (arrays != 0 && pointers + arrays == memory && next.count) return refused::c_array_is_a_range_and_takes_no_count;
    if (pointers != 0 && pointers != memory) return refused::pointers_and_ranges_must_not_be_mixed;
    if (pointers != 0 && !next.count) return refused::pointers_must_be_followed_by_their_count;
    return count == memory + (pointers != 0 ? 1 : 0)
               ? refused::nothing
               : refused::parameters_must_be_in_braces_or_the_functor_of_the_element_type;
}

/// Why the call is refused.  What stands last and may be left out is told from what was by nothing, and skipped.
template <std::size_t Count>
constexpr refused why_refused(const call_forms& forms, bool has_call, bool takes_value,
                              const argument_traits (&arguments)[Count]) {
    std::size_t memory = 0, count = Count;
    while (memory < Count && arguments[memory].memory) ++memory;
    while (count > memory && count > 1 && arguments[count - 1].parameters) --count;
    if (memory == 0 && takes_value) {
        if (!arguments[0].value) return arguments[0].read;
        if (count != 1) return refused::parameters_must_be_in_braces_or_the_functor_of_the_element_type;
    } else {
        const std::string_view form = form_with(forms, memory);
        if (form.empty()) return refused::arguments_fit_no_form_of_this_call;
        if (const refused why = why_not_memory(form, arguments, memory); why != refused::nothing) return why;
        if (const refused why = why_not_followed(form, arguments, memory, count); why != refused::nothing) return why;
    }
    return has_call ? refused::nothing : refused::this_activation_has_no_such_call;
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

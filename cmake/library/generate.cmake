# Writes, from the one list of activations, what there is one of for each: the declarations of <activation/activation.h>,
# their definitions, and the callables of <activation/library.hpp>.  A tier more is one in library_tiers and its prefix, one in
# target_table.hpp's enumeration, and its tables in elementwise_kernels.cpp, row_kernels.cpp and target.cpp.
#
# Sets   library_names           the activations, a kind being the place in this list
#        library_parameters_X    the names of the parameters of X
#        library_functor_X       its functor
set(library_types f32 f64 bf16 f16)
set(library_element_f32 float)
set(library_element_f64 double)
set(library_element_bf16 uint16_t)
set(library_element_f16 uint16_t)
set(library_compute_f32 float)
set(library_compute_f64 double)
set(library_compute_bf16 float)
set(library_compute_f16 float)
set(library_enumerator_f32 float32)
set(library_enumerator_f64 float64)
set(library_enumerator_bf16 bfloat16)
set(library_enumerator_f16 float16)

# The tiers, and what stands before their names.
set(library_tiers accurate fast)
set(library_prefix_accurate "activation_")
set(library_prefix_fast "activation_fast_")

# The gated units, and the activation of each.
set(library_gates glu reglu geglu geglu_tanh swiglu)
set(library_gate_glu sigmoid)
set(library_gate_reglu relu)
set(library_gate_geglu gelu)
set(library_gate_geglu_tanh gelu_tanh)
set(library_gate_swiglu silu)

set(library_include "${PROJECT_SOURCE_DIR}/include/activation")
file(STRINGS "${library_include}/catalogue.hpp" library_names REGEX "^#include \"activation/.*\\.hpp\"$")
list(TRANSFORM library_names REPLACE "^#include \"activation/(.*)\\.hpp\"$" "\\1")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${library_include}/catalogue.hpp")
foreach(name IN LISTS library_names)
    set(header "${library_include}/${name}.hpp")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${header}")
    file(READ "${header}" text)
    if(NOT text MATCHES "\nACTIVATION_ENTRY\\(${name}, ([A-Za-z0-9]+)\\)\n")
        message(FATAL_ERROR "${header} has no line ACTIVATION_ENTRY(${name}, its functor)")
    endif()
    set(library_functor_${name} "${CMAKE_MATCH_1}")
    set(library_parameters_${name} "")
    if(text MATCHES " parameter_names\\[\\] = {([^}]*)}")
        string(REGEX MATCHALL "[a-z_]+" library_parameters_${name} "${CMAKE_MATCH_1}")
    endif()
endforeach()

foreach(name IN LISTS ACTIVATION_LIBRARY_NAMES)
    if(NOT name IN_LIST library_names AND NOT name STREQUAL "softmax")
        message(FATAL_ERROR "ACTIVATION_LIBRARY_NAMES has ${name}, but there are ${library_names} and softmax")
    endif()
endforeach()

set(declarations "")
set(definitions "")

# library_function(<name> <arguments> <body>): declares and defines it.
function(library_function name arguments body)
    set(declaration "ACTIVATION_API int ${name}(${arguments});\n")
    string(LENGTH "${declaration}" length)
    if(length GREATER 121)
        set(declaration "ACTIVATION_API int ${name}(\n    ${arguments});\n")
    endif()
    string(APPEND declarations "${declaration}")
    string(APPEND definitions "int ${name}(${arguments}) {\n${body}\n}\n")
    set(declarations "${declarations}" PARENT_SCOPE)
    set(definitions "${definitions}" PARENT_SCOPE)
endfunction()

function(library_elementwise name kind)
    foreach(tier IN LISTS library_tiers)
        foreach(type IN LISTS library_types)
            set(element ${library_element_${type}})
            set(compute ${library_compute_${type}})
            set(which "{${kind}, ${tier}, ${library_enumerator_${type}}}")
            set(extra "")
            set(given no_parameters)
            set(values "")
            if(library_parameters_${name})
                list(LENGTH library_parameters_${name} count)
                list(JOIN library_parameters_${name} ", ${compute} " extra)
                set(extra ", ${compute} ${extra}")
                list(JOIN library_parameters_${name} ", " values)
                set(values "    const double values[] = {${values}};\n")
                set(given "{values, ${count}}")
            endif()
            set(prefix "${library_prefix_${tier}}${name}")
            library_function("${prefix}_${type}" "const ${element}* x, ${element}* y, size_t n${extra}"
                             "${values}    return quick_forward(${which}, x, y, n, ${given});")
            library_function("${prefix}_derivative_${type}" "const ${element}* x, ${element}* d, size_t n${extra}"
                             "${values}    return quick_derivative(${which}, x, d, n, ${given});")
            library_function("${prefix}_value_and_derivative_${type}"
                             "const ${element}* x, ${element}* y, ${element}* d, size_t n${extra}"
                             "${values}    return quick_value_and_derivative(${which}, x, y, d, n, ${given});")
            library_function("${prefix}_backward_${type}"
                             "const ${element}* grad_output, const ${element}* x, ${element}* grad_input, size_t n${extra}"
                             "${values}    return quick_backward(${which}, grad_output, x, grad_input, n, ${given});")
        endforeach()
    endforeach()
    set(declarations "${declarations}" PARENT_SCOPE)
    set(definitions "${definitions}" PARENT_SCOPE)
endfunction()

function(library_gated gate)
    list(FIND library_names ${library_gate_${gate}} kind)
    foreach(tier IN LISTS library_tiers)
        foreach(type IN LISTS library_types)
            set(e ${library_element_${type}})
            set(which "{${kind}, ${tier}, ${library_enumerator_${type}}}")
            set(prefix "${library_prefix_${tier}}${gate}")
            library_function("${prefix}_${type}" "const ${e}* activated, const ${e}* linear, ${e}* y, size_t n"
                             "    return gated_call(${which}, activated, linear, y, n, no_parameters);")
            library_function("${prefix}_backward_${type}"
                             "const ${e}* grad_output, const ${e}* activated, const ${e}* linear, ${e}* grad_activated, ${e}* grad_linear, size_t n"
                             "    return gated_backward_call(${which}, grad_output, activated, linear, grad_activated, grad_linear, n, no_parameters);")
        endforeach()
    endforeach()
    set(declarations "${declarations}" PARENT_SCOPE)
    set(definitions "${definitions}" PARENT_SCOPE)
endfunction()

function(library_rows)
    foreach(tier IN LISTS library_tiers)
        foreach(type IN ITEMS f32 f64)
            set(e ${library_element_${type}})
            set(which "{${tier}, ${library_enumerator_${type}}}")
            foreach(rows IN ITEMS softmax log_softmax)
                set(prefix "${library_prefix_${tier}}${rows}")
                library_function("${prefix}_${type}" "const ${e}* x, ${e}* y, size_t n, size_t width"
                                 "    return rows_call(&row_kernels::${rows}, ${which}, x, y, n, width, nullptr);")
                library_function("${prefix}_backward_${type}"
                                 "const ${e}* grad_output, const ${e}* y, ${e}* grad_input, size_t n, size_t width"
                                 "    return rows_backward_call(&row_kernels::${rows}_backward, ${which}, grad_output, y, grad_input, n, width, nullptr);")
            endforeach()
            set(prefix "${library_prefix_${tier}}prelu_channels")
            library_function("${prefix}_${type}"
                             "const ${e}* x, ${e}* y, size_t n, const ${e}* weights, size_t weight_count, size_t inner"
                             "    return channels_call(${which}, x, y, n, {weights, weight_count, inner});")
            library_function("${prefix}_backward_${type}"
                             "const ${e}* grad_output, const ${e}* x, ${e}* grad_input, size_t n, const ${e}* weights, ${e}* grad_weights, size_t weight_count, size_t inner"
                             "    return channels_backward_call(${which}, grad_output, x, grad_input, grad_weights, n, {weights, weight_count, inner});")
        endforeach()
    endforeach()
    set(declarations "${declarations}" PARENT_SCOPE)
    set(definitions "${definitions}" PARENT_SCOPE)
endfunction()

# What <activation/library.hpp> declares, tier by tier, and the most parameters that any of them has.
set(callables "")
set(most_parameters 1)
foreach(tier IN LISTS library_tiers)
    set(kind 0)
    if(NOT tier STREQUAL "accurate")
        string(APPEND callables "namespace ${tier} {\n")
    endif()
    foreach(name IN LISTS library_names)
        list(LENGTH library_parameters_${name} count)
        if(count GREATER most_parameters)
            set(most_parameters ${count})
        endif()
        string(APPEND callables "static constexpr detail::calls<${kind}, ${count}, ${tier}_tier> ${name}{};\n")
        math(EXPR kind "${kind} + 1")
    endforeach()
    foreach(gate IN LISTS library_gates)
        list(FIND library_names ${library_gate_${gate}} kind)
        string(APPEND callables "static constexpr detail::gated_calls<${kind}, ${tier}_tier> ${gate}{};\n")
    endforeach()
    string(APPEND callables "static constexpr detail::channel_calls<${tier}_tier> prelu_channels{};\n")
    string(APPEND callables "static constexpr detail::softmax_calls<${tier}_tier> softmax{};\n")
    string(APPEND callables "static constexpr detail::log_softmax_calls<${tier}_tier> log_softmax{};\n")
    if(NOT tier STREQUAL "accurate")
        string(APPEND callables "}  // namespace ${tier}\n")
    endif()
endforeach()

set(kind 0)
foreach(name IN LISTS library_names)
    string(APPEND declarations "\n/* ${name}: kind ${kind} */\n")
    list(LENGTH library_parameters_${name} count)
    string(APPEND definitions
           "static_assert(parameter_count<activation::${library_functor_${name}}<float>> == ${count});\n"
    )
    library_elementwise(${name} ${kind})
    math(EXPR kind "${kind} + 1")
endforeach()
foreach(gate IN LISTS library_gates)
    string(APPEND declarations "\n/* ${gate}: y[i] = ${library_gate_${gate}}(activated[i]) * linear[i] */\n")
    library_gated(${gate})
endforeach()
string(APPEND declarations "\n/* rows of width elements, n in all, and prelu with a weight for each channel */\n")
library_rows()
list(JOIN library_targets ", " targets)

set(library_generated "${CMAKE_CURRENT_BINARY_DIR}/generated")
configure_file("${CMAKE_CURRENT_LIST_DIR}/activation.h.in" "${library_generated}/include/activation/activation.h" @ONLY)
configure_file("${CMAKE_CURRENT_LIST_DIR}/library.hpp.in" "${library_generated}/include/activation/library.hpp" @ONLY)
configure_file("${CMAKE_CURRENT_LIST_DIR}/typed.cpp.in" "${library_generated}/typed.cpp" @ONLY)
list(TRANSFORM library_targets REPLACE "(.+)" "ACTIVATION_LIBRARY_ENTRY(\\1)" OUTPUT_VARIABLE entries)
list(JOIN entries "\n" entries)
file(CONFIGURE OUTPUT "${library_generated}/library_targets.inc" CONTENT "@entries@\n#undef ACTIVATION_LIBRARY_ENTRY\n" @ONLY)

# What is made for each activation: include/activation/catalogue.hpp names them, tests/activations/ describes them, and
# generated/ has a template for every translation unit that there is one of for each.
include_guard(DIRECTORY)

set(activation_tests "${CMAKE_CURRENT_LIST_DIR}")
set(activation_include "${PROJECT_SOURCE_DIR}/include/activation")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${activation_include}/catalogue.hpp")
file(STRINGS "${activation_include}/catalogue.hpp" activation_names REGEX "^#include \"activation/.*\\.hpp\"$")
list(TRANSFORM activation_names REPLACE "^#include \"activation/(.*)\\.hpp\"$" "\\1")
file(
    GLOB descriptions
    CONFIGURE_DEPENDS
    RELATIVE "${activation_tests}/activations"
    "${activation_tests}/activations/*.hpp"
)
foreach(description IN LISTS descriptions)
    cmake_path(GET description STEM name)
    if(NOT name IN_LIST activation_names)
        message(FATAL_ERROR "tests/activations/${description} describes what include/activation/catalogue.hpp does not list")
    endif()
endforeach()
foreach(name IN LISTS activation_names)
    if(NOT EXISTS "${activation_tests}/activations/${name}.hpp")
        message(FATAL_ERROR "include/activation/catalogue.hpp lists ${name}, and tests/activations/${name}.hpp is missing")
    endif()
    file(STRINGS "${activation_include}/${name}.hpp" entry REGEX "^ACTIVATION_ENTRY\\(")
    if(NOT entry MATCHES "^ACTIVATION_ENTRY\\(${name}, ([A-Za-z0-9]+)\\)$")
        message(FATAL_ERROR "include/activation/${name}.hpp has no line ACTIVATION_ENTRY(${name}, its functor)")
    endif()
    set(activation_functor_${name} "${CMAKE_MATCH_1}")
endforeach()

# activation_generate(<variable> <kind> <name>): the path of generated/<kind>.cpp.in for that activation.
function(activation_generate variable kind NAME)
    set(FUNCTOR "${activation_functor_${NAME}}")
    set(source "${PROJECT_BINARY_DIR}/generated/${kind}/${NAME}.cpp")
    configure_file("${activation_tests}/generated/${kind}.cpp.in" "${source}" @ONLY)
    set(${variable} "${source}" PARENT_SCOPE)
endfunction()

# activation_generate_all(<variable> <kind>): those of all activations.
function(activation_generate_all variable kind)
    set(sources "")
    foreach(name IN LISTS activation_names)
        activation_generate(source ${kind} ${name})
        list(APPEND sources "${source}")
    endforeach()
    set(${variable} "${sources}" PARENT_SCOPE)
endfunction()

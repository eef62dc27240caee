# What every program of this repository is built with, and no consumer ever is: warnings as errors, and the instruction
# set the person at the keyboard asked for. cmake --compile-no-warning-as-error lets a newer compiler complain and go on.
function(activation_own_target target)
    target_link_libraries(${target} PRIVATE activation::activation)
    separate_arguments(arch_flags UNIX_COMMAND "${ACTIVATION_ARCH_FLAGS}")
    target_compile_options(
        ${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow ${arch_flags}
    )
    # g++ 12 finds "__Y is used uninitialized" in its own AVX-512 headers.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        target_compile_options(${target} PRIVATE -Wno-uninitialized -Wno-maybe-uninitialized)
    endif()
    set_target_properties(${target} PROPERTIES COMPILE_WARNING_AS_ERROR ON)
endfunction()

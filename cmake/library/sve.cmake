# Targets of SVE, each for registers of one width, which the compiler is told and the processor must have: 256 bits (Neoverse
# V1) and 512 (A64FX).  There is none for 128 bits (Neoverse V2): NEON's registers are as wide, and xsimd 8.1 has them too.

# Whether the source compiles with the flags.
function(activation_sve_compiles result flags source)
    set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
    get_target_property(directories xsimd INTERFACE_INCLUDE_DIRECTORIES)
    string(REGEX REPLACE "\\$<BUILD_INTERFACE:([^>]*)>" "\\1" directories "${directories}")
    string(GENEX_STRIP "${directories}" directories)
    try_compile(
        compiles
        SOURCE_FROM_CONTENT sve.cpp "${source}"
        CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${PROJECT_SOURCE_DIR}/include;${directories}"
        COMPILE_DEFINITIONS ${flags} -Wfatal-errors
        CXX_STANDARD 20
        CXX_STANDARD_REQUIRED ON
        NO_CACHE
    )
    set(${result} ${compiles} PARENT_SCOPE)
endfunction()

# Why there is no target for that width, or nothing.
function(activation_sve_problem result bits flags)
    set(${result} "" PARENT_SCOPE)
    set(width "#include <arm_sve.h>\nstatic_assert(__ARM_FEATURE_SVE_BITS == ${bits});\n")
    set(kernel
        "#include <activation/gelu.hpp>
        static_assert(xsimd::batch<float>::size == ${bits} / 32);
        void run(const float* x, float* y, std::size_t n) { activation::gelu(std::span(x, n), std::span(y, n)); }\n"
    )
    if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
        set(${result} "the library knows how to ask only Linux for it" PARENT_SCOPE)
        return()
    endif()
    activation_sve_compiles(compiles "${flags}" "${width}")
    if(NOT compiles)
        list(JOIN flags " " flags)
        set(${result} "the compiler does not take ${flags}" PARENT_SCOPE)
        return()
    endif()
    activation_sve_compiles(compiles "${flags}" "${kernel}")
    if(NOT compiles)
        set(${result} "no kernel compiles for it with this compiler and xsimd (which has it from 13 on)" PARENT_SCOPE)
    endif()
endfunction()

foreach(bits IN ITEMS 256 512)
    set(library_flags_sve${bits} -march=armv8.2-a+sve -msve-vector-bits=${bits})
    activation_sve_problem(problem ${bits} "${library_flags_sve${bits}}")
    if(problem)
        message(STATUS "activation: libactivation without sve${bits}, ${problem}")
    else()
        list(APPEND library_all_targets sve${bits})
    endif()
endforeach()

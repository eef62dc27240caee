# The instruction sets of a processor's family, the best one last, with the compiler's flags for each.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|amd64")
    set(library_all_targets sse2 avx2 avx512)
    set(library_flags_sse2 -march=x86-64)
    set(library_flags_avx2 -march=x86-64 -mavx2 -mfma)
    set(library_flags_avx512 ${library_flags_avx2} -mavx512f -mavx512cd -mavx512bw -mavx512dq -mavx512vl)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64|ARM64")
    set(library_all_targets neon)
    set(library_flags_neon "")
    include(sve.cmake)
else()
    set(library_all_targets scalar)
    set(library_flags_scalar "")
endif()
set(ACTIVATION_LIBRARY_TARGETS
    "${library_all_targets}"
    CACHE STRING "Instruction sets to compile the library for, of ${library_all_targets}"
)
set(ACTIVATION_LIBRARY_NAMES
    ""
    CACHE STRING "What to compile kernels for, of the activations' names and softmax; empty for all"
)
set(library_targets "")
foreach(target IN LISTS library_all_targets)
    if(target IN_LIST ACTIVATION_LIBRARY_TARGETS)
        list(APPEND library_targets ${target})
    endif()
endforeach()
list(LENGTH library_targets count)
list(LENGTH ACTIVATION_LIBRARY_TARGETS asked)
if(count EQUAL 0 OR NOT count EQUAL asked)
    message(FATAL_ERROR "ACTIVATION_LIBRARY_TARGETS is ${ACTIVATION_LIBRARY_TARGETS}, but for ${CMAKE_SYSTEM_PROCESSOR} there are ${library_all_targets}")
endif()

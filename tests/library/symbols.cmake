# cmake -D nm=... -D objdump=... -D library=... -D archive=... -D header=... -D soname=... -P symbols.cmake: the shared library
# exports what <activation/activation.h> declares and nothing else, needs nothing of a C++ library, runs nothing when it is
# loaded, and is asked for by the name that changes with what programs would notice.
cmake_minimum_required(VERSION 3.25)

function(symbols_of file result)
    execute_process(COMMAND "${nm}" ${ARGN} "${file}" OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE "\n" ";" lines "${text}")
    set(${result} "${lines}" PARENT_SCOPE)
endfunction()

file(READ "${header}" text)
string(REGEX MATCHALL "ACTIVATION_API [a-z0-9_ *]*(activation_[a-z0-9_]+)\\(" declarations "${text}")
list(TRANSFORM declarations REPLACE ".*(activation_[a-z0-9_]+)\\($" "\\1" OUTPUT_VARIABLE declared)
list(SORT declared)
list(LENGTH declared count)
if(count LESS 900)
    message(FATAL_ERROR "only ${count} declarations in ${header}")
endif()

symbols_of("${library}" exported --dynamic --defined-only)
list(FILTER exported INCLUDE REGEX " ")
list(TRANSFORM exported REPLACE "^[0-9a-f]+ . ([^@]*).*" "\\1")
list(SORT exported)
if(NOT exported STREQUAL declared)
    set(missing "${declared}")
    list(REMOVE_ITEM missing ${exported})
    list(REMOVE_ITEM exported ${declared})
    message(FATAL_ERROR "declared and not exported: ${missing}\nexported and not declared: ${exported}")
endif()

symbols_of("${library}" needed --dynamic --undefined-only)
foreach(symbol IN LISTS needed)
    if(symbol MATCHES " (_Z|__cxa_(throw|guard)|__gxx_personality|_Unwind)")
        message(SEND_ERROR "the shared library needs ${symbol}, which C has not")
    endif()
endforeach()

# Hidden all but the interface, also where a program is linked with the archive.
symbols_of("${archive}" initialisers --defined-only)
list(FILTER initialisers INCLUDE REGEX "_GLOBAL__sub_I|__cxx_global_var_init")
if(initialisers)
    message(FATAL_ERROR "runs when it is loaded: ${initialisers}")
endif()
execute_process(COMMAND "${objdump}" -p "${library}" OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
if(NOT text MATCHES "SONAME +([^\n]*)\n" OR NOT CMAKE_MATCH_1 STREQUAL soname)
    message(FATAL_ERROR "the shared library's name is ${CMAKE_MATCH_1}, not ${soname}")
endif()
message(STATUS "${count} functions")

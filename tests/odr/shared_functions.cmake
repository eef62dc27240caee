# Which functions of the library and of xsimd several objects define.
cmake_minimum_required(VERSION 3.25)
string(REPLACE "," ";" objects "${objects}")

# The functions that an object offers to the linker, demangled.
function(functions_of object result)
    execute_process(COMMAND ${nm} --demangle --defined-only --extern-only ${object}
                    OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX REPLACE "[;\n]+" ";" lines "${output}")
    list(FILTER lines INCLUDE REGEX "^[0-9a-f]+ [TWi] .*(activation|xsimd)::")
    list(TRANSFORM lines REPLACE "^[0-9a-f]+ [TWi] " "")
    # The standard library's, which a range of halves begins with as one of floats does: a move.
    list(FILTER lines EXCLUDE REGEX "^activation::b?float16\\* std::(__)?to_address<")
    set(${result} "${lines}" PARENT_SCOPE)
endfunction()

function(shared_functions result)
    set(seen "")
    set(shared "")
    foreach(object IN LISTS ARGN)
        functions_of(${object} functions)
        if(functions STREQUAL "")
            message(FATAL_ERROR "${object} defines none of the library's functions: nothing is tested")
        endif()
        foreach(function IN LISTS functions)
            if(function IN_LIST seen)
                list(APPEND shared "${function}")
            endif()
        endforeach()
        list(APPEND seen ${functions})
    endforeach()
    set(${result} "${shared}" PARENT_SCOPE)
endfunction()

# xsimd before version 13 leaves one function out of line where nothing is inlined (-O0): the conversion of a batch to
# its register, which AVX2 inherits from AVX and both run alike. It is not the library's to change.
function(without_xsimd_conversions result)
    set(functions ${ARGN})
    list(FILTER functions EXCLUDE REGEX "^xsimd::types::simd_register<.*, xsimd::avx>::operator ")
    set(${result} "${functions}" PARENT_SCOPE)
endfunction()

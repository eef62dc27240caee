# Which functions the objects for the newest processor would lend to those for the oldest: only those may be, that have
# nothing to compute.
cmake_minimum_required(VERSION 3.25)
include("${objects}")

# The functions that objects offer to any other, demangled.
function(offered_by result)
    execute_process(COMMAND ${nm} --demangle --defined-only --extern-only ${ARGN}
                    OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX REPLACE "[][;]" "_" output "${output}")
    string(REGEX REPLACE "\n+" ";" lines "${output}")
    list(FILTER lines INCLUDE REGEX "^[0-9a-f]+ [TWi] ")
    list(TRANSFORM lines REPLACE "^[0-9a-f]+ [TWi] " "")
    list(REMOVE_DUPLICATES lines)
    set(${result} "${lines}" PARENT_SCOPE)
endfunction()

# What is left are addresses, sizes and orders, for which no compiler has a use for vector registers:
set(harmless
    # of the caller's range, through the standard's accessors,
    "std::(ranges::__cust_access|ranges::__access)::_(Data|Size|Begin|End)::operator\\(\\)"
    "std::span<"
    "std::__detail::__extent_storage<"
    "std::(__)?to_address<"
    "__gnu_cxx::__normal_iterator<"
    "std::ranges::__detail::__to_unsigned_like<"
    # of the name that a message calls the callable,
    "std::basic_string_view<"
    "(std|__gnu_cxx)::char_traits<char>::"
    "std::__is_constant_evaluated\\(\\)"
    # and of the atomic variable that holds the streaming threshold.
    "std::(__cmpexch_failure_order2?|__is_valid_cmpexch_failure_order)\\(std::memory_order\\)"
    "std::operator[&|]\\(std::memory_order, std::__memory_order_modifier\\)"
    # What clang calls where an exception would leave a function that has none: it ends the program.
    "__clang_call_terminate$"
    # xsimd before version 13: a batch as its register, which AVX2 inherits from AVX and both run alike.
    "xsimd::types::simd_register<.*, xsimd::avx>::operator "
)
offered_by(lent ${newest})
offered_by(borrowed ${oldest})
list(LENGTH borrowed count)
if(count LESS 100)
    message(FATAL_ERROR "only ${count} functions found: nothing is tested")
endif()
set(shared "")
foreach(function IN LISTS lent)
    if(NOT function IN_LIST borrowed)
        continue()
    endif()
    set(computes TRUE)
    foreach(pattern IN LISTS harmless)
        if(function MATCHES "^([a-z][^(]* )?(${pattern})")
            set(computes FALSE)
        endif()
    endforeach()
    if(computes)
        list(APPEND shared "${function}")
    endif()
endforeach()
if(shared)
    list(JOIN shared "\n  " text)
    message(FATAL_ERROR "shared by objects for two processors:\n  ${text}")
endif()
message(STATUS "${count} functions, none shared that computes")

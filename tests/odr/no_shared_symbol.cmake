# No function of the library, nor of xsimd, is defined by two objects: else the linker takes one of them for both.
include("${CMAKE_CURRENT_LIST_DIR}/shared_functions.cmake")

shared_functions(shared ${objects})
if(level STREQUAL "O0")
    without_xsimd_conversions(shared ${shared})
endif()
if(shared)
    list(JOIN shared "\n  " text)
    message(FATAL_ERROR "defined by more than one object:\n  ${text}")
endif()

# That the search finds what it looks for: an object shares all with itself.
list(GET objects 0 first)
shared_functions(shared ${first} ${first})
without_xsimd_conversions(shared ${shared})
if(NOT shared)
    message(FATAL_ERROR "no function of ${first} was recognised in itself")
endif()

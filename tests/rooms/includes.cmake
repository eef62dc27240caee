# Every header of ${include} includes only what its room may: itself and the rooms below it.
#
#     activation headers → call, math, simd        call → driver → simd → arch
#     math → simd, table                           table → nothing
#
# Two headers of arch are everywhere: target.hpp, which names the target's namespace, and requirements.hpp, which says
# what the compiler must be told and on failure includes a file that does not exist.  call knows concepts.hpp, which says
# what a call takes.
set(may_include_public public call math simd)
set(may_include_call call driver simd)
set(may_include_driver driver simd arch)
set(may_include_simd simd arch)
set(may_include_arch arch)
set(may_include_math math simd table)
set(may_include_table table)

cmake_minimum_required(VERSION 3.25)

# The room of a header whose path is given relative to ${include}.
function(room_of header result)
    set(room public)
    if(header MATCHES "^detail/([a-z]+)/[a-z0-9_]+\\.hpp$")
        set(room ${CMAKE_MATCH_1})
    elseif(header MATCHES "/")
        set(room "no room")
    endif()
    set(${result} "${room}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE headers RELATIVE "${include}" "${include}/*.hpp")
set(seen 0)
foreach(header IN LISTS headers)
    room_of("${header}" room)
    if(NOT DEFINED may_include_${room})
        message(SEND_ERROR "${header} stands in no room: detail/ has call, driver, simd, arch, math and table")
        continue()
    endif()
    file(STRINGS "${include}/${header}" lines REGEX "^ *# *include \"")
    foreach(line IN LISTS lines)
        math(EXPR seen "${seen} + 1")
        if(line STREQUAL "#include \"activation/end_of_compilation\"")
            continue()
        endif()
        if(NOT line MATCHES "^#include \"activation/([a-z0-9_/]+\\.hpp)\"$")
            message(SEND_ERROR "${header}: not by its path below include/: ${line}")
            continue()
        endif()
        set(included "${CMAKE_MATCH_1}")
        room_of("${included}" other)
        if(included MATCHES "^detail/arch/(target|requirements)\\.hpp$" OR (room STREQUAL "call" AND included STREQUAL "concepts.hpp"))
            continue()
        endif()
        if(NOT other IN_LIST may_include_${room})
            list(JOIN may_include_${room} ", " allowed)
            message(SEND_ERROR "${header} includes ${included}: ${room} may include ${allowed}, and not ${other}")
        endif()
    endforeach()
endforeach()
if(seen LESS 100)
    message(FATAL_ERROR "only ${seen} include lines below ${include}")
endif()

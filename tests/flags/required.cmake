# What each header says first to a compilation that cannot serve it, and what it warns of.
cmake_minimum_required(VERSION 3.25)
string(REPLACE "," ";" include_directories "${include_directories}")
# g++ has it in its list already and does not find its own headers where it is named once more by -isystem.
list(REMOVE_ITEM include_directories /usr/include)
file(GLOB headers RELATIVE "${include}" "${include}/activation/*.hpp")
list(LENGTH headers header_count)
if(header_count LESS 30)
    message(FATAL_ERROR "only ${header_count} headers found in ${include}")
endif()
execute_process(COMMAND ${compiler} --version OUTPUT_VARIABLE version COMMAND_ERROR_IS_FATAL ANY)
file(MAKE_DIRECTORY ${directory})

# The errors and warnings of a file that includes ${header}, one a list element, and the compiler's exit status.
function(messages_of header inclusion)
    file(WRITE ${directory}/source.cpp "#include <${header}>\nint main() { return 0; }\n")
    list(TRANSFORM include_directories PREPEND ${inclusion})
    execute_process(
        COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ${compiler} -fsyntax-only ${include_directories} ${ARGN}
                ${directory}/source.cpp
        ERROR_VARIABLE output
        RESULT_VARIABLE status
    )
    string(REPLACE ";" "," output "${output}")
    string(REPLACE "\n" ";" lines "${output}")
    list(FILTER lines INCLUDE REGEX "(error|warning|note): ")
    set(lines "${lines}" PARENT_SCOPE)
    set(status "${status}" PARENT_SCOPE)
endfunction()

# One error in plain words; what follows it only ends the compilation.
function(expect_error words header)
    messages_of(${header} -I ${ARGN})
    list(LENGTH lines count)
    list(GET lines 0 first)
    if(NOT count EQUAL 2 OR NOT first MATCHES "requirements.hpp:.* error: .*${words}" OR NOT lines MATCHES
                                                                                        "fatal error:[^;]*end_of_comp")
        list(JOIN lines "\n  " text)
        message(SEND_ERROR "${header} with ${ARGN}:\n  ${text}")
    endif()
endfunction()

# Every header below the newest standard that will not do; one of them below all.  clang reads on to the end after its first
# error, and is asked for every fifth if not thorough.
set(turn 0)
foreach(header IN LISTS headers)
    set(standards c++17)
    if(turn AND NOT thorough AND version MATCHES "clang")
        set(standards "")
    endif()
    math(EXPR turn "(${turn} + 1) % 5")
    if(header STREQUAL "activation/activation.hpp")
        list(APPEND standards c++98 c++11 c++14)
    endif()
    foreach(standard IN LISTS standards)
        expect_error("activation needs C\\+\\+20: compile with -std=c\\+\\+20" ${header} -std=${standard})
    endforeach()
endforeach()

execute_process(COMMAND ${compiler} -dumpmachine OUTPUT_VARIABLE machine)
if(machine MATCHES "x86_64|i.86")
    set(x87 "x87 unit: compile with -msse2 -mfpmath=sse")
    expect_error("${x87}" activation/activation.hpp -std=c++20 -m32 -mno-sse)
    expect_error("${x87}" activation/relu.hpp -std=c++20 -m32 -mno-sse -ffast-math)
    if(NOT version MATCHES "clang")
        expect_error("${x87}" activation/relu.hpp -std=c++20 -mfpmath=387)
        expect_error("${x87}" activation/relu.hpp -std=c++20 -mfpmath=both)
    endif()
endif()

# ${expected} warnings.
function(expect_warnings expected inclusion)
    messages_of(activation/activation.hpp ${inclusion} -std=c++20 -Wall -Wextra ${ARGN})
    list(LENGTH lines count)
    list(FILTER lines INCLUDE REGEX " (warning|note): .*-ffast-math voids .*ACTIVATION_ALLOW_FAST_MATH")
    list(LENGTH lines named)
    if(NOT count EQUAL expected OR NOT named EQUAL expected OR NOT status EQUAL 0)
        message(SEND_ERROR "${count} warnings in place of ${expected} with ${inclusion} ${ARGN}: ${lines}")
    endif()
endfunction()

expect_warnings(0 -I)
expect_warnings(1 -I -ffast-math)
expect_warnings(1 -I -ffinite-math-only)
expect_warnings(0 -I -ffast-math -DACTIVATION_ALLOW_FAST_MATH)
expect_warnings(1 -isystem -ffast-math)
expect_warnings(0 -isystem -ffast-math -DACTIVATION_ALLOW_FAST_MATH)
expect_warnings(1 -I -ffast-math -Werror -Wpedantic)
if(NOT version MATCHES "clang")
    # clang has no macro to know them by.
    expect_warnings(1 -I -funsafe-math-optimizations)
    expect_warnings(1 -I -fno-signed-zeros)
endif()
message(STATUS "${header_count} headers")

# What does the library cost to compile, and how large is what comes out? Run by the target `footprint`:
#
#   cmake -DCOMPILER=... -DFLAGS=... -DINCLUDES=... -DSOURCES=<this directory>/footprint -DOUTPUT=... -P footprint.cmake
#
# Writes OUTPUT/footprint.md and shows it. Seconds are the least of seven compilations, the two headers in turn.
set(rounds 7)
file(MAKE_DIRECTORY "${OUTPUT}")
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
list(TRANSFORM INCLUDES PREPEND -I)

function(compile source)
    execute_process(
        COMMAND "${COMPILER}" -std=c++20 ${flags} ${INCLUDES} -c "${SOURCES}/${source}.cpp" -o "${OUTPUT}/${source}.o"
        COMMAND_ERROR_IS_FATAL ANY
    )
endfunction()

# The least time so far of compiling `source`, in microseconds, as least_<source>.
macro(time_compilation source)
    string(TIMESTAMP start "%s%f")
    compile(${source})
    string(TIMESTAMP end "%s%f")
    math(EXPR elapsed "${end} - ${start}")
    if(NOT DEFINED least_${source} OR elapsed LESS least_${source})
        set(least_${source} ${elapsed})
    endif()
endmacro()

function(in_seconds microseconds result)
    math(EXPR milliseconds "(${microseconds} + 500) / 1000")
    math(EXPR whole "${milliseconds} / 1000")
    math(EXPR rest "1000 + ${milliseconds} % 1000")
    string(SUBSTRING ${rest} 1 3 rest)
    set(${result} "${whole}.${rest} s" PARENT_SCOPE)
endfunction()

# Code and constant data of an object, without what the linker throws away.
function(object_size source result)
    compile(${source})
    execute_process(
        COMMAND size "${OUTPUT}/${source}.o"
        OUTPUT_VARIABLE table
        COMMAND_ERROR_IS_FATAL ANY
    )
    string(REGEX MATCH "\n *([0-9]+)[ \t]+([0-9]+)" ignored "${table}")
    math(EXPR bytes "${CMAKE_MATCH_1} + ${CMAKE_MATCH_2}")
    set(${result} "${bytes} bytes" PARENT_SCOPE)
endfunction()

foreach(round RANGE 1 ${rounds})
    time_compilation(xsimd_only)
    time_compilation(everything)
    time_compilation(softmax_with_options)
endforeach()
math(EXPR difference "${least_everything} - ${least_xsimd_only}")
in_seconds(${least_xsimd_only} xsimd_seconds)
in_seconds(${least_everything} everything_seconds)
in_seconds(${difference} added_seconds)
in_seconds(${least_softmax_with_options} softmax_seconds)
object_size(relu relu_size)
object_size(gelu gelu_size)
object_size(softmax_with_options softmax_size)

execute_process(COMMAND "${COMPILER}" --version OUTPUT_VARIABLE compiler_version)
string(REGEX MATCH "^[^\n]*" compiler_version "${compiler_version}")
set(report
    "# What does it cost to compile?

- compiler: ${compiler_version}, -std=c++20 ${FLAGS}
- seconds: the least of ${rounds} compilations

|                                                     |          |
|:----------------------------------------------------|---------:|
| relu of a span, object code and data                | ${relu_size} |
| gelu of a span, object code and data                | ${gelu_size} |
| softmax of a span with options, all of which a call may have | ${softmax_size}, ${softmax_seconds} |
| `#include <xsimd/xsimd.hpp>`                        | ${xsimd_seconds} |
| `#include <activation/activation.hpp>`              | ${everything_seconds} |
| what `activation.hpp` adds to `xsimd.hpp`           | ${added_seconds} |
"
)
file(WRITE "${OUTPUT}/footprint.md" "${report}")
message("${report}")

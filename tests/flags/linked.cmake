# An object that is compiled with other flags is linked before and after a plain one, and must change none of its bits.
cmake_minimum_required(VERSION 3.25)
string(REPLACE "," ";" include_directories "${include_directories}")
list(TRANSFORM include_directories PREPEND "-I")
execute_process(COMMAND ${compiler} --version OUTPUT_VARIABLE version COMMAND_ERROR_IS_FATAL ANY)
file(MAKE_DIRECTORY ${directory})
file(WRITE ${directory}/calls.inc "ACTIVATION_CALL(linked)\n")
set(common -std=c++20 -I${directory} ${include_directories} -DACTIVATION_ALLOW_FAST_MATH -w)

function(compile source namespace object)
    execute_process(
        COMMAND ${launcher} ${compiler} ${common} -DACTIVATION_CALLED_AS=${namespace} ${ARGN} -c ${source} -o ${object}
                COMMAND_ERROR_IS_FATAL ANY
    )
endfunction()

# clang's object lends no function to another that computes: those that are left only write a message or ask for the size of
# the cache.
function(expect_own_functions object)
    execute_process(COMMAND ${nm} --demangle --defined-only --extern-only ${object} OUTPUT_VARIABLE output
                            COMMAND_ERROR_IS_FATAL ANY
    )
    string(REGEX REPLACE "[][;]" "_" output "${output}")
    string(REGEX REPLACE "\n" ";" lines "${output}")
    list(FILTER lines INCLUDE REGEX " [TWi] .*(activation|xsimd)::")
    list(FILTER lines EXCLUDE REGEX "::detail::(fail|refuse|rows_overlap|last_level_cache_bytes)[a-z_]*[<(]")
    if(lines)
        list(JOIN lines "\n  " text)
        message(SEND_ERROR "not the object's own:\n  ${text}")
    endif()
endfunction()

function(run result)
    execute_process(COMMAND ${compiler} ${ARGN} -o ${directory}/program COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${directory}/program OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    set(${result} "${output}" PARENT_SCOPE)
endfunction()

# The flags of the other objects, a few of them unless all are asked for: those that were found to change a result.
set(parts_of_fast_math
    "-ffast-math"
    "-ffast-math -fno-finite-math-only"
    "-Ofast"
    "-funsafe-math-optimizations"
    "-ffinite-math-only"
    "-fassociative-math -fno-signed-zeros -fno-trapping-math"
    "-freciprocal-math"
    "-fno-signed-zeros"
    "-ffp-contract=off"
    "-ffp-contract=fast"
    "-fno-math-errno -fno-trapping-math"
    "-frounding-math"
)
if(version MATCHES "clang")
    list(APPEND parts_of_fast_math "-fapprox-func" "-ffp-model=strict" "-fno-honor-nans -fno-honor-infinities"
                                   "-fdenormal-fp-math=preserve-sign")
else()
    list(APPEND parts_of_fast_math "-fsingle-precision-constant" "-fsignaling-nans")
endif()
set(all_of_it "-O1 -ffast-math" "-O3 -ffast-math" "-Os -ffast-math" "-O0 -ffast-math" "-O2 -fno-inline -ffast-math")

set(others_of_first ${parts_of_fast_math} ${all_of_it})
set(levels -O2 -O0 -Os)
if(NOT thorough)
    set(others_of_first "-ffast-math -fno-finite-math-only" "-ffinite-math-only")
    set(levels -O1)
    list(APPEND common -DACTIVATION_FEW_CALLS)
endif()

set(main ${directory}/main.o)
compile(${source_directory}/../calls/main.cpp plain ${main} -O2)
set(count 0)
foreach(level IN LISTS levels)
    set(plain ${directory}/plain.o)
    compile(${source_directory}/linked.cpp plain ${plain} ${level})
    run(expected ${main} ${plain})
    if(version MATCHES "clang" AND NOT level STREQUAL "-O0")
        expect_own_functions(${plain})
    endif()
    list(GET levels 0 first_level)
    if(level STREQUAL first_level)
        set(others ${others_of_first})
    else()
        set(others "-ffast-math")
    endif()
    foreach(flags IN LISTS others)
        separate_arguments(arguments UNIX_COMMAND "${flags}")
        set(other ${directory}/other.o)
        compile(${source_directory}/linked.cpp other ${other} ${level} ${arguments})
        foreach(order IN ITEMS "${other};${plain}" "${plain};${other}")
            run(output ${main} ${order})
            math(EXPR count "${count} + 1")
            if(NOT output STREQUAL expected)
                message(SEND_ERROR "${level} ${flags}, linked as ${order}, gives\n${output}instead of\n${expected}")
                break()
            endif()
        endforeach()
    endforeach()
endforeach()
message(STATUS "the same bits in ${count} programs")

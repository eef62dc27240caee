# Compiles each public header alone, with warnings as errors: cmake -D compiler=… -D include=… -D xsimd=… -P this file.
# Those of detail/ as well are compiled by the target all_verify_interface_header_sets.  -D compiled_alone=NAME,… leaves out
# headers that the build has compiled in -D kernels=DIRECTORY, where they must stand before all other lines.
file(GLOB headers "${include}/activation/*.hpp")
list(LENGTH headers count)
if(count LESS 30)
    message(FATAL_ERROR "only ${count} public headers found in ${include}/activation")
endif()
string(REPLACE "," ";" compiled_alone "${compiled_alone}")
foreach(name IN LISTS compiled_alone)
    file(STRINGS "${kernels}/${name}.cpp" lines REGEX "^[^/]")
    list(GET lines 0 first)
    if(NOT first STREQUAL "#include <activation/${name}.hpp>")
        message(FATAL_ERROR "${kernels}/${name}.cpp begins with ${first}, and not with activation/${name}.hpp")
    endif()
    list(REMOVE_ITEM headers "${include}/activation/${name}.hpp")
endforeach()
set(failed "")
foreach(header IN LISTS headers)
    execute_process(
        COMMAND "${compiler}" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Werror -I "${include}" -idirafter "${xsimd}"
                -include "${header}" -x c++ /dev/null RESULT_VARIABLE result
    )
    if(NOT result EQUAL 0)
        list(APPEND failed "${header}")
    endif()
endforeach()
if(failed)
    message(FATAL_ERROR "not by themselves: ${failed}")
endif()

# The path of .github/CONTRIBUTING.md, in a copy of the tree: what cmake/new_activation.cmake writes compiles, with every
# check that holds for all activations, and the omission of any part is noticed.
#
#     cmake -D source=DIRECTORY -D copy=DIRECTORY -D compiler=PATH -D include_directories=LIST,WITH,COMMAS -P path.cmake
cmake_minimum_required(VERSION 3.25)

set(name example_unit)
set(functor ExampleUNIT)
set(header "${copy}/include/activation/${name}.hpp")
set(description "${copy}/tests/activations/${name}.hpp")
set(catalogue "${copy}/include/activation/catalogue.hpp")
set(complete "${source}/tests/contributor/complete.cmake")

file(REMOVE_RECURSE "${copy}")
foreach(part IN ITEMS include tests cmake bench/support README.md)
    cmake_path(GET part PARENT_PATH room)
    file(COPY "${source}/${part}" DESTINATION "${copy}/${room}")
endforeach()
# All that a configuration does with the catalogue, and nothing that needs a compiler.
file(WRITE "${copy}/CMakeLists.txt" "cmake_minimum_required(VERSION 3.25)
project(copy LANGUAGES NONE)
include(tests/catalogue.cmake)
activation_generate(suite suite ${name})
activation_generate(reference reference ${name})
")

function(configure)
    execute_process(
        COMMAND "${CMAKE_COMMAND}" -S "${copy}" -B "${copy}/build"
        RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text
    )
    set(result ${result} PARENT_SCOPE)
    set(text "${text}" PARENT_SCOPE)
endfunction()

function(ask_for_completeness)
    execute_process(
        COMMAND "${CMAKE_COMMAND}" -D "source=${copy}" -P "${complete}"
        RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text
    )
    set(result ${result} PARENT_SCOPE)
    set(text "${text}" PARENT_SCOPE)
endfunction()

function(compile)
    string(REPLACE "," ";" directories "${include_directories}")
    list(TRANSFORM directories PREPEND "-I")
    execute_process(
        COMMAND "${compiler}" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -I
                "${copy}/include" -I "${copy}/tests" ${directories} "${copy}/build/generated/suite/${name}.cpp"
        RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text
    )
    set(result ${result} PARENT_SCOPE)
    set(text "${text}" PARENT_SCOPE)
endfunction()

macro(must_succeed what)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${what}:\n${text}")
    endif()
endmacro()

# must_notice(<step> <text>): the step fails, and says so.
macro(must_notice what expected)
    string(REGEX REPLACE "[ \n]+" " " text "${text}")
    if(result EQUAL 0 OR NOT text MATCHES "${expected}")
        message(FATAL_ERROR "without ${what}: exit status ${result}, and not \"${expected}\":\n${text}")
    endif()
endmacro()

# without_line(<file> <line>): a file that has the line once loses it; put_back gives it back.
macro(without_line file line)
    set(changed "${file}")
    file(READ "${changed}" before)
    string(REPLACE "${line}\n" "" after "${before}")
    string(LENGTH "${before}" length_before)
    string(LENGTH "${after}" length_after)
    string(LENGTH "${line}" length_of_line)
    math(EXPR difference "${length_before} - ${length_after} - 1")
    if(NOT difference EQUAL length_of_line)
        message(FATAL_ERROR "${changed} does not have the line once: ${line}")
    endif()
    file(WRITE "${changed}" "${after}")
endmacro()

macro(put_back)
    file(WRITE "${changed}" "${before}")
endmacro()

# What the program writes, and that it writes nothing over.
foreach(wrong IN ITEMS "" "ReLU" "a-b" "_a")
    execute_process(
        COMMAND "${CMAKE_COMMAND}" -P "${copy}/cmake/new_activation.cmake" -- ${wrong} RESULT_VARIABLE result ERROR_QUIET
    )
    if(result EQUAL 0)
        message(FATAL_ERROR "the name '${wrong}' is not refused")
    endif()
endforeach()
execute_process(
    COMMAND "${CMAKE_COMMAND}" -P "${copy}/cmake/new_activation.cmake" -- ${name} ${functor}
    RESULT_VARIABLE result ERROR_VARIABLE text
)
must_succeed("new_activation.cmake")
execute_process(
    COMMAND "${CMAKE_COMMAND}" -P "${copy}/cmake/new_activation.cmake" -- ${name} RESULT_VARIABLE result ERROR_VARIABLE text
)
must_notice("a free name" "nothing is written")

configure()
must_succeed("configuring with ${name}")
compile()
must_succeed("compiling ${name}'s suite")

# What its author measures is still to come.
ask_for_completeness()
must_notice("rows of checksums" "tests/checksums.hpp has no row of ${name}")
must_notice("rows of errors" "tests/exhaustive/README.md has 0 rows of ${name}")
if(text MATCHES "does not|is missing|more")
    message(FATAL_ERROR "new_activation.cmake left something out:\n${text}")
endif()
set(row "    {\"${name}\", {0x0, 0x0, 0x0, 0x0}},")
file(APPEND "${copy}/tests/checksums.hpp" "${row}\n")
file(APPEND "${copy}/tests/exhaustive/README.md" "\n")
foreach(table RANGE 1 4)
    file(APPEND "${copy}/tests/exhaustive/README.md" "| ${name} | forward | ${table} |\n| ${name} | derivative | ${table} |\n")
endforeach()
ask_for_completeness()
must_succeed("a complete tree")

# One omission at a time.
without_line("${catalogue}" "#include \"activation/${name}.hpp\"")
ask_for_completeness()
must_notice("the line in the catalogue" "catalogue.hpp does not list ${name}")
configure()
must_notice("the line in the catalogue" "describes what")
put_back()

file(RENAME "${description}" "${description}.away")
ask_for_completeness()
must_notice("the description" "tests/activations/${name}.hpp is missing")
configure()
must_notice("the description" "tests/activations/${name}.hpp is missing")
file(RENAME "${description}.away" "${description}")

file(RENAME "${header}" "${header}.away")
ask_for_completeness()
must_notice("the header" "include/activation/${name}.hpp is missing")
file(RENAME "${header}.away" "${header}")

file(READ "${copy}/README.md" before)
string(REPLACE "`${name}`" "" after "${before}")
set(changed "${copy}/README.md")
file(WRITE "${changed}" "${after}")
ask_for_completeness()
must_notice("the name in the README" "README.md does not name `${name}`")
put_back()

without_line("${description}" "    static T textbook_derivative(T x) {")
ask_for_completeness()
must_notice("the textbook's slope" "has no textbook.x. and textbook_derivative.x.")
put_back()

without_line("${copy}/tests/checksums.hpp" "${row}")
ask_for_completeness()
must_notice("its checksum" "tests/checksums.hpp has no row of ${name}")
put_back()

without_line("${copy}/tests/exhaustive/README.md" "| ${name} | derivative | 4 |")
ask_for_completeness()
must_notice("one of its rows" "has 7 rows of ${name}")
put_back()

foreach(line IN ITEMS "inline constexpr function<${functor}> ${name}{};" "using activation::${functor};"
                      "using activation::${name};" "    static constexpr const char* name = \"${name}\";"
)
    without_line("${header}" "${line}")
    compile()
    must_notice("'${line}'" "${functor}|${name}")
    put_back()
endforeach()
without_line("${header}" "ACTIVATION_ENTRY(${name}, ${functor})")
configure()
must_notice("its entry" "has no line ACTIVATION_ENTRY")
put_back()

ask_for_completeness()
must_succeed("the tree with all of it back")

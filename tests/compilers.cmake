# Sets, for tests that run a compiler themselves:
#
#     activation_compilers         the compiler in use, and the other one of g++ and clang++ where it is installed
#     activation_include_folders   where the headers of the library and of xsimd are, with commas between them
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    find_program(ACTIVATION_OTHER_COMPILER NAMES clang++ clang++-14)
else()
    find_program(ACTIVATION_OTHER_COMPILER NAMES g++ g++-12)
endif()
set(activation_compilers "${CMAKE_CXX_COMPILER}")
if(ACTIVATION_OTHER_COMPILER)  # -D ACTIVATION_OTHER_COMPILER=OFF asks the one in use alone
    list(APPEND activation_compilers "${ACTIVATION_OTHER_COMPILER}")
endif()
set(activation_include_folders
    "$<JOIN:$<TARGET_PROPERTY:activation::activation,INTERFACE_INCLUDE_DIRECTORIES>;$<TARGET_PROPERTY:xsimd,INTERFACE_INCLUDE_DIRECTORIES>,$<COMMA>>"
)

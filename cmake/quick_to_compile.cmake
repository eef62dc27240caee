# The passes in which g++ 12 spends a third of its time on the tests and a tenth to a quarter on the examples, and headers that
# are the same in every test, once.
option(ACTIVATION_QUICK_TO_COMPILE "Leave out what g++ takes longest for, and read xsimd and Catch2 once" OFF)
if(ACTIVATION_QUICK_TO_COMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-fno-tree-fre -fno-tree-pta -fno-tree-dse -fno-tree-dominator-opts)
endif()
set(activation_precompiles_headers OFF)
if(ACTIVATION_QUICK_TO_COMPILE AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
    set(activation_precompiles_headers ON)
endif()

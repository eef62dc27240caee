# How a processor and its operating system are read, and what is chosen on older ones.
add_executable(library_processor processor_test.cpp)
target_include_directories(library_processor PRIVATE "${PROJECT_SOURCE_DIR}/cmake/library/source")
target_compile_features(library_processor PRIVATE cxx_std_20)
add_test(NAME library.processor COMMAND library_processor)
find_program(ACTIVATION_QEMU_X86_64 NAMES qemu-x86_64 qemu-x86_64-static DOC "Emulator of older x86-64 processors")
if(ACTIVATION_QEMU_X86_64 AND NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    foreach(pair IN ITEMS Nehalem:sse2 SandyBridge:sse2 Haswell:avx2)
        string(REGEX MATCH "([^:]*):(.*)" pair "${pair}")
        set(processor ${CMAKE_MATCH_1})
        set(target ${CMAKE_MATCH_2})
        if(target IN_LIST library_targets)
            add_test(NAME library.on_${processor} COMMAND "${ACTIVATION_QEMU_X86_64}" -cpu ${processor}
                                                          $<TARGET_FILE:library_errors>
            )
            set_tests_properties(
                library.on_${processor} PROPERTIES ENVIRONMENT ACTIVATION_TARGET= PASS_REGULAR_EXPRESSION
                                                   "target ${target}: every"
            )
        endif()
    endforeach()
    library_refusal(
        avx512_on_Haswell avx512 "${ACTIVATION_QEMU_X86_64};-cpu;Haswell;$<TARGET_FILE:library_cxx98>"
    )
endif()

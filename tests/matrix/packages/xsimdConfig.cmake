# Stands in for xsimd's own, whose folder of headers may have those of this machine's C library beside it.
if(NOT TARGET xsimd)
    add_library(xsimd INTERFACE IMPORTED GLOBAL)
    target_include_directories(xsimd INTERFACE "${ACTIVATION_TARGET_HEADERS}")
endif()

# Stands in for that of Catch2 2, as xsimdConfig.cmake for xsimd's.
if(NOT TARGET Catch2::Catch2)
    add_library(Catch2::Catch2 INTERFACE IMPORTED)
    target_include_directories(Catch2::Catch2 INTERFACE "${ACTIVATION_TARGET_HEADERS}")
endif()

# Where the dependencies come from: an installed package first, of any version that serves, else a pinned source archive.
# FETCHCONTENT_SOURCE_DIR_XSIMD (_CATCH2, _BENCHMARK) names a source tree on disk to take instead.
include(FetchContent)

FetchContent_Declare(
    xsimd
    URL https://github.com/xtensor-stack/xsimd/archive/13.2.0.tar.gz
    URL_HASH SHA256=edd8cd3d548c185adc70321c53c36df41abe64c1fe2c67bc6d93c3ecda82447a
    SYSTEM
    # No version: xsimd's package accepts only its own major version, and 8.1 to 14 all serve.
    # Global, so that a project which adds this one as a subdirectory sees the target too.
    FIND_PACKAGE_ARGS CONFIG GLOBAL
)
FetchContent_Declare(
    Catch2
    URL https://github.com/catchorg/Catch2/archive/v3.7.1.tar.gz
    URL_HASH SHA256=c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
    SYSTEM
    FIND_PACKAGE_ARGS CONFIG
)
FetchContent_Declare(
    benchmark
    URL https://github.com/google/benchmark/archive/v1.9.1.tar.gz
    URL_HASH SHA256=32131c08ee31eeff2c8968d7e874f3cb648034377dfc32a4c377fa8796d84981
    SYSTEM
    FIND_PACKAGE_ARGS CONFIG
)

# Defines the target xsimd, unless the including project already has.
macro(activation_provide_xsimd)
    if(NOT TARGET xsimd)
        FetchContent_MakeAvailable(xsimd)
    endif()
    include("${PROJECT_SOURCE_DIR}/cmake/check_xsimd.cmake")
    if(activation_xsimd_problem)
        message(FATAL_ERROR "${activation_xsimd_problem}")
    endif()
endmacro()

# Defines Catch2::Catch2, version 2.13 or 3.
macro(activation_provide_catch2)
    FetchContent_MakeAvailable(Catch2)
endmacro()

# Defines benchmark::benchmark.
macro(activation_provide_benchmark)
    set(BENCHMARK_ENABLE_TESTING OFF)
    set(BENCHMARK_ENABLE_INSTALL OFF)
    FetchContent_MakeAvailable(benchmark)
endmacro()

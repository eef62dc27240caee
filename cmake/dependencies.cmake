# Where the dependencies come from: an installed package first, of any version that serves, else a pinned source archive.
# FETCHCONTENT_SOURCE_DIR_XSIMD (_CATCH2, _BENCHMARK) names a source tree on disk to take instead.
include(FetchContent)

# Fetches the archive here and now, or says in `result` why that cannot be: FetchContent alone would try for 85 seconds
# without a word and then fail in seventy lines.
function(activation_download url sha256 archive result)
    set(${result} "" PARENT_SCOPE)
    if(EXISTS "${archive}")
        file(SHA256 "${archive}" present)
        if(present STREQUAL sha256)
            return()
        endif()
    endif()
    file(DOWNLOAD "${url}" "${archive}" STATUS status TIMEOUT 120)
    list(GET status 0 code)
    list(GET status 1 reason)
    if(NOT code EQUAL 0)
        file(REMOVE "${archive}")
        set(${result} "${reason}" PARENT_SCOPE)
    endif()
endfunction()

# activation_need(name DEBIAN package [WITHOUT option] URL url SHA256 hash [FIND argument...]): declares where it comes
# from and, where it is not installed, says so at once, with what to install and the option that does without. What
# cannot be fetched goes into activation_missing.
function(activation_need name)
    cmake_parse_arguments(PARSE_ARGV 1 need "" "DEBIAN;WITHOUT;URL;SHA256" "FIND")
    string(TOUPPER ${name} upper)
    set(advice "${name} is not installed (Debian: ${need_DEBIAN}")
    if(need_WITHOUT)
        string(APPEND advice ", -D ${need_WITHOUT}=OFF does without")
    endif()
    string(APPEND advice ")")
    if(NOT FETCHCONTENT_SOURCE_DIR_${upper} AND NOT FETCHCONTENT_FULLY_DISCONNECTED)
        find_package(${name} QUIET CONFIG ${need_FIND})
        if(NOT ${name}_FOUND)
            message(STATUS "activation: ${advice}, fetching its sources")
            # Part of another project, this one leaves the fetching to FetchContent: the other may have declared its own.
            if(PROJECT_IS_TOP_LEVEL)
                set(archive "${FETCHCONTENT_BASE_DIR}/${name}-${need_SHA256}.tar.gz")
                activation_download("${need_URL}" ${need_SHA256} "${archive}" problem)
                if(problem)
                    string(APPEND activation_missing "\n  ${advice}, and not fetched from ${need_URL}: ${problem}")
                    set(activation_missing "${activation_missing}" PARENT_SCOPE)
                    return()
                endif()
                set(need_URL "${archive}")
            endif()
        endif()
    endif()
    FetchContent_Declare(
        ${name}
        # CMake 3.25 takes SYSTEM for one more value of what stands before it, which must not be the hash: here it
        # makes no difference.
        DOWNLOAD_NO_PROGRESS TRUE SYSTEM
        URL "${need_URL}"
        URL_HASH SHA256=${need_SHA256}
        FIND_PACKAGE_ARGS CONFIG ${need_FIND}
    )
endfunction()

set(activation_missing "")
if(NOT TARGET xsimd)
    # No version: xsimd's package accepts only its own major version, and 8.1 to 14 all serve.
    # Global, so that a project which adds this one as a subdirectory sees the target too.
    activation_need(
        xsimd
        DEBIAN libxsimd-dev
        URL https://github.com/xtensor-stack/xsimd/archive/13.2.0.tar.gz
        SHA256 edd8cd3d548c185adc70321c53c36df41abe64c1fe2c67bc6d93c3ecda82447a
        FIND GLOBAL
    )
endif()
if(ACTIVATION_BUILD_TESTS)
    activation_need(
        Catch2
        DEBIAN catch2
        WITHOUT ACTIVATION_BUILD_TESTS
        URL https://github.com/catchorg/Catch2/archive/v3.7.1.tar.gz
        SHA256 c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
    )
endif()
if(ACTIVATION_BUILD_BENCH)
    activation_need(
        benchmark
        DEBIAN libbenchmark-dev
        WITHOUT ACTIVATION_BUILD_BENCH
        URL https://github.com/google/benchmark/archive/v1.9.1.tar.gz
        SHA256 32131c08ee31eeff2c8968d7e874f3cb648034377dfc32a4c377fa8796d84981
    )
endif()
if(activation_missing)
    message(FATAL_ERROR "activation:${activation_missing}")
endif()

# Defines the target xsimd, unless the including project already has.
macro(activation_provide_xsimd)
    if(NOT TARGET xsimd)
        FetchContent_MakeAvailable(xsimd)
        if(NOT xsimd_FOUND AND NOT ACTIVATION_INSTALL)
            # Nor does what was fetched go into the prefix of a project that did not ask for this one there.
            set_property(DIRECTORY "${xsimd_SOURCE_DIR}" PROPERTY EXCLUDE_FROM_ALL TRUE)
        endif()
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

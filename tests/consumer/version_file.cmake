cmake_minimum_required(VERSION 3.25)

# cmake -D VERSION_FILE=... -D VERSION=... -P version_file.cmake
# One installation serves 32-bit and 64-bit consumers of its own minor version, and no other minor version.
string(REPLACE "." ";" parts ${VERSION})
list(GET parts 0 major)
list(GET parts 1 minor)
math(EXPR next_minor "${minor} + 1")

function(expect_compatible answer requested_minor pointer_size)
    set(PACKAGE_FIND_VERSION ${major}.${requested_minor})
    set(PACKAGE_FIND_VERSION_MAJOR ${major})
    set(PACKAGE_FIND_VERSION_MINOR ${requested_minor})
    set(CMAKE_SIZEOF_VOID_P ${pointer_size})
    include("${VERSION_FILE}")
    if(PACKAGE_VERSION_UNSUITABLE OR NOT PACKAGE_VERSION_COMPATIBLE STREQUAL answer)
        message(FATAL_ERROR "version ${PACKAGE_FIND_VERSION} wanted with ${pointer_size}-byte pointers: "
                            "compatible is ${PACKAGE_VERSION_COMPATIBLE}, expected ${answer}"
        )
    endif()
endfunction()

expect_compatible(TRUE ${minor} 4)
expect_compatible(TRUE ${minor} 8)
expect_compatible(FALSE ${next_minor} 8)

# cmake -D DIRECTORY=... -D FILES=... -P expect_only.cmake: these files are all that lies in the directory, which is
# emptied for the next run.
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE found RELATIVE "${DIRECTORY}" "${DIRECTORY}/*")
file(REMOVE_RECURSE "${DIRECTORY}")
if(NOT found STREQUAL "${FILES}")
    message(FATAL_ERROR "${DIRECTORY} holds ${found}, expected ${FILES}")
endif()

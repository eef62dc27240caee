# Runs browser_test.mjs, or says what is missing for it.
foreach(program NODE CHROMIUM CHROMEDRIVER)
    if(NOT ${program})
        message("SKIPPED: ${program} is not here (Debian: nodejs, chromium, chromium-driver)")
        return()
    endif()
endforeach()
execute_process(COMMAND "${REFERENCE}" OUTPUT_FILE "${PAGE}/reference.json" COMMAND_ERROR_IS_FATAL ANY)
file(MAKE_DIRECTORY "${PAGE}/screenshots")
execute_process(
    COMMAND "${NODE}" "${CMAKE_CURRENT_LIST_DIR}/browser_test.mjs" "${PAGE}" "${CHROMIUM}" "${CHROMEDRIVER}"
    COMMAND_ERROR_IS_FATAL ANY
)

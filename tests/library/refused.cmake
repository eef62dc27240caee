# cmake -D command=... -D target=... -D message=... -P refused.cmake: with ACTIVATION_TARGET set to target, the command ends
# with the message, and not well.
set(ENV{ACTIVATION_TARGET} "${target}")
execute_process(COMMAND ${command} RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text)
if(result EQUAL 0)
    message(FATAL_ERROR "went on: ${text}")
endif()
string(FIND "${text}" "${message}" place)
if(place EQUAL -1)
    message(FATAL_ERROR "not \"${message}\", but ${text}")
endif()

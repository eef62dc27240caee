# compare_halves: their numbers of sixteen bits. What is missing is left out, by the lines above that say so.
add_executable(compare_halves compare_halves.cpp)
activation_own_target(compare_halves)
target_link_libraries(compare_halves PRIVATE bench_support bench_descriptions)

# bench_half_peer(<source> FOUND <condition> ... LIBRARIES ... INCLUDES ... [DEFINITIONS ...])
function(bench_half_peer source)
    cmake_parse_arguments(PARSE_ARGV 1 peer "" "" "FOUND;LIBRARIES;INCLUDES;DEFINITIONS")
    foreach(condition IN LISTS peer_FOUND)
        if(NOT ${condition})
            return()
        endif()
    endforeach()
    target_sources(compare_halves PRIVATE ${source})
    target_link_libraries(compare_halves PRIVATE ${peer_LIBRARIES})
    target_include_directories(compare_halves SYSTEM PRIVATE ${peer_INCLUDES})
    set_property(SOURCE ${source} PROPERTY COMPILE_DEFINITIONS ${peer_DEFINITIONS})
endfunction()

bench_half_peer(
    halves_onednn.cpp
    FOUND DNNL_INCLUDE_DIR DNNL_LIBRARY
    LIBRARIES "${DNNL_LIBRARY}"
    INCLUDES "${DNNL_INCLUDE_DIR}"
)
bench_half_peer(
    halves_xnnpack.cpp
    FOUND XNNPACK_INCLUDE_DIR PTHREADPOOL_INCLUDE_DIR XNNPACK_LIBRARY CPUINFO_LIBRARY
    LIBRARIES "${XNNPACK_LIBRARY}" "${CPUINFO_LIBRARY}"
    INCLUDES "${XNNPACK_INCLUDE_DIR}" "${PTHREADPOOL_INCLUDE_DIR}"
    DEFINITIONS ${xnnpack_definitions}
)
bench_half_peer(
    halves_pytorch.cpp
    FOUND TORCH_INCLUDE_DIR TORCH_CPU_LIBRARY C10_LIBRARY
    LIBRARIES "${TORCH_CPU_LIBRARY}" "${C10_LIBRARY}"
    INCLUDES "${TORCH_INCLUDE_DIR}" "${TORCH_INCLUDE_DIR}/torch/csrc/api/include"
)
bench_half_peer(
    halves_ggml.cpp
    FOUND GGML_INCLUDE_DIR GGML_LIBRARY GGML_BASE_LIBRARY GGML_BACKENDS_DIR
    LIBRARIES "${GGML_LIBRARY}" "${GGML_BASE_LIBRARY}"
    INCLUDES "${GGML_INCLUDE_DIR}"
    DEFINITIONS ACTIVATION_BENCH_GGML_BACKENDS="${GGML_BACKENDS_DIR}"
)
bench_half_peer(
    halves_onnxruntime.cpp
    FOUND ONNXRUNTIME_INCLUDE_DIR ONNXRUNTIME_LIBRARY onnxruntime_makes_models
    LIBRARIES "${ONNXRUNTIME_LIBRARY}"
    INCLUDES "${ONNXRUNTIME_INCLUDE_DIR}"
)

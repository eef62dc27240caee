#ifndef ACTIVATION_BENCH_PEERS_GGML_API_HPP
#define ACTIVATION_BENCH_PEERS_GGML_API_HPP

#include <ggml-backend.h>
#include <ggml.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

#include "../support/timing.hpp"
#include "vectors.hpp"

/// What bench/peers/ggml.cpp and halves_ggml.cpp have in common: graphs over arrays of others, and the processor's backend.
namespace ggml {

struct release {
    void operator()(ggml_context* context) const { ggml_free(context); }
    void operator()(ggml_backend_buffer* buffer) const { ggml_backend_buffer_free(buffer); }
    void operator()(ggml_backend* backend) const { ggml_backend_free(backend); }
};

using backend_handle = std::unique_ptr<ggml_backend, release>;

/// The backend of the processor, of one thread.
inline backend_handle make_backend() {
    if (bench::hold_to_avx2) {
        ggml_backend_load(ACTIVATION_BENCH_GGML_BACKENDS "/libggml-cpu-haswell.so");
    } else {
        ggml_backend_load_all();
    }
    backend_handle backend{ggml_backend_init_by_type(GGML_BACKEND_DEVICE_TYPE_CPU, nullptr)};
    if (!backend) throw std::runtime_error{"ggml has no CPU backend"};
    ggml_backend_reg_t registry = ggml_backend_dev_backend_reg(ggml_backend_get_device(backend.get()));
    const auto set_threads = reinterpret_cast<ggml_backend_set_n_threads_t>(
        ggml_backend_reg_get_proc_address(registry, "ggml_backend_set_n_threads"));
    set_threads(backend.get(), 1);
    return backend;
}

/// A graph with the tensors it computes and the buffers they lie in.
struct graph {
    std::unique_ptr<ggml_context, release> context;
    std::vector<std::unique_ptr<ggml_backend_buffer, release>> buffers;
    ggml_cgraph* nodes = nullptr;

    graph() : context{ggml_init({.mem_size = 1 << 20, .mem_buffer = nullptr, .no_alloc = true})} {}

    /// Squares of rows of `width` elements.
    ggml_tensor* input(ggml_type type, const void* values, std::size_t width, std::size_t rows = 1,
                       std::size_t squares = 1) {
        ggml_tensor* tensor = ggml_new_tensor_3d(context.get(), type, static_cast<std::int64_t>(width),
                                                 static_cast<std::int64_t>(rows), static_cast<std::int64_t>(squares));
        place(tensor, values);
        return tensor;
    }

    void compute(ggml_tensor* result, void* values) {
        place(result, values);
        nodes = ggml_new_graph(context.get());
        ggml_build_forward_expand(nodes, result);
    }

private:
    void place(ggml_tensor* tensor, const void* values) {
        auto* start = const_cast<void*>(values);
        buffers.emplace_back(ggml_backend_cpu_buffer_from_ptr(start, ggml_nbytes(tensor)));
        if (ggml_backend_tensor_alloc(buffers.back().get(), tensor, start) != GGML_STATUS_SUCCESS) {
            throw std::runtime_error{"ggml refused a tensor"};
        }
    }
};

inline bench::work run(ggml_backend* backend, const std::shared_ptr<const graph>& built) {
    return [built, backend](std::size_t repetitions) {
        for (std::size_t i = 0; i < repetitions; ++i) ggml_backend_graph_compute(backend, built->nodes);
    };
}

}  // namespace ggml

#endif

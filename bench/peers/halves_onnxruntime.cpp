// ONNX Runtime's float16 and bfloat16: a model of one operator, made in memory, its input and output bound to the arrays.
// Where it has no kernel for float16 it converts to float and back, unasked; that is not one of its own and is left out.

#include <cstdio>
#include <stdexcept>

#include "half_peer.hpp"
#include "onnxruntime_api.hpp"

namespace {

struct close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Whether a session of the model converts, which it tells nowhere but in the model that it saves.
bool converts(const Ort::Env& environment, const std::vector<onnx_models::node>& nodes,
              const onnx_models::tensors& data) {
    const std::unique_ptr<std::FILE, close> file{std::tmpfile()};
    if (!file) throw std::runtime_error{"no temporary file for ONNX Runtime's model"};
    Ort::SessionOptions options = onnx_models::one_thread();
    options.SetOptimizedModelFilePath(("/proc/self/fd/" + std::to_string(fileno(file.get()))).c_str());
    const Ort::Session session{environment, onnx_models::make_model(nodes, data), options};
    std::string saved(1 << 16, '\0');
    saved.resize(std::fread(saved.data(), 1, saved.size(), file.get()));
    if (saved.empty()) throw std::runtime_error{"ONNX Runtime did not save its model"};
    return saved.find("InsertedPrecisionFreeCast") != std::string::npos;
}

bench::work prepare(std::string_view activation, bool is_bfloat16, const std::uint16_t* x, std::uint16_t* y,
                    std::size_t n) {
    static const Ort::Env environment{ORT_LOGGING_LEVEL_ERROR, "compare_halves"};
    const auto found = onnx_models::elementwise.find(activation);
    if (found == onnx_models::elementwise.end()) return {};
    const onnx_models::tensors data{
        is_bfloat16 ? ONNX_TENSOR_ELEMENT_DATA_TYPE_BFLOAT16 : ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16,
        sizeof(std::uint16_t),
        x,
        y,
        {static_cast<std::int64_t>(n)}};
    try {
        if (converts(environment, found->second, data)) return {};
        return onnx_models::run(environment, found->second, data);
    } catch (const Ort::Exception&) {
        return {};  // this version has no kernel for the type, nor a conversion
    }
}

bench::half_peer make() {
    return {"ONNX Runtime", Ort::GetVersionString() + ", left out where it converts to float and back", prepare};
}

const bench::registered_half_peer here{make};

}  // namespace

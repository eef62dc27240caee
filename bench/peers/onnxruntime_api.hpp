#ifndef ACTIVATION_BENCH_PEERS_ONNXRUNTIME_API_HPP
#define ACTIVATION_BENCH_PEERS_ONNXRUNTIME_API_HPP

#include <onnxruntime_cxx_api.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../support/timing.hpp"

/// What bench/peers/onnxruntime.cpp and halves_onnxruntime.cpp have in common: models made in memory, and sessions of them
/// whose input and output are bound to arrays of others.
namespace onnx_models {

/// A node of the ONNX operator set, with at most one attribute.
struct node {
    const char* type;
    std::vector<std::string> inputs;
    std::string output;
    const char* attribute = nullptr;
    float number = 0;
    const char* word = nullptr;
};

inline const std::map<std::string_view, std::vector<node>> elementwise{
    {"relu", {{"Relu", {"x"}, "y"}}},
    {"leaky_relu", {{"LeakyRelu", {"x"}, "y", "alpha", 0.01f}}},
    {"prelu", {{"LeakyRelu", {"x"}, "y", "alpha", 0.25f}}},
    {"elu", {{"Elu", {"x"}, "y", "alpha", 1.0f}}},
    {"gelu", {{"Gelu", {"x"}, "y", "approximate", 0, "none"}}},
    {"gelu_tanh", {{"Gelu", {"x"}, "y", "approximate", 0, "tanh"}}},
    // The optimiser fuses the two.
    {"silu", {{"Sigmoid", {"x"}, "s"}, {"Mul", {"x", "s"}, "y"}}},
    {"sigmoid", {{"Sigmoid", {"x"}, "y"}}},
    {"tanh", {{"Tanh", {"x"}, "y"}}},
};

using shape = std::vector<std::int64_t>;

/// The arrays of a call as a model sees them; no weights, no shape of theirs.
struct tensors {
    ONNXTensorElementDataType type;
    std::size_t bytes_of_element;
    const void* x;
    void* y;
    shape all;
    const void* weights = nullptr;
    shape of_weights = {};
};

inline Ort::ValueInfo tensor_info(const std::string& name, ONNXTensorElementDataType type, const shape& sizes) {
    const Ort::TensorTypeAndShapeInfo described{type, sizes};
    const Ort::TypeInfo info = Ort::TypeInfo::CreateTensorInfo(described.GetConst());
    return Ort::ValueInfo{name, info.GetConst()};
}

inline Ort::Node make_node(const node& from, std::size_t index) {
    std::vector<Ort::OpAttr> attributes;
    if (from.word != nullptr) {
        const int length = static_cast<int>(std::string_view{from.word}.size());
        attributes.emplace_back(from.attribute, from.word, length, ORT_OP_ATTR_STRING);
    } else if (from.attribute != nullptr) {
        attributes.emplace_back(from.attribute, &from.number, 1, ORT_OP_ATTR_FLOAT);
    }
    return Ort::Node{from.type, "", from.type + std::to_string(index), from.inputs, {from.output}, attributes};
}

inline Ort::Model make_model(const std::vector<node>& nodes, const tensors& data) {
    Ort::Graph graph;
    std::vector<Ort::ValueInfo> inputs, outputs;
    inputs.push_back(tensor_info("x", data.type, data.all));
    if (!data.of_weights.empty()) inputs.push_back(tensor_info("slope", data.type, data.of_weights));
    outputs.push_back(tensor_info("y", data.type, data.all));
    graph.SetInputs(inputs);
    graph.SetOutputs(outputs);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        Ort::Node made = make_node(nodes[i], i);
        graph.AddNode(made);
    }
    Ort::Model model{{{"", 20}, {"com.microsoft", 1}}};  // the second for what the optimiser fuses
    model.AddGraph(graph);
    return model;
}

inline Ort::SessionOptions one_thread() {
    Ort::SessionOptions options;
    options.SetIntraOpNumThreads(1).SetInterOpNumThreads(1);
    options.SetGraphOptimizationLevel(ORT_ENABLE_ALL);
    return options;
}

/// A session with its input and output bound.
struct bound_session {
    Ort::Session session;
    Ort::IoBinding binding{session};
    Ort::RunOptions options;

    bound_session(const Ort::Env& environment, const std::vector<node>& nodes, const tensors& data)
        : session{environment, make_model(nodes, data), one_thread()} {
        binding.BindInput("x", over(data.x, data, data.all));
        if (!data.of_weights.empty()) binding.BindInput("slope", over(data.weights, data, data.of_weights));
        binding.BindOutput("y", over(data.y, data, data.all));
    }

    static Ort::Value over(const void* values, const tensors& data, const shape& sizes) {
        const auto memory = Ort::MemoryInfo::CreateCpu(OrtDeviceAllocator, OrtMemTypeCPU);
        std::size_t bytes = data.bytes_of_element;
        for (const std::int64_t each : sizes) bytes *= static_cast<std::size_t>(each);
        return Ort::Value::CreateTensor(memory, const_cast<void*>(values), bytes, sizes.data(), sizes.size(),
                                        data.type);
    }
};

inline bench::work run(const Ort::Env& environment, const std::vector<node>& nodes, const tensors& data) {
    const auto bound = std::make_shared<bound_session>(environment, nodes, data);
    return [bound](std::size_t repetitions) {
        for (std::size_t i = 0; i < repetitions; ++i) bound->session.Run(bound->options, bound->binding);
    };
}

}  // namespace onnx_models

#endif

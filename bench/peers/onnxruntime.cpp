// ONNX Runtime: a model of one operator, made in memory, its input and output bound to the shared buffers. Where
// PyTorch shares its ONNX library, as in Debian, that library complains once of operators registered twice; nothing
// else happens.

#include <onnxruntime_cxx_api.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "peer.hpp"

namespace {

/// A node of the ONNX operator set, with at most one attribute.
struct onnx_node {
    const char* type;
    std::vector<std::string> inputs;
    std::string output;
    const char* attribute = nullptr;
    float number = 0;
    const char* word = nullptr;
};

const std::map<std::string_view, std::vector<onnx_node>> models{
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

/// Over the last axis, as they are by default.
const std::map<std::string_view, std::vector<onnx_node>> models_of_rows{
    {"softmax", {{"Softmax", {"x"}, "y"}}},
    {"log_softmax", {{"LogSoftmax", {"x"}, "y"}}},
    {"prelu", {{"PRelu", {"x", "slope"}, "y"}}},
};

using shape = std::vector<std::int64_t>;

/// The shared arrays as a model sees them; no weights, no shape of theirs.
struct tensors {
    const float* x;
    float* y;
    const float* weights;
    shape all, of_weights;
};

Ort::ValueInfo tensor_info(const std::string& name, const shape& sizes) {
    const Ort::TensorTypeAndShapeInfo described{ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT, sizes};
    const Ort::TypeInfo type = Ort::TypeInfo::CreateTensorInfo(described.GetConst());
    return Ort::ValueInfo{name, type.GetConst()};
}

Ort::Node make_node(const onnx_node& from, std::size_t index) {
    std::vector<Ort::OpAttr> attributes;
    if (from.word != nullptr) {
        const int length = static_cast<int>(std::string_view{from.word}.size());
        attributes.emplace_back(from.attribute, from.word, length, ORT_OP_ATTR_STRING);
    } else if (from.attribute != nullptr) {
        attributes.emplace_back(from.attribute, &from.number, 1, ORT_OP_ATTR_FLOAT);
    }
    return Ort::Node{from.type, "", from.type + std::to_string(index), from.inputs, {from.output}, attributes};
}

Ort::Model make_model(const std::vector<onnx_node>& nodes, const tensors& data) {
    Ort::Graph graph;
    std::vector<Ort::ValueInfo> inputs, outputs;
    inputs.push_back(tensor_info("x", data.all));
    if (!data.of_weights.empty()) inputs.push_back(tensor_info("slope", data.of_weights));
    outputs.push_back(tensor_info("y", data.all));
    graph.SetInputs(inputs);
    graph.SetOutputs(outputs);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        Ort::Node node = make_node(nodes[i], i);
        graph.AddNode(node);
    }
    Ort::Model model{{{"", 20}, {"com.microsoft", 1}}};  // the second for what the optimiser fuses
    model.AddGraph(graph);
    return model;
}

/// A session with its input and output bound.
struct bound_session {
    Ort::Session session;
    Ort::IoBinding binding{session};
    Ort::RunOptions options;

    bound_session(const Ort::Env& environment, const std::vector<onnx_node>& nodes, const tensors& data)
        : session{environment, make_model(nodes, data), one_thread()} {
        binding.BindInput("x", over(data.x, data.all));
        if (!data.of_weights.empty()) binding.BindInput("slope", over(data.weights, data.of_weights));
        binding.BindOutput("y", over(data.y, data.all));
    }

    static Ort::SessionOptions one_thread() {
        Ort::SessionOptions options;
        options.SetIntraOpNumThreads(1).SetInterOpNumThreads(1);
        options.SetGraphOptimizationLevel(ORT_ENABLE_ALL);
        return options;
    }

    static Ort::Value over(const float* values, const shape& sizes) {
        const auto memory = Ort::MemoryInfo::CreateCpu(OrtDeviceAllocator, OrtMemTypeCPU);
        std::size_t n = 1;
        for (const std::int64_t each : sizes) n *= static_cast<std::size_t>(each);
        return Ort::Value::CreateTensor<float>(memory, const_cast<float*>(values), n, sizes.data(), sizes.size());
    }
};

class onnxruntime_peer final : public bench::peer {
public:
    std::string version() const override { return Ort::GetVersionString(); }

    std::string note() const override {
        return "forward only, bound input and output; prelu is its LeakyRelu, PRelu with a weight for each channel; "
               "always the widest vectors of the machine";
    }

    bench::work prepare(const bench::task& wanted, const bench::operands& d) override {
        const auto found = models.find(wanted.activation);
        if (wanted.what != bench::operation::forward || found == models.end()) return {};
        return run(found->second, {d.x, d.first, nullptr, {static_cast<std::int64_t>(d.n)}, {}});
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& d) override {
        const bool channels = wanted.form == bench::layout::channels;
        if (wanted.what != bench::operation::forward || (wanted.form != bench::layout::rows && !channels)) return {};
        const auto n = static_cast<std::int64_t>(d.n), width = static_cast<std::int64_t>(wanted.width);
        tensors data{d.x, d.first, d.linear, {n / width, width}, {}};
        if (channels) {
            const std::int64_t inner = wanted.inner == 0 ? n : static_cast<std::int64_t>(wanted.inner);
            data.all = {n / width / inner, width, inner};
            data.of_weights = {1, width, 1};
        }
        return run(models_of_rows.at(wanted.activation), data);
    }

private:
    bench::work run(const std::vector<onnx_node>& nodes, const tensors& data) {
        const auto bound = std::make_shared<bound_session>(environment_, nodes, data);
        return [bound](std::size_t repetitions) {
            for (std::size_t i = 0; i < repetitions; ++i) bound->session.Run(bound->options, bound->binding);
        };
    }

    Ort::Env environment_{ORT_LOGGING_LEVEL_ERROR, "compare"};
};

const bench::registered here{{"ONNX Runtime", bench::role::peer, bench::make_peer<onnxruntime_peer>}};

}  // namespace

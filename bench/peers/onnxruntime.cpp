// ONNX Runtime: a model of one operator, made in memory, its input and output bound to the shared buffers. Where
// PyTorch shares its ONNX library, as in Debian, that library complains once of operators registered twice; nothing
// else happens.

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "onnxruntime_api.hpp"
#include "peer.hpp"

namespace {

using onnx_models::node, onnx_models::shape, onnx_models::tensors;

/// Over the last axis, as they are by default.
const std::map<std::string_view, std::vector<node>> models_of_rows{
    {"softmax", {{"Softmax", {"x"}, "y"}}},
    {"log_softmax", {{"LogSoftmax", {"x"}, "y"}}},
    {"prelu", {{"PRelu", {"x", "slope"}, "y"}}},
};

class onnxruntime_peer final : public bench::peer {
public:
    std::string version() const override { return Ort::GetVersionString(); }

    std::string note() const override {
        return "forward only, bound input and output; prelu is its LeakyRelu, PRelu with a weight for each channel; "
               "always the widest vectors of the machine";
    }

    bench::work prepare(const bench::task& wanted, const bench::operands& d) override {
        const auto found = onnx_models::elementwise.find(wanted.activation);
        if (wanted.what != bench::operation::forward || found == onnx_models::elementwise.end()) return {};
        return onnx_models::run(environment_, found->second, over(d, {static_cast<std::int64_t>(d.n)}));
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& d) override {
        const bool channels = wanted.form == bench::layout::channels;
        if (wanted.what != bench::operation::forward || (wanted.form != bench::layout::rows && !channels)) return {};
        const auto n = static_cast<std::int64_t>(d.n), width = static_cast<std::int64_t>(wanted.width);
        tensors data = over(d, {n / width, width});
        if (channels) {
            const std::int64_t inner = wanted.inner == 0 ? n : static_cast<std::int64_t>(wanted.inner);
            data.all = {n / width / inner, width, inner};
            data.weights = d.linear;
            data.of_weights = {1, width, 1};
        }
        return onnx_models::run(environment_, models_of_rows.at(wanted.activation), data);
    }

private:
    /// Floats of one array to another.
    static tensors over(const bench::operands& d, shape all) {
        return {ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT, sizeof(float), d.x, d.first, std::move(all)};
    }

    Ort::Env environment_{ORT_LOGGING_LEVEL_ERROR, "compare"};
};

const bench::registered here{{"ONNX Runtime", bench::role::peer, bench::make_peer<onnxruntime_peer>}};

}  // namespace

// XNNPACK: operators created, reshaped and set up once, run on this thread.

#include <cpuinfo.h>

#include <vector>

#include "peer.hpp"
#include "vectors.hpp"
#include "xnnpack_api.hpp"

namespace {

class xnnpack_peer final : public bench::peer {
public:
    xnnpack_peer() {
        // XNNPACK has no switch of its own: it asks cpuinfo for the vectors of the machine.
        if (bench::hold_to_avx2 && cpuinfo_initialize()) cpuinfo_isa.avx512f = false;
        xnnpack::require(xnn_initialize(nullptr));
    }

    std::string version() const override { return ACTIVATION_BENCH_XNNPACK_VERSION; }

    std::string note() const override { return "forward only; relu is its clamp, silu its sigmoid and multiply"; }

    bench::work prepare(const bench::task& wanted, const bench::operands& data) override {
        if (wanted.what != bench::operation::forward) return {};
        const std::vector<xnnpack::handle> operators = operators_of(bench::as_peers_know(wanted).activation, data);
        if (!operators.front()) return {};
        return bench::repeat([operators] {
            for (const xnnpack::handle& each : operators) xnn_run_operator(each.get(), nullptr);
        });
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& d) override {
        if (wanted.what != bench::operation::forward) return {};
        const xnnpack::handle made = operator_of_rows(wanted, d);
        if (!made) return {};
        return bench::repeat([made] { xnn_run_operator(made.get(), nullptr); });
    }

private:
    /// It has softmax, and prelu with the channels last.
    static xnnpack::handle operator_of_rows(const bench::task& wanted, const bench::operands& d) {
        const std::size_t width = wanted.width, rows = d.n / width;
        if (wanted.form == bench::layout::rows && wanted.activation == "softmax")
            return xnnpack::softmax(width, rows, d.x, d.first);
        if (wanted.form == bench::layout::channels && wanted.inner == 1)
            return xnnpack::prelu(width, rows, d.linear, d.x, d.first);
        return {};
    }

    static std::vector<xnnpack::handle> operators_of(std::string_view activation, const bench::operands& d) {
        if (activation == "silu") {
            return {xnnpack::unary("sigmoid", d.n, d.x, d.first), xnnpack::multiply(d.n, d.first, d.x, d.first)};
        }
        if (activation == "swiglu") {
            return {xnnpack::unary("sigmoid", d.n, d.x, d.first), xnnpack::multiply(d.n, d.first, d.x, d.first),
                    xnnpack::multiply(d.n, d.first, d.linear, d.first)};
        }
        return {xnnpack::unary(activation, d.n, d.x, d.first)};
    }
};

const bench::registered here{{"XNNPACK", bench::role::peer, bench::make_peer<xnnpack_peer>}};

}  // namespace

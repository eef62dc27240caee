// This library, once for each tier: the callables of its table, on spans.

#include <span>

#include "../support/activations.hpp"
#include "activation_rows.hpp"
#include "peer.hpp"

namespace {

using bench::operation;

struct spans {
    std::span<const float> x, y, linear, grad_output;
    std::span<float> first, second;

    explicit spans(const bench::operands& data)
        : x{data.x, data.n},
          y{data.y, data.n},
          linear{data.linear, data.n},
          grad_output{data.grad_output, data.n},
          first{data.first, data.n},
          second{data.second, data.n} {}
};

template <class Callable>
bench::work prepare_activation(const Callable& f, operation what, const spans& s) {
    switch (what) {
        case operation::forward:
            return bench::repeat([f, s] { f(s.x, s.first); });
        case operation::backward:
            return bench::repeat([f, s] { f.backward(s.grad_output, s.x, s.first); });
        case operation::backward_from_output:
            if constexpr (requires { f.backward_from_output(s.grad_output, s.y, s.first); }) {
                return bench::repeat([f, s] { f.backward_from_output(s.grad_output, s.y, s.first); });
            }
            break;
        case operation::value_and_derivative:
            return bench::repeat([f, s] { f.value_and_derivative(s.x, s.first, s.second); });
    }
    return {};
}

template <class Callable>
bench::work prepare_gated(const Callable& f, operation what, const spans& s) {
    switch (what) {
        case operation::forward:
            return bench::repeat([f, s] { f(s.x, s.linear, s.first); });
        case operation::backward:
            return bench::repeat([f, s] { f.backward(s.grad_output, s.x, s.linear, s.first, s.second); });
        default:
            return {};
    }
}

template <bool fast>
class activation_library final : public bench::peer {
public:
    std::string version() const override { return xsimd::default_arch::name(); }

    bench::work prepare(const bench::task& wanted, const bench::operands& data) override {
        const spans s{data};
        if (wanted.activation == "swiglu") return prepare_swiglu(wanted.what, s);
        bench::work found;
        bench::for_each(bench::activations, [&](const auto& entry) {
            if (entry.name == wanted.activation) found = prepare_activation(callable_of(entry), wanted.what, s);
        });
        return found;
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& data) override {
        return bench::activation_rows<fast>(wanted, data);
    }

private:
    template <class Entry>
    static constexpr auto callable_of(const Entry& entry) {
        if constexpr (fast)
            return entry.fast;
        else
            return entry.callable;
    }

    static bench::work prepare_swiglu(operation what, const spans& s) {
        if constexpr (fast)
            return prepare_gated(activation::fast::swiglu, what, s);
        else
            return prepare_gated(activation::swiglu, what, s);
    }
};

const bench::registered accurate_tier{{"activation", bench::role::ours, bench::make_peer<activation_library<false>>}};
const bench::registered fast_tier{{"activation fast", bench::role::ours, bench::make_peer<activation_library<true>>}};

}  // namespace

#include "kernels.hpp"

#include <activation/exact.hpp>

namespace exact {
namespace {

namespace nn = activation::exact;

template <class V, template <class> class F, bool derivative>
V apply(const V& x) {
    if constexpr (derivative)
        return F<float>{}.derivative(x);
    else
        return F<float>{}.forward(x);
}

template <template <class> class F, bool derivative>
void map_one_by_one(const float* x, float* y, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) y[i] = apply<float, F, derivative>(x[i]);
}

template <template <class> class F, bool derivative>
void map(const float* x, float* y, std::size_t count) {
    using activation::detail::load_lanes, activation::detail::store_lanes;
    using widest = activation::detail::native_t<float>;  // float itself where xsimd has no registers
    constexpr std::size_t width = activation::detail::lanes<widest>::size;
    std::size_t i = 0;
    for (; i + width <= count; i += width) store_lanes(y + i, apply<widest, F, derivative>(load_lanes<widest>(x + i)));
    map_one_by_one<F, derivative>(x + i, y + i, count - i);
}

template <template <class> class F>
void append(std::vector<kernel>& all, const char* name) {
    all.push_back({name, name, false, map<F, false>, map_one_by_one<F, false>});
    all.push_back({std::string(name) + " derivative", name, true, map<F, true>, map_one_by_one<F, true>});
}

}  // namespace

std::vector<kernel> kernels() {
    std::vector<kernel> all;
    append<nn::ELU>(all, "elu");
    append<nn::GELU>(all, "gelu");
    append<nn::GELUTanh>(all, "gelu_tanh");
    append<nn::SiLU>(all, "silu");
    append<nn::Sigmoid>(all, "sigmoid");
    append<nn::Tanh>(all, "tanh");
    append<nn::SELU>(all, "selu");
    append<nn::Mish>(all, "mish");
    append<nn::Exp>(all, "exp");
    append<nn::QuickGELU>(all, "quick_gelu");
    append<nn::Softplus>(all, "softplus");
    append<nn::LogSigmoid>(all, "log_sigmoid");
    append<nn::Tanhshrink>(all, "tanhshrink");
    return all;
}

std::vector<float> thinned_inputs() {
    std::vector<float> x;
    for (std::uint64_t bits = 0; bits < std::uint64_t{1} << 32; bits += 8191)
        x.push_back(float_of(static_cast<std::uint32_t>(bits)));
    const std::uint32_t first = bits_of(0x1p-5f), last = bits_of(16.0f);
    for (std::uint32_t bits = first; bits < last; bits += 127) {
        x.push_back(float_of(bits));
        x.push_back(-x.back());
    }
    return x;
}

std::uint64_t checksum_of(const std::vector<float>& x, const std::vector<float>& y) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += share_of(x[i], y[i]);
    return sum;
}

}  // namespace exact

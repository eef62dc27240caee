// The interface of C++11: the same results as C's, by name with parameters too, and errors as exceptions.
#include <activation/library.hpp>

#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

namespace nn = activation::library;

namespace {

int failures = 0;

void check(const char* what, bool holds) {
    if (holds) return;
    std::printf("%s\n", what);
    ++failures;
}

void refuses(const char* text, const std::function<void()>& call) {
    try {
        call();
        std::printf("not refused: %s\n", text);
    } catch (const std::invalid_argument& error) {
        if (std::string(error.what()).find(text) != std::string::npos) return;
        std::printf("not \"%s\", but \"%s\"\n", text, error.what());
    }
    ++failures;
}

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

const std::vector<float> x{-3, -1.5F, -0.25F, 0, 0.5F, 1, 4};
const std::vector<float> g{1, -2, 3, -4, 5, -6, 7};
const std::size_t n = x.size();
std::vector<float> a(n), b(n), c(n), d(n);

void callables() {
    nn::gelu(x.data(), a.data(), n);
    activation_gelu_f32(x.data(), b.data(), n);
    check("gelu", same(a, b));
    a = x;
    nn::leaky_relu(a.data(), n, 0.2F);
    activation_leaky_relu_f32(x.data(), b.data(), n, 0.2F);
    check("leaky_relu in place, with a slope", same(a, b));
    nn::leaky_relu(x.data(), a.data(), n);
    activation_leaky_relu_f32(x.data(), b.data(), n, 0.01F);
    check("leaky_relu with its default", same(a, b));
    nn::fast::silu.backward(g.data(), x.data(), a.data(), n);
    activation_fast_silu_backward_f32(g.data(), x.data(), b.data(), n);
    check("fast::silu.backward", same(a, b));
    nn::exact::gelu(x.data(), a.data(), n);
    activation_exact_gelu_f32(x.data(), b.data(), n);
    check("exact::gelu", same(a, b));
    nn::exact::geglu(x.data(), g.data(), a.data(), n);
    activation_exact_geglu_f32(x.data(), g.data(), b.data(), n);
    check("exact::geglu", same(a, b));
    nn::softplus.value_and_derivative(x.data(), a.data(), c.data(), n, 2, 10);
    activation_softplus_value_and_derivative_f32(x.data(), b.data(), d.data(), n, 2, 10);
    check("softplus.value_and_derivative", same(a, b) && same(c, d));
    nn::swiglu(x.data(), g.data(), a.data(), n);
    activation_swiglu_f32(x.data(), g.data(), b.data(), n);
    check("swiglu", same(a, b));
    try {
        nn::softmax(x.data(), a.data(), n, n);
        activation_softmax_f32(x.data(), b.data(), n, n);
        check("softmax", same(a, b));
    } catch (const std::invalid_argument&) {
        check("softmax is there", activation_softmax_f32(x.data(), b.data(), n, n) == ACTIVATION_ERROR_UNSUPPORTED);
    }
    const float weights[7] = {1, 2, 3, 4, 5, 6, 7};
    nn::prelu_channels(x.data(), a.data(), n, weights, 7, 1);
    activation_prelu_channels_f32(x.data(), b.data(), n, weights, 7, 1);
    check("prelu_channels", same(a, b));
    const std::vector<nn::bfloat16> halves(n, nn::bfloat16{0x3f80});
    std::vector<nn::bfloat16> results(n);
    nn::hardtanh(halves.data(), results.data(), n);
    check("halves", results[0].bits == 0x3f80);
}

void by_name() {
    nn::function f = nn::find("Softplus");
    f.set("beta", 1.5);
    f(x.data(), a.data(), n);
    activation_softplus_f32(x.data(), b.data(), n, 1.5F, 20);
    check("softplus by name", same(a, b));
    f.backward(g.data(), x.data(), a.data(), n);
    activation_softplus_backward_f32(g.data(), x.data(), b.data(), n, 1.5F, 20);
    check("its gradient", same(a, b));
    nn::find("softplus").set("threshold", 3)(x.data(), a.data(), n);
    activation_softplus_f32(x.data(), b.data(), n, 1, 3);
    check("softplus with its second parameter set", same(a, b));
    nn::find("gelu", nn::fast_tier).gated(x.data(), g.data(), a.data(), n);
    activation_fast_geglu_f32(x.data(), g.data(), b.data(), n);
    check("gated by name", same(a, b));
    const nn::function by_value = f;
    check("a copy", by_value.kind() == f.kind() && std::string(f.name()) == "softplus");
}

void errors() {
    refuses("there is no 'gulu'. There are relu, leaky_relu", [] { nn::find("gulu"); });
    refuses("gelu has no parameter 'beta'", [] { nn::find("gelu").set("beta", 1); });
    refuses("activation::library::gelu(x, y, n): two arrays overlap", [] { nn::gelu(a.data(), a.data() + 1, n - 1); });
    refuses("activation::library::elu.derivative(x, d, n): a parameter is refused",
            [] { nn::elu.derivative(x.data(), a.data(), n, std::stod("nan")); });
    refuses("activation::library::softmax(x, y, n, width): the elements are not whole rows",
            [] { nn::softmax(x.data(), a.data(), n, 2); });
    refuses("activation::library::hardtanh(x, y, n): this build of the library lacks",
            [] { nn::find("hardtanh", nn::exact_tier)(x.data(), a.data(), n); });
    refuses("null pointer", [] { nn::find("relu")(static_cast<const float*>(nullptr), a.data(), n); });
}

}  // namespace

int main() {
    callables();
    by_name();
    errors();
    return failures;
}

// A small fully connected network with backpropagation, whose every activation is a callable of this library.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_NETWORK_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_NETWORK_HPP

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "activations.hpp"
#include "matrix.hpp"
#include "random.hpp"

namespace examples {

/// Numbers that training changes, with the state that Adam keeps for each.
class trainable {
public:
    explicit trainable(matrix start);

    /// One step of Adam (D. Kingma, J. Ba, 2014); `step` counts from 1.
    void descend(float learning_rate, int step);

    matrix value;
    matrix gradient;

private:
    matrix mean_;
    matrix variance_;
};

class layer {
public:
    virtual ~layer() = default;

    /// The layer's value for a batch, one sample a row; remembers the input until `backward`.
    const matrix& forward(const matrix& x);
    /// From the gradient of the loss by the output, that by the input; fills the gradients of `trainables`.
    const matrix& backward(const matrix& grad_output);

    virtual std::vector<trainable*> trainables() { return {}; }
    [[nodiscard]] const matrix& input() const { return *input_; }
    [[nodiscard]] const matrix& output() const { return output_; }

private:
    virtual void compute_output(const matrix& x, matrix& y) = 0;
    virtual void compute_gradients(const matrix& grad_output, const matrix& x, matrix& grad_input) = 0;

    const matrix* input_ = nullptr;
    matrix output_;
    matrix grad_input_;
};

/// x * weight + bias.
class dense final : public layer {
public:
    /// Weights uniform in +-sqrt(6 / inputs), which keeps the variance of what a ReLU passes on (K. He et al., 2015).
    dense(std::size_t inputs, std::size_t outputs, random_source& random);

    std::vector<trainable*> trainables() override { return {&weight, &bias}; }

    trainable weight;
    trainable bias;

private:
    void compute_output(const matrix& x, matrix& y) override;
    void compute_gradients(const matrix& grad_output, const matrix& x, matrix& grad_input) override;
};

/// What the activations of a network keep their numbers in; its products and what it learns are floats.
enum class storage { float32, bfloat16 };

/// An activation as a layer: element by element, or PReLU with one learned weight for each unit.
std::unique_ptr<layer> make_activation(const chosen_activation& chosen, std::size_t width,
                                       storage in = storage::float32);

/// SwiGLU's feed-forward block, silu(gate(x)) * linear(x) (N. Shazeer, 2020): two dense layers and their gated unit.
std::unique_ptr<layer> make_swiglu(std::size_t inputs, std::size_t outputs, random_source& random, storage in);

class network {
public:
    void add(std::unique_ptr<layer> next) { layers_.push_back(std::move(next)); }

    const matrix& forward(const matrix& x);
    void backward(const matrix& grad_output);
    void descend(float learning_rate);

    [[nodiscard]] std::span<const std::unique_ptr<layer>> layers() const { return layers_; }

private:
    std::vector<std::unique_ptr<layer>> layers_;
    int step_ = 0;
};

/// `hidden` times a dense layer of `width` units and the activation, then a dense one: dense layers at even indices of
/// `layers`, their activations behind them.
network make_network(const chosen_activation& chosen, std::size_t inputs, std::size_t hidden, std::size_t width,
                     std::size_t outputs, random_source& random, storage in = storage::float32);

/// The same with SwiGLU blocks for hidden layers.
network make_swiglu_network(std::size_t inputs, std::size_t hidden, std::size_t width, std::size_t outputs,
                            random_source& random, storage in = storage::float32);

}  // namespace examples

#endif

// Teaching a network the digits, and asking it what it has learned.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_TRAINING_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_TRAINING_HPP

#include <cstddef>
#include <span>

#include "digits.hpp"
#include "network.hpp"

namespace examples {

/// Mean cross entropy of softmax(logits) against the labels; `grad_logits` becomes its gradient.
double softmax_cross_entropy(const matrix& logits, std::span<const std::size_t> labels, matrix& grad_logits);

/// Once through all images in a new random order, in batches of 32. Returns the mean loss on the way.
double train_epoch(network& net, const labelled_images& set, float learning_rate, random_source& random);

/// The share of images whose largest logit is the label's.
double accuracy(network& net, const labelled_images& set);

}  // namespace examples

#endif

// The kernels of every activation. A program that judges one alone has a list of its own.
#include "kernel.hpp"

#include <algorithm>
#include <iterator>

namespace described {

#define ACTIVATION_ENTRY(callable, Functor) struct Functor;
#include <activation/catalogue.hpp>

}  // namespace described

namespace exhaustive {

std::vector<kernel> kernels() {
    std::vector<kernel> all;
    const auto append = [&](std::vector<kernel> some) { std::move(some.begin(), some.end(), std::back_inserter(all)); };
#define ACTIVATION_ENTRY(callable, Functor) append(kernels_of<described::Functor>());
#include <activation/catalogue.hpp>
    std::stable_partition(all.begin(), all.end(), [](const kernel& k) { return !k.name.starts_with("fast::"); });
    return all;
}

}  // namespace exhaustive

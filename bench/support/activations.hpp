#ifndef ACTIVATION_BENCH_SUPPORT_ACTIVATIONS_HPP
#define ACTIVATION_BENCH_SUPPORT_ACTIVATIONS_HPP

#include <string_view>
#include <tuple>

#include <activation/activation.hpp>

#include "textbook.hpp"

namespace bench {

/// One activation: the library's callable and the textbook's formula for the same function.
template <class Callable, class Textbook>
struct entry {
    Callable callable;
    Textbook textbook;
    static constexpr std::string_view name = Textbook::name;
};

template <class Callable, class Textbook>
entry(Callable, Textbook) -> entry<Callable, Textbook>;  // clang 14 does not deduce aggregates

/// Every activation that is timed. A new activation is one line here and its formula in textbook.hpp.
inline constexpr std::tuple activations{
    entry{activation::relu, textbook::relu{}},   entry{activation::leaky_relu, textbook::leaky_relu{}},
    entry{activation::prelu, textbook::prelu{}}, entry{activation::elu, textbook::elu{}},
    entry{activation::gelu, textbook::gelu{}},   entry{activation::gelu_tanh, textbook::gelu_tanh{}},
    entry{activation::silu, textbook::silu{}},   entry{activation::sigmoid, textbook::sigmoid{}},
    entry{activation::tanh, textbook::tanh{}},
};

/// Calls `visit` with each entry of a tuple in turn.
template <class Tuple, class Visitor>
constexpr void for_each(const Tuple& entries, Visitor&& visit) {
    std::apply([&](const auto&... each) { (visit(each), ...); }, entries);
}

}  // namespace bench

#endif

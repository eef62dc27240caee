#ifndef ACTIVATION_BENCH_SUPPORT_ACTIVATIONS_HPP
#define ACTIVATION_BENCH_SUPPORT_ACTIVATIONS_HPP

#include <string_view>
#include <tuple>
#include <type_traits>

#include <activation/activation.hpp>

#include "textbook.hpp"
#include "textbook_piecewise.hpp"
#include "textbook_smooth.hpp"

namespace bench {

/// One activation: the library's callable, the textbook's formula for the same function, and where the fast tier has a
/// kernel of its own its callable.
template <class Callable, class Textbook, class Fast = Callable>
struct entry {
    Callable callable;
    Textbook textbook;
    Fast fast{};
    static constexpr bool has_fast = !std::is_same_v<Callable, Fast>;
    static constexpr std::string_view name = Textbook::name;
};

template <class Callable, class Textbook>
entry(Callable, Textbook) -> entry<Callable, Textbook>;  // clang 14 does not deduce aggregates
template <class Callable, class Textbook, class Fast>
entry(Callable, Textbook, Fast) -> entry<Callable, Textbook, Fast>;

/// Every activation that is timed. A new activation is one line here and its formula in a textbook header.
inline constexpr std::tuple activations{
    entry{activation::relu, textbook::relu{}},
    entry{activation::leaky_relu, textbook::leaky_relu{}},
    entry{activation::prelu, textbook::prelu{}},
    entry{activation::elu, textbook::elu{}},
    entry{activation::gelu, textbook::gelu{}, activation::fast::gelu},
    entry{activation::gelu_tanh, textbook::gelu_tanh{}, activation::fast::gelu_tanh},
    entry{activation::silu, textbook::silu{}, activation::fast::silu},
    entry{activation::sigmoid, textbook::sigmoid{}, activation::fast::sigmoid},
    entry{activation::tanh, textbook::tanh{}, activation::fast::tanh},
    entry{activation::relu6, textbook::relu6{}},
    entry{activation::squared_relu, textbook::squared_relu{}},
    entry{activation::threshold, textbook::threshold{}},
    entry{activation::hardtanh, textbook::hardtanh{}},
    entry{activation::hardsigmoid, textbook::hardsigmoid{}},
    entry{activation::hardswish, textbook::hardswish{}},
    entry{activation::hardshrink, textbook::hardshrink{}},
    entry{activation::softshrink, textbook::softshrink{}},
    entry{activation::softsign, textbook::softsign{}},
    entry{activation::selu, textbook::selu{}},
    entry{activation::celu, textbook::celu{}},
    entry{activation::softplus, textbook::softplus{}},
    entry{activation::log_sigmoid, textbook::log_sigmoid{}},
    entry{activation::swish, textbook::swish{}},
    entry{activation::quick_gelu, textbook::quick_gelu{}},
    entry{activation::mish, textbook::mish{}},
    entry{activation::tanhshrink, textbook::tanhshrink{}},
};

/// Calls `visit` with each entry of a tuple in turn.
template <class Tuple, class Visitor>
constexpr void for_each(const Tuple& entries, Visitor&& visit) {
    std::apply([&](const auto&... each) { (visit(each), ...); }, entries);
}

}  // namespace bench

#endif

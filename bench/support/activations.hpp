#ifndef ACTIVATION_BENCH_SUPPORT_ACTIVATIONS_HPP
#define ACTIVATION_BENCH_SUPPORT_ACTIVATIONS_HPP

#include <string_view>
#include <tuple>
#include <type_traits>

#include <activation/activation.hpp>

#include "descriptions.hpp"
#include "textbook.hpp"
#include "textbook_piecewise.hpp"
#include "textbook_smooth.hpp"

/// The formulas that stand in the activations' descriptions, each by the name of its callable.
namespace described_textbook {

template <class Description>
struct formula {
    template <class T>
    static T value(T x) {
        return Description::textbook(x);
    }
    template <class T>
    static T derivative(T x) {
        return Description::textbook_derivative(x);
    }
};

#define ACTIVATION_ENTRY(callable, Functor)                 \
    struct callable : formula<described::Functor> {         \
        static constexpr std::string_view name = #callable; \
    };
#include <activation/catalogue.hpp>

}  // namespace described_textbook

namespace textbook {
/// What the headers here have hides what a description has.
using namespace described_textbook;
}  // namespace textbook

namespace bench {

/// One activation: the library's callable, the textbook's formula for the same function, and the fast tier's callable.
template <class Callable, class Textbook, class Fast>
struct entry {
    Callable callable;
    Textbook textbook;
    Fast fast;
    static constexpr bool has_fast = !std::is_same_v<Callable, Fast>;
    static constexpr std::string_view name = Textbook::name;
};

template <class Callable, class Textbook, class Fast>
entry(Callable, Textbook, Fast) -> entry<Callable, Textbook, Fast>;  // clang 14 does not deduce aggregates

/// Every activation of the library; the textbook's formula has the callable's name.
inline constexpr auto activations = std::tuple_cat(
#define ACTIVATION_ENTRY(callable, Functor) \
    std::tuple{entry{activation::callable, textbook::callable{}, activation::fast::callable}},
#include <activation/catalogue.hpp>
    std::tuple<>{});

/// Calls `visit` with each entry of a tuple in turn.
template <class Tuple, class Visitor>
constexpr void for_each(const Tuple& entries, Visitor&& visit) {
    std::apply([&](const auto&... each) { (visit(each), ...); }, entries);
}

}  // namespace bench

#endif

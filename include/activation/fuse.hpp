#ifndef ACTIVATION_FUSE_HPP
#define ACTIVATION_FUSE_HPP

#include "activation/detail/arch/requirements.hpp"

#include <cstddef>

#include "activation/concepts.hpp"
#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/fused.hpp"

/// What stands around an activation, without a pass over memory of its own:
///
///     gelu(biased(x, b), y);                              y[i] = gelu(x[i] + b[i mod b.size()])
///     silu.backward(g, x, accumulate(grad));              grad[i] += g[i]·silu′(x[i])
///     gelu.backward(g, biased(x, b), accumulate(grad));
///     softmax.backward(g, y, accumulate(grad), width);
///
/// Bits     those of the separate steps, each rounded to the type in which it is computed: float for halves.
/// Shapes   what they are made of has a name or is a view, and outlives the call.  They nest: biased(scaled(x, s), b).
///          Inputs of every call, whatever its form, element type and tier.
/// Throws   std::invalid_argument before anything is written, as every call does: biased where x is no whole groups of
///          bias.size()·inner elements, and the call where a bias overlaps an output without being the same memory.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS

namespace detail {

/// What biased and scaled read from.
template <class X>
concept fusible_input = readable_range<X> &&(fused_input<X> || outlives_the_call<X>);

/// What accumulate adds to.
template <class Y>
concept fusible_output = writable_range<Y> && !fused_output<Y>;

}  // namespace detail

/// Reads x[i] + bias[(i / inner) mod bias.size()]; inner is the number of elements behind one channel index, 1 for channels
/// last and H·W for NCHW.  A bias of few elements is read in as short pieces.
template <detail::fusible_input X, detail::fusible_input B>
    requires(!detail::fused_input<B> && !detail::rows_like<B> && same_value_type<X, B>)
[[nodiscard]] auto biased(X&& x, B&& bias, std::size_t inner = 1) {
    static constexpr detail::call_site call{"biased", "(x, bias, inner)"};
    const auto from = detail::read(call, "x", x);
    const auto by = detail::read(call, "bias", bias);
    const bool fits =
        from.size == 0 || (by.size != 0 && inner != 0 && from.size % inner == 0 && from.size / inner % by.size == 0);
    if (!fits) [[unlikely]]
        detail::fail_bias(call, from.size, by.size, inner);
    using input =
        detail::biased_input<value_t<X>, std::remove_const_t<decltype(from)>, std::remove_const_t<decltype(by)>>;
    return input{"x", from.size, from, by, inner};
}

/// Reads factor·x[i].
template <detail::fusible_input X>
[[nodiscard]] auto scaled(X&& x, value_t<X> factor) {
    static constexpr detail::call_site call{"scaled", "(x, factor)"};
    const auto from = detail::read(call, "x", x);
    return detail::scaled_input<value_t<X>, std::remove_const_t<decltype(from)>>{"x", from.size, from, factor};
}

/// An output that adds to what stands in y: y[i] + what the call computes, of halves in float and then rounded once.
template <detail::fusible_output Y>
[[nodiscard]] auto accumulate(Y&& y) {
    static constexpr detail::call_site call{"accumulate", "(y)"};
    const auto to = detail::write(call, "y", y);
    return detail::accumulated_output<element_t<Y>, std::remove_const_t<decltype(to)>>{"y", to.size, to};
}

ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_GATED_HPP
#define ACTIVATION_GATED_HPP

#include <cstddef>
#include <ranges>

#include "activation/concepts.hpp"
#include "activation/detail/call/elementwise.hpp"
#include "activation/detail/call/kernels.hpp"
#include "activation/gelu.hpp"
#include "activation/gelu_tanh.hpp"
#include "activation/relu.hpp"
#include "activation/sigmoid.hpp"
#include "activation/silu.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Which half of a packed row goes through the activation: the first, as LLaMA and most transformers have it, or the
/// second, as PyTorch's torch.nn.functional.glu has it.
enum class halves { activated_first, linear_first };

/// A gated linear unit, y = f(activated)·linear with the activation f of the functor template F.
///
/// Edges    those of f, then of one multiplication: an infinite `linear` times a zero is NaN.
/// Error    that of f plus one rounding: exactly f(activated[i]) * linear[i].
/// Shapes   activated, linear, grad_output and y, grad_activated, grad_linear: contiguous ranges of one size and one
///          element type.  An output may be the same memory as one input.
/// Throws   std::invalid_argument before anything is written: sizes that do not agree, ranges that overlap without
///          being the same memory, two outputs on the same memory, packed ranges that are not rows × width.
/// Source   Dauphin et al., "Language modeling with gated convolutional networks", ICML 2017; Shazeer, "GLU variants
///          improve transformer", 2020.
template <template <class> class F>
struct gated {
    /// What error messages call it.
    const char* name;

    template <class X>
    using functor_for = F<element_t<X>>;

    /// y[i] = f(activated[i])·linear[i]
    template <readable_range A, readable_range L, writable_range Y>
        requires same_value_type<A, L, Y>
    void operator()(A&& activated, L&& linear, Y&& y) const {
        detail::elementwise({name, "(activated, linear, y)"}, detail::gated_kernel<functor_for<A>>{},
                            {detail::read("activated", activated), detail::read("linear", linear)},
                            {detail::write("y", y)});
    }

    /// grad_activated[i] = (grad_output[i]·linear[i])·f′(activated[i]) and grad_linear[i] = grad_output[i]·f(activated[i]),
    /// in one pass.
    template <readable_range G, readable_range A, readable_range L, writable_range GA, writable_range GL>
        requires same_value_type<A, G, L, GA, GL>
    void backward(G&& grad_output, A&& activated, L&& linear, GA&& grad_activated, GL&& grad_linear) const {
        detail::elementwise(
            {name, ".backward(grad_output, activated, linear, grad_activated, grad_linear)"},
            detail::gated_backward_kernel<functor_for<A>>{},
            {detail::read("grad_output", grad_output), detail::read("activated", activated),
             detail::read("linear", linear)},
            {detail::write("grad_activated", grad_activated), detail::write("grad_linear", grad_linear)});
    }

    /// The same for rows whose two halves lie side by side: x is rows × 2·width, y is rows × width, row-major.
    template <readable_range X, writable_range Y>
        requires same_value_type<X, Y>
    void packed(X&& x, Y&& y, std::size_t width, halves order = halves::activated_first) const {
        const auto from = detail::read("x", x);
        const auto to = detail::write("y", y);
        detail::check_packed({name, ".packed(x, y, width)"}, detail::untyped(from), detail::untyped(to), width);
        const std::size_t activated = order == halves::activated_first ? 0 : width;
        const std::size_t linear = width - activated;
        for (std::size_t i = 0; i < to.size; i += width)
            detail::transform(detail::gated_kernel<functor_for<X>>{}, width, detail::group_of(to.data + i),
                              detail::group_of(from.data + 2 * i + activated, from.data + 2 * i + linear));
    }
};

/// σ(activated)·linear
inline constexpr gated<Sigmoid> glu{"glu"};
/// relu(activated)·linear
inline constexpr gated<ReLU> reglu{"reglu"};
/// gelu(activated)·linear
inline constexpr gated<GELU> geglu{"geglu"};
/// gelu_tanh(activated)·linear
inline constexpr gated<GELUTanh> geglu_tanh{"geglu_tanh"};
/// silu(activated)·linear
inline constexpr gated<SiLU> swiglu{"swiglu"};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

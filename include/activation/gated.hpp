#ifndef ACTIVATION_GATED_HPP
#define ACTIVATION_GATED_HPP

#include "activation/detail/arch/requirements.hpp"

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "activation/concepts.hpp"
#include "activation/detail/call/elementwise.hpp"
#include "activation/detail/call/gated_kernels.hpp"
#include "activation/detail/call/packed.hpp"
#include "activation/detail/call/refused.hpp"
#include "activation/gelu.hpp"
#include "activation/gelu_tanh.hpp"
#include "activation/relu.hpp"
#include "activation/sigmoid.hpp"
#include "activation/silu.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS

/// Which half of a packed row goes through the activation: the first, as LLaMA and most transformers have it, or the
/// second, as PyTorch's torch.nn.functional.glu has it.
enum class halves { activated_first, linear_first };

/// A gated linear unit, y = f(activated)·linear with the activation f of the functor template F.
///
/// Edges    those of f, then of one multiplication: an infinite `linear` times a zero is NaN.
/// Error    that of f plus one rounding: exactly f(activated[i]) * linear[i].
/// Shapes   activated, linear, grad_output and y, grad_activated, grad_linear: contiguous ranges of one size and one
///          type to compute in, or what else function takes for one: Eigen's types, and but for packed pointers and then
///          the count of the elements.  An output may be the same memory as one input.
/// Throws   std::invalid_argument before anything is written: sizes that do not agree, ranges that overlap without
///          being the same memory, two outputs on the same memory, packed ranges that are not rows × width.
/// Source   Dauphin et al., "Language modeling with gated convolutional networks", ICML 2017; Shazeer, "GLU variants
///          improve transformer", 2020.
template <template <class> class F, class Executor = detail::direct>
struct gated : detail::refused_gated_calls<halves> {
    using detail::refused_gated_calls<halves>::operator();
    using detail::refused_gated_calls<halves>::backward;
    using detail::refused_gated_calls<halves>::packed;
    using detail::refused_gated_calls<halves>::packed_backward;

    /// What error messages call it.
    const char* name;

    /// Who runs the loop.
    [[no_unique_address]] Executor executor{};

    constexpr gated(const char* called) noexcept : name(called) {}
    constexpr gated(const char* called, const Executor& by) : name(called), executor(by) {}

    /// The same under a policy, for the calls with one before their arguments.
    template <class P>
    using bound = gated<F, detail::under<std::remove_cvref_t<P>>>;

    template <detail::execution_policy P, class A, class... More>
        requires std::invocable < const bound<P>
    &, A, More... > void operator()(P&& policy, A&& first, More&&... more) const {
        bound<P>(name, {policy})(std::forward<A>(first), std::forward<More>(more)...);
    }

    template <detail::execution_policy P, class A, class... More>
        requires requires(const bound<P>& f, A&& first, More&&... more) {
            f.backward(std::forward<A>(first), std::forward<More>(more)...);
        }
    void backward(P&& policy, A&& first, More&&... more) const {
        bound<P>(name, {policy}).backward(std::forward<A>(first), std::forward<More>(more)...);
    }

    template <detail::execution_policy P, class A, class... More>
        requires requires(const bound<P>& f, A&& first, More&&... more) {
            f.packed(std::forward<A>(first), std::forward<More>(more)...);
        }
    void packed(P&& policy, A&& first, More&&... more) const {
        bound<P>(name, {policy}).packed(std::forward<A>(first), std::forward<More>(more)...);
    }

    template <detail::execution_policy P, class A, class... More>
        requires requires(const bound<P>& f, A&& first, More&&... more) {
            f.packed_backward(std::forward<A>(first), std::forward<More>(more)...);
        }
    void packed_backward(P&& policy, A&& first, More&&... more) const {
        bound<P>(name, {policy}).packed_backward(std::forward<A>(first), std::forward<More>(more)...);
    }

    template <class X>
    using functor_for = F<value_t<X>>;

    /// y[i] = f(activated[i])·linear[i]
    template <readable_range A, readable_range L, writable_range Y>
        requires same_value_type<A, L, Y>
    void operator()(A&& activated, L&& linear, Y&& y) const {
        const detail::call_site call{name, "(activated, linear, y)"};
        detail::elementwise(
            executor, call, detail::gated_kernel<functor_for<A>>{},
            detail::bundle_from(detail::read(call, "activated", activated), detail::read(call, "linear", linear)),
            detail::bundle_from(detail::write(call, "y", y)));
    }

    template <readable_pointer A, readable_pointer L, writable_pointer Y>
        requires same_value_type<A, L, Y>
    void operator()(const A& activated, const L& linear, const Y& y, std::integral auto n) const {
        (*this)(detail::counted(activated, n), detail::counted(linear, n), detail::counted(y, n));
    }

    /// grad_activated[i] = (grad_output[i]·linear[i])·f′(activated[i]) and grad_linear[i] = grad_output[i]·f(activated[i]),
    /// in one pass.
    template <readable_range G, readable_range A, readable_range L, writable_range GA, writable_range GL>
        requires same_value_type<A, G, L, GA, GL>
    void backward(G&& grad_output, A&& activated, L&& linear, GA&& grad_activated, GL&& grad_linear) const {
        const detail::call_site call{name, ".backward(grad_output, activated, linear, grad_activated, grad_linear)"};
        detail::elementwise(
            executor, call, detail::gated_backward_kernel<functor_for<A>>{},
            detail::bundle_from(detail::read(call, "grad_output", grad_output),
                                detail::read(call, "activated", activated), detail::read(call, "linear", linear)),
            detail::bundle_from(detail::write(call, "grad_activated", grad_activated),
                                detail::write(call, "grad_linear", grad_linear)));
    }

    template <readable_pointer G, readable_pointer A, readable_pointer L, writable_pointer GA, writable_pointer GL>
        requires same_value_type<A, G, L, GA, GL>
    void backward(const G& grad_output, const A& activated, const L& linear, const GA& grad_activated,
                  const GL& grad_linear, std::integral auto n) const {
        backward(detail::counted(grad_output, n), detail::counted(activated, n), detail::counted(linear, n),
                 detail::counted(grad_activated, n), detail::counted(grad_linear, n));
    }

    /// The same for rows whose two halves lie side by side: x is rows × 2·width, y is rows × width, row-major.
    template <readable_range X, writable_range Y>
        requires same_value_type<X, Y>
    void packed(X&& x, Y&& y, std::size_t width, halves order = halves::activated_first) const {
        const detail::call_site call{name, ".packed(x, y, width)"};
        detail::packed(executor, call, detail::gated_kernel<functor_for<X>>{}, detail::read(call, "x", x),
                       detail::write(call, "y", y), width, activated_at(order, width));
    }

    /// Its gradient: grad_x is rows × 2·width as x is, grad_output rows × width.
    template <readable_range G, readable_range X, writable_range R>
        requires same_value_type<G, X, R>
    void packed_backward(G&& grad_output, X&& x, R&& grad_x, std::size_t width,
                         halves order = halves::activated_first) const {
        const detail::call_site call{name, ".packed_backward(grad_output, x, grad_x, width)"};
        detail::packed_backward(executor, call, detail::gated_backward_kernel<functor_for<X>>{},
                                detail::read(call, "grad_output", grad_output), detail::read(call, "x", x),
                                detail::write(call, "grad_x", grad_x), width, activated_at(order, width));
    }

private:
    /// Where in a row the elements begin that go through the activation.
    static constexpr std::size_t activated_at(halves order, std::size_t width) {
        return order == halves::activated_first ? 0 : width;
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

ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

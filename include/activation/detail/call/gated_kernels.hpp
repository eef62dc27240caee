#ifndef ACTIVATION_DETAIL_CALL_GATED_KERNELS_HPP
#define ACTIVATION_DETAIL_CALL_GATED_KERNELS_HPP

#include <cstddef>

#include "activation/detail/call/gradient.hpp"
#include "activation/detail/call/kernels.hpp"
#include "activation/detail/simd/group.hpp"

/// What the driver computes for the calls of a gated unit.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// (activated, linear) → y
template <class F>
struct gated_kernel {
    static constexpr std::size_t interleave = forward_interleave<F>;
    static constexpr bool is_deferred = forward_is_deferred<F>;
    static constexpr std::size_t argument = 0;
    static constexpr bool memory_bound = detail::memory_bound<F>;
    static constexpr bool many_constants = detail::many_constants<F>;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        return {{V(F{}.forward(in.item[0]) * in.item[1])}};
    }

    template <class V>
        requires forward_in_two_steps<F>
    [[gnu::always_inline]] group<V, 2> prepare(const group<V, 2>& in) const {
        return forward_kernel<F>{}.prepare(group_of(in.item[0]));
    }

    template <class V>
    [[gnu::always_inline]] group<V, 1> finish(const group<V, 2>& in, const group<V, 2>& parts) const {
        return {{V(forward_kernel<F>{}.finish(group_of(in.item[0]), parts).item[0] * in.item[1])}};
    }
};

/// The gradients of f(activated)·linear: that of `activated`, and that of `linear`.
template <class F, class V>
[[gnu::always_inline]] inline group<V, 2> gated_gradients(const V& grad_output, const V& activated, const V& linear,
                                                          const V& value, const V& derivative) {
    return {{gradient_at(F{}, V(grad_output * linear), activated, derivative), V(grad_output * value)}};
}

/// (grad_output, activated, linear, f(activated)) → (grad_activated, grad_linear)
template <class F>
struct gated_backward_beside_value_kernel {
    static constexpr std::size_t interleave = functor_interleave<F>;
    static constexpr bool is_deferred = in_near_and_far_parts<F>;
    static constexpr std::size_t argument = 1;

    template <class V>
    [[gnu::always_inline]] group<V, 2> operator()(const group<V, 4>& in) const {
        return gradients(in, F{}.derivative(in.item[argument]));
    }

    /// The other inputs last: all of them and the derivative's table would not fit into the registers.
    template <class V, class Sources>
    [[gnu::always_inline]] group<V, 2> results_at(const Sources& from, std::size_t i) const {
        const V derivative = F{}.derivative(from.template get<argument>().template load<V>(i));
        return gradients(from.template load<V>(i), derivative);
    }

private:
    template <class V>
    [[gnu::always_inline]] static group<V, 2> gradients(const group<V, 4>& in, const V& derivative) {
        const auto& [grad_output, activated, linear, value] = in.item;
        return gated_gradients<F, V>(grad_output, activated, linear, value, derivative);
    }
};

/// (grad_output, activated, linear) → (grad_activated, grad_linear)
template <class F>
struct gated_backward_kernel {
    static constexpr std::size_t interleave = functor_interleave<F>;
    static constexpr bool is_deferred = in_near_and_far_parts<F>;
    static constexpr std::size_t argument = 1;
    /// As value_and_derivative_kernel, which it goes through.
    static constexpr bool many_constants = !detail::memory_bound<F>;

    template <class V>
    [[gnu::always_inline]] group<V, 2> operator()(const group<V, 3>& in) const {
        const auto& [grad_output, activated, linear] = in.item;
        const auto both = value_and_derivative_of(F{}, activated);
        return gated_gradients<F, V>(grad_output, activated, linear, both.value, both.derivative);
    }

    [[gnu::always_inline]] forward_kernel<F> value_kernel() const requires(value_comes_first<F>) { return {}; }
    [[gnu::always_inline]] gated_backward_beside_value_kernel<F> beside_value() const { return {}; }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

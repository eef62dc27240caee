#ifndef ACTIVATION_DETAIL_CALL_KERNELS_HPP
#define ACTIVATION_DETAIL_CALL_KERNELS_HPP

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "activation/detail/call/check.hpp"
#include "activation/detail/call/functor.hpp"
#include "activation/detail/call/gradient.hpp"
#include "activation/detail/driver/driver.hpp"
#include "activation/detail/simd/value_and_derivative.hpp"

/// What the driver computes for each call of a function: a functor's members as maps from a group to a group.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// A parameter's default value.  Where T(0.01) itself stands as a default member initializer, g++ 12 leaves the
/// conversion undone, and the functor is no constant expression.
template <class T>
constexpr T default_value(double value) {
    return static_cast<T>(value);
}

/// value_and_derivative, from its two halves where the functor has no fused one.
template <class F, class V>
[[gnu::always_inline]] constexpr auto value_and_derivative_of(const F& functor, const V& x) {
    if constexpr (requires { functor.value_and_derivative(x); })
        return functor.value_and_derivative(x);
    else
        return value_and_derivative<V>{functor.forward(x), functor.derivative(x)};
}

/// What messages call a function: its functor's name, or "function" if it has none.
template <template <class> class F>
constexpr std::string_view name_of() {
    if constexpr (requires { F<float>::name; })
        return F<float>::name;
    else
        return "function";
}

/// A parameter that must be positive for the derivative to follow from the output.
struct positive_parameter {
    const char* name;
    double value;
};

template <class F>
[[gnu::always_inline]] inline void check_from_output(const call_site& call, const F& functor) {
    if constexpr (requires { functor.needed_positive_from_output(); }) {
        const positive_parameter parameter = functor.needed_positive_from_output();
        if (!(parameter.value > 0)) [[unlikely]]
            fail_parameter(call, parameter.name, parameter.value);
    }
}

template <class F>
struct forward_kernel {
    static constexpr std::size_t interleave = forward_interleave<F>;
    static constexpr bool is_deferred = forward_is_deferred<F>;
    static constexpr std::size_t argument = 0;
    static constexpr bool memory_bound = detail::memory_bound<F>;
    static constexpr bool many_constants = detail::many_constants<F>;
    F functor;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& x) const {
        return {{functor.forward(x.item[0])}};
    }

    template <class V>
        requires forward_in_two_steps<F>
    [[gnu::always_inline]] group<V, 2> prepare(const group<V, 1>& x) const {
        group<V, 2> parts;
        functor.prepare(x.item[0], parts.item[0], parts.item[1]);
        return parts;
    }

    template <class V>
    [[gnu::always_inline]] group<V, 1> finish(const group<V, 1>& x, const group<V, 2>& parts) const {
        return {{functor.finish(x.item[0], parts.item[0], parts.item[1])}};
    }
};

template <class F>
struct derivative_kernel {
    static constexpr std::size_t interleave = functor_interleave<F>;
    static constexpr bool is_deferred = in_near_and_far_parts<F>;
    static constexpr std::size_t argument = 0;
    static constexpr bool memory_bound = detail::memory_bound<F>;
    static constexpr bool many_constants = detail::many_constants<F>;
    F functor;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& x) const {
        return {{functor.derivative(x.item[0])}};
    }

    template <class V>
        requires(derivative_parts<F> != 0)
    [[gnu::always_inline]] auto prepare(const group<V, 1>& x) const { return prepared_derivative(functor, x.item[0]); }

    template <class V>
    [[gnu::always_inline]] group<V, 1> finish(const group<V, 1>& x, const group<V, derivative_parts<F>>& parts) const {
        return {{functor.finish_derivative(x.item[0], parts.item)}};
    }
};

/// (x, f(x)) → (f(x), f′(x))
template <class F>
struct derivative_beside_value_kernel {
    static constexpr std::size_t interleave = functor_interleave<F>;
    static constexpr bool is_deferred = in_near_and_far_parts<F>;
    static constexpr std::size_t argument = 0;
    F functor;

    template <class V>
    [[gnu::always_inline]] group<V, 2> operator()(const group<V, 2>& in) const {
        return {{in.item[1], functor.derivative(in.item[0])}};
    }
};

template <class F>
struct value_and_derivative_kernel {
    static constexpr std::size_t interleave = functor_interleave<F>;
    static constexpr bool is_deferred = in_near_and_far_parts<F>;
    static constexpr std::size_t argument = 0;
    static constexpr bool memory_bound = detail::memory_bound<F>;
    /// Of two results most have: a call of one element has taken up to half as long again where they were loaded ahead.
    static constexpr bool many_constants = !memory_bound;
    F functor;

    template <class V>
    [[gnu::always_inline]] group<V, 2> operator()(const group<V, 1>& x) const {
        const auto both = value_and_derivative_of(functor, x.item[0]);
        return {{both.value, both.derivative}};
    }

    [[gnu::always_inline]] forward_kernel<F> value_kernel() const requires(value_comes_first<F>) { return {functor}; }
    [[gnu::always_inline]] derivative_beside_value_kernel<F> beside_value() const { return {functor}; }
};

/// (grad_output, x) → grad_input
template <class F>
struct backward_kernel {
    static constexpr std::size_t interleave = functor_interleave<F>;
    static constexpr bool is_deferred = in_near_and_far_parts<F>;
    static constexpr std::size_t argument = 1;
    static constexpr bool memory_bound = detail::memory_bound<F>;
    static constexpr bool many_constants = detail::many_constants<F>;
    F functor;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        return {{gradient_at(functor, in.item[0], in.item[1], V(functor.derivative(in.item[1])))}};
    }

    /// grad_output last: it would take registers from the derivative.
    template <class V, class Sources>
        requires(!memory_bound)
    [[gnu::always_inline]] group<V, 1> results_at(const Sources& from, std::size_t i) const {
        const V x = from.template get<argument>().template load<V>(i), slope = functor.derivative(x);
        return {{gradient_at(functor, from.template get<0>().template load<V>(i), x, slope)}};
    }

    template <class V>
        requires(derivative_parts<F> != 0)
    [[gnu::always_inline]] auto prepare(const group<V, 2>& in) const {
        return prepared_derivative(functor, in.item[1]);
    }

    template <class V>
    [[gnu::always_inline]] group<V, 1> finish(const group<V, 2>& in, const group<V, derivative_parts<F>>& parts) const {
        return {{gradient_at(functor, in.item[0], in.item[1], functor.finish_derivative(in.item[1], parts.item))}};
    }
};

/// What f′ takes from f(x) is a few operations, unless the functor says otherwise.
template <class F>
inline constexpr bool memory_bound_from_output = true;
template <class F>
    requires requires { F::memory_bound; }
inline constexpr bool memory_bound_from_output<F> = F::memory_bound;

/// (grad_output, y) → grad_input
template <class F>
struct backward_from_output_kernel {
    static constexpr std::size_t interleave = functor_interleave<F>;
    static constexpr bool memory_bound = memory_bound_from_output<F>;
    static constexpr bool many_constants = detail::many_constants<F>;
    F functor;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        return {{gradient_from_output(functor, in.item[0], in.item[1])}};
    }
};

/// Any of these of the shorter functor.
template <template <class> class Kernel, class F>
    requires has_shorter_functor<F> && requires(const Kernel<F>& kernel) { kernel.functor; }
struct shorter_kernel<Kernel<F>> {
    [[gnu::always_inline]] static bool serves(const Kernel<F>& kernel) { return kernel.functor.is_short(); }
    [[gnu::always_inline]] static Kernel<typename F::shorter> of(const Kernel<F>& kernel) {
        return {kernel.functor.in_short()};
    }
};

/// Any of these of a functor's two parts.
template <template <class> class Kernel, class F>
    requires(Kernel<F>::is_deferred)
struct near_and_far<Kernel<F>> {
    using near_kernel = Kernel<typename F::near_part>;
    using far_kernel = Kernel<typename F::far_part>;

    [[gnu::always_inline]] static near_kernel of_near_lanes(const Kernel<F>& kernel) {
        if constexpr (requires(const F& functor) { functor.near_lanes(); })
            return {functor_of(kernel).near_lanes()};
        else
            return {};
    }
    [[gnu::always_inline]] static far_kernel of_far_lanes(const Kernel<F>& kernel) {
        if constexpr (requires(const F& functor) { functor.far_lanes(); })
            return {functor_of(kernel).far_lanes()};
        else
            return {};
    }

    template <class Inputs>
    [[gnu::always_inline]] static auto is_far(const Kernel<F>& kernel, const Inputs& in) {
        return functor_of(kernel).is_far(in.item[Kernel<F>::argument]);
    }

private:
    /// Gated units have none of their own.
    [[gnu::always_inline]] static F functor_of(const Kernel<F>& kernel) {
        if constexpr (requires { kernel.functor; })
            return kernel.functor;
        else
            return F{};
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

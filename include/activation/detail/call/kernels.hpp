#ifndef ACTIVATION_DETAIL_CALL_KERNELS_HPP
#define ACTIVATION_DETAIL_CALL_KERNELS_HPP

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "activation/detail/call/check.hpp"
#include "activation/detail/call/gradient.hpp"
#include "activation/detail/driver/driver.hpp"
#include "activation/detail/simd/value_and_derivative.hpp"

/// What the driver computes for each call of a function: a functor's members as maps from a group to a group.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Where the optimiser is off or a sanitizer checks every step, more batches side by side gain nothing and make the
/// compiler work for minutes.
#if !defined(__OPTIMIZE__) || defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t most_side_by_side = 2;
#elif defined(__has_feature)
inline constexpr std::size_t most_side_by_side = __has_feature(address_sanitizer) ? 2 : 8;
#else
inline constexpr std::size_t most_side_by_side = 8;
#endif

/// Batches side by side for a functor; a functor of the user's own sees one batch at a time.
template <class F>
inline constexpr std::size_t functor_interleave = 1;
template <class F>
    requires requires { F::interleave; }
inline constexpr std::size_t functor_interleave<F> =
    F::interleave < most_side_by_side ? F::interleave : most_side_by_side;

/// Whether the driver takes a functor's forward in two steps, prepare(x, first, second) and finish(x, first, second).
/// Worth it where both are some ten operations, each waiting for the one before.
template <class F>
inline constexpr bool forward_in_two_steps = false;
template <class F>
    requires requires { F::two_steps; }
inline constexpr bool forward_in_two_steps<F> = F::two_steps;

/// How many numbers a functor's derivative goes through, if the driver takes it in two steps, prepare_derivative(x, part) and
/// finish_derivative(x, part) for an array of them; 0 if it does not.
template <class F>
inline constexpr std::size_t derivative_parts = 0;
template <class F>
    requires requires { F::derivative_parts; }
inline constexpr std::size_t derivative_parts<F> = F::derivative_parts;

template <class F, class V>
[[gnu::always_inline]] constexpr auto prepared_derivative(const F& functor, const V& x) {
    group<V, derivative_parts<F>> parts;
    functor.prepare_derivative(x, parts.item);
    return parts;
}

/// A functor may want another number for its forward.  A step is short enough for the processor to see past two batches of it.
template <class F>
inline constexpr std::size_t forward_interleave = forward_in_two_steps<F> ? 2 : functor_interleave<F>;
template <class F>
    requires requires { F::forward_interleave; }
inline constexpr std::size_t forward_interleave<F> =
    F::forward_interleave < functor_interleave<F> ? F::forward_interleave : functor_interleave<F>;

/// Both steps at once.
template <class F, class V>
[[gnu::always_inline]] constexpr V derivative_of_steps(const F& functor, const V& x) {
    const auto parts = prepared_derivative(functor, x);
    return functor.finish_derivative(x, parts.item);
}
template <class F, class V>
[[gnu::always_inline]] constexpr V forward_of_steps(const F& functor, const V& x) {
    V first, second;
    functor.prepare(x, first, second);
    return functor.finish(x, first, second);
}

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

/// A functor whose derivative, and with forward_is_deferred its value, is computed in two ways: near_part and far_part
/// are functors too, each right for its own lanes, and is_far(x) tells which are which.  One that has parameters makes them
/// by near_lanes() and far_lanes().  `argument` says of a kernel of such a functor which of the inputs goes through it.
template <class F>
concept in_near_and_far_parts = requires {
    typename F::near_part;
    typename F::far_part;
}
&&!std::is_void_v<typename F::near_part>;
template <class F>
inline constexpr bool forward_is_deferred = false;
template <class F>
    requires requires { F::forward_is_deferred; }
inline constexpr bool forward_is_deferred<F> = F::forward_is_deferred;

/// A functor that another one, `shorter`, does as well with the parameters that most calls have: is_short() says whether it has
/// them, and in_short() is the other one.
template <class F>
concept has_shorter_functor = requires {
    typename F::shorter;
}
&&!std::is_void_v<typename F::shorter>;

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

template <class F>
struct value_and_derivative_kernel {
    static constexpr std::size_t interleave = functor_interleave<F>;
    static constexpr bool is_deferred = in_near_and_far_parts<F>;
    static constexpr std::size_t argument = 0;
    static constexpr bool memory_bound = detail::memory_bound<F>;
    static constexpr bool many_constants = detail::many_constants<F>;
    F functor;

    template <class V>
    [[gnu::always_inline]] group<V, 2> operator()(const group<V, 1>& x) const {
        const auto both = value_and_derivative_of(functor, x.item[0]);
        return {{both.value, both.derivative}};
    }
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

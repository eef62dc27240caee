#ifndef ACTIVATION_FUNCTION_HPP
#define ACTIVATION_FUNCTION_HPP

#include "activation/detail/arch/requirements.hpp"

#include <concepts>

#include "activation/concepts.hpp"
#include "activation/detail/arch/target.hpp"
#include "activation/detail/call/elementwise.hpp"
#include "activation/detail/call/half_functor.hpp"
#include "activation/detail/call/kernels.hpp"
#include "activation/detail/call/policy_calls.hpp"
#include "activation/detail/call/refused.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS

/// The callable of an activation: `inline constexpr function<GELU> gelu{};`
///
/// F        a class template over the element type, an aggregate of its parameters.  Its instances have forward(v), of
///          one value or batch, and what they want of the following; in brackets what holds without.
///          derivative(v)  [no call but forward]
///          value_and_derivative(v)  both, sharing work  [the two after one another]
///          derivative_from_output(y)  f′(x) from y = f(x)  [no backward_from_output]
///          needed_positive_from_output()  the parameter, a detail::positive_parameter, that must be positive for y to
///              determine f′  [any serves]
///          name  what error messages call the callable, a const char*  ["function"]
///          parameter_names[]  what its members are called, in their order, by whoever sets them by name  [nobody can]
///          refused()  a detail::refused_parameter: name and value of one that calls on ranges refuse, and what it must
///              be, or {} where all serve  [all serve]
///          is_constant(v)  where backward passes no gradient, infinite and NaN ones included; false for NaN
///              [nowhere: the gradient is grad_output·f′(x)]
///          is_constant_from_output(y)  the same for backward_from_output  [nowhere]
///          slope_where_moving(x)  f′(x) by less work where f is not constant; where it is, anything  [derivative]
///          unit_slope  f′ is 1 wherever f is not constant, and nothing is multiplied  [false]
///          interleave  how many batches go through it side by side  [1]
///          two_steps  forward(v) is prepare(v, first, second) and then finish(v, first, second), of which the driver makes
///              many of the one and then as many of the other  [false]
///          value_comes_first  f and f′ have little in common: where both are asked for the driver makes many of the one and
///              then as many of the other  [two_steps]
///          near_part, far_part, is_far(x)  derivative(v), and with forward_is_deferred forward(v), are computed in two
///              ways: in the lanes where is_far(x) is false as the functor near_part does, quickly, and in the others as
///              far_part does.  Where these have parameters they come from near_lanes() and far_lanes().  Far lanes are
///              put aside and computed together  [in one way]
///          shorter, is_short(), in_short()  a functor that has the same bits with the parameters that most calls have, whether
///              these are they, and that functor  [none]
///          many_constants  more than a target has registers: a batch alone goes through a function of its own, where no
///              compiler loads them all ahead  [false]
///          half_rounding  a type with value and slope, which bring a float next to where it rounds to the right half: see
///              detail/math/half_rounding.hpp  [halves are the float result, rounded]
///          float16_functor  the functor that it brings there where float16 is read and stored, with less work  [this one]
///          memory_bound  its arithmetic hides behind memory, so that results of large ranges go around the cache
///              [false; of derivative_from_output true]
/// Shapes   x, y, d, grad_output and grad_input are contiguous sized ranges, all of one size, zero included: of double, or of
///          float and halves (storage.hpp), which are computed as floats, in any mixture; and what fuse.hpp makes of
///          them.  The memory of a range begins at its first element.  What has data(), size() and innerStride() as Eigen's
///          vectors, arrays, maps, segments and matrices have is a range of its memory in the
///          order in which it lies.  In place of ranges every form takes pointers and then the count of the elements,
///          f(x, y, n); a C array is a range and no pointer.  An output may be the same memory as one input, and may be
///          a temporary where it is a view.  p is the functor with its parameters, last and optional, e.g.
///          leaky_relu(x, y, {.negative_slope = 0.2f}).  What is refused is named by detail::refused_calls.  A policy for
///          which detail::executor is specialised may stand before the arguments of every form on ranges or pointers.
/// Values   of one value, half or batch; that of a single value is a constant expression, except for a NaN
///          argument under clang 14, to which no operation with a NaN for its result is constant.
/// Bits     a result does not depend on the element's position, the range's length or alignment, or the call form.
/// Throws   std::invalid_argument before anything is written: sizes that do not agree, strides of an Eigen type that
///          are not adjacent, ranges that overlap without being the same memory, two outputs on the same memory,
///          a parameter that is refused.  With -fno-exceptions the text goes to stderr and the program aborts.  Nothing
///          else allocates, locks, logs or starts a thread.
///
/// What a message says of the call is static, so that a call that is fit does not first write it to its stack.
template <template <class> class F, class Executor = detail::direct>
struct function : detail::more_calls<F>, detail::policy_calls<F>, detail::refused_calls<F> {
    using detail::more_calls<F>::operator();
    using detail::more_calls<F>::backward;
    using detail::policy_calls<F>::operator();
    using detail::policy_calls<F>::derivative;
    using detail::policy_calls<F>::value_and_derivative;
    using detail::policy_calls<F>::backward;
    using detail::policy_calls<F>::backward_from_output;
    using detail::refused_calls<F>::operator();
    using detail::refused_calls<F>::derivative;
    using detail::refused_calls<F>::value_and_derivative;
    using detail::refused_calls<F>::backward;
    using detail::refused_calls<F>::backward_from_output;

    /// Who runs the loop.
    [[no_unique_address]] Executor executor{};

    constexpr function() = default;
    constexpr explicit function(const Executor& by) : executor(by) {}

    /// The functor for the elements of X.
    template <class X>
    using functor_for = F<value_t<X>>;

    /// f(v) of one value or batch.
    template <value_or_batch V>
        requires has_forward<F, V>
    [[gnu::always_inline]] constexpr V operator()(const V& v, const F<scalar_t<V>>& p = {}) const noexcept {
        return p.forward(v);
    }

    /// f(v) of one half.
    template <half_width E>
        requires has_forward<F, float>
    [[gnu::always_inline]] constexpr E operator()(const E& v, const F<float>& p = {}) const noexcept {
        return detail::narrowed_to<E>(detail::rounded<E, E, detail::not_computed>(p).forward(detail::widened(v)));
    }

    /// In place, x[i] = f(x[i]).
    template <writable_range X>
        requires readable_range<X> && has_forward<F, value_t<X>>
    void operator()(X&& x, const functor_for<X>& p = {}) const {
        static constexpr detail::call_site call{detail::name_of<F>(), "(x)"};
        const auto functor = detail::rounded<element_t<X>, element_t<X>, detail::not_computed>(p);
        detail::elementwise(executor, call, detail::kernel_of<detail::forward_kernel>(functor),
                            detail::bundle_from(detail::read(call, "x", x)),
                            detail::bundle_from(detail::write(call, "x", x)));
    }

    template <writable_pointer X>
        requires has_forward<F, value_t<X>>
    void operator()(const X& x, std::integral auto n, const functor_for<X>& p = {}) const {
        (*this)(detail::counted(x, n), p);
    }

    /// y[i] = f(x[i])
    template <readable_range X, writable_range Y>
        requires same_value_type<X, Y> && has_forward<F, value_t<X>>
    void operator()(X&& x, Y&& y, const functor_for<X>& p = {}) const {
        static constexpr detail::call_site call{detail::name_of<F>(), "(x, y)"};
        const auto functor = detail::rounded<element_t<X>, detail::stored_t<Y>, detail::not_computed>(p);
        detail::elementwise(executor, call, detail::kernel_of<detail::forward_kernel>(functor),
                            detail::bundle_from(detail::read(call, "x", x)),
                            detail::bundle_from(detail::write(call, "y", y)));
    }

    template <readable_pointer X, writable_pointer Y>
        requires same_value_type<X, Y> && has_forward<F, value_t<X>>
    void operator()(const X& x, const Y& y, std::integral auto n, const functor_for<X>& p = {}) const {
        (*this)(detail::counted(x, n), detail::counted(y, n), p);
    }

    /// f′(v) of one value or batch.
    template <value_or_batch V>
        requires has_derivative<F, V>
    [[gnu::always_inline]] constexpr V derivative(const V& v, const F<scalar_t<V>>& p = {}) const noexcept {
        return p.derivative(v);
    }

    /// f′(v) of one half.
    template <half_width E>
        requires has_derivative<F, float>
    [[gnu::always_inline]] constexpr E derivative(const E& v, const F<float>& p = {}) const noexcept {
        return detail::narrowed_to<E>(detail::rounded<E, detail::not_computed, E>(p).derivative(detail::widened(v)));
    }

    /// d[i] = f′(x[i])
    template <readable_range X, writable_range D>
        requires same_value_type<X, D> && has_derivative<F, value_t<X>>
    void derivative(X&& x, D&& d, const functor_for<X>& p = {}) const {
        static constexpr detail::call_site call{detail::name_of<F>(), ".derivative(x, d)"};
        const auto functor = detail::rounded<element_t<X>, detail::not_computed, detail::stored_t<D>>(p);
        detail::elementwise(executor, call, detail::kernel_of<detail::derivative_kernel>(functor),
                            detail::bundle_from(detail::read(call, "x", x)),
                            detail::bundle_from(detail::write(call, "d", d)));
    }

    template <readable_pointer X, writable_pointer D>
        requires same_value_type<X, D> && has_derivative<F, value_t<X>>
    void derivative(const X& x, const D& d, std::integral auto n, const functor_for<X>& p = {}) const {
        derivative(detail::counted(x, n), detail::counted(d, n), p);
    }

    /// f(v) and f′(v) of one value or batch, as .value and .derivative.
    template <value_or_batch V>
        requires has_derivative<F, V>
    [[gnu::always_inline]] constexpr auto value_and_derivative(const V& v,
                                                               const F<scalar_t<V>>& p = {}) const noexcept {
        return detail::value_and_derivative_of(p, v);
    }

    /// f(v) and f′(v) of one half.
    template <half_width E>
        requires has_derivative<F, float>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<E> value_and_derivative(
        const E& v, const F<float>& p = {}) const noexcept {
        const auto both = detail::value_and_derivative_of(detail::rounded<E, E, E>(p), detail::widened(v));
        return {detail::narrowed_to<E>(both.value), detail::narrowed_to<E>(both.derivative)};
    }

    /// y[i] = f(x[i]) and d[i] = f′(x[i]) in one pass.
    template <readable_range X, writable_range Y, writable_range D>
        requires same_value_type<X, Y, D> && has_derivative<F, value_t<X>>
    void value_and_derivative(X&& x, Y&& y, D&& d, const functor_for<X>& p = {}) const {
        static constexpr detail::call_site call{detail::name_of<F>(), ".value_and_derivative(x, y, d)"};
        const auto functor = detail::rounded<element_t<X>, detail::stored_t<Y>, detail::stored_t<D>>(p);
        detail::elementwise(executor, call, detail::kernel_of<detail::value_and_derivative_kernel>(functor),
                            detail::bundle_from(detail::read(call, "x", x)),
                            detail::bundle_from(detail::write(call, "y", y), detail::write(call, "d", d)));
    }

    template <readable_pointer X, writable_pointer Y, writable_pointer D>
        requires same_value_type<X, Y, D> && has_derivative<F, value_t<X>>
    void value_and_derivative(const X& x, const Y& y, const D& d, std::integral auto n,
                              const functor_for<X>& p = {}) const {
        value_and_derivative(detail::counted(x, n), detail::counted(y, n), detail::counted(d, n), p);
    }

    /// grad_input[i] = grad_output[i]·f′(x[i]), and +0 whatever grad_output[i] is where the functor says that f is constant.
    template <readable_range G, readable_range X, writable_range R>
        requires same_value_type<X, G, R> && has_derivative<F, value_t<X>>
    void backward(G&& grad_output, X&& x, R&& grad_input, const functor_for<X>& p = {}) const {
        static constexpr detail::call_site call{detail::name_of<F>(), ".backward(grad_output, x, grad_input)"};
        detail::elementwise(
            executor, call, detail::backward_kernel<functor_for<X>>{p},
            detail::bundle_from(detail::read(call, "grad_output", grad_output), detail::read(call, "x", x)),
            detail::bundle_from(detail::write(call, "grad_input", grad_input)));
    }

    template <readable_pointer G, readable_pointer X, writable_pointer R>
        requires same_value_type<X, G, R> && has_derivative<F, value_t<X>>
    void backward(const G& grad_output, const X& x, const R& grad_input, std::integral auto n,
                  const functor_for<X>& p = {}) const {
        backward(detail::counted(grad_output, n), detail::counted(x, n), detail::counted(grad_input, n), p);
    }

    /// grad_input[i] = grad_output[i]·f′(x[i]), from y = f(x).
    ///
    /// Only for activations whose derivative is a function of their value.  Also throws std::invalid_argument if the
    /// parameters make it ambiguous: a slope or alpha that is not positive.
    template <readable_range G, readable_range Y, writable_range R>
        requires same_value_type<Y, G, R> && has_derivative_from_output<F, value_t<Y>>
    void backward_from_output(G&& grad_output, Y&& y, R&& grad_input, const functor_for<Y>& p = {}) const {
        static constexpr detail::call_site call{detail::name_of<F>(),
                                                ".backward_from_output(grad_output, y, grad_input)"};
        detail::check_from_output(call, p);
        detail::elementwise(
            executor, call, detail::backward_from_output_kernel<functor_for<Y>>{p},
            detail::bundle_from(detail::read(call, "grad_output", grad_output), detail::read(call, "y", y)),
            detail::bundle_from(detail::write(call, "grad_input", grad_input)));
    }

    template <readable_pointer G, readable_pointer Y, writable_pointer R>
        requires same_value_type<Y, G, R> && has_derivative_from_output<F, value_t<Y>>
    void backward_from_output(const G& grad_output, const Y& y, const R& grad_input, std::integral auto n,
                              const functor_for<Y>& p = {}) const {
        backward_from_output(detail::counted(grad_output, n), detail::counted(y, n), detail::counted(grad_input, n), p);
    }
};

ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

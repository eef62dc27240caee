#ifndef ACTIVATION_DETAIL_CALL_POLICY_CALLS_HPP
#define ACTIVATION_DETAIL_CALL_POLICY_CALLS_HPP

#include <cstddef>
#include <tuple>
#include <utility>

#include "activation/detail/call/executor.hpp"
#include "activation/detail/call/refused.hpp"

/// The calls of a function on ranges, each with an execution policy before its arguments.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS

template <template <class> class F, class Executor>
struct function;

namespace detail {

/// call(arguments…) as far as the first of the parameters: those behind it stand for what was not given.
template <class Parameters, class Call, class... Arguments>
void call_as_given(const Call& call, Arguments&&... arguments) {
    constexpr bool ends[] = {traits_of<Arguments, Parameters>().parameters..., true};
    constexpr std::size_t given = [&] {
        std::size_t count = 0;
        while (!ends[count]) ++count;
        return count < sizeof...(Arguments) ? count + 1 : count;
    }();
    const auto all = std::forward_as_tuple(std::forward<Arguments>(arguments)...);
    [&]<std::size_t... index>(std::index_sequence<index...>) { call(std::get<index>((std::move)(all))...); }
    (std::make_index_sequence<given>());
}

/// They go to the same function under the policy.  As in refused_calls, parameters in braces are of the type that stands
/// last and may be left out.
template <template <class> class F>
struct policy_calls {
    template <class A>
    using functor = F<scalar_t<subject_t<A>>>;
    template <class P>
    using bound = function<F, under<std::remove_cvref_t<P>>>;

    template <execution_policy P, class A, class B = functor<A>, class C = functor<A>, class D = functor<A>,
              refused Why = why<functor<A>, A, B, C, D>({"b", "rw", more_calls<F>::form}, has_forward<F, subject_t<A>>)>
        requires(Why == refused::nothing)
    void operator()(P&& policy, A&& a, B&& b = {}, C&& c = {}, D&& d = {}) const {
        const bound<P> f(under<std::remove_cvref_t<P>>{policy});
        call_as_given<functor<A>>([&](auto&&... given) { f(std::forward<decltype(given)>(given)...); },
                                  std::forward<A>(a), std::forward<B>(b), std::forward<C>(c), std::forward<D>(d));
    }

    template <execution_policy P, class A, class B = functor<A>, class C = functor<A>, class D = functor<A>,
              refused Why = why<functor<A>, A, B, C, D>({"rw"}, has_derivative<F, subject_t<A>>)>
        requires(Why == refused::nothing)
    void derivative(P&& policy, A&& a, B&& b = {}, C&& c = {}, D&& d = {}) const {
        const bound<P> f(under<std::remove_cvref_t<P>>{policy});
        call_as_given<functor<A>>([&](auto&&... given) { f.derivative(std::forward<decltype(given)>(given)...); },
                                  std::forward<A>(a), std::forward<B>(b), std::forward<C>(c), std::forward<D>(d));
    }

    template <execution_policy P, class A, class B = functor<A>, class C = functor<A>, class D = functor<A>,
              class E = functor<A>,
              refused Why = why<functor<A>, A, B, C, D, E>({"rww"}, has_derivative<F, subject_t<A>>)>
        requires(Why == refused::nothing)
    void value_and_derivative(P&& policy, A&& a, B&& b = {}, C&& c = {}, D&& d = {}, E&& e = {}) const {
        const bound<P> f(under<std::remove_cvref_t<P>>{policy});
        call_as_given<functor<A>>(
            [&](auto&&... given) { f.value_and_derivative(std::forward<decltype(given)>(given)...); },
            std::forward<A>(a), std::forward<B>(b), std::forward<C>(c), std::forward<D>(d), std::forward<E>(e));
    }

    template <execution_policy P, class A, class B = functor<A>, class C = functor<A>, class D = functor<A>,
              class E = functor<A>, class G = functor<A>,
              refused Why = why<functor<A>, A, B, C, D, E, G>({"rrw", more_calls<F>::backward_form},
                                                              has_derivative<F, subject_t<A>>)>
        requires(Why == refused::nothing)
    void backward(P&& policy, A&& a, B&& b = {}, C&& c = {}, D&& d = {}, E&& e = {}, G&& g = {}) const {
        const bound<P> f(under<std::remove_cvref_t<P>>{policy});
        call_as_given<functor<A>>([&](auto&&... given) { f.backward(std::forward<decltype(given)>(given)...); },
                                  std::forward<A>(a), std::forward<B>(b), std::forward<C>(c), std::forward<D>(d),
                                  std::forward<E>(e), std::forward<G>(g));
    }

    template <execution_policy P, class A, class B = functor<A>, class C = functor<A>, class D = functor<A>,
              class E = functor<A>,
              refused Why = why<functor<A>, A, B, C, D, E>({"rrw"}, has_derivative_from_output<F, subject_t<A>>)>
        requires(Why == refused::nothing)
    void backward_from_output(P&& policy, A&& a, B&& b = {}, C&& c = {}, D&& d = {}, E&& e = {}) const {
        const bound<P> f(under<std::remove_cvref_t<P>>{policy});
        call_as_given<functor<A>>(
            [&](auto&&... given) { f.backward_from_output(std::forward<decltype(given)>(given)...); },
            std::forward<A>(a), std::forward<B>(b), std::forward<C>(c), std::forward<D>(d), std::forward<E>(e));
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

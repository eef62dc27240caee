#ifndef ACTIVATION_TESTS_SUPPORT_FUNCTOR_POSITIONS_HPP
#define ACTIVATION_TESTS_SUPPORT_FUNCTOR_POSITIONS_HPP

#include <activation/function.hpp>

#include "support/checks.hpp"
#include "support/row.hpp"

/// A functor of a test's own, through every form of a call: each element is computed in its place.
namespace tests {

template <template <class> class F>
struct row_of {
    static constexpr activation::function<F> call{};
};

template <template <class> class F, class T>
void check_positions_of(const F<T>& functor = {}) {
    for (const call_form<T>& form : forms_of<row_of<F>, described::description, T>(functor, {}))
        positions_check{}(form, activation::detail::lanes<activation::detail::native_t<T>>::size);
}

template <template <class> class F>
void check_positions() {
    check_positions_of<F, float>();
    check_positions_of<F, double>();
}

}  // namespace tests

#endif

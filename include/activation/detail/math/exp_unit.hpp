#ifndef ACTIVATION_DETAIL_MATH_EXP_UNIT_HPP
#define ACTIVATION_DETAIL_MATH_EXP_UNIT_HPP

#include "activation/detail/math/exp.hpp"

/// Exponentials of products and of arguments in some unit, see exp_factors_in.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// The argument is twice the exponent.
template <class T>
struct half_unit {
    static constexpr T steps = exp_table<T>::steps / 2;
    static constexpr T step_high = exp_table<T>::step_high * 2, step_low = exp_table<T>::step_low * 2;
    template <exp_polynomial which>
    static constexpr exp_scaled_excess<T, which> excess{T(-0.5)};
    template <exp_polynomial which>
    static constexpr const auto& polynomial() {
        return excess<which>.value;
    }
};

/// The argument −a·b, the product not rounded, for exp_factors_at with the Unit's polynomial; exp_table is a Unit too.
/// What is added to the remainder is added to a·b.
template <class Unit, class V>
[[gnu::always_inline]] constexpr void reduce_exp_product(const V& a, const V& b, V& rounded, V& remainder) {
    const V rounding(exp_table<scalar_t<V>>::round);
    rounded = multiply_add(rounded_product(a, b), V(-Unit::steps), rounding);
    const V multiple = rounded - rounding;
    const V reduced = cancelling_multiply_add(a, b, rounded_product(multiple, V(Unit::step_high)));
    remainder = multiply_add(multiple, V(Unit::step_low), reduced);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

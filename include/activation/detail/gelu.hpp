#ifndef ACTIVATION_DETAIL_GELU_HPP
#define ACTIVATION_DETAIL_GELU_HPP

#include "activation/detail/exp.hpp"
#include "activation/detail/gelu_table.hpp"
#include "activation/detail/kernels.hpp"

/// What the two forms of GELU share: f(x) = relu(x) − W(|x|) and f′(x) = D(|x|) for x ≤ 0, 1 − D(|x|) for x > 0,
/// where W and D vanish like e^(−x²/2) or faster and so keep their relative accuracy for negative x.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// |x|, but not above a limit from which on results have underflowed.
template <class V>
[[gnu::always_inline]] constexpr V magnitude_up_to(const V& x, scalar_t<V> limit) {
    const V a = absolute(x);
    return choose(a > V(limit), V(limit), a);
}

/// W(a) = a·Q(a) and D(a) = Q(a) − a·φ(a), with Q the upper tail and φ the density of the standard normal distribution.
struct normal_complement {
    /// Q(a)·e^(a²/2) = tail.high + tail.low and e^(−a²/2) = power.
    template <class V>
    struct parts {
        V a;
        double_word<V> tail;
        exponential<V> power;
    };

    template <class V>
    [[gnu::always_inline]] static constexpr parts<V> at(const V& x) {
        using T = scalar_t<V>;
        using table = gelu_table<T>;
        const V a = magnitude_up_to(x, table::limit);
        const double_word<V> shifted = two_sum(a, V(table::offset));
        const V inverse = V(T(1)) / shifted.high;
        const double_word<V> unit = two_product(inverse, shifted.high);
        const V residual = V(V(V(T(1)) - unit.high) - unit.low) - rounded_product(inverse, shifted.low);
        const V lost = rounded_product(inverse, residual);
        const V h = V(inverse - V(table::centre)) + lost;
        const V polynomial = horner<0, std::size(table::tail) - 1>(table::tail, h);
        const double_word<V> tail = two_product(inverse, polynomial);
        const double_word<V> square = two_product(a, V(a * V(T(-0.5))));
        return {a, {tail.high, multiply_add(lost, polynomial, tail.low)}, exp_of(square)};
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V value(const parts<V>& p) {
        return scale(V(V(p.power.high + p.power.low) * V(p.a * V(p.tail.high + p.tail.low))), p.power.exponent);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V derivative(const parts<V>& p) {
        using T = scalar_t<V>;
        using table = gelu_table<T>;
        const double_word<V> density = two_product(p.a, V(table::density));
        const V density_low = multiply_add(p.a, V(table::linear_low / 4), density.low);
        const V slope = V(p.tail.high - density.high) + V(p.tail.low - density_low);
        return scale(V(V(p.power.high + p.power.low) * slope), p.power.exponent);
    }
};

/// The same for the tanh form: with s = σ(−z(a)), z(a) = 2√(2/π)(a + 0.044715 a³), W(a) = a·s and
/// D(a) = s·(1 − a·z′(a)·(1 − s)).
struct tanh_complement {
    template <class V>
    struct parts {
        V a;
        V sigmoid;
        V slope;
        bits_t<V> exponent;
    };

    template <class V>
    [[gnu::always_inline]] static constexpr parts<V> at(const V& x) {
        using T = scalar_t<V>;
        using table = gelu_table<T>;
        const V a = magnitude_up_to(x, table::limit_tanh);
        const double_word<V> square = two_product(a, a);
        const double_word<V> cubic = two_product(square.high, V(table::cubic_high));
        const double_word<V> sum = two_sum(cubic.high, V(table::linear_high));
        V low = multiply_add(square.low, V(table::cubic_high), V(sum.low + cubic.low));
        low = low + multiply_add(square.high, V(table::cubic_low), V(table::linear_low));
        const double_word<V> z = two_product(V(-a), sum.high);
        const exponential<V> power = exp_of(double_word<V>{z.high, negative_multiply_add(a, low, z.low)});
        const V e = power.high + power.low;
        const V complement = V(T(1)) / (V(T(1)) + scale(e, power.exponent));
        const V gradient = multiply_add(V(V(T(3)) * square.high), V(table::cubic_high), V(table::linear_high));
        const double_word<V> steepness = two_product(a, gradient);
        const double_word<V> fall = two_product(steepness.high, complement);
        const V slope = V(V(T(1)) - fall.high) - multiply_add(steepness.low, complement, fall.low);
        return {a, V(e * complement), slope, power.exponent};
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V value(const parts<V>& p) {
        return scale(V(p.a * p.sigmoid), p.exponent);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V derivative(const parts<V>& p) {
        return scale(V(p.sigmoid * p.slope), p.exponent);
    }
};

/// relu(x) − W, which has the sign of x also where it is 0.
template <class V>
[[gnu::always_inline]] constexpr V relu_less(const V& x, const V& complement) {
    const V zero(scalar_t<V>(0));
    return choose(x <= zero, copy_sign(zero, x), x) - complement;
}

/// D for x ≤ 0, 1 − D for x > 0.
template <class V>
[[gnu::always_inline]] constexpr V step_less(const V& x, const V& complement) {
    using T = scalar_t<V>;
    return choose(x > V(T(0)), V(V(T(1)) - complement), complement);
}

/// The functor of both: the mathematics of Complement between the two.
template <class Complement>
struct gelu_kernel {
    template <class V>
    [[gnu::always_inline]] static constexpr V forward(const V& x) {
        return relu_less(x, Complement::value(Complement::at(x)));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V derivative(const V& x) {
        return step_less(x, Complement::derivative(Complement::at(x)));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) {
        const auto parts = Complement::at(x);
        return {relu_less(x, Complement::value(parts)), step_less(x, Complement::derivative(parts))};
    }
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

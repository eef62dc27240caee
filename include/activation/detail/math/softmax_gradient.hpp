#ifndef ACTIVATION_DETAIL_MATH_SOFTMAX_GRADIENT_HPP
#define ACTIVATION_DETAIL_MATH_SOFTMAX_GRADIENT_HPP

#include <cstddef>

#include "activation/detail/math/exp.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/group.hpp"

/// The gradients of softmax and of its logarithm, element by element once the sum over the row is known.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// (grad_output, y) → scale·(grad_output − mean)·y as (gradient_factor·grad_output + opposite)·(y·y_factor), where the
/// product of the factors is the scale: the difference of gradients may overflow where it stands alone, and what is small
/// may vanish.
template <class T>
struct softmax_backward_operation {
    static constexpr std::size_t interleave = 4;
    T gradient_factor;
    T opposite;
    T y_factor;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        const V difference = multiply_add(in.item[0], V(gradient_factor), V(opposite));
        return {{V(difference * V(in.item[1] * V(y_factor)))}};
    }
};

/// The same where no difference overflows and nothing vanishes: scale·(grad_output − mean)·y for a scale of up to 1 as
/// (scale·grad_output + opposite)·y.
template <class T>
struct usual_softmax_backward_operation {
    static constexpr std::size_t interleave = 1;
    T scale;
    T opposite;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        return {{V(multiply_add(in.item[0], V(scale), V(opposite)) * in.item[1])}};
    }
};

/// A scale as the product of what gradients are multiplied by and, a power of two, what the rest is.
template <class T>
struct gradient_factors {
    T gradient;
    T rest;
};

/// No rest is larger.
template <class T>
inline constexpr T most_of_rest = sizeof(T) == 4 ? T(0x1p126) : T(0x1p1022);

/// Gradients, of which the largest has that magnitude, are multiplied by as much of a scale as they bear, for where they
/// are small they have no precision to lose.
template <class T>
constexpr gradient_factors<T> factors_as_borne(T scale, T magnitude) {
    constexpr T room = largest_finite<T> * T(0.125);
    gradient_factors<T> factors{scale, T(1)};
    while (factors.rest < most_of_rest<T> && magnitude > divide(room, absolute(factors.gradient)))
        factors = {factors.gradient * T(0.25), factors.rest * T(4)};
    return factors;
}

/// By a scale of up to 1 as gradients of any size bear it, if their mean does not vanish, for then they are not so small.
template <class T, class Largest>
[[gnu::always_inline]] constexpr gradient_factors<T> softmax_factors_of(T scale, bool mean_vanishes, Largest largest) {
    const T size = absolute(scale);
    if (size > T(1) || mean_vanishes) [[unlikely]]
        return factors_as_borne(scale, T(largest()));
    return size <= T(0.25) ? gradient_factors<T>{scale, T(1)} : gradient_factors<T>{scale * T(0.25), T(4)};
}

/// e^y·2^raised_by for y ≤ 0.
template <int raised_by, class V>
[[gnu::always_inline]] constexpr V raised_exponential(const V& y) {
    const V vanishing(scalar_t<V>(sizeof(scalar_t<V>) == 4 ? -150 : -1110));
    const auto e = exp_of(at_least(y, vanishing));
    return scale(V(e.high + e.low), bits_t<V>(e.exponent + bits_t<V>(bits_t<scalar_t<V>>(raised_by))));
}

/// How the product e^y·total is split: a total from usual_low to usual_high meets an e^y raised by `usual`, whose
/// exponent is put into it in one step, for it is a normal number down to where the product is none.  Of others, a total
/// of up to 1 meets e^y itself, one of up to `largest` an e^y that is raised so far that it is normal wherever the product
/// is.
template <class T>
struct gradient_raising;
template <>
struct gradient_raising<float> {
    static constexpr int moderate = 64, large = 40;
    static constexpr float usual_vanishing = -150;
    static constexpr int usual = 100;
    static constexpr double usual_low = 0x1p-25, usual_high = 0x1p64, usual_lowering = 0x1p-100;
    static constexpr double largest = 0x1p64, moderate_lowering = 0x1p-64, large_lowering = 0x1p-40;
    static constexpr double far_below = -88, exponential_of_far = 0x1.07b7112bc1ffep-127;
};
template <>
struct gradient_raising<double> {
    static constexpr int moderate = 512, large = 256;
    static constexpr double usual_vanishing = -1050;
    static constexpr int usual = 512;
    static constexpr double usual_low = 0x1p-500, usual_high = 0x1p400, usual_lowering = 0x1p-512;
    static constexpr double largest = 0x1p512, moderate_lowering = 0x1p-512, large_lowering = 0x1p-256;
    static constexpr double far_below = -700, exponential_of_far = 0x1.14f2b0fb9307fp-1010;
};

/// (grad_output, y) → grad_output − e^y·total for a usual total = −opposite·2^usual.
template <class T>
struct usual_log_softmax_backward_operation {
    using limits = gradient_raising<T>;
    static constexpr std::size_t interleave = 4;
    T opposite;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        V power, excess;
        exp_factors_of<1, limits::usual>(at_least(in.item[1], V(limits::usual_vanishing)), power, excess);
        return {{multiply_add(multiply_add(power, excess, power), V(opposite), in.item[0])}};
    }
};

/// The same for total = −opposite·2^raised_by.
template <class T, int raised_by>
struct log_softmax_backward_operation {
    static constexpr std::size_t interleave = 4;
    T opposite;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        return {{multiply_add(raised_exponential<raised_by>(in.item[1]), V(opposite), in.item[0])}};
    }
};

/// The same for totals near the largest number and beyond it: halves are subtracted, for e^y·total may overflow where the
/// difference does not, and what is far below 0 has a factor of its own, for e^y may underflow where the product does not.
template <class T>
struct large_log_softmax_backward_operation {
    using limits = gradient_raising<T>;
    static constexpr std::size_t interleave = 2;
    T opposite;
    T opposite_far;

    /// From half·2^64, half the total.
    explicit large_log_softmax_backward_operation(double half)
        : opposite(static_cast<T>(-half * (0x1p64 * limits::large_lowering))),
          opposite_far(static_cast<T>(-half * limits::exponential_of_far * (0x1p64 * limits::large_lowering))) {}

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        const V& y = in.item[1];
        const mask_t<V> is_far = y < V(static_cast<T>(limits::far_below));
        const V e = raised_exponential<limits::large>(choose(is_far, V(y + V(static_cast<T>(-limits::far_below))), y));
        const V factor = choose(is_far, V(opposite_far), V(opposite));
        const V half = multiply_add(e, factor, V(in.item[0] * V(T(0.5))));
        return {{V(half + half)}};
    }
};

/// One of the operations, of gradients times a factor, its result times another.
template <class T, class Operation>
struct scaled_gradient {
    static constexpr std::size_t interleave = Operation::interleave;
    Operation operation;
    T gradient_factor;
    T result_factor;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        const group<V, 2> scaled{{V(in.item[0] * V(gradient_factor)), in.item[1]}};
        return {{V(operation(scaled).item[0] * V(result_factor))}};
    }
};

/// What the loops over a row of gradients are made of.
template <class T>
struct softmax_gradient_operations {
    using backward = softmax_backward_operation<T>;
    using usual_backward = usual_softmax_backward_operation<T>;
    template <int raised_by>
    using log_backward = log_softmax_backward_operation<T, raised_by>;
    using usual_log_backward = usual_log_softmax_backward_operation<T>;
    using large_log_backward = large_log_softmax_backward_operation<T>;
    using raising = gradient_raising<T>;

    static constexpr T most_rest = most_of_rest<T>;
    /// A mean gradient below this may be of gradients that are subnormal, or of products that are.
    static constexpr double vanishing_mean = sizeof(T) == 4 ? 0x1p-100 : 0x1p-900;
    /// The difference of any number and this, which is less than half of the largest number's last place, is a number.
    static constexpr double moderate_mean = sizeof(T) == 4 ? 0x1p102 : 0x1p969;

    template <class Operation>
    using scaled = scaled_gradient<T, Operation>;
    template <class Largest>
    static gradient_factors<T> softmax_factors(T scale, bool mean_vanishes, Largest largest) {
        return softmax_factors_of(scale, mean_vanishes, largest);
    }
    template <class Largest>
    static gradient_factors<T> log_softmax_factors(T scale, Largest largest) {
        return absolute(scale) > T(1) ? factors_as_borne(scale, T(largest())) : gradient_factors<T>{scale, T(1)};
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_MATH_SIGMOID_KERNEL_HPP
#define ACTIVATION_DETAIL_MATH_SIGMOID_KERNEL_HPP

#include <type_traits>

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/guard.hpp"
#include "activation/detail/math/policy.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"

/// What sigmoid and SiLU share: n/(1 + e^(−x)), corrected by all that was rounded away from it, without a branch.
/// e^(−x) is computed lowered (detail/math/guard.hpp), the result raised.  Several results leave a function through
/// references, because g++ keeps a returned structure of packs in memory.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// σ(x) rounds to 1 above it, which is the last number before a power of two, so that largest + (x − largest) is x for
/// every x above.
template <class T>
inline constexpr T logistic_largest = sizeof(T) == 4 ? T(0x1.fffffep+4) : T(0x1.fffffffffffffp+5);

/// −1/value to within 5.1 % for a positive value whose reciprocal is normal, its bits being nearly its logarithm.  What
/// such a factor is for is less than a last place of the quotient.
template <class V>
[[gnu::always_inline]] constexpr V crude_opposite_reciprocal(const V& value) {
    using T = scalar_t<V>;
    constexpr bits_t<T> sum = sizeof(T) == 4 ? bits_t<T>(0xfef311c7) : bits_t<T>(0xffde6238da3c2118);
    return from_bits<V>(bits_t<V>(bits_t<V>(sum) - to_bits(value)));
}

/// one + power·(1 + excess) − denominator
template <class V>
[[gnu::always_inline]] constexpr V lost_by_denominator(const V& power, const V& excess, const V& denominator) {
    const auto lost = [](const auto& p, const auto& e, const auto& d) __attribute__((always_inline)) {
        using B = std::remove_cvref_t<decltype(p)>;
        const B one(guard<scalar_t<V>>::lowering);
        return B(multiply_add(p, e, B(B(at_least(p, one) - d) + at_most(p, one))));
    };
    return batch_by_batch(lost, power, excess, denominator);
}

/// With e lowered = power·(1 + excess), numerator/(1 + e), raised, is quotient − surplus/denominator.
template <class V>
[[gnu::always_inline]] constexpr void divide_by_one_and(const V& power, const V& excess, const V& numerator,
                                                        V& denominator, V& quotient, V& surplus) {
    // In this order it is exact for e = 1, where a numerator may be so small that surplus underflows.
    denominator = power + multiply_add(power, excess, V(guard<scalar_t<V>>::lowering));
    const V lost = lost_by_denominator(power, excess, denominator);
    quotient = divide(numerator, denominator);
    // Of a numerator of ±0 it is +0.
    const V rounded_surplus = cancelling_multiply_add(quotient, denominator, opposite(numerator));
    surplus = multiply_add(quotient, lost, rounded_surplus);
}

/// The fast tier's: logistic = 1/(1 + e), raised, and scaled = e, lowered, exact at e = 1.
template <class V>
[[gnu::always_inline]] constexpr void short_logistic_from(const V& power, const V& excess, V& logistic, V& scaled) {
    scaled = multiply_add(power, excess, power);
    logistic = divide(V(scalar_t<V>(1)), V(scaled + V(guard<scalar_t<V>>::lowering)));
}

/// The fast tier's derivative of x·σ(z), σ·(1 + rise·(1 − σ)) with rise = x·z′: of σ and 1 − σ the smaller one is taken,
/// with 1 + rise − rise·σ where that is σ.  The value has the division in common.
template <class V>
[[gnu::always_inline]] constexpr V short_product_derivative(const V& power, const V& excess, const V& rise,
                                                            const V& one_and_rise) {
    const V one(guard<scalar_t<V>>::lowering);
    V logistic, scaled;
    short_logistic_from(power, excess, logistic, scaled);
    const V smaller = absolute(rise) * at_most(scaled, one);
    const V slope = multiply_add(smaller, logistic, at_most(one_and_rise, V(scalar_t<V>(1))));
    return slope * V(logistic * one);
}

/// What x·σ(z(x)) needs to know of its z, here of SiLU's z(x) = x.  The product rounds to 0 below `least` and to x
/// above `largest`, which is like logistic_largest.
template <class T>
struct silu_argument {
    static constexpr T least = -guard<T>::reach, largest = logistic_largest<T>;

    /// e^(−z(x)), lowered, = power·(1 + excess) for x within the two bounds.
    template <class V>
    [[gnu::always_inline]] constexpr void exponential(const V& x, V& power, V& excess) const {
        exp_factors_of<-1, -guard<T>::exponent, exp_polynomial::coarse>(x, power, excess);
    }
};

/// The first step of x·σ(z(x)), and of σ(x).
template <class Argument, class V>
[[gnu::always_inline]] constexpr void prepare_logistic(const Argument& argument, const V& x, V& power, V& excess) {
    argument.exponential(clamp(x, V(argument.least), V(argument.largest)), power, excess);
}

/// σ(x) from what prepare_logistic has made of x.
template <class Policy, class V>
[[gnu::always_inline]] constexpr V prepared_sigmoid(const V& power, const V& excess) {
    if constexpr (!Policy::compensates) {
        V logistic, scaled;
        short_logistic_from(power, excess, logistic, scaled);
        return logistic * V(guard<scalar_t<V>>::lowering);
    } else {
        V denominator, logistic, surplus;
        divide_by_one_and(power, excess, V(scalar_t<V>(1)), denominator, logistic, surplus);
        return negative_multiply_add(logistic, surplus, logistic) * V(guard<scalar_t<V>>::lowering);
    }
}

/// x·σ(z(x)), likewise.  What x is more than `largest` is added last.
template <class Policy, class Argument, class V>
[[gnu::always_inline]] constexpr V logistic_product(const Argument& argument, const V& x, const V& power,
                                                    const V& excess) {
    const V lowering(guard<scalar_t<V>>::lowering);
    const V from_least = at_least(x, V(argument.least)), bounded = at_most(from_least, V(argument.largest));
    // Subtracted, for −0 is to remain.
    const V more = opposite(V(bounded - from_least));
    if constexpr (!Policy::compensates) {
        V logistic, scaled;
        short_logistic_from(power, excess, logistic, scaled);
        return multiply_add(V(bounded * logistic), lowering, more);
    } else {
        V denominator, quotient, surplus;
        divide_by_one_and(power, excess, bounded, denominator, quotient, surplus);
        const V raised = multiply_add(surplus, crude_opposite_reciprocal(denominator), quotient);
        return multiply_add(raised, lowering, more);
    }
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

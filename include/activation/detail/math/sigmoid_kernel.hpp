#ifndef ACTIVATION_DETAIL_MATH_SIGMOID_KERNEL_HPP
#define ACTIVATION_DETAIL_MATH_SIGMOID_KERNEL_HPP

#include <type_traits>

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/policy.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"

/// What sigmoid and SiLU share: n/(1 + e^(−x)), corrected by all that was rounded away from it, without a branch.
/// e^(−x) is computed times a power of two small enough for all of x's range, and the result is scaled back in one last
/// multiplication, which rounds into the subnormals.  Several results leave a function through references, because g++ keeps a returned structure of
/// packs in memory.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class T>
struct logistic_limits;

/// x·σ(x) rounds to zero below `smallest`; σ(x) rounds to 1 above `largest`, which is the last number before a power of
/// two, so that largest + (x − largest) is x for every x above it.
template <>
struct logistic_limits<float> {
    static constexpr float smallest = -110;
    static constexpr float largest = 0x1.fffffep+4f;
    static constexpr int lift = 40;
    static constexpr float lifted_one = 0x1p-40f;
};

template <>
struct logistic_limits<double> {
    static constexpr double smallest = -760;
    static constexpr double largest = 0x1.fffffffffffffp+5;
    static constexpr int lift = 128;
    static constexpr double lifted_one = 0x1p-128;
};

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
        const B one(logistic_limits<scalar_t<V>>::lifted_one);
        return B(multiply_add(p, e, B(B(at_least(p, one) - d) + at_most(p, one))));
    };
    return batch_by_batch(lost, power, excess, denominator);
}

/// With e·2^−lift = power·(1 + excess), numerator·2^lift/(1 + e) is quotient − excessive/denominator.
template <class V>
[[gnu::always_inline]] constexpr void divide_by_one_and(const V& power, const V& excess, const V& numerator,
                                                        V& denominator, V& quotient, V& excessive) {
    // In this order it is exact for e = 1, where a numerator may be so small that excessive underflows.
    denominator = power + multiply_add(power, excess, V(logistic_limits<scalar_t<V>>::lifted_one));
    const V lost = lost_by_denominator(power, excess, denominator);
    quotient = divide(numerator, denominator);
    // Of a numerator of ±0 it is +0.
    const V whole = cancelling_multiply_add(quotient, denominator, opposite(numerator));
    excessive = multiply_add(quotient, lost, whole);
}

/// The fast tier's: logistic = 2^lift/(1 + e) and scaled = e·2^−lift, exact at e = 1.
template <class V>
[[gnu::always_inline]] constexpr void short_logistic_from(const V& power, const V& excess, V& logistic, V& scaled) {
    scaled = multiply_add(power, excess, power);
    logistic = divide(V(scalar_t<V>(1)), V(scaled + V(logistic_limits<scalar_t<V>>::lifted_one)));
}

/// The fast tier's derivative of x·σ(z), σ·(1 + rise·(1 − σ)) with rise = x·z′: of σ and 1 − σ the smaller one is taken,
/// with 1 + rise − rise·σ where that is σ.  The value has the division in common.
template <class V>
[[gnu::always_inline]] constexpr V short_product_derivative(const V& power, const V& excess, const V& rise,
                                                            const V& one_and_rise) {
    const V lifted_one(logistic_limits<scalar_t<V>>::lifted_one);
    V logistic, scaled;
    short_logistic_from(power, excess, logistic, scaled);
    const V smaller = absolute(rise) * at_most(scaled, lifted_one);
    const V slope = multiply_add(smaller, logistic, at_most(one_and_rise, V(scalar_t<V>(1))));
    return slope * V(logistic * lifted_one);
}

/// e^(−bounded)·2^−lift = power·(1 + excess), where bounded is `above` no more than `largest`.
template <class V>
[[gnu::always_inline]] constexpr V logistic_exponential(const V& above, V& power, V& excess) {
    using limits = logistic_limits<scalar_t<V>>;
    const V bounded = at_most(above, V(limits::largest));
    exp_factors_of<-1, -limits::lift, exp_polynomial::coarse>(bounded, power, excess);
    return bounded;
}

/// The first step of sigmoid and SiLU.
template <class V>
[[gnu::always_inline]] constexpr void prepare_logistic(const V& x, V& power, V& excess) {
    logistic_exponential(at_least(x, V(logistic_limits<scalar_t<V>>::smallest)), power, excess);
}

/// σ(x) from what prepare_logistic has made of x.
template <class Policy, class V>
[[gnu::always_inline]] constexpr V prepared_sigmoid(const V& power, const V& excess) {
    using limits = logistic_limits<scalar_t<V>>;
    if constexpr (!Policy::compensates) {
        V logistic, scaled;
        short_logistic_from(power, excess, logistic, scaled);
        return logistic * V(limits::lifted_one);
    } else {
        V denominator, logistic, excessive;
        divide_by_one_and(power, excess, V(scalar_t<V>(1)), denominator, logistic, excessive);
        return negative_multiply_add(logistic, excessive, logistic) * V(limits::lifted_one);
    }
}

/// above/(1 + e) for e·2^−lift = power·(1 + excess), where e is nothing to speak of if above is more than bounded: what
/// it is more is added again.
template <class Policy, class V>
[[gnu::always_inline]] constexpr V logistic_product(const V& above, const V& bounded, const V& power, const V& excess) {
    using limits = logistic_limits<scalar_t<V>>;
    // Subtracted, for −0 is to remain.
    const V less = opposite(V(bounded - above));
    if constexpr (!Policy::compensates) {
        V logistic, scaled;
        short_logistic_from(power, excess, logistic, scaled);
        return multiply_add(V(bounded * logistic), V(limits::lifted_one), less);
    } else {
        V denominator, quotient, excessive;
        divide_by_one_and(power, excess, bounded, denominator, quotient, excessive);
        const V lifted = multiply_add(excessive, crude_opposite_reciprocal(denominator), quotient);
        return multiply_add(lifted, V(limits::lifted_one), less);
    }
}

/// x·σ(x), likewise.
template <class Policy, class V>
[[gnu::always_inline]] constexpr V prepared_silu(const V& x, const V& power, const V& excess) {
    using limits = logistic_limits<scalar_t<V>>;
    const V above = at_least(x, V(limits::smallest));
    return logistic_product<Policy>(above, at_most(above, V(limits::largest)), power, excess);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

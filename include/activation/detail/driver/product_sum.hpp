#ifndef ACTIVATION_DETAIL_DRIVER_PRODUCT_SUM_HPP
#define ACTIVATION_DETAIL_DRIVER_PRODUCT_SUM_HPP

#include <cstddef>
#include <xsimd/xsimd.hpp>

#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/lane_sum.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/masked.hpp"
#include "activation/detail/simd/widen.hpp"

/// Sums of products whose bits do not depend on the width of the target's registers.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Whether comparisons of a value fill registers of their own.
template <class V>
inline constexpr bool registers_are_masked = false;
#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
template <class T, class A>
inline constexpr bool registers_are_masked<xsimd::batch<T, A>> = !mask_is_bits<T, A>;
#endif
template <class B, std::size_t Count>
inline constexpr bool registers_are_masked<pack<B, Count>> = registers_are_masked<B>;

/// Σ a·b of elements of type T in doubles D: one double, or many side by side.
///
/// The product of two floats is exact in double, so their sum is one double.  That of doubles is kept in two words, with
/// about twice the precision.
template <class T, class D>
struct product_sum {
    static constexpr std::size_t words = sizeof(T) / sizeof(float);
    D word[words];

    [[gnu::always_inline]] static product_sum zero() {
        product_sum sum;
        unroll<words>([&](std::size_t i) __attribute__((always_inline)) { sum.word[i] = D(0.0); });
        return sum;
    }

    /// Adds a·b where it is not idle; there it adds nothing, whatever a and b are.
    [[gnu::always_inline]] void add(const D& a, const D& b, const mask_t<D>& idle) {
        if constexpr (words == 1 && masks_are_apart) {
            word[0] = choose(idle, word[0], multiply_add(a, b, word[0]));
        } else if constexpr (words == 1) {
            word[0] = word[0] + zero_where(idle, D(a * b));
        } else {
            D product, error;
            exact_product(a, b, product, error);
            join(zero_where(idle, product), zero_where(idle, error));
        }
    }

    [[gnu::always_inline]] void add(const D& a, const D& b) {
        if constexpr (words == 1) {
            word[0] = multiply_add(a, b, word[0]);
        } else {
            D product, error;
            exact_product(a, b, product, error);
            join(product, error);
        }
    }

    [[gnu::always_inline]] void join(const product_sum& other) {
        if constexpr (words == 1)
            word[0] = word[0] + other.word[0];
        else
            join(other.word[0], other.word[1]);
    }

    /// An infinite sum has no meaningful low word.
    double total() const {
        if constexpr (words == 1)
            return word[0];
        else
            return finite(word[0]) ? word[0] + word[1] : word[0];
    }

private:
    /// Where a mask says which lanes an operation leaves as they are, it is free; the product is exact either way.
    static constexpr bool masks_are_apart = has_fused_multiply_add && registers_are_masked<D>;

    [[gnu::always_inline]] void join(const D& high, const D& low) {
        const auto sum = two_sum(word[0], high);
        word[0] = sum.high;
        word[1] = word[1] + D(sum.low + low);
    }
};

/// How many sums stand side by side, element i being in sum i mod side_by_side_sums.
template <class T>
inline constexpr std::size_t side_by_side_sums = sizeof(T) == 4 ? 32 : 16;

/// The widest batch of T whose lanes this target also has as doubles.
template <class T>
using summed_t = typename native<T, xsimd::types::has_simd_register<T, xsimd::default_arch>::value &&
                                        xsimd::types::has_simd_register<double, xsimd::default_arch>::value>::type;

/// All of them as one, in the order of sum_of_lanes.
template <class T, class D, std::size_t Count>
inline double total_of(const product_sum<T, D> (&sums)[Count]) {
    constexpr std::size_t words = product_sum<T, D>::words;
    D high[Count], low[Count];
    unroll<Count>([&](std::size_t i) __attribute__((always_inline)) {
        high[i] = sums[i].word[0];
        low[i] = sums[i].word[words - 1];
    });
    const double_word<double> total = total_of_lanes<words == 2>(high, low);
    product_sum<T, double> one;
    one.word[0] = total.high;
    if constexpr (words == 2) one.word[1] = total.low;
    return one.total();
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

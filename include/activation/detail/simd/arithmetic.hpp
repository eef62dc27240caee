#ifndef ACTIVATION_DETAIL_SIMD_ARITHMETIC_HPP
#define ACTIVATION_DETAIL_SIMD_ARITHMETIC_HPP

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <xsimd/xsimd.hpp>

#include "activation/detail/arch/registers.hpp"
#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/constexpr_arithmetic.hpp"
#include "activation/detail/simd/constexpr_fma.hpp"
#include "activation/detail/simd/value.hpp"

/// Products, sums and quotients, the same for float, double and xsimd::batch.
///
/// A rule keeps their bits the same.  A product that is added to something is written multiply_add (one rounding where
/// the target has it), and a product that must be rounded before it is added is written rounded_product: a bare
/// a * b + c would be fused or not at the compiler's whim.  A quotient is written divide: on NEON xsimd's a / b is an
/// approximation.  What may overflow or be no number where a single value is a constant expression is written product,
/// difference or divide.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// a·b + c: one rounding where the target has fused multiply-add, otherwise two.
template <float_or_double V>
[[gnu::always_inline]] constexpr V multiply_add(V a, V b, V c) {
    if (__builtin_is_constant_evaluated()) {
        if constexpr (has_fused_multiply_add)
            return fused_multiply_add(a, b, c);
        else
            return constant_sum(constant_product(a, b), c);
    } else if constexpr (!has_fused_multiply_add) {
        // In one expression clang would fold it with one rounding where it knows the operands.
        const V product = a * b;
        return product + c;
    } else if constexpr (std::same_as<V, float>) {
        return __builtin_fmaf(a, b, c);
    } else {
        return __builtin_fma(a, b, c);
    }
}

/// Lane by lane through memory.
template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> multiply_add_one_by_one(const xsimd::batch<T, A>& a,
                                                                         const xsimd::batch<T, A>& b,
                                                                         const xsimd::batch<T, A>& c) {
    using batch = xsimd::batch<T, A>;
    T x[batch::size], y[batch::size], z[batch::size];
    a.store_unaligned(x);
    b.store_unaligned(y);
    c.store_unaligned(z);
    for (std::size_t i = 0; i < batch::size; ++i) z[i] = multiply_add(x[i], y[i], z[i]);
    return batch::load_unaligned(z);
}

/// By the register and not by the architecture's name: in a program compiled for FMA a batch<float, sse2> gives the
/// bits of a batch<float, fma3<avx2>>, though xsimd would multiply and add it with two roundings.
template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> multiply_add(const xsimd::batch<T, A>& a, const xsimd::batch<T, A>& b,
                                                              const xsimd::batch<T, A>& c) {
    using batch = xsimd::batch<T, A>;
    if constexpr (!has_fused_multiply_add)
        return a * b + c;
    else if constexpr (registers::fused_one_by_one<batch>)
        return multiply_add_one_by_one(a, b, c);
    else
        return batch(registers::fused_multiply_add(a.data, b.data, c.data));
}

/// a/b, rounded once.
template <float_or_double V>
[[gnu::always_inline]] constexpr V divide(V a, V b) {
    return __builtin_is_constant_evaluated() ? constant_quotient(a, b) : a / b;
}

template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> divide(const xsimd::batch<T, A>& a, const xsimd::batch<T, A>& b) {
    if constexpr (requires { registers::divide(a.data, b.data); })
        return xsimd::batch<T, A>(registers::divide(a.data, b.data));
    else
        return a / b;
}

/// −value, of anything but a multiply_add: g++ joins −(a·b + c) into one instruction for −a·b − c, whose zero has the
/// other sign.
template <float_or_double V>
[[gnu::always_inline]] constexpr V opposite(V value) {
    return -value;
}

/// By the register's own minus, which the compiler joins with a multiply_add; xsimd's is an operation on bits.  WebAssembly's
/// one type of register is a vector of integers to the compiler, whose minus is another.
template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> opposite(const xsimd::batch<T, A>& value) {
    if constexpr (requires {
                      requires std::same_as<std::remove_cvref_t<decltype(value.data[0])>, T>;
                      xsimd::batch<T, A>(-value.data);
                  })
        return xsimd::batch<T, A>(-value.data);
    else
        return -value;
}

/// c − a·b, rounded like multiply_add; a is none.
template <class V>
[[gnu::always_inline]] constexpr V negative_multiply_add(const V& a, const V& b, const V& c) {
    return multiply_add(opposite(a), b, c);
}

/// a·b where nothing is added to it.
template <class V>
[[gnu::always_inline]] constexpr V product(const V& a, const V& b) {
    if constexpr (float_or_double<V>)
        if (__builtin_is_constant_evaluated()) return constant_product(a, b);
    return a * b;
}

/// a − b, neither of them a product.
template <class V>
[[gnu::always_inline]] constexpr V difference(const V& a, const V& b) {
    if constexpr (float_or_double<V>)
        if (__builtin_is_constant_evaluated()) return constant_sum(a, -b);
    return a - b;
}

/// The same by the unit that multiplies, where multiply and add are fused: for a kernel that has the one that adds at work with
/// bounds.
template <class V>
[[gnu::always_inline]] constexpr V difference_by_product(const V& a, const V& b) {
    if constexpr (has_fused_multiply_add)
        return multiply_add(a, V(scalar_t<V>(1)), opposite(b));
    else
        return difference(a, b);
}

/// A value that the optimiser must take as it stands: a product behind it is not fused into a later addition.
template <float_or_double V>
[[gnu::always_inline]] constexpr V unfused(V value) {
    if constexpr (requires { registers::keep(value); })
        if (!__builtin_is_constant_evaluated()) registers::keep(value);
    return value;
}

template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> unfused(xsimd::batch<T, A> value) {
    if constexpr (requires { registers::keep(value.data); }) registers::keep(value.data);
    return value;
}

/// a·b, rounded before anything is added to it.
template <class V>
[[gnu::always_inline]] constexpr V rounded_product(const V& a, const V& b) {
    if constexpr (float_or_double<V>)
        if (__builtin_is_constant_evaluated()) return constant_product(a, b);
    return unfused(V(a * b));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

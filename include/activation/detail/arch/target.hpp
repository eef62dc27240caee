#ifndef ACTIVATION_DETAIL_ARCH_TARGET_HPP
#define ACTIVATION_DETAIL_ARCH_TARGET_HPP

#include "activation/detail/arch/requirements.hpp"

/// Names what this translation unit is compiled for.
///
/// Every declaration of the library lives in the inline namespace ACTIVATION_TARGET, whose name has one bit, written in
/// hexadecimal, for each compiler switch that changes the code of a function: instruction set extensions, exceptions,
/// the optimiser, the parts of -ffast-math; behind them stands the width of SVE's registers where code is for one alone.
/// Objects compiled with different flags therefore share no symbol, and the linker cannot hand the AVX-512 body of a
/// scalar function to a caller that was compiled for a machine without it.
/// Users write activation::relu.
///
/// clang has no macro for most parts of -ffast-math.  There a function that may stand out of line belongs to its object
/// alone: it is declared between ACTIVATION_OWN_FUNCTIONS and ACTIVATION_END_OF_OWN_FUNCTIONS.

// ACTIVATION_FLAG(macro) is 1 if the macro is defined as 1 or 2, and 0 if it is not defined or 0: only the former
// completes ACTIVATION_ONE_…, which moves the 1 to the second place.
#define ACTIVATION_ONE_1 0,
#define ACTIVATION_ONE_2 0,
#define ACTIVATION_SECOND(first, second, ...) second
#define ACTIVATION_FLAG(macro) ACTIVATION_FLAG_VALUE(macro)
#define ACTIVATION_FLAG_VALUE(value) ACTIVATION_FLAG_PICK(ACTIVATION_ONE_##value)
#define ACTIVATION_FLAG_PICK(one_or_junk) ACTIVATION_SECOND(one_or_junk 1, 0, 0)

// ACTIVATION_DIGIT(a, b, c, d) is the hexadecimal digit of four flags.
#define ACTIVATION_DIGIT(a, b, c, d) \
    ACTIVATION_DIGIT_OF(ACTIVATION_FLAG(a), ACTIVATION_FLAG(b), ACTIVATION_FLAG(c), ACTIVATION_FLAG(d))
#define ACTIVATION_DIGIT_OF(a, b, c, d) ACTIVATION_DIGIT_PICK(a, b, c, d)
#define ACTIVATION_DIGIT_PICK(a, b, c, d) ACTIVATION_DIGIT_##a##b##c##d
#define ACTIVATION_DIGIT_0000 0
#define ACTIVATION_DIGIT_0001 1
#define ACTIVATION_DIGIT_0010 2
#define ACTIVATION_DIGIT_0011 3
#define ACTIVATION_DIGIT_0100 4
#define ACTIVATION_DIGIT_0101 5
#define ACTIVATION_DIGIT_0110 6
#define ACTIVATION_DIGIT_0111 7
#define ACTIVATION_DIGIT_1000 8
#define ACTIVATION_DIGIT_1001 9
#define ACTIVATION_DIGIT_1010 a
#define ACTIVATION_DIGIT_1011 b
#define ACTIVATION_DIGIT_1100 c
#define ACTIVATION_DIGIT_1101 d
#define ACTIVATION_DIGIT_1110 e
#define ACTIVATION_DIGIT_1111 f

#define ACTIVATION_JOIN(prefix, a, b, c, d, e, f, g, h, i, j, k, l, m, n, width) \
    ACTIVATION_JOIN_VALUES(prefix, a, b, c, d, e, f, g, h, i, j, k, l, m, n, width)
#define ACTIVATION_JOIN_VALUES(prefix, a, b, c, d, e, f, g, h, i, j, k, l, m, n, width) \
    prefix##a##b##c##d##e##f##g##h##i##j##k##l##m##n##width

// A number of bits, or 0 where the code serves every width; nothing without SVE.
#if defined(__ARM_FEATURE_SVE_BITS)
#define ACTIVATION_SVE_WIDTH __ARM_FEATURE_SVE_BITS
#else
#define ACTIVATION_SVE_WIDTH
#endif

// Asked once: after a pragma of xsimd's g++ no longer defines it, nor __FAST_MATH__.
#if defined(__NO_SIGNED_ZEROS__)
#define ACTIVATION_NO_SIGNED_ZEROS 1
#endif

// __GCC_IEC_559 is 0 with all that g++ knows to break IEEE arithmetic, -fsingle-precision-constant included.
#define ACTIVATION_TARGET                                                                                             \
    ACTIVATION_JOIN(target_, ACTIVATION_DIGIT(__EXCEPTIONS, ACTIVATION_NO_SIGNED_ZEROS, __SSE3__, __SSSE3__),         \
                    ACTIVATION_DIGIT(__SSE4_1__, __SSE4_2__, __SSE4A__, __POPCNT__),                                  \
                    ACTIVATION_DIGIT(__AVX__, __AVX2__, __FMA__, __FMA4__),                                           \
                    ACTIVATION_DIGIT(__XOP__, __F16C__, __AVXVNNI__, __TBM__),                                        \
                    ACTIVATION_DIGIT(__BMI__, __BMI2__, __LZCNT__, __MOVBE__),                                        \
                    ACTIVATION_DIGIT(__ADX__, __APX_F__, __GFNI__, __AVX512BITALG__),                                 \
                    ACTIVATION_DIGIT(__AVX512F__, __AVX512CD__, __AVX512BW__, __AVX512DQ__),                          \
                    ACTIVATION_DIGIT(__AVX512VL__, __AVX512VBMI__, __AVX512VBMI2__, __AVX512FP16__),                  \
                    ACTIVATION_DIGIT(__AVX512IFMA__, __AVX512VNNI__, __AVX512BF16__, __AVX512VPOPCNTDQ__),            \
                    ACTIVATION_DIGIT(__ARM_FEATURE_FMA, __ARM_FEATURE_SVE, __ARM_FEATURE_SVE2, __wasm_simd128__),     \
                    ACTIVATION_DIGIT(__wasm_relaxed_simd__, __ARM_FEATURE_DOTPROD,                                    \
                                     __ARM_FEATURE_FP16_VECTOR_ARITHMETIC, __ARM_FEATURE_BF16),                       \
                    ACTIVATION_DIGIT(__ARM_NEON, __riscv_vector, __VSX__, _SOFT_FLOAT),                               \
                    ACTIVATION_DIGIT(__OPTIMIZE__, __OPTIMIZE_SIZE__, __NO_INLINE__, __SANITIZE_ADDRESS__),           \
                    ACTIVATION_DIGIT(__FINITE_MATH_ONLY__, __GCC_IEC_559, __ASSOCIATIVE_MATH__, __RECIPROCAL_MATH__), \
                    ACTIVATION_SVE_WIDTH)

#if defined(__clang__)
// A function of an object's own is warned of where it is not called, and a header's functions are not all called.
#define ACTIVATION_OWN_FUNCTIONS                                                               \
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wunused-template\"") \
        _Pragma("clang diagnostic ignored \"-Wunused-member-function\"")                       \
            _Pragma("clang diagnostic ignored \"-Wunneeded-member-function\"")                 \
                _Pragma("clang attribute push(__attribute__((internal_linkage)), apply_to = function)")
#define ACTIVATION_END_OF_OWN_FUNCTIONS _Pragma("clang attribute pop") _Pragma("clang diagnostic pop")
#else
#define ACTIVATION_OWN_FUNCTIONS
#define ACTIVATION_END_OF_OWN_FUNCTIONS
#endif

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Whether this target multiplies and adds with one rounding.  Where it does, every kernel fuses explicitly, in
/// scalar code too, so that all such targets give the same bits.
#if defined(__FMA__) || defined(__FP_FAST_FMAF) || defined(__ARM_FEATURE_FMA)
inline constexpr bool has_fused_multiply_add = true;
#else
inline constexpr bool has_fused_multiply_add = false;
#endif

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

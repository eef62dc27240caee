#ifndef ACTIVATION_DETAIL_TARGET_HPP
#define ACTIVATION_DETAIL_TARGET_HPP

/// Names the instruction set this translation unit is compiled for.
///
/// Every declaration of the library lives in the inline namespace ACTIVATION_TARGET, whose name has one digit for
/// each compiler switch that changes the code of a function: instruction set extensions, exceptions, -ffast-math.
/// Objects compiled with different -m flags therefore share no symbol, and the linker cannot hand the AVX-512 body
/// of a scalar function to a caller that was compiled for a machine without it.  Users write activation::relu.

// ACTIVATION_FLAG(macro) is 1 if the macro is defined as 1, and 0 if it is not defined: only the former completes
// ACTIVATION_ONE_…, which moves the 1 to the second place.
#define ACTIVATION_ONE_1 0,
#define ACTIVATION_SECOND(first, second, ...) second
#define ACTIVATION_FLAG(macro) ACTIVATION_FLAG_VALUE(macro)
#define ACTIVATION_FLAG_VALUE(value) ACTIVATION_FLAG_PICK(ACTIVATION_ONE_##value)
#define ACTIVATION_FLAG_PICK(one_or_junk) ACTIVATION_SECOND(one_or_junk 1, 0, 0)

#define ACTIVATION_JOIN(a, b, c, d, e, f, g, h) ACTIVATION_JOIN_VALUES(a, b, c, d, e, f, g, h)
#define ACTIVATION_JOIN_VALUES(a, b, c, d, e, f, g, h) a##b##c##d##e##f##g##h

#define ACTIVATION_TARGET_LANGUAGE                                                                                     \
    ACTIVATION_JOIN(target_, ACTIVATION_FLAG(__EXCEPTIONS), ACTIVATION_FLAG(__FAST_MATH__), ACTIVATION_FLAG(__SSE3__), \
                    ACTIVATION_FLAG(__SSSE3__), ACTIVATION_FLAG(__SSE4_1__), ACTIVATION_FLAG(__SSE4_2__),              \
                    ACTIVATION_FLAG(__SSE4A__))
#define ACTIVATION_TARGET_AVX                                                                       \
    ACTIVATION_JOIN(ACTIVATION_FLAG(__AVX__), ACTIVATION_FLAG(__AVX2__), ACTIVATION_FLAG(__FMA__),  \
                    ACTIVATION_FLAG(__FMA4__), ACTIVATION_FLAG(__XOP__), ACTIVATION_FLAG(__F16C__), \
                    ACTIVATION_FLAG(__AVXVNNI__), ACTIVATION_FLAG(__POPCNT__))
#define ACTIVATION_TARGET_BITS                                                                        \
    ACTIVATION_JOIN(ACTIVATION_FLAG(__BMI__), ACTIVATION_FLAG(__BMI2__), ACTIVATION_FLAG(__LZCNT__),  \
                    ACTIVATION_FLAG(__MOVBE__), ACTIVATION_FLAG(__ADX__), ACTIVATION_FLAG(__APX_F__), \
                    ACTIVATION_FLAG(__TBM__), ACTIVATION_FLAG(__GFNI__))
#define ACTIVATION_TARGET_AVX512                                                                                   \
    ACTIVATION_JOIN(ACTIVATION_FLAG(__AVX512F__), ACTIVATION_FLAG(__AVX512CD__), ACTIVATION_FLAG(__AVX512BW__),    \
                    ACTIVATION_FLAG(__AVX512DQ__), ACTIVATION_FLAG(__AVX512VL__), ACTIVATION_FLAG(__AVX512VBMI__), \
                    ACTIVATION_FLAG(__AVX512VBMI2__), ACTIVATION_FLAG(__AVX512FP16__))
#define ACTIVATION_TARGET_OTHER                                                                                        \
    ACTIVATION_JOIN(ACTIVATION_FLAG(__AVX512IFMA__), ACTIVATION_FLAG(__AVX512VNNI__), ACTIVATION_FLAG(__AVX512BF16__), \
                    ACTIVATION_FLAG(__ARM_FEATURE_FMA), ACTIVATION_FLAG(__ARM_FEATURE_SVE),                            \
                    ACTIVATION_FLAG(__ARM_FEATURE_SVE2), ACTIVATION_FLAG(__wasm_simd128__),                            \
                    ACTIVATION_FLAG(__wasm_relaxed_simd__))

#define ACTIVATION_TARGET                                                                      \
    ACTIVATION_JOIN(ACTIVATION_TARGET_LANGUAGE, ACTIVATION_TARGET_AVX, ACTIVATION_TARGET_BITS, \
                    ACTIVATION_TARGET_AVX512, ACTIVATION_TARGET_OTHER, , , )

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

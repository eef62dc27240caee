#ifndef ACTIVATION_DETAIL_ARCH_REQUIREMENTS_HPP
#define ACTIVATION_DETAIL_ARCH_REQUIREMENTS_HPP

/// What the library asks of the compiler's flags, said before anything fails for want of it.  The file that does not
/// exist ends the compilation: every further error would only follow from the first.

#if __cplusplus < 202002L
#error activation needs C++20: compile with -std=c++20 or newer
#include "activation/end_of_compilation"
#endif

// Under -ffast-math clang's __FLT_EVAL_METHOD__ is -1, which with g++ means x87 or SSE as it likes.
#if __FLT_EVAL_METHOD__ + 0 == 1 || __FLT_EVAL_METHOD__ + 0 == 2 || \
    (__FLT_EVAL_METHOD__ + 0 < 0 && !defined(__clang__)) || (defined(__i386__) && !defined(__SSE2_MATH__))
#error activation cannot compute in the wide registers of the x87 unit: compile with -msse2 -mfpmath=sse
#include "activation/end_of_compilation"
#endif

// Never an error, also where warnings are errors and #warning is an extension: the pragmas that say so are heeded by clang
// and by g++ from version 16 on.  Both words are heard from system headers too.
#if (defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__) || \
     defined(__NO_SIGNED_ZEROS__) || __FINITE_MATH_ONLY__ + 0 > 0) &&                           \
    !defined(ACTIVATION_ALLOW_FAST_MATH)
#if defined(__clang__) || __GNUC__ + 0 >= 16
#pragma GCC diagnostic push
#pragma GCC diagnostic warning "-Wcpp"
#if defined(__clang__)
#pragma GCC diagnostic ignored "-Wpedantic"
#else
#pragma GCC diagnostic ignored "-Wc++23-extensions"
#endif
#warning -ffast-math voids what activation promises: NaN is lost (gelu(NaN) is -0, tanh(NaN) is 1), so are signs of \
zero and last digits. Leave it out where activation is included, or define ACTIVATION_ALLOW_FAST_MATH.
#pragma GCC diagnostic pop
#else
#pragma message \
    "-ffast-math voids what activation promises: NaN is lost (gelu(NaN) is -0, tanh(NaN) is 1), so are signs of zero \
and last digits. Leave it out where activation is included, or define ACTIVATION_ALLOW_FAST_MATH."
#endif
#endif

#endif

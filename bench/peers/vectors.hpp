#ifndef ACTIVATION_BENCH_PEERS_VECTORS_HPP
#define ACTIVATION_BENCH_PEERS_VECTORS_HPP

namespace bench {

/// Libraries that choose their vectors at run time are held to AVX2 where this program has no AVX-512, as far as they
/// have a switch for it: a comparison is between implementations, not between instruction sets.  Not where ours is chosen at
/// run time too, in library_bench.
#if (defined(__x86_64__) || defined(__i386__)) && !defined(__AVX512F__) && \
    !defined(ACTIVATION_BENCH_CHOOSES_AT_RUN_TIME)
inline constexpr bool hold_to_avx2 = true;
#else
inline constexpr bool hold_to_avx2 = false;
#endif

}  // namespace bench

#endif

#ifndef ACTIVATION_DETAIL_DRIVER_KERNEL_HPP
#define ACTIVATION_DETAIL_DRIVER_KERNEL_HPP

#include <cstddef>
#include <xsimd/xsimd.hpp>

#include "activation/detail/simd/group.hpp"
#include "activation/detail/simd/pack.hpp"

/// What the driver asks a kernel about itself, and the batches that it feeds it with.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// The widest batch of T that this target has, or T itself where xsimd knows no vectors.
template <class T, bool vectors = xsimd::types::has_simd_register<T, xsimd::default_arch>::value>
struct native {
    using type = xsimd::batch<T, xsimd::default_arch>;
};
template <class T>
struct native<T, false> {
    using type = T;
};
template <class T>
using native_t = typename native<T>::type;

/// How many batches a kernel wants to see side by side; a kernel that says nothing sees one.
template <class Kernel>
inline constexpr std::size_t interleave = 1;
template <class Kernel>
    requires requires { Kernel::interleave; }
inline constexpr std::size_t interleave<Kernel> = Kernel::interleave;

/// Count batches as one value, and one as itself.
template <class V, std::size_t Count>
struct side_by_side {
    using type = pack<V, Count>;
};
template <class V>
struct side_by_side<V, 1> {
    using type = V;
};

/// action(i), action(i + lanes), … while a whole group W of batches is left; returns where they end.  i is compared with the
/// last place: of a count − i that is compared with the lanes g++ thinks it may wrap round, and warns, where it knows count.
template <class W, class Action>
[[gnu::always_inline]] inline std::size_t for_each_group(std::size_t i, std::size_t count, Action action) {
    constexpr std::size_t size = lanes<W>::size;
    if (count < size) return i;
    for (const std::size_t last = count - size; i <= last; i += size) action(i);
    return i;
}

/// How many of the elements that are left go into a block: whole groups of `size`.
[[gnu::always_inline]] constexpr std::size_t length_of_block(std::size_t left, std::size_t block, std::size_t size) {
    return left < block ? left / size * size : block;
}

/// A kernel, or a functor, that only moves memory may write around the cache.
template <class Kernel>
inline constexpr bool memory_bound = false;
template <class Kernel>
    requires requires { Kernel::memory_bound; }
inline constexpr bool memory_bound<Kernel> = Kernel::memory_bound;

/// A kernel, or a functor, with more constants than a target has registers.  What is left at the ends is a loop of one or two turns, ahead of
/// which compilers load them all, to store them again: a function of its own takes each from memory where it needs it.
template <class Kernel>
inline constexpr bool many_constants = false;
template <class Kernel>
    requires requires { Kernel::many_constants; }
inline constexpr bool many_constants<Kernel> = Kernel::many_constants;

/// What brings elements from one place to another.
struct identity {
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& in) const {
        return in;
    }
};

/// A kernel that is taken in two steps: kernel(in) is finish(in, prepare(in)).  A processor sees only so many operations
/// ahead.  Where each waits for the one before, it has more to do at once among many short first steps, and then among as
/// many second ones, than on the long ways from loads to stores.
template <class Kernel, class V, std::size_t Inputs>
concept in_two_steps = requires(const Kernel& kernel, const group<V, Inputs>& in) {
    kernel.finish(in, kernel.prepare(in));
};

/// A kernel of which one result is that of another kernel: value_kernel() is that one, of the input `argument` alone, and
/// beside_value() makes all results of the inputs and, behind them, the value.  In loops of their own the two need fewer
/// registers, and the value may be taken in two steps and the rest be deferred.
template <class Kernel>
concept has_value_kernel = requires(const Kernel& kernel) {
    kernel.value_kernel();
    kernel.beside_value();
};

/// kernel(inputs from element i on); a kernel may load some of them no sooner than it needs them.
template <class V, class Kernel, class Sources>
[[gnu::always_inline]] inline auto results_at(const Kernel& kernel, const Sources& from, std::size_t i) {
    if constexpr (requires { kernel.template results_at<V>(from, i); })
        return kernel.template results_at<V>(from, i);
    else
        return kernel(from.template load<V>(i));
}

/// A kernel that is computed in one way for lanes near 0 and in another, longer one for those far from it has a
/// specialisation, with
///
///     near_kernel, far_kernel                         kernels, each right for its own lanes
///     of_near_lanes(kernel), of_far_lanes(kernel)     those of a kernel
///     is_far(kernel, in)                              which are which
///
/// and a batch that has lanes of both goes through the kernel itself.
template <class Kernel>
struct near_and_far;

/// A kernel from halves to halves of the same format that may as well take two of them as the bits of a float names the
/// one that does so.
template <class Kernel>
struct kernel_of_pairs {};
template <class Kernel>
concept takes_pairs = requires {
    typename kernel_of_pairs<Kernel>::type;
};

/// A kernel that some other, shorter one does as well with the parameters that most calls have, bit for bit, has a
/// specialisation, with
///
///     serves(kernel)    whether it does with those of a kernel
///     of(kernel)        the other one
template <class Kernel>
struct shorter_kernel {};
template <class Kernel>
concept has_shorter_kernel = requires(const Kernel& kernel) {
    shorter_kernel<Kernel>::of(kernel);
};

/// Whether far lanes may be put aside (deferring.hpp): where something tells them apart, and sinks may be written twice.
template <class Kernel, class V, class Sinks, class Sources>
concept deferring = Sinks::is_overwritten && requires(const Kernel& kernel, const group<V, Sources::count>& in) {
    lane_bits(near_and_far<Kernel>::is_far(kernel, in));
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#ifndef ACTIVATION_DETAIL_DRIVER_HPP
#define ACTIVATION_DETAIL_DRIVER_HPP

#include <cstddef>
#include <type_traits>
#include <xsimd/xsimd.hpp>

#include "activation/detail/lane.hpp"
#include "activation/detail/pack.hpp"

/// The loops of the library.  A kernel maps a group of inputs to a group of outputs, lane by lane; the driver feeds
/// it with batches from memory and knows nothing of what it computes.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// A fixed number of values, one for each input or output of a kernel.
template <class V, std::size_t Count>
struct group {
    V item[Count];
};

template <class T, class... More>
[[gnu::always_inline]] constexpr group<T, 1 + sizeof...(More)> group_of(T first, More... more) {
    return {{first, more...}};
}

/// The widest batch of T that this target has, or T itself where xsimd knows no vectors.
template <class T, bool vectors = xsimd::types::has_simd_register<T, xsimd::default_arch>::value>
struct native {
    using type = xsimd::batch<T>;
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

template <class V, class Kernel, class T, std::size_t Inputs, std::size_t Outputs>
class loop {
public:
    [[gnu::always_inline]] loop(const Kernel& kernel, const group<T*, Outputs>& to, const group<const T*, Inputs>& from)
        : kernel_(kernel), to_(to), from_(from) {}

    template <class W>
    [[gnu::always_inline]] group<W, Inputs> load_at(std::size_t position) const {
        group<W, Inputs> values;
        unroll<Inputs>([&](std::size_t i) __attribute__((always_inline)) {
            values.item[i] = load_lanes<W>(from_.item[i] + position);
        });
        return values;
    }

    template <class W>
    [[gnu::always_inline]] void store_at(std::size_t position, const group<W, Inputs>& values) const {
        const group<W, Outputs> results = kernel_(values);
        unroll<Outputs>([&](std::size_t i)
                            __attribute__((always_inline)) { store_lanes(to_.item[i] + position, results.item[i]); });
    }

    /// count ≥ one batch.  The last batch ends with the last element and so overlaps its neighbour; it is loaded
    /// before anything is written, because in place the neighbour's results would already stand in its inputs.
    [[gnu::always_inline]] void run(std::size_t count) const {
        constexpr std::size_t width = lanes<V>::size;
        const group<V, Inputs> last = load_at<V>(count - width);
        std::size_t i = 0;
        if constexpr (interleave < Kernel >> 1 && width > 1) {
            using W = pack<V, interleave<Kernel>>;
            for (; count - i > lanes<W>::size; i += lanes<W>::size) store_at<W>(i, load_at<W>(i));
        }
        for (; count - i > width; i += width) store_at<V>(i, load_at<V>(i));
        store_at<V>(count - width, last);
    }

private:
    const Kernel& kernel_;
    const group<T*, Outputs>& to_;
    const group<const T*, Inputs>& from_;
};

/// to[j][i] = kernel(from[0][i], …)[j] for i < count.  An output may be the same memory as an input.
///
/// Fewer elements than one batch go through a buffer of one batch and then through the same code as all others, so
/// that a result does not depend on where in the array its element stands.
template <class T, class Kernel, std::size_t Inputs, std::size_t Outputs>
inline void transform(const Kernel& kernel, std::size_t count, group<T*, Outputs> to, group<const T*, Inputs> from) {
    using V = native_t<T>;
    constexpr std::size_t width = lanes<V>::size;
    if (count == 0) return;
    T buffer[Inputs + Outputs][width];
    const group<T*, Outputs> destination = to;
    const bool partial = count < width;
    if (partial) {
        for (std::size_t j = 0; j < Inputs; ++j) {
            for (std::size_t i = 0; i < width; ++i) buffer[j][i] = i < count ? from.item[j][i] : T(0);
            from.item[j] = buffer[j];
        }
        for (std::size_t j = 0; j < Outputs; ++j) to.item[j] = buffer[Inputs + j];
    }
    loop<V, Kernel, T, Inputs, Outputs>(kernel, to, from).run(partial ? width : count);
    if (partial) {
        for (std::size_t j = 0; j < Outputs; ++j)
            for (std::size_t i = 0; i < count; ++i) destination.item[j][i] = buffer[Inputs + j][i];
    }
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

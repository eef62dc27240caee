#ifndef ACTIVATION_DETAIL_DRIVER_DRIVER_HPP
#define ACTIVATION_DETAIL_DRIVER_DRIVER_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "activation/detail/driver/bundle.hpp"
#include "activation/detail/driver/kernel.hpp"
#include "activation/detail/driver/loop.hpp"
#include "activation/detail/driver/piece_loop.hpp"
#include "activation/detail/driver/short_pieces.hpp"
#include "activation/detail/simd/lane.hpp"

/// A kernel over the elements of sources and sinks, whatever these are.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// A call of its own, so that a few elements do not pay for saving the registers that the loops take.
template <class Loop, class Kernel, class Sinks, class Sources>
[[gnu::noinline]] void run_many(const Kernel kernel, std::size_t count, const Sinks to, const Sources from) {
    Loop(kernel, to, from).run(count);
}

/// The kernel of two halves in the bits of a float, and of the last one alone where their number is odd.
template <class Kernel, class Sinks, class Sources>
inline void transform_in_pairs(Kernel kernel, std::size_t count, const Sinks& to, const Sources& from);

/// to[j][i] = kernel(from[0][i], …)[j] for i < count.  An output may be the same memory as an input.
///
/// The ends and what is shorter than one batch go through the same code as all else, so that a result does not depend
/// on where in the array its element stands.
///
/// A compiler that knows how much memory stands behind a pointer warns of the whole registers that would not fit, though
/// they are never loaded or stored: it is not to know.
template <class Kernel, class Sinks, class Sources>
    requires(Sinks::is_plain&& Sources::is_plain)
inline void transform(Kernel kernel, std::size_t count, Sinks to, Sources from) {
    using element = typename std::remove_cvref_t<decltype(to.template get<0>())>::element;
    if (count == 0) return;
    if constexpr (takes_pairs<Kernel>)
        return transform_in_pairs(typename kernel_of_pairs<Kernel>::type{}, count, to, from);
    if constexpr (has_shorter_kernel<Kernel>)
        if (shorter_kernel<Kernel>::serves(kernel)) [[likely]]
            return transform(shorter_kernel<Kernel>::of(kernel), count, to, from);
    using loops = loop<native_t<compute_t<element>>, Kernel, Sinks, Sources>;
    if constexpr (loops::few == 0)
        loops(kernel, to.unknown(), from.unknown()).run(count);
    else if (count <= loops::few)
        loops(kernel, to.unknown(), from.unknown()).run_few(count);
    else
        run_many<loops>(kernel, count, to.unknown(), from.unknown());
}

template <class Kernel, class Sinks, class Sources>
inline void transform_in_pairs(Kernel kernel, std::size_t count, const Sinks& to, const Sources& from) {
    const auto* const x = from.template get<0>().data;
    auto* const y = to.template get<0>().data;
    transform(kernel, count / 2, to.in_pairs(), from.in_pairs());
    if (count % 2 == 0) return;
    std::uint16_t bits;
    __builtin_memcpy(&bits, x + count - 1, sizeof bits);
    const float value = kernel(group_of(from_bits<float>(bits))).item[0];
    bits = static_cast<std::uint16_t>(to_bits(value));
    __builtin_memcpy(y + count - 1, &bits, sizeof bits);
}

/// The same piece by piece where not all is memory in which element follows element.
template <class Kernel, class Sinks, class Sources>
inline void transform(Kernel kernel, std::size_t count, Sinks to, Sources from) {
    if constexpr (has_shorter_kernel<Kernel>)
        if (shorter_kernel<Kernel>::serves(kernel)) [[likely]]
            return transform(shorter_kernel<Kernel>::of(kernel), count, to, from);
    if constexpr (takes_pairs<Kernel>)
        if (count % 2 == 0 && to.has_pairs() && from.has_pairs())
            return transform(typename kernel_of_pairs<Kernel>::type{}, count / 2, to.in_pairs(), from.in_pairs());
    while (count != 0) {
        const std::size_t length = to.adjacent(from.adjacent(count));
        using T = compute_t<typename std::remove_cvref_t<decltype(to.template get<0>())>::element>;
        using in_one_loop = piece_loop<native_t<T>, Kernel, Sinks, Sources>;
        if constexpr (in_one_loop::least <= in_one_loop::most)
            if (in_one_loop::least <= length && length <= in_one_loop::most && 2 * length <= count &&
                to.is_at_row(length) && from.is_at_row(length)) {
                const std::size_t rows = count / length;
                in_one_loop(kernel, to, from).run(rows, length, to, from);
                count -= rows * length;
                if (count == 0) return;
                to = to.at(rows * length);
                from = from.at(rows * length);
                continue;
            }
        constexpr std::size_t alone = in_one_loop::defers ? in_one_loop::least : short_piece<Kernel>;
        if (length < alone && length < count) {
            short_pieces<T, Sources::count, Sinks::count> together;
            for (; count > together.capacity; count -= together.capacity)
                together.run(kernel, together.capacity, to, from);
            return together.run(kernel, count, to, from);
        }
        transform(kernel, length, to.here(), from.here());
        count -= length;
        if (count == 0) return;
        to.advance(length);
        from.advance(length);
    }
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

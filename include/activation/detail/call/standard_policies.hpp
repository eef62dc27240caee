#ifndef ACTIVATION_DETAIL_CALL_STANDARD_POLICIES_HPP
#define ACTIVATION_DETAIL_CALL_STANDARD_POLICIES_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <execution>
#include <type_traits>

#include "activation/detail/call/executor.hpp"
#include "activation/detail/call/rows.hpp"
#include "activation/detail/driver/driver.hpp"

/// What carries out a call under one of the standard's execution policies.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// What is worth a thread's while: some ten microseconds of arithmetic, where handing it over takes one or two.
inline constexpr std::size_t elements_of_a_piece = std::size_t{1} << 15;

/// More than there are threads, so that none waits long for the last, and few enough to be counted without memory.
inline constexpr std::size_t most_pieces = 64;
inline constexpr std::array<unsigned char, most_pieces> piece_numbers = [] {
    std::array<unsigned char, most_pieces> numbers{};
    for (std::size_t i = 0; i < most_pieces; ++i) numbers[i] = static_cast<unsigned char>(i);
    return numbers;
}();

/// How many elements one of what the kernel counts is: itself, or a row.
template <class Kernel>
constexpr std::size_t elements_each(const Kernel&) {
    return 1;
}
template <class Part>
constexpr std::size_t elements_each(const rows_kernel<Part>& kernel) {
    return kernel.width;
}

/// How many make a piece; whole cache lines, so that no two threads write the same one where the first is aligned.
constexpr std::size_t length_of_piece(std::size_t count, std::size_t each) {
    constexpr std::size_t line = 64;
    const std::size_t by_size = count / (elements_of_a_piece / each + 1);
    const std::size_t pieces = by_size < most_pieces ? by_size : most_pieces;
    if (pieces < 2) return count;
    const std::size_t least = (count + pieces - 1) / pieces, grain = each < line ? line : 1;
    return (least + grain - 1) / grain * grain;
}

template <class Policy>
    requires std::is_execution_policy_v<Policy>
struct executor<Policy> {
    static constexpr bool is_parallel = std::is_same_v<Policy, std::execution::parallel_policy> ||
                                        std::is_same_v<Policy, std::execution::parallel_unsequenced_policy>;

    template <class Kernel, class Sinks, class Sources>
    static void run(const Policy& policy, const Kernel& kernel, std::size_t count, const Sinks& to,
                    const Sources& from) {
        const std::size_t length = is_parallel ? length_of_piece(count, elements_each(kernel)) : count;
        if (length == count) return transform(kernel, count, to, from);
        const auto* const first = piece_numbers.data();
        std::for_each(policy, first, first + (count + length - 1) / length, [&](std::size_t number) {
            const std::size_t begin = number * length, left = count - begin;
            transform(kernel, left < length ? left : length, to.at(begin), from.at(begin));
        });
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

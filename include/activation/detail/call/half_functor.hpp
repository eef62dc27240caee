#ifndef ACTIVATION_DETAIL_CALL_HALF_FUNCTOR_HPP
#define ACTIVATION_DETAIL_CALL_HALF_FUNCTOR_HPP

#include <type_traits>

#include "activation/concepts.hpp"
#include "activation/detail/call/kernels.hpp"
#include "activation/detail/simd/half.hpp"

/// Functors from halves to halves of the same format, whose results are correctly rounded where the functor says how.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// F with results that round to the half nearest to the exact value, of what is stored as such.
template <class F, class Rounding, format Format, bool value, bool slope>
struct half_functor;

template <class F, class Rounding, format Format, bool value, bool slope>
struct half_parts {
    using near_part = void;
    using far_part = void;
};
template <in_near_and_far_parts F, class Rounding, format Format, bool value, bool slope>
struct half_parts<F, Rounding, Format, value, slope> {
    using near_part = half_functor<typename F::near_part, Rounding, Format, value, slope>;
    using far_part = half_functor<typename F::far_part, Rounding, Format, value, slope>;
};

template <class F, class Rounding, format Format, bool value, bool slope>
struct half_functor : F {
    using parts = half_parts<F, Rounding, Format, value, slope>;
    using near_part = typename parts::near_part;
    using far_part = typename parts::far_part;

    constexpr half_functor() = default;
    constexpr explicit half_functor(const F& functor) : F(functor) {}

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return value_of(x, V(F::forward(x)));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish(const V& x, const V& first, const V& second) const noexcept {
        return value_of(x, V(F::finish(x, first, second)));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return slope_of(x, V(F::derivative(x)));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        const auto both = value_and_derivative_of(own(), x);
        return {value_of(x, V(both.value)), slope_of(x, V(both.derivative))};
    }

private:
    [[gnu::always_inline]] constexpr const F& own() const { return *this; }
    template <class V>
    [[gnu::always_inline]] constexpr V value_of(const V& x, const V& y) const {
        if constexpr (value)
            return Rounding::template value<Format>(own(), x, y);
        else
            return y;
    }
    template <class V>
    [[gnu::always_inline]] constexpr V slope_of(const V& x, const V& y) const {
        if constexpr (slope)
            return Rounding::template slope<Format>(own(), x, y);
        else
            return y;
    }
};

template <class In, class Out>
constexpr bool of_one_format() {
    if constexpr (half_width<In> && half_width<Out>)
        return storage<In>::format == storage<Out>::format;
    else
        return false;
}
template <class In, class Out>
inline constexpr bool are_halves_of_one_format = of_one_format<In, Out>();

/// What an output stores a result as; nothing where it is added to.
template <class Y>
using stored_t = std::conditional_t<fused_output<Y>, void, element_t<Y>>;

/// In place of the type as which a result is stored: there is none.
struct not_computed {};

template <class In, class Result>
inline constexpr bool rounds_or_omits = are_halves_of_one_format<In, Result> || std::is_same_v<Result, not_computed>;

/// A functor whose results become a float16, as whatever else is computed of it does, may have one that is made for that.
template <class In, class Value, class Slope, class F>
concept as_float16 =
    storage<In>::format == format::float16&& rounds_or_omits<In, Value>&& rounds_or_omits<In, Slope>&& requires {
    typename F::float16_functor;
};

/// The functor for inputs of the type In and values and slopes that are stored as others.
template <class In, class Value, class Slope, class F>
[[gnu::always_inline]] constexpr auto rounded(const F& functor) {
    constexpr bool value = are_halves_of_one_format<In, Value>, slope = are_halves_of_one_format<In, Slope>;
    if constexpr ((value || slope) && requires { typename F::half_rounding; }) {
        if constexpr (as_float16<In, Value, Slope, F>) {
            using quick = typename F::float16_functor;
            return half_functor<quick, typename F::half_rounding, format::float16, value, slope>(quick{});
        } else {
            return half_functor<F, typename F::half_rounding, storage<In>::format, value, slope>(functor);
        }
    } else {
        return functor;
    }
}

template <template <class> class Kernel, class F>
[[gnu::always_inline]] constexpr Kernel<F> kernel_of(const F& functor) {
    return {functor};
}

/// Values that the bits of halves tell are those of two at once.
template <class F, class Rounding, format Format, bool slope>
    requires requires { typename Rounding::template of_pairs<Format>; }
struct kernel_of_pairs<forward_kernel<half_functor<F, Rounding, Format, true, slope>>> {
    using type = forward_kernel<typename Rounding::template of_pairs<Format>>;
};

/// The kernel of a functor that changes with the channel.
template <format Format>
struct half_forward {
    template <class F>
    struct kernel : forward_kernel<half_functor<F, typename F::half_rounding, Format, true, false>> {
        using functor_type = half_functor<F, typename F::half_rounding, Format, true, false>;
        constexpr explicit kernel(const F& of) : forward_kernel<functor_type>{functor_type(of)} {}
    };
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#include <activation/activation.hpp>
#include <cstddef>
#include <limits>
#include <utility>

#include "support/catch.hpp"
#include "support/row.hpp"
#include "support/same_bits.hpp"

// Constant expressions for parameters at the ends of their ranges, refused ones too: that they are ones, and have the bits
// of the run time.
namespace {

// clang 14 folds no arithmetic with NaN, which some of the parameters make that calls on ranges refuse.
#ifdef __clang__
inline constexpr bool folds_nan = false;
#else
inline constexpr bool folds_nan = true;
#endif

template <class T>
struct ends {
    using limits = std::numeric_limits<T>;
    static constexpr T infinity = limits::infinity(), most = limits::max(), least = limits::denorm_min();
    static constexpr T refused = folds_nan ? infinity : T(1), zero = folds_nan ? T(0) : T(1);
    static constexpr activation::LeakyReLU<T> leaky_relu[] = {{2}, {-2}, {most}, {-most}, {0}, {refused}};
    static constexpr activation::PReLU<T> prelu[] = {{2}, {-most}, {least}};
    static constexpr activation::ELU<T> elu[] = {{2}, {-2}, {most}, {-most}, {least}, {0}, {refused}};
    static constexpr activation::CELU<T> celu[] = {{2}, {-2}, {most}, {-most}, {least}, {-least}, {-refused}, {zero}};
    static constexpr activation::Softplus<T> softplus[] = {
        {2},           {-2}, {most},    {-most},       {least},        {-least},  {T(0x1p-30)},
        {T(-0x1p-30)}, {0},  {refused}, {1, infinity}, {1, -infinity}, {1, most}, {3, T(-0.5)}};
    static constexpr activation::StarReLU<T> star_relu[] = {
        {2, -3},        {-2, 3}, {most, -most}, {-most, most}, {most, least}, {least, most}, {least, -1},
        {least, least}, {0, 1},  {1, 0},        {-1, T(-0.0)}, {refused, 1},  {1, refused}};
    static constexpr activation::Softcap<T> softcap[] = {{2},     {-2},     {most},    {-most},
                                                         {least}, {-least}, {refused}, {zero}};
    static constexpr activation::Swish<T> swish[] = {{2},          {-2},          {most}, {-most},  {least},
                                                     {T(0x1p-30)}, {T(-0x1p-30)}, {0},    {refused}};
    static constexpr activation::Hardtanh<T> hardtanh[] = {{-infinity, infinity}, {most, infinity}, {4, 3}, {2, 2}};
    static constexpr activation::Threshold<T> threshold[] = {{infinity, -infinity}, {-infinity, most}, {most, 0}};
    static constexpr activation::Hardshrink<T> hardshrink[] = {{0}, {most}, {infinity}, {-1}};
    static constexpr activation::Softshrink<T> softshrink[] = {{0}, {most}, {infinity}, {-1}, {-most}};
};

template <class T>
bool same(const tests::results<T>& a, const tests::results<T>& b) {
    return tests::same_bits(a.value, b.value) && tests::same_bits(a.derivative, b.derivative) &&
           tests::same_bits(a.fused_value, b.fused_value) && tests::same_bits(a.fused_derivative, b.fused_derivative);
}

/// One constant expression for each input and parameter: a compiler bounds the work in one.
template <auto& parameters, class T, std::size_t index, std::size_t input>
inline constexpr tests::results<T> folded = tests::results_of(parameters[index], tests::constant_inputs<T>()[input]);

/// Every third input for one parameter, and for the next the third beside it: clang folds for minutes.
constexpr std::size_t apart = ACTIVATION_TESTS_ARE_THOROUGH ? 1 : 3;

template <auto& parameters, class T, std::size_t index, std::size_t... inputs>
void require_parameter(std::index_sequence<inputs...>) {
    const auto require = [](std::size_t input, const tests::results<T>& constant) {
        volatile T x = tests::constant_inputs<T>()[input];
        INFO(parameters[0].name << ", parameters " << index << ", at " << tests::hex<T>(x));
        const tests::results<T> computed = tests::results_of(parameters[index], T(x));
        INFO(tests::hex(constant.value) << " and " << tests::hex(constant.derivative) << " folded, "
                                        << tests::hex(computed.value) << " and " << tests::hex(computed.derivative));
        CHECK(same(constant, computed));
    };
    (require(inputs * apart + index % apart, folded<parameters, T, index, inputs * apart + index % apart>), ...);
}

template <auto& parameters, class T>
void require_constants() {
    [&]<std::size_t... indices>(std::index_sequence<indices...>) {
        (require_parameter<parameters, T, indices>(
             std::make_index_sequence<(tests::constant_inputs<T>().size() - indices % apart + apart - 1) / apart>{}),
         ...);
    }
    (std::make_index_sequence<std::size(parameters)>{});
}

TEMPLATE_TEST_CASE("parameters: a constant has the bits of the run time at the ends of a range", "", float, double) {
    using T = TestType;
    require_constants<ends<T>::leaky_relu, T>();
    require_constants<ends<T>::prelu, T>();
    require_constants<ends<T>::elu, T>();
    require_constants<ends<T>::celu, T>();
    require_constants<ends<T>::softplus, T>();
    require_constants<ends<T>::star_relu, T>();
    require_constants<ends<T>::softcap, T>();
    require_constants<ends<T>::swish, T>();
    require_constants<ends<T>::hardtanh, T>();
    require_constants<ends<T>::threshold, T>();
    require_constants<ends<T>::hardshrink, T>();
    require_constants<ends<T>::softshrink, T>();
}

}  // namespace

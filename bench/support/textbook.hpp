#ifndef ACTIVATION_BENCH_SUPPORT_TEXTBOOK_HPP
#define ACTIVATION_BENCH_SUPPORT_TEXTBOOK_HPP

#include <cmath>
#include <numbers>
#include <string_view>

/// The formulas as a textbook prints them, one element at a time, over `std::` functions.
///
/// They are what a program without this library runs. Several cancel or overflow in the tails; they are here to be
/// timed, not trusted. Parameters are the defaults of the library: slope 0.01, weight 0.25, alpha 1.
namespace textbook {

struct relu {
    static constexpr std::string_view name = "relu";
    template <class T>
    static T value(T x) {
        return x > T(0) ? x : T(0);
    }
    template <class T>
    static T derivative(T x) {
        return x > T(0) ? T(1) : T(0);
    }
};

struct leaky_relu {
    static constexpr std::string_view name = "leaky_relu";
    template <class T>
    static T value(T x) {
        return x > T(0) ? x : T(0.01) * x;
    }
    template <class T>
    static T derivative(T x) {
        return x > T(0) ? T(1) : T(0.01);
    }
};

struct prelu {
    static constexpr std::string_view name = "prelu";
    template <class T>
    static T value(T x) {
        return x > T(0) ? x : T(0.25) * x;
    }
    template <class T>
    static T derivative(T x) {
        return x > T(0) ? T(1) : T(0.25);
    }
};

struct elu {
    static constexpr std::string_view name = "elu";
    template <class T>
    static T value(T x) {
        return x > T(0) ? x : std::expm1(x);
    }
    template <class T>
    static T derivative(T x) {
        return x > T(0) ? T(1) : std::exp(x);
    }
};

struct gelu {
    static constexpr std::string_view name = "gelu";
    template <class T>
    static T normal_cdf(T x) {
        return T(0.5) * (T(1) + std::erf(x / std::numbers::sqrt2_v<T>));
    }
    template <class T>
    static T value(T x) {
        return x * normal_cdf(x);
    }
    template <class T>
    static T derivative(T x) {
        const T density = std::exp(T(-0.5) * x * x) * (std::numbers::inv_sqrtpi_v<T> / std::numbers::sqrt2_v<T>);
        return normal_cdf(x) + x * density;
    }
};

struct gelu_tanh {
    static constexpr std::string_view name = "gelu_tanh";
    template <class T>
    static constexpr T scale = std::numbers::sqrt2_v<T>* std::numbers::inv_sqrtpi_v<T>;
    template <class T>
    static T value(T x) {
        return T(0.5) * x * (T(1) + std::tanh(scale<T> * (x + T(0.044715) * x * x * x)));
    }
    template <class T>
    static T derivative(T x) {
        const T t = std::tanh(scale<T> * (x + T(0.044715) * x * x * x));
        const T slope = scale<T> * (T(1) + T(3 * 0.044715) * x * x);
        return T(0.5) * (T(1) + t) + T(0.5) * x * (T(1) - t * t) * slope;
    }
};

struct sigmoid {
    static constexpr std::string_view name = "sigmoid";
    template <class T>
    static T value(T x) {
        return T(1) / (T(1) + std::exp(-x));
    }
    template <class T>
    static T derivative(T x) {
        const T s = value(x);
        return s * (T(1) - s);
    }
};

struct silu {
    static constexpr std::string_view name = "silu";
    template <class T>
    static T value(T x) {
        return x / (T(1) + std::exp(-x));
    }
    template <class T>
    static T derivative(T x) {
        const T s = sigmoid::value(x);
        return s * (T(1) + x * (T(1) - s));
    }
};

struct tanh {
    static constexpr std::string_view name = "tanh";
    template <class T>
    static T value(T x) {
        return std::tanh(x);
    }
    template <class T>
    static T derivative(T x) {
        const T t = std::tanh(x);
        return T(1) - t * t;
    }
};

}  // namespace textbook

#endif

#ifndef ACTIVATION_BENCH_SUPPORT_TEXTBOOK_SMOOTH_HPP
#define ACTIVATION_BENCH_SUPPORT_TEXTBOOK_SMOOTH_HPP

#include <cmath>
#include <string_view>

#include "textbook.hpp"

/// Those of the catalogue that are made of exponentials and quotients, with the library's default parameters.
namespace textbook {

struct softsign {
    static constexpr std::string_view name = "softsign";
    template <class T>
    static T value(T x) {
        return x / (T(1) + std::abs(x));
    }
    template <class T>
    static T derivative(T x) {
        const T sum = T(1) + std::abs(x);
        return T(1) / (sum * sum);
    }
};

struct selu {
    static constexpr std::string_view name = "selu";
    template <class T>
    static constexpr T scale = T(1.0507009873554805);
    template <class T>
    static constexpr T alpha = T(1.6732632423543772);
    template <class T>
    static T value(T x) {
        return scale<T> * (x > T(0) ? x : alpha<T> * std::expm1(x));
    }
    template <class T>
    static T derivative(T x) {
        return scale<T> * (x > T(0) ? T(1) : alpha<T> * std::exp(x));
    }
};

/// With alpha 1.
struct celu : elu {
    static constexpr std::string_view name = "celu";
};

/// With beta 1 and threshold 20.
struct softplus {
    static constexpr std::string_view name = "softplus";
    template <class T>
    static T value(T x) {
        return x > T(20) ? x : std::log1p(std::exp(x));
    }
    template <class T>
    static T derivative(T x) {
        return x > T(20) ? T(1) : sigmoid::value(x);
    }
};

struct log_sigmoid {
    static constexpr std::string_view name = "log_sigmoid";
    template <class T>
    static T value(T x) {
        return -std::log1p(std::exp(-x));
    }
    template <class T>
    static T derivative(T x) {
        return sigmoid::value(-x);
    }
};

/// With beta 1.
struct swish : silu {
    static constexpr std::string_view name = "swish";
};

struct quick_gelu {
    static constexpr std::string_view name = "quick_gelu";
    template <class T>
    static T value(T x) {
        return x * sigmoid::value(T(1.702) * x);
    }
    template <class T>
    static T derivative(T x) {
        return silu::derivative(T(1.702) * x);
    }
};

struct mish {
    static constexpr std::string_view name = "mish";
    template <class T>
    static T value(T x) {
        return x * std::tanh(softplus::value(x));
    }
    template <class T>
    static T derivative(T x) {
        return std::tanh(softplus::value(x)) + x * tanh::derivative(softplus::value(x)) * sigmoid::value(x);
    }
};

struct exp {
    static constexpr std::string_view name = "exp";
    template <class T>
    static T value(T x) {
        return std::exp(x);
    }
    template <class T>
    static T derivative(T x) {
        return std::exp(x);
    }
};

struct tanhshrink {
    static constexpr std::string_view name = "tanhshrink";
    template <class T>
    static T value(T x) {
        return x - std::tanh(x);
    }
    template <class T>
    static T derivative(T x) {
        return std::tanh(x) * std::tanh(x);
    }
};

}  // namespace textbook

#endif

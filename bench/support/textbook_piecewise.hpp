#ifndef ACTIVATION_BENCH_SUPPORT_TEXTBOOK_PIECEWISE_HPP
#define ACTIVATION_BENCH_SUPPORT_TEXTBOOK_PIECEWISE_HPP

#include <cmath>
#include <string_view>

#include "textbook.hpp"

/// Those of the catalogue that are made of straight lines and parabolas, with the library's default parameters.
namespace textbook {

template <int low, int high>
struct clamp {
    template <class T>
    static T value(T x) {
        return x < T(low) ? T(low) : x > T(high) ? T(high) : x;
    }
    template <class T>
    static T derivative(T x) {
        return x > T(low) && x < T(high) ? T(1) : T(0);
    }
};

struct relu6 : clamp<0, 6> {
    static constexpr std::string_view name = "relu6";
};

struct hardtanh : clamp<-1, 1> {
    static constexpr std::string_view name = "hardtanh";
};

/// With threshold 0 and value 0.
struct threshold : relu {
    static constexpr std::string_view name = "threshold";
};

struct squared_relu {
    static constexpr std::string_view name = "squared_relu";
    template <class T>
    static T value(T x) {
        return relu::value(x) * relu::value(x);
    }
    template <class T>
    static T derivative(T x) {
        return T(2) * relu::value(x);
    }
};

struct hardsigmoid {
    static constexpr std::string_view name = "hardsigmoid";
    template <class T>
    static T value(T x) {
        return clamp<0, 6>::value(x + T(3)) / T(6);
    }
    template <class T>
    static T derivative(T x) {
        return clamp<-3, 3>::derivative(x) / T(6);
    }
};

struct hardswish {
    static constexpr std::string_view name = "hardswish";
    template <class T>
    static T value(T x) {
        return x * hardsigmoid::value(x);
    }
    template <class T>
    static T derivative(T x) {
        return x <= T(-3) ? T(0) : x >= T(3) ? T(1) : x / T(3) + T(0.5);
    }
};

struct hardshrink {
    static constexpr std::string_view name = "hardshrink";
    template <class T>
    static T value(T x) {
        return std::abs(x) > T(0.5) ? x : T(0);
    }
    template <class T>
    static T derivative(T x) {
        return std::abs(x) > T(0.5) ? T(1) : T(0);
    }
};

struct softshrink {
    static constexpr std::string_view name = "softshrink";
    template <class T>
    static T value(T x) {
        return x > T(0.5) ? x - T(0.5) : x < T(-0.5) ? x + T(0.5) : T(0);
    }
    template <class T>
    static T derivative(T x) {
        return hardshrink::derivative(x);
    }
};

}  // namespace textbook

#endif

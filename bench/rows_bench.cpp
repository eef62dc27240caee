// What do the calls cost that know rows and channels? softmax and log_softmax over rows of two widths, prelu with a
// weight for each of 64 channels x forward, backward x float, double x up to 32Mi elements, with the textbook's loops.
//
//     rows_bench --benchmark_filter='softmax/width_64/forward/float/4096$'

#include <algorithm>
#include <cmath>
#include <string>

#include "support/streams.hpp"

#include <activation/activation.hpp>

namespace {

using bench::streams;

struct softmax_row {
    template <class T>
    static void forward(const T* x, T* y, std::size_t width) {
        const T largest = *std::max_element(x, x + width);
        T sum = 0;
        for (std::size_t i = 0; i < width; ++i) {
            y[i] = std::exp(x[i] - largest);
            sum += y[i];
        }
        for (std::size_t i = 0; i < width; ++i) y[i] /= sum;
    }

    template <class T>
    static void backward(const T* grad_output, const T* y, T* grad_input, std::size_t width) {
        T sum = 0;
        for (std::size_t i = 0; i < width; ++i) sum += grad_output[i] * y[i];
        for (std::size_t i = 0; i < width; ++i) grad_input[i] = (grad_output[i] - sum) * y[i];
    }
};

struct log_softmax_row {
    template <class T>
    static void forward(const T* x, T* y, std::size_t width) {
        const T largest = *std::max_element(x, x + width);
        T sum = 0;
        for (std::size_t i = 0; i < width; ++i) sum += std::exp(x[i] - largest);
        const T logarithm = std::log(sum);
        for (std::size_t i = 0; i < width; ++i) y[i] = x[i] - largest - logarithm;
    }

    template <class T>
    static void backward(const T* grad_output, const T* y, T* grad_input, std::size_t width) {
        T sum = 0;
        for (std::size_t i = 0; i < width; ++i) sum += grad_output[i];
        for (std::size_t i = 0; i < width; ++i) grad_input[i] = grad_output[i] - std::exp(y[i]) * sum;
    }
};

/// The output that a gradient starts from is x: the time does not depend on it.
template <class T, class Textbook, class Callable>
void add_rows(const std::string& name, const Callable& f, std::size_t width, std::size_t n) {
    using data = const streams<T>&;
    const std::string path = name + "/width_" + std::to_string(width);
    bench::add_benchmark<T>(path + "/forward", n, 2, [=](data s) { f(s.x, s.first, width); });
    bench::add_benchmark<T>("textbook/" + path + "/forward", n, 2, [=](data s) {
        for (std::size_t i = 0; i < n; i += width) Textbook::forward(&s.x[i], &s.first[i], width);
    });
    bench::add_benchmark<T>(path + "/backward", n, 3, [=](data s) { f.backward(s.grad_output, s.x, s.first, width); });
    bench::add_benchmark<T>("textbook/" + path + "/backward", n, 3, [=](data s) {
        for (std::size_t i = 0; i < n; i += width) Textbook::backward(&s.grad_output[i], &s.x[i], &s.first[i], width);
    });
}

constexpr std::size_t widths[] = {64, 1024}, channels = 64, inners[] = {1, 64};

/// Calls `each(channel, i)` for every element.
template <class Each>
void for_channels(std::size_t n, std::size_t inner, Each each) {
    for (std::size_t start = 0; start < n; start += channels * inner) {
        for (std::size_t i = 0; i < channels * inner; ++i) each(i / inner, start + i);
    }
}

template <class T>
void add_prelu(std::size_t inner, std::size_t n) {
    using data = const streams<T>&;
    const std::string path = "prelu_per_channel/inner_" + std::to_string(inner);
    bench::add_benchmark<T>(path + "/forward", n, 2,
                            [=](data s) { activation::prelu(s.x, s.first, s.linear.first(channels), inner); });
    bench::add_benchmark<T>("textbook/" + path + "/forward", n, 2, [=](data s) {
        for_channels(n, inner, [&](std::size_t channel, std::size_t i) {
            s.first[i] = s.x[i] > T(0) ? s.x[i] : s.linear[channel] * s.x[i];
        });
    });
    bench::add_benchmark<T>(path + "/backward", n, 3, [=](data s) {
        activation::prelu.backward(s.grad_output, s.x, s.first, s.linear.first(channels), s.second.first(channels),
                                   inner);
    });
    bench::add_benchmark<T>("textbook/" + path + "/backward", n, 3, [=](data s) {
        std::ranges::fill(s.second.first(channels), T(0));
        for_channels(n, inner, [&](std::size_t channel, std::size_t i) {
            s.first[i] = s.grad_output[i] * (s.x[i] > T(0) ? T(1) : s.linear[channel]);
            if (s.x[i] <= T(0)) s.second[channel] += s.grad_output[i] * s.x[i];
        });
    });
}

template <class T>
void add_type() {
    for (const std::size_t n : bench::sizes) {
        for (const std::size_t width : widths) {
            if (n % width != 0) continue;
            add_rows<T, softmax_row>("softmax", activation::softmax, width, n);
            add_rows<T, log_softmax_row>("log_softmax", activation::log_softmax, width, n);
        }
        for (const std::size_t inner : inners) {
            if (n % (channels * inner) == 0) add_prelu<T>(inner, n);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    return bench::run_benchmarks(argc, argv, [] {
        add_type<float>();
        add_type<double>();
    });
}

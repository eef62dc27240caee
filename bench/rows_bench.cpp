// What do the calls cost that know rows and channels? softmax and log_softmax over rows of five widths, prelu with one
// weight, one for each of the neurons that lie side by side, and one for each of 4 pictures x forward, backward x both
// tiers x float, double x 16 elements to 1Mi, with the textbook's loops. Where an array is no whole number of rows, as
// many elements as make some.
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

template <class T, class Callable>
void add_row_calls(const std::string& path, const Callable& f, std::size_t width, std::size_t n) {
    using data = const streams<T>&;
    bench::add_benchmark<T>(path + "/forward", n, 2, [=](data s) { f(s.x, s.first, width); });
    bench::add_benchmark<T>(path + "/backward", n, 3, [=](data s) { f.backward(s.grad_output, s.x, s.first, width); });
}

/// The output that a gradient starts from is x: the time does not depend on it.
template <class T, class Textbook, class Accurate, class Fast>
void add_rows(const std::string& name, const Accurate& accurate, const Fast& fast, std::size_t width, std::size_t n) {
    using data = const streams<T>&;
    const std::string path = name + "/width_" + std::to_string(width);
    add_row_calls<T>(path, accurate, width, n);
    add_row_calls<T>("fast/" + path, fast, width, n);
    bench::add_benchmark<T>("textbook/" + path + "/forward", n, 2, [=](data s) {
        for (std::size_t i = 0; i < n; i += width) Textbook::forward(&s.x[i], &s.first[i], width);
    });
    bench::add_benchmark<T>("textbook/" + path + "/backward", n, 3, [=](data s) {
        for (std::size_t i = 0; i < n; i += width) Textbook::backward(&s.grad_output[i], &s.x[i], &s.first[i], width);
    });
}

/// So many weights, and so many elements behind one channel index.
struct channels {
    const char* name;
    std::size_t count, inner;
};

template <class T>
void prelu_forward(const channels& c, const streams<T>& s) {
    for (std::size_t i = 0; i < s.x.size(); i += c.count * c.inner) {
        for (std::size_t k = 0; k < c.count * c.inner; ++k) {
            s.first[i + k] = s.x[i + k] > T(0) ? s.x[i + k] : s.linear[k / c.inner] * s.x[i + k];
        }
    }
}

template <class T>
void prelu_backward(const channels& c, const streams<T>& s) {
    std::ranges::fill(s.second.first(c.count), T(0));
    for (std::size_t i = 0; i < s.x.size(); i += c.count * c.inner) {
        for (std::size_t k = 0; k < c.count * c.inner; ++k) {
            const T x = s.x[i + k], grad = s.grad_output[i + k];
            s.first[i + k] = grad * (x > T(0) ? T(1) : s.linear[k / c.inner]);
            if (x <= T(0)) s.second[k / c.inner] += grad * x;
        }
    }
}

template <class T, class Prelu>
void add_prelu_calls(const std::string& path, const Prelu& prelu, const channels& c, std::size_t n) {
    using data = const streams<T>&;
    bench::add_benchmark<T>(path + "/forward", n, 2,
                            [=](data s) { prelu(s.x, s.first, s.linear.first(c.count), c.inner); });
    bench::add_benchmark<T>(path + "/backward", n, 3, [=](data s) {
        prelu.backward(s.grad_output, s.x, s.first, s.linear.first(c.count), s.second.first(c.count), c.inner);
    });
}

template <class T>
void add_prelu(const channels& c, std::size_t n) {
    using data = const streams<T>&;
    const std::string path = std::string{"prelu/"} + c.name;
    add_prelu_calls<T>(path, activation::prelu, c, n);
    add_prelu_calls<T>("fast/" + path, activation::fast::prelu, c, n);
    bench::add_benchmark<T>("textbook/" + path + "/forward", n, 2, [=](data s) { prelu_forward<T>(c, s); });
    bench::add_benchmark<T>("textbook/" + path + "/backward", n, 3, [=](data s) { prelu_backward<T>(c, s); });
}

constexpr std::size_t sizes[] = {16, 32, 4 << 10, 64 << 10, 1 << 20}, widths[] = {16, 64, 512, 4096, 32000};

template <class T>
void add_type() {
    for (const std::size_t size : sizes) {
        for (const std::size_t width : widths) {
            const std::size_t n = size - size % width;
            if (n == 0) continue;
            add_rows<T, softmax_row>("softmax", activation::softmax, activation::fast::softmax, width, n);
            add_rows<T, log_softmax_row>("log_softmax", activation::log_softmax, activation::fast::log_softmax, width,
                                         n);
        }
        // Channels last: 64 of them, or all elements of an array that has fewer.
        const std::size_t neurons = std::min(size, std::size_t{64}), picture = 56 * 56;
        add_prelu<T>({"one_weight", 1, size}, size);
        add_prelu<T>({"channels_last", neurons, 1}, size);
        if (size >= 4 * picture) add_prelu<T>({"channels_first", 4, picture}, size - size % (4 * picture));
    }
}

}  // namespace

int main(int argc, char** argv) {
    return bench::run_benchmarks(argc, argv, [] {
        add_type<float>();
        add_type<double>();
    });
}

#ifndef ACTIVATION_BENCH_SUPPORT_SPEED_HPP
#define ACTIVATION_BENCH_SUPPORT_SPEED_HPP

#include <cstddef>
#include <cstring>
#include <string>

#include "activations.hpp"
#include "streams.hpp"

namespace bench {

template <class T, class Library, class Textbook>
void add_pair(const std::string& path, std::size_t n, std::size_t arrays, Library library, Textbook textbook_element) {
    add_benchmark<T>(path, n, arrays, library);
    add_benchmark<T>("textbook/" + path, n, arrays, [textbook_element](const streams<T>& s) {
        for (std::size_t i = 0; i < s.x.size(); ++i) textbook_element(s, i);
    });
}

template <class T>
void add_memcpy(std::size_t n) {
    add_benchmark<T>("memcpy", n, 2,
                     [](const streams<T>& s) { std::memcpy(s.first.data(), s.x.data(), s.x.size_bytes()); });
}

template <class T, class Entry>
void add_forward(const Entry& entry, std::size_t n) {
    using textbook = decltype(Entry::textbook);
    using data = const streams<T>&;
    add_pair<T>(
        std::string{Entry::name} + "/forward", n, 2, [f = entry.callable](data s) { f(s.x, s.first); },
        [](data s, std::size_t i) { s.first[i] = textbook::value(s.x[i]); });
}

template <class T, class Entry>
void add_activation(const Entry& entry, std::size_t n) {
    using textbook = decltype(Entry::textbook);
    using data = const streams<T>&;
    const std::string name{Entry::name};
    const auto f = entry.callable;
    add_forward<T>(entry, n);
    add_pair<T>(
        name + "/derivative", n, 2, [f](data s) { f.derivative(s.x, s.first); },
        [](data s, std::size_t i) { s.first[i] = textbook::derivative(s.x[i]); });
    add_pair<T>(
        name + "/value_and_derivative", n, 3, [f](data s) { f.value_and_derivative(s.x, s.first, s.second); },
        [](data s, std::size_t i) {
            s.first[i] = textbook::value(s.x[i]);
            s.second[i] = textbook::derivative(s.x[i]);
        });
    add_pair<T>(
        name + "/backward", n, 3, [f](data s) { f.backward(s.grad_output, s.x, s.first); },
        [](data s, std::size_t i) { s.first[i] = s.grad_output[i] * textbook::derivative(s.x[i]); });
}

/// Registers every activation over one type.
template <class T>
void add_speed_benchmarks() {
    for (const std::size_t n : sizes) {
        add_memcpy<T>(n);
        for_each(activations, [n](const auto& entry) { add_activation<T>(entry, n); });
    }
}

extern template void add_speed_benchmarks<float>();
extern template void add_speed_benchmarks<double>();

}  // namespace bench

#endif

// What does the library do for me? Every activation forward on 4096 floats, with the textbook's loop and memcpy beside
// it: the part of speed_bench that compiles and runs in seconds.

#include "support/speed.hpp"

int main(int argc, char** argv) {
    return bench::run_benchmarks(argc, argv, [] {
        constexpr std::size_t n = 4096;
        bench::add_memcpy<float>(n);
        bench::for_each(bench::activations, [](const auto& entry) { bench::add_forward<float>(entry, n); });
    });
}

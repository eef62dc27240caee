// How fast is each activation? Every activation x forward, derivative, value_and_derivative, backward x float, double x
// 16 to 32Mi elements, with the textbook's loop and memcpy beside them.
//
//     speed_bench --benchmark_filter='silu/forward/float/4096$'     this library and `textbook/`
//     speed_bench --benchmark_filter='^(memcpy|relu/.*)/float/'     a row of sizes with the limit of the memory

#include "support/speed.hpp"

int main(int argc, char** argv) {
    return bench::run_benchmarks(argc, argv, [] {
        bench::add_speed_benchmarks<float>();
        bench::add_speed_benchmarks<double>();
    });
}

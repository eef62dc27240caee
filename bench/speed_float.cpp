// The part of speed_bench over float: a file of its own, so that the two are compiled side by side.

#include "support/speed.hpp"

template void bench::add_speed_benchmarks<float>();

// Makes every call and prints a hash of what each wrote.  calls.inc is written by CMake: a line ACTIVATION_CALL(name)
// for each of the source files it has made.
#include <cinttypes>
#include <cstdio>

#include "calls/report.hpp"

namespace calls::ACTIVATION_CALLED_AS {
#define ACTIVATION_CALL(name) void name(const inputs&, report);
#include "calls.inc"
#undef ACTIVATION_CALL
}  // namespace calls::ACTIVATION_CALLED_AS

namespace {

/// Zeros, infinities, NaN, subnormal and huge numbers of both signs, and numbers between −24 and 24.
template <class T>
void fill(T (&x)[calls::count], T smallest, T largest) {
    const T special[] = {T(0), smallest, smallest * 77, T(1e-30), T(1e-6), T(89), T(710), largest};
    const T infinity = largest * T(2);
    std::size_t i = 0;
    for (const T value : special) {
        x[i++] = value;
        x[i++] = -value;
    }
    x[i++] = infinity;
    x[i++] = -infinity;
    x[i++] = infinity - infinity;
    for (; i < calls::count; ++i) x[i] = (static_cast<T>(i) - T(57.3)) * T(0.61);
}

void print(const char* call, std::uint64_t hash) { std::printf("%s %016" PRIx64 "\n", call, hash); }

}  // namespace

int main() {
    static calls::inputs in;
    fill(in.of_float, 0x1p-149F, 0x1.fffffep127F);
    fill(in.of_double, 0x1p-1074, 0x1.fffffffffffffp1023);
#define ACTIVATION_CALL(name) calls::ACTIVATION_CALLED_AS::name(in, print);
#include "calls.inc"
#undef ACTIVATION_CALL
}

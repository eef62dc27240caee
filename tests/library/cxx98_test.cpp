// The C interface in C++98: it compiles, and links by C's names.
#include <activation/activation.h>

#include <cstdio>

int main() {
    const float x[3] = {-1, 0, 2};
    float y[3];
    if (activation_relu_f32(x, y, 3) != ACTIVATION_OK) return 1;
    std::printf("%g %g %g\n", y[0], y[1], y[2]);
    return y[0] == 0 && y[2] == 2 ? 0 : 1;
}

#include <activation/activation.h>
#include <stdio.h>

int main(void) {
    float x[3] = {-1, 0, 2}, y[3];
    const int error = activation_forward(activation_find("ReLU"), NULL, ACTIVATION_FLOAT32, x, y, 3);
    if (error != 0) return puts(activation_error_text(error)), 1;
    printf("installed: %g %g %g\n", y[0], y[1], y[2]);
    return 0;
}

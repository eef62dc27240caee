#include <stdio.h>

float layers_relu(float x);

int main(void) {
    printf("relu(2) = %g\n", (double)layers_relu(2));
    return 0;
}

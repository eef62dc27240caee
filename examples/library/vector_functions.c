/*
 * The functions over vectors as ggml has them, vec_gelu_f32(n, y, x), with its order of arguments and its half floats, each
 * a line of the library's; and what its tables of 65,536 entries for gelu and silu are for: nothing.
 */
#include <activation/activation.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef uint16_t fp16_t;

static void vec_gelu_f32(int n, float* y, const float* x) { activation_gelu_tanh_f32(x, y, (size_t)n); }
static void vec_gelu_erf_f32(int n, float* y, const float* x) { activation_gelu_f32(x, y, (size_t)n); }
static void vec_gelu_quick_f32(int n, float* y, const float* x) { activation_quick_gelu_f32(x, y, (size_t)n); }
static void vec_silu_f32(int n, float* y, const float* x) { activation_silu_f32(x, y, (size_t)n); }
static void vec_gelu_f16(int n, fp16_t* y, const fp16_t* x) { activation_gelu_tanh_f16(x, y, (size_t)n); }
static void vec_silu_backward_f32(int n, float* dx, const float* x, const float* dy) {
    activation_silu_backward_f32(dy, x, dx, (size_t)n);
}
static void vec_swiglu_f32(int n, float* y, const float* x, const float* g) {
    activation_swiglu_f32(x, g, y, (size_t)n);
}
static void vec_soft_max_f32(int n, float* y, const float* x) { activation_softmax_f32(x, y, (size_t)n, (size_t)n); }

enum { count = 4001 };

static double worst = 0;

static void expect(float got, double wanted) {
    const double error = fabs(got - wanted) / fmax(fabs(wanted), 1e-30);
    if (error > worst) worst = error;
}

int main(void) {
    static float x[count], g[count], y[count];
    const fp16_t halves[4] = {0xbc00, 0x3800, 0x3c00, 0x4000}; /* -1, 1/2, 1, 2 */
    fp16_t results[4];
    const double pi = acos(-1.0);
    double sum = 0;
    int i;
    for (i = 0; i < count; ++i) {
        x[i] = (float)(i - count / 2) / 400;
        g[i] = (float)(count - i) / 900;
        sum += exp(x[i]);
    }
    vec_gelu_f32(count, y, x);
    for (i = 0; i < count; ++i) {
        const double u = sqrt(2 / pi) * (x[i] + 0.044715 * x[i] * x[i] * x[i]);
        expect(y[i], x[i] / (1 + exp(-2 * u)));
    }
    vec_gelu_erf_f32(count, y, x);
    for (i = 0; i < count; ++i) expect(y[i], x[i] * erfc(-x[i] / sqrt(2)) / 2);
    vec_gelu_quick_f32(count, y, x);
    for (i = 0; i < count; ++i) expect(y[i], x[i] / (1 + exp(-1.702 * x[i])));
    vec_silu_f32(count, y, x);
    for (i = 0; i < count; ++i) expect(y[i], x[i] / (1 + exp(-x[i])));
    vec_swiglu_f32(count, y, x, g);
    for (i = 0; i < count; ++i) expect(y[i], x[i] / (1 + exp(-x[i])) * g[i]);
    vec_soft_max_f32(count, y, x);
    for (i = 0; i < count; ++i) expect(y[i], exp(x[i]) / sum);
    vec_silu_backward_f32(count, y, x, g);
    for (i = 0; i < count; ++i) {
        const double s = 1 / (1 + exp(-x[i])), slope = s * (1 + x[i] * (1 - s));
        if (fabs(slope) > 1e-2) expect(y[i], g[i] * slope);
    }
    vec_gelu_f16(4, results, halves);
    printf("gelu of -1, 1/2, 1, 2 as halves: %04x %04x %04x %04x\n", results[0], results[1], results[2], results[3]);
    printf("kernels for %s; relative errors up to %.1e\n", activation_target(), worst);
    return worst < 4e-7 ? EXIT_SUCCESS : EXIT_FAILURE;
}

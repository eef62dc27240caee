/* The C interface in C99: channels, halves and gated units against what their formulas give. */
#include <activation/activation.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define WIDTH 37
#define COUNT (5 * WIDTH)

static int failures = 0;

static void close_to(const char* what, double got, double wanted, double bound) {
    if (fabs(got - wanted) <= bound || (isnan(got) && isnan(wanted))) return;
    printf("%s: %.9g, not %.9g\n", what, got, wanted);
    ++failures;
}

static void succeeds(const char* what, int error) {
    if (error == 0) return;
    printf("%s: %s\n", what, activation_error_text(error));
    ++failures;
}

static float x[COUNT], g[COUNT], y[COUNT], r[COUNT];

static void channels(void) {
    const float weights[5] = {0.5f, -1, 2, 0, 3};
    float grad_weights[5], fast_weights[5];
    int i, c;
    succeeds("channels", activation_prelu_channels_f32(x, y, COUNT, weights, 5, WIDTH));
    succeeds("their gradients", activation_prelu_channels_backward_f32(g, x, r, COUNT, weights, grad_weights, 5, WIDTH));
    for (i = 0; i < COUNT; ++i) {
        const float slope = x[i] > 0 ? 1 : weights[i / WIDTH % 5];
        close_to("channels", y[i], slope * x[i], 0);
        close_to("their gradient", r[i], slope * g[i], 0);
    }
    succeeds("fast", activation_fast_prelu_channels_backward_f32(g, x, r, COUNT, weights, fast_weights, 5, WIDTH));
    for (c = 0; c < 5; ++c) {
        double sum = 0;
        for (i = c * WIDTH; i < (c + 1) * WIDTH; ++i) sum += x[i] > 0 ? 0 : (double)x[i] * g[i];
        close_to("a weight's gradient", grad_weights[c], sum, 1e-6 * fabs(sum));
        close_to("a weight's gradient, fast", fast_weights[c], sum, 1e-5 * fabs(sum));
    }
}

static float of_bfloat16(uint16_t half) {
    union {
        uint32_t bits;
        float value;
    } u;
    u.bits = (uint32_t)half << 16;
    return u.value;
}

static float of_float16(uint16_t half) {
    const int exponent = half >> 10 & 31, digits = half & 1023;
    const float sign = half >> 15 ? -1 : 1;
    if (exponent == 31) return digits ? NAN : sign * INFINITY;
    return sign * (exponent == 0 ? ldexpf((float)digits, -24) : ldexpf((float)(digits + 1024), exponent - 25));
}

/* All 65,536 of each go through: negated, exactly; multiplied, to the nearest. */
static void halves(void) {
    static uint16_t all[65536], negated[65536], product[65536], in_place[65536];
    int format, i;
    for (i = 0; i < 65536; ++i) all[i] = (uint16_t)i;
    for (format = 0; format < 2; ++format) {
        float (*value)(uint16_t) = format == 0 ? of_bfloat16 : of_float16;
        const int infinity = format == 0 ? 0x7f80 : 0x7c00;
        const float factor = 1 + 1.0f / 256;
        if (format == 0) {
            succeeds("negation", activation_leaky_relu_bf16(all, negated, 65536, -1));
            succeeds("product", activation_leaky_relu_bf16(all, product, 65536, factor));
        } else {
            succeeds("negation", activation_leaky_relu_f16(all, negated, 65536, -1));
            succeeds("product", activation_leaky_relu_f16(all, product, 65536, factor));
        }
        for (i = 0x8000; i < 65536; ++i) {
            const int size = i & 0x7fff;
            if (size > infinity) {
                if (!isnan(value(negated[i])) || !isnan(value(product[i]))) ++failures, printf("NaN %x is lost\n", (unsigned)i);
                continue;
            }
            if (negated[i] != size) ++failures, printf("%x negated is %x\n", (unsigned)i, negated[i]);
            /* The product is exact in double; of its two neighbours none is nearer, and of two equally near ones it is even. */
            if (size < infinity) {
                const double exact = (double)value((uint16_t)i) * factor, got = value(product[i]);
                const int magnitude = product[i] & 0x7fff;
                const double error = fabs(got - exact);
                const double inward = magnitude == 0 ? HUGE_VAL : fabs(value((uint16_t)(product[i] - 1)) - exact);
                const double outward = magnitude + 1 >= infinity ? HUGE_VAL : fabs(value((uint16_t)(product[i] + 1)) - exact);
                if (!isinf(got) && (error > inward || error > outward || ((error == inward || error == outward) && product[i] % 2 != 0)))
                    ++failures, printf("%x times 1 + 1/256 is %x\n", (unsigned)i, product[i]);
                if (isinf(got) && fabs(exact) < (format == 0 ? 0x1.ffp127 : 65520.0)) ++failures, printf("%x overflows\n", (unsigned)i);
            } else if (product[i] != i) {
                ++failures, printf("infinity times 1 + 1/256 is %x\n", product[i]);
            }
        }
        for (i = 0; i < 65536; ++i) in_place[i] = all[i];
        if (format == 0)
            succeeds("in place", activation_leaky_relu_bf16(in_place, in_place, 65536, factor));
        else
            succeeds("in place", activation_leaky_relu_f16(in_place, in_place, 65536, factor));
        for (i = 0; i < 65536; ++i)
            if (in_place[i] != product[i]) ++failures, printf("in place %x is %x, not %x\n", (unsigned)i, in_place[i], product[i]);
    }
}

/* Halves of a gated unit and its gradient: each is the float product, rounded once. */
static void gated_halves(void) {
    enum { n = 1300 };
    static uint16_t a[n], b[n], c[n], out[n], ga[n], gl[n];
    static float fa[n], fb[n], fc[n], fout[n], fga[n], fgl[n];
    int i;
    for (i = 0; i < n; ++i) {
        a[i] = (uint16_t)((i % 2 ? 0x8000 : 0) + i * 15 % 0x4800), b[i] = (uint16_t)(0x3800 + i), c[i] = (uint16_t)(0x3c00 - i);
        fa[i] = of_float16(a[i]), fb[i] = of_float16(b[i]), fc[i] = of_float16(c[i]);
    }
    succeeds("swiglu of halves", activation_swiglu_f16(a, b, out, n));
    succeeds("swiglu", activation_swiglu_f32(fa, fb, fout, n));
    succeeds("its gradient, halves", activation_swiglu_backward_f16(c, a, b, ga, gl, n));
    succeeds("its gradient", activation_swiglu_backward_f32(fc, fa, fb, fga, fgl, n));
    for (i = 0; i < n; ++i) {
        close_to("swiglu of halves", of_float16(out[i]), fout[i], fabs(fout[i]) * 0x1p-11 + 0x1p-25);
        close_to("grad_activated", of_float16(ga[i]), fga[i], fabs(fga[i]) * 0x1p-11 + 0x1p-25);
        close_to("grad_linear", of_float16(gl[i]), fgl[i], fabs(fgl[i]) * 0x1p-11 + 0x1p-25);
    }
}

int main(void) {
    int i;
    for (i = 0; i < COUNT; ++i) {
        x[i] = (float)(i * 37 % 101) / 20 - 2.5f;
        g[i] = (float)(i * 53 % 97) / 48 - 1;
    }
    channels();
    halves();
    gated_halves();
    if (failures == 0) printf("target %s: all values\n", activation_target());
    return failures != 0;
}

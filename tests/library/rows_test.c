/* Softmax over rows in C99: against its formula, and every error has its code and writes nothing. */
#include <activation/activation.h>

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define ROWS 5
#define WIDTH 37
#define COUNT (ROWS * WIDTH)
#define FEW 8

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

static float x[COUNT], g[COUNT], y[COUNT], r[COUNT], before[COUNT];

/* That error, and an untouched y. */
static void expect(const char* what, int got, int wanted) {
    if (got == wanted && memcmp(y, before, sizeof before) == 0) return;
    printf("%s: %s, not %s, or y has been written\n", what, activation_error_text(got), activation_error_text(wanted));
    ++failures;
}

static void errors(void) {
    static const float mask[FEW] = {0};
    static const size_t lengths[2] = {4, 5};
    struct activation_row_options options = ACTIVATION_ROW_OPTIONS;
    expect("width 3", activation_softmax_f32(x, y, FEW, 3), ACTIVATION_ERROR_WIDTH);
    expect("width 0", activation_log_softmax_f32(x, y, FEW, 0), ACTIVATION_ERROR_WIDTH);
    expect("width 3 of halves", activation_softmax(NULL, ACTIVATION_BFLOAT16, x, y, FEW, 3), ACTIVATION_ERROR_WIDTH);
    expect("shifted halves", activation_softmax_bf16((uint16_t*)y, (uint16_t*)y + 1, FEW, 4), ACTIVATION_ERROR_OVERLAP);
    options.scale = NAN;
    expect("NaN scale", activation_softmax(&options, ACTIVATION_FLOAT32, x, y, FEW, 4), ACTIVATION_ERROR_PARAMETER);
    options.scale = 1e300;
    expect("scale beyond float", activation_softmax(&options, ACTIVATION_FLOAT32, x, y, FEW, 4),
           ACTIVATION_ERROR_PARAMETER);
    options.scale = 1;
    options.inner = 0;
    expect("inner 0", activation_softmax(&options, ACTIVATION_FLOAT32, x, y, FEW, 4), ACTIVATION_ERROR_INNER);
    options.inner = 3;
    expect("inner 3", activation_softmax(&options, ACTIVATION_FLOAT32, x, y, FEW, 4), ACTIVATION_ERROR_INNER);
    options.inner = 1;
    options.mask = mask;
    options.mask_size = 3;
    expect("mask of 3", activation_softmax(&options, ACTIVATION_FLOAT32, x, y, FEW, 4), ACTIVATION_ERROR_MASK);
    options.mask = y + 2;
    options.mask_size = 4;
    expect("mask in y", activation_softmax(&options, ACTIVATION_FLOAT32, x, y, FEW, 4), ACTIVATION_ERROR_OVERLAP);
    options.mask_size = 0;
    options.lengths = lengths;
    options.lengths_size = 1;
    expect("one length", activation_softmax(&options, ACTIVATION_FLOAT32, x, y, FEW, 4), ACTIVATION_ERROR_LENGTHS);
    options.lengths_size = 2;
    expect("length 5", activation_softmax(&options, ACTIVATION_FLOAT32, x, y, FEW, 4), ACTIVATION_ERROR_LENGTHS);
}

static void softmax_rows(void) {
    static size_t lengths[ROWS] = {37, 20, 1, 36, 30};
    static float mask[WIDTH];
    struct activation_row_options options = ACTIVATION_ROW_OPTIONS;
    int fast, row, i;
    for (i = 0; i < WIDTH; ++i) mask[i] = (float)i / 50;
    for (fast = 0; fast < 2; ++fast) {
        options.tier = fast;
        options.scale = 0.5;
        options.mask = mask;
        options.mask_size = WIDTH;
        options.lengths = lengths;
        options.lengths_size = ROWS;
        succeeds("softmax", activation_softmax(&options, ACTIVATION_FLOAT32, x, y, COUNT, WIDTH));
        succeeds("its gradient", activation_softmax_backward(&options, ACTIVATION_FLOAT32, g, y, r, COUNT, WIDTH));
        for (row = 0; row < ROWS; ++row) {
            double sum = 0, dot = 0;
            const int length = (int)lengths[row], first = row * WIDTH;
            for (i = 0; i < length; ++i) sum += exp(0.5 * x[first + i] + mask[i]);
            for (i = 0; i < length; ++i) dot += (double)g[first + i] * y[first + i];
            for (i = 0; i < WIDTH; ++i) {
                const double wanted = i < length ? exp(0.5 * x[first + i] + mask[i]) / sum : 0;
                close_to("softmax", y[first + i], wanted, 1e-6 * wanted);
                close_to("its gradient", r[first + i], i < length ? 0.5 * (g[first + i] - dot) * y[first + i] : 0, 1e-6);
            }
        }
    }
    succeeds("typed", activation_log_softmax_f32(x, y, COUNT, WIDTH));
    succeeds("typed gradient", activation_log_softmax_backward_f32(g, y, r, COUNT, WIDTH));
    for (row = 0; row < ROWS; ++row) {
        double sum = 0, total = 0;
        for (i = 0; i < WIDTH; ++i) sum += exp(x[row * WIDTH + i]);
        for (i = 0; i < WIDTH; ++i) total += g[row * WIDTH + i];
        for (i = 0; i < WIDTH; ++i) {
            const int at = row * WIDTH + i;
            close_to("log_softmax", y[at], x[at] - log(sum), 1e-5);
            close_to("its gradient", r[at], g[at] - exp(y[at]) * total, 1e-5);
        }
    }
}

/* Of layers in rows, `causal`: row r has r + 1 elements. */
static void causal_rows(void) {
    struct activation_row_options options = ACTIVATION_ROW_OPTIONS;
    double a[9] = {0}, b[9];
    int i;
    options.causal = 1;
    succeeds("causal", activation_softmax(&options, ACTIVATION_FLOAT64, a, b, 9, 3));
    for (i = 0; i < 9; ++i) close_to("causal", b[i], i % 3 <= i / 3 ? 1.0 / (i / 3 + 1) : 0, 1e-15);
    options.causal = 0;
    options.inner = 3;
    for (i = 0; i < 9; ++i) a[i] = i / 3 == 1 ? log(2) : 0;
    succeeds("columns", activation_softmax(&options, ACTIVATION_FLOAT64, a, b, 9, 3));
    for (i = 0; i < 9; ++i) close_to("columns", b[i], i / 3 == 1 ? 0.5 : 0.25, 1e-15);
}

#define LONG 5000
#define HALVES (6 * LONG)

static uint16_t hx[HALVES], hg[HALVES], hy[HALVES], hr[HALVES], hmask[HALVES];
static float wx[HALVES], wg[HALVES], wy[HALVES], wmask[HALVES];

static float of_half(uint16_t bits) {
    const uint32_t wide = (uint32_t)bits << 16;
    float value;
    memcpy(&value, &wide, sizeof value);
    return value;
}

/* Rounded to the nearest bfloat16, ties to even; no NaN. */
static uint16_t to_half(float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return (uint16_t)((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

static void equal_halves(const char* what, const uint16_t* got, const float* wanted, int n) {
    int i;
    for (i = 0; i < n; ++i) {
        if (got[i] == to_half(wanted[i])) continue;
        printf("%s, element %d: %.9g, not %.9g\n", what, i, of_half(got[i]), of_half(to_half(wanted[i])));
        ++failures;
        return;
    }
}

/* Rows of bfloat16 are those of float, rounded; those that are wider than a block, too. */
static void rows_of_halves(size_t width, size_t inner, int masked, int of_all, int limited, int causal) {
    static size_t lengths[HALVES];
    struct activation_row_options options = ACTIVATION_ROW_OPTIONS, wide;
    const size_t rows = LONG / width < 6 ? 6 : 96, n = rows * width;
    size_t row;
    for (row = 0; row < rows; ++row) lengths[row] = row * 7 % (width + 1);
    options.scale = 0.75;
    options.inner = inner;
    options.causal = causal;
    options.lengths = lengths;
    options.lengths_size = limited ? rows : 0;
    options.mask_size = !masked ? 0 : of_all ? n : width;
    wide = options;
    options.mask = hmask;
    wide.mask = wmask;
    for (options.tier = 0; options.tier < 2; ++options.tier) {
        wide.tier = options.tier;
        succeeds("halves", activation_softmax(&options, ACTIVATION_BFLOAT16, hx, hy, n, width));
        succeeds("floats", activation_softmax(&wide, ACTIVATION_FLOAT32, wx, wy, n, width));
        equal_halves("softmax of halves", hy, wy, (int)n);
        succeeds("halves", activation_log_softmax(&options, ACTIVATION_BFLOAT16, hx, hy, n, width));
        succeeds("floats", activation_log_softmax(&wide, ACTIVATION_FLOAT32, wx, wy, n, width));
        equal_halves("log_softmax of halves", hy, wy, (int)n);
        options.mask_size = wide.mask_size = 0;
        succeeds("halves", activation_softmax_backward(&options, ACTIVATION_BFLOAT16, hg, hx, hr, n, width));
        succeeds("floats", activation_softmax_backward(&wide, ACTIVATION_FLOAT32, wg, wx, wy, n, width));
        equal_halves("gradient of softmax of halves", hr, wy, (int)n);
        succeeds("halves", activation_log_softmax_backward(&options, ACTIVATION_BFLOAT16, hg, hx, hr, n, width));
        succeeds("floats", activation_log_softmax_backward(&wide, ACTIVATION_FLOAT32, wg, wx, wy, n, width));
        equal_halves("gradient of log_softmax of halves", hr, wy, (int)n);
    }
}

static void halves(void) {
    static const size_t widths[] = {1, 5, 16, 64, 130, LONG};
    size_t i;
    int form;
    for (i = 0; i < HALVES; ++i) {
        hx[i] = to_half((float)(i * 37 % 1013) / 200 - 2.5f);
        hg[i] = to_half((float)(i * 53 % 997) / 480 - 1);
        hmask[i] = to_half((float)(i * 29 % 991) / 250 - 2);
        wx[i] = of_half(hx[i]);
        wg[i] = of_half(hg[i]);
        wmask[i] = of_half(hmask[i]);
    }
    for (i = 0; i < sizeof widths / sizeof *widths; ++i)
        for (form = 0; form < 32; ++form)
            rows_of_halves(widths[i], form & 1 ? 3 : 1, form & 2, form & 4, form & 8, form & 16);
    memcpy(hy, hx, sizeof hy);
    succeeds("in place", activation_softmax_bf16(hy, hy, 6 * 64, 64));
    succeeds("floats", activation_softmax_f32(wx, wy, 6 * 64, 64));
    equal_halves("softmax of halves in place", hy, wy, 6 * 64);
    /* 0x3c00 is 1 in float16, 0x3400 a quarter. */
    for (i = 0; i < 8; ++i) hx[i] = 0x3c00;
    succeeds("float16", activation_fast_softmax_f16(hx, hy, 8, 4));
    for (i = 0; i < 8; ++i)
        if (hy[i] != 0x3400) ++failures, printf("float16: %x, not a quarter\n", hy[i]);
}

static void channels_of_halves(void) {
    float weights[3] = {0.25f, -0.5f, 1.5f}, sums[3];
    uint16_t half_weights[3], half_sums[3];
    const size_t n = 3 * 40;
    size_t i;
    for (i = 0; i < 3; ++i) half_weights[i] = to_half(weights[i]);
    for (i = 0; i < n; ++i) {
        hx[i] = to_half((float)(i * 37 % 101) / 20 - 2.5f);
        wx[i] = of_half(hx[i]);
    }
    succeeds("prelu", activation_prelu_channels_bf16(hx, hy, n, half_weights, 3, 4));
    succeeds("prelu", activation_prelu_channels_f32(wx, wy, n, weights, 3, 4));
    equal_halves("prelu of halves", hy, wy, (int)n);
    succeeds("its gradient", activation_prelu_channels_backward_bf16(hg, hx, hr, n, half_weights, half_sums, 3, 4));
    succeeds("its gradient", activation_prelu_channels_backward_f32(wg, wx, wy, n, weights, sums, 3, 4));
    equal_halves("gradient of prelu of halves", hr, wy, (int)n);
    equal_halves("gradient of the weights", half_sums, sums, 3);
}

int main(void) {
    int i;
    for (i = 0; i < COUNT; ++i) {
        x[i] = (float)(i * 37 % 101) / 20 - 2.5f;
        g[i] = (float)(i * 53 % 97) / 48 - 1;
        y[i] = before[i] = 100;
    }
    errors();
    softmax_rows();
    causal_rows();
    halves();
    channels_of_halves();
    if (failures == 0) printf("target %s: all rows\n", activation_target());
    return failures != 0;
}

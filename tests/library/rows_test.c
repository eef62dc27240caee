/* Softmax over rows in C99: against its formula, and every error has its code and writes nothing. */
#include <activation/activation.h>

#include <math.h>
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
    expect("rows of halves", activation_softmax(NULL, ACTIVATION_BFLOAT16, x, y, FEW, 4), ACTIVATION_ERROR_UNSUPPORTED);
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
    if (failures == 0) printf("target %s: all rows\n", activation_target());
    return failures != 0;
}

/* The C interface in C99: every error has its code, and nothing is written where there is one. */
#include <activation/activation.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

#define COUNT 8

static float x[COUNT], y[COUNT + 1], d[COUNT], before[COUNT];

/* That call, an error, and an untouched y. */
static void expect(const char* what, int got, int wanted) {
    if (got != wanted) {
        printf("%s: %d (%s), not %d (%s)\n", what, got, activation_error_text(got), wanted, activation_error_text(wanted));
        ++failures;
    }
    if (wanted != 0 && memcmp(y, before, sizeof before) != 0) {
        printf("%s: was refused and has written\n", what);
        ++failures;
    }
}

static void check(const char* what, int holds) {
    if (holds) return;
    printf("%s\n", what);
    ++failures;
}

static void fill(void) {
    int i;
    for (i = 0; i < COUNT; ++i) {
        x[i] = (float)i / 2 - 2;
        y[i] = before[i] = 100 + (float)i;
    }
}

static void arrays(void) {
    const size_t many = (size_t)-1 / sizeof(float);
    expect("null x", activation_gelu_f32(NULL, y, COUNT), ACTIVATION_ERROR_NULL);
    expect("null y", activation_gelu_f32(x, NULL, COUNT), ACTIVATION_ERROR_NULL);
    expect("null gradient", activation_gelu_backward_f32(x, NULL, y, COUNT), ACTIVATION_ERROR_NULL);
    expect("nothing", activation_gelu_f32(NULL, NULL, 0), 0);
    expect("shifted", activation_gelu_f32(y + 1, y, COUNT), ACTIVATION_ERROR_OVERLAP);
    expect("shifted back", activation_gelu_f32(y, y + 1, COUNT), ACTIVATION_ERROR_OVERLAP);
    expect("two outputs", activation_gelu_value_and_derivative_f32(x, y, y, COUNT), ACTIVATION_ERROR_OVERLAP);
    expect("inputs that overlap", activation_gelu_backward_f32(x, x + 1, y, COUNT - 1), ACTIVATION_ERROR_OVERLAP);
    expect("shifted halves", activation_gelu_bf16((uint16_t*)y, (uint16_t*)y + 1, COUNT), ACTIVATION_ERROR_OVERLAP);
    expect("beyond the address space", activation_gelu_f32(x, y, many), ACTIVATION_ERROR_SIZE);
    expect("doubles beyond it", activation_gelu_f64((double*)(void*)x, (double*)(void*)y, many / 2), ACTIVATION_ERROR_SIZE);
    expect("gated", activation_swiglu_f32(x, NULL, y, COUNT), ACTIVATION_ERROR_NULL);
    expect("gated, two outputs", activation_swiglu_backward_f32(x, x, x, y, y, COUNT), ACTIVATION_ERROR_OVERLAP);
}

static void names(void) {
    const struct activation_options tier = {7, NULL, 0}, exact = {ACTIVATION_EXACT, NULL, 0};
    struct activation_row_options exact_rows = ACTIVATION_ROW_OPTIONS;
    const double values[2] = {1, 2};
    const struct activation_options many = {ACTIVATION_ACCURATE, values, 2}, absent = {ACTIVATION_ACCURATE, NULL, 1};
    const int elu = activation_find("elu");
    expect("kind -1", activation_forward(-1, NULL, ACTIVATION_FLOAT32, x, y, COUNT), ACTIVATION_ERROR_KIND);
    expect("kind too large", activation_forward(activation_kind_count(), NULL, ACTIVATION_FLOAT32, x, y, COUNT),
           ACTIVATION_ERROR_KIND);
    expect("type 4", activation_forward(elu, NULL, 4, x, y, COUNT), ACTIVATION_ERROR_TYPE);
    expect("type -1", activation_forward(elu, NULL, -1, x, y, COUNT), ACTIVATION_ERROR_TYPE);
    expect("tier 7", activation_forward(elu, &tier, ACTIVATION_FLOAT32, x, y, COUNT), ACTIVATION_ERROR_TIER);
    expect("exact hardtanh", activation_forward(activation_find("hardtanh"), &exact, ACTIVATION_FLOAT32, x, y, COUNT),
           ACTIVATION_ERROR_UNSUPPORTED);
    exact_rows.tier = ACTIVATION_EXACT;
    expect("exact softmax", activation_softmax(&exact_rows, ACTIVATION_FLOAT32, x, y, COUNT, COUNT),
           ACTIVATION_ERROR_UNSUPPORTED);
    expect("two parameters", activation_forward(elu, &many, ACTIVATION_FLOAT32, x, y, COUNT),
           ACTIVATION_ERROR_PARAMETER_COUNT);
    expect("absent parameters", activation_forward(elu, &absent, ACTIVATION_FLOAT32, x, y, COUNT),
           ACTIVATION_ERROR_NULL);
    check("kinds are the same in every version", activation_find("relu") == 0 && elu == 3 && activation_find("tanh") == 8 &&
                                                     activation_find("selu") == 18 && activation_find("softcap") == 28);
    check("an unknown name has a kind", activation_find("gulu") == -1 && activation_find(NULL) == -1);
    check("what is not there has a name", activation_name(-1) == NULL && activation_parameter_name(elu, 1) == NULL);
    check("elu's parameter", strcmp(activation_parameter_name(elu, 0), "alpha") == 0 &&
                                 activation_parameter_default(elu, 0) == 1 && activation_parameter_count(elu) == 1);
}

static void parameters(void) {
    const double nan = NAN;
    const struct activation_options options = {ACTIVATION_ACCURATE, &nan, 1};
    const int slope = activation_find("LeakyReLU");
    expect("NaN slope", activation_leaky_relu_f32(x, y, COUNT, NAN), ACTIVATION_ERROR_PARAMETER);
    expect("NaN slope of nothing", activation_leaky_relu_f32(NULL, NULL, 0, NAN), ACTIVATION_ERROR_PARAMETER);
    expect("infinite alpha", activation_elu_f32(x, y, COUNT, INFINITY), ACTIVATION_ERROR_PARAMETER);
    expect("beta 0", activation_softplus_f32(x, y, COUNT, 0, 20), ACTIVATION_ERROR_PARAMETER);
    expect("bounds that cross", activation_hardtanh_f32(x, y, COUNT, 1, -1), ACTIVATION_ERROR_PARAMETER);
    expect("NaN for halves", activation_elu_f16((uint16_t*)x, (uint16_t*)y, COUNT, NAN), ACTIVATION_ERROR_PARAMETER);
    expect("NaN by name", activation_forward(slope, &options, ACTIVATION_FLOAT32, x, y, COUNT),
           ACTIVATION_ERROR_PARAMETER);
    expect("NaN, gated", activation_gated(slope, &options, ACTIVATION_FLOAT32, x, x, y, COUNT),
           ACTIVATION_ERROR_PARAMETER);
    expect("NaN, gated backward", activation_gated_backward(slope, &options, ACTIVATION_FLOAT32, x, x, x, y, d, COUNT),
           ACTIVATION_ERROR_PARAMETER);
}

static void channels(void) {
    const float* const weights = x;
    expect("two weights, inner 3", activation_prelu_channels_f32(x, y, COUNT, weights, 2, 3), ACTIVATION_ERROR_CHANNELS);
    expect("no weights", activation_prelu_channels_f32(x, y, COUNT, weights, 0, 1), ACTIVATION_ERROR_CHANNELS);
    expect("inner 0", activation_prelu_channels_f32(x, y, COUNT, weights, 2, 0), ACTIVATION_ERROR_CHANNELS);
    expect("weights' gradient in y", activation_prelu_channels_backward_f32(x, x, y, COUNT, d, y, 2, 1),
           ACTIVATION_ERROR_OVERLAP);
}

static void texts(void) {
    int error;
    for (error = -1; error < 17; ++error) check("an error without a text", strlen(activation_error_text(error)) > 5);
    check("two errors with one text", strcmp(activation_error_text(1), activation_error_text(2)) != 0);
    check("a version", strcmp(activation_version(), ACTIVATION_TEST_VERSION) == 0);
}

int main(void) {
    fill();
    arrays();
    names();
    parameters();
    channels();
    texts();
    expect("in place", activation_relu_f32(y, y, COUNT), 0);
    check("relu of what was there", y[0] == 100 && y[7] == 107);
    expect("out of place", activation_leaky_relu_f32(x, y, COUNT, 0.5f), 0);
    check("leaky_relu", y[0] == -1 && y[7] == 1.5f);
    if (failures == 0) printf("target %s: every error has its code\n", activation_target());
    return failures != 0;
}

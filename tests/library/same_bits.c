/*
 * A line for each activation, tier, type and call that the library computes, with a number made of the bits of its results: what
 * two targets with fused multiply-add print must be the same.
 */
#include <activation/activation.h>

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { COUNT = 6006, CHANNELS = 3 };

/* Room for each type; x, g and w are inputs, y, d and s outputs. */
static uint64_t x[COUNT], g[COUNT], w[COUNT], y[COUNT], d[COUNT], s[COUNT];

static size_t bytes_of(int type) { return type == ACTIVATION_FLOAT64 ? 8 : type == ACTIVATION_FLOAT32 ? 4 : 2; }

/* Of halves the upper half of a float: that number as a bfloat16, and as a float16 another one of some size. */
static uint64_t bits_of_number(int type, double number) {
    const float single = (float)number;
    uint64_t wide;
    uint32_t bits;
    memcpy(&wide, &number, sizeof wide);
    memcpy(&bits, &single, sizeof bits);
    return type == ACTIVATION_FLOAT64 ? wide : type == ACTIVATION_FLOAT32 ? bits : bits >> 16;
}

/* Every second number is from where most functions bend, the others have any bits, NaN among them. */
static void fill(int type, void* to, uint64_t factor) {
    const size_t bytes = bytes_of(type);
    size_t i;
    for (i = 0; i < COUNT; ++i) {
        const uint64_t any = (i + 1) * factor;
        const double number = ((double)(any >> 40) / 0x1p24 - 0.5) * 24;
        const uint64_t bits = i % 2 ? bits_of_number(type, number) : any >> (64 - 8 * bytes);
        /* The bytes that count stand first on both of x86-64 and aarch64. */
        memcpy((char*)to + bytes * i, &bits, bytes);
    }
}

/* All NaNs are one. */
static uint64_t bits_at(int type, const void* from, size_t i) {
    uint64_t bits = 0;
    uint16_t half;
    float single;
    double twice;
    if (type == ACTIVATION_FLOAT64) {
        memcpy(&twice, (const char*)from + 8 * i, 8);
        memcpy(&bits, &twice, 8);
        return twice != twice ? 1 : bits;
    }
    if (type == ACTIVATION_FLOAT32) {
        memcpy(&single, (const char*)from + 4 * i, 4);
        memcpy(&bits, (const char*)from + 4 * i, 4);
        return single != single ? 1 : bits;
    }
    memcpy(&half, (const char*)from + 2 * i, 2);
    return (half & 0x7fff) > (type == ACTIVATION_BFLOAT16 ? 0x7f80 : 0x7c00) ? 1 : half;
}

static void print(const char* name, int tier, int type, const char* call, int error, const void* results,
                  size_t count) {
    uint64_t number = 0xcbf29ce484222325;
    size_t i;
    for (i = 0; i < count; ++i) number = (number ^ bits_at(type, results, i)) * 0x100000001b3;
    if (error != ACTIVATION_ERROR_UNSUPPORTED)
        printf("%s %d %d %s %d %016llx\n", name, tier, type, call, error, (unsigned long long)number);
}

static void elementwise(int kind, int tier, int type) {
    const struct activation_options options = {tier, NULL, 0};
    const char* const name = activation_name(kind);
    int error;
    error = activation_forward(kind, &options, type, x, y, COUNT);
    print(name, tier, type, "forward", error, y, COUNT);
    error = activation_derivative(kind, &options, type, x, d, COUNT);
    print(name, tier, type, "derivative", error, d, COUNT);
    error = activation_value_and_derivative(kind, &options, type, x, y, d, COUNT);
    print(name, tier, type, "value of both", error, y, COUNT);
    print(name, tier, type, "derivative of both", error, d, COUNT);
    error = activation_backward(kind, &options, type, g, x, d, COUNT);
    print(name, tier, type, "backward", error, d, COUNT);
    error = activation_gated(kind, &options, type, x, w, y, COUNT);
    print(name, tier, type, "gated", error, y, COUNT);
    error = activation_gated_backward(kind, &options, type, g, x, w, d, s, COUNT);
    print(name, tier, type, "gradient of what is activated", error, d, COUNT);
    print(name, tier, type, "gradient of what is linear", error, s, COUNT);
}

/* Sizes alone: a NaN would be all of its row. */
static void rows(int tier, int type, size_t width) {
    const struct activation_row_options options = {tier, 0.7, NULL, 0, NULL, 0, 0, 1};
    const size_t bytes = bytes_of(type), count = COUNT / 2 / width * width;
    size_t i;
    int error;
    for (i = 0; i < count; ++i) {
        memmove((char*)w + bytes * i, (const char*)x + bytes * (2 * i + 1), bytes);
        memmove((char*)s + bytes * i, (const char*)g + bytes * (2 * i + 1), bytes);
    }
    error = activation_softmax(&options, type, w, y, count, width);
    print("softmax", tier, type, "forward", error, y, count);
    error = activation_softmax_backward(&options, type, s, y, d, count, width);
    print("softmax", tier, type, "backward", error, d, count);
    error = activation_log_softmax(&options, type, w, y, count, width);
    print("log_softmax", tier, type, "forward", error, y, count);
    error = activation_log_softmax_backward(&options, type, s, y, d, count, width);
    print("log_softmax", tier, type, "backward", error, d, count);
}

static void channels(int tier, int type) {
    int error = activation_prelu_channels(tier, type, x, y, COUNT, w, CHANNELS, 1);
    print("prelu_channels", tier, type, "forward", error, y, COUNT);
    error = activation_prelu_channels_backward(tier, type, g, x, d, COUNT, w, s, CHANNELS, 1);
    print("prelu_channels", tier, type, "backward", error, d, COUNT);
    print("prelu_channels", tier, type, "gradient of the weights", error, s, CHANNELS);
}

int main(void) {
    static const size_t widths[] = {1, 5, 16, 63, 1000, 3003};
    int kind, tier, type;
    size_t i;
    for (type = ACTIVATION_FLOAT32; type <= ACTIVATION_FLOAT16; ++type) {
        fill(type, x, 0x9e3779b97f4a7c15);
        fill(type, g, 0xbf58476d1ce4e5b9);
        fill(type, w, 0x94d049bb133111eb);
        for (tier = ACTIVATION_ACCURATE; tier <= ACTIVATION_EXACT; ++tier)
            for (kind = 0; kind < activation_kind_count(); ++kind) elementwise(kind, tier, type);
        for (tier = ACTIVATION_ACCURATE; tier <= ACTIVATION_EXACT; ++tier) channels(tier, type);
        for (tier = ACTIVATION_ACCURATE; tier <= ACTIVATION_FAST; ++tier)
            for (i = 0; i < sizeof widths / sizeof *widths; ++i) rows(tier, type, widths[i]);
    }
    return 0;
}

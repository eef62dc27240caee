/*
 * A training loop in plain C, in the manner of llm.c: a network of one hidden layer learns a curve, and the library stands
 * behind two functions of the loop's own shape.  A gradient there is added to what has been collected, as more than one
 * layer may contribute to it.
 */
#include <activation/activation.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void gelu_forward(float* out, const float* inp, int n) { activation_gelu_f32(inp, out, (size_t)n); }

/* dinp += gelu'(inp) * dout, without an allocation: the library overwrites a block, which is then added. */
static void gelu_backward(float* dinp, const float* inp, const float* dout, int n) {
    float block[256];
    int begin, i;
    for (begin = 0; begin < n; begin += 256) {
        const int count = n - begin < 256 ? n - begin : 256;
        activation_gelu_backward_f32(dout + begin, inp + begin, block, (size_t)count);
        for (i = 0; i < count; ++i) dinp[begin + i] += block[i];
    }
}

enum { samples = 64, hidden = 24 };

struct network {
    float weight[hidden], bias[hidden], out_weight[hidden], out_bias;
};

static struct network net, gradient;
static float x[samples], wanted[samples], pre[samples * hidden], post[samples * hidden], dpre[samples * hidden],
    dpost[samples * hidden];

static float random_number(void) {
    static unsigned state = 1;
    state = state * 1664525u + 1013904223u;
    return (float)(state >> 8) / 8388608 - 1;
}

/* The loss, and its gradient. */
static float one_step(void) {
    float loss = 0;
    int s, h;
    for (s = 0; s < samples; ++s)
        for (h = 0; h < hidden; ++h) pre[s * hidden + h] = net.weight[h] * x[s] + net.bias[h];
    gelu_forward(post, pre, samples * hidden);
    for (s = 0; s < samples; ++s) {
        float y = net.out_bias, dy;
        for (h = 0; h < hidden; ++h) y += net.out_weight[h] * post[s * hidden + h];
        loss += (y - wanted[s]) * (y - wanted[s]) / samples;
        dy = 2 * (y - wanted[s]) / samples;
        gradient.out_bias += dy;
        for (h = 0; h < hidden; ++h) {
            gradient.out_weight[h] += dy * post[s * hidden + h];
            dpost[s * hidden + h] = dy * net.out_weight[h];
            dpre[s * hidden + h] = 0;
        }
    }
    gelu_backward(dpre, pre, dpost, samples * hidden);
    for (s = 0; s < samples; ++s)
        for (h = 0; h < hidden; ++h) {
            gradient.weight[h] += dpre[s * hidden + h] * x[s];
            gradient.bias[h] += dpre[s * hidden + h];
        }
    return loss;
}

/* Adam, over the network's floats one after another. */
static void update(int step) {
    static float mean[sizeof net / sizeof(float)], square[sizeof net / sizeof(float)];
    float *p = (float*)&net, *g = (float*)&gradient;
    size_t i;
    for (i = 0; i < sizeof net / sizeof(float); ++i) {
        mean[i] = 0.9f * mean[i] + 0.1f * g[i];
        square[i] = 0.999f * square[i] + 0.001f * g[i] * g[i];
        p[i] -= 0.01f * mean[i] / (1 - powf(0.9f, (float)step)) /
                (sqrtf(square[i] / (1 - powf(0.999f, (float)step))) + 1e-8f);
        g[i] = 0;
    }
}

int main(void) {
    int i, step;
    float first = 0, loss = 0;
    for (i = 0; i < samples; ++i) {
        x[i] = (float)i / (samples / 2) - 1;
        wanted[i] = sinf(4 * x[i]);
    }
    for (i = 0; i < hidden; ++i) {
        net.weight[i] = 4 * random_number();
        net.bias[i] = 2 * random_number();
        net.out_weight[i] = random_number() / 4;
    }
    for (step = 1; step <= 2000; ++step) {
        loss = one_step();
        if (step == 1) first = loss;
        if (step == 1 || step % 500 == 0) printf("step %4d  loss %.6f\n", step, loss);
        update(step);
    }
    printf("kernels for %s; the loss fell to %.2f %% of what it was\n", activation_target(), 100 * loss / first);
    return loss < first / 100 ? EXIT_SUCCESS : EXIT_FAILURE;
}

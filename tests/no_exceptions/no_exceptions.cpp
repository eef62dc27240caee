// Calls refused without exceptions, of every form, every activation and both types: the message on stderr, then an
// abort, and nothing written by then.
#include <activation/activation.hpp>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>

namespace {

int refusals = 0;
int failures = 0;

/// The output that no call may touch, visible to the parent after the child's end.
std::array<unsigned char, 256>& output_memory() {
    static void* const shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) std::abort();
    return *static_cast<std::array<unsigned char, 256>*>(shared);
}

template <class T>
std::span<T> output(std::size_t size) {
    return {reinterpret_cast<T*>(output_memory().data()), size};
}

/// What a child that runs `call` writes to stderr, and how it ends.
template <class Call>
std::string text_of_child(const Call& call, int& status) {
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    const pid_t child = fork();
    if (child == 0) {
        const rlimit no_core{0, 0};
        setrlimit(RLIMIT_CORE, &no_core);
        dup2(ends[1], STDERR_FILENO);
        call();
        _exit(0);
    }
    close(ends[1]);
    std::string text;
    char part[256];
    for (ssize_t count; (count = read(ends[0], part, sizeof part)) > 0;)
        text.append(part, static_cast<std::size_t>(count));
    close(ends[0]);
    waitpid(child, &status, 0);
    return text;
}

template <class Call>
void expect_refused(const std::string& expected, const Call& call) {
    ++refusals;
    output_memory().fill(0x5a);
    int status = 0;
    const std::string text = text_of_child(call, status);
    bool untouched = true;
    for (const unsigned char byte : output_memory()) untouched = untouched && byte == 0x5a;
    if (text.find(expected) != std::string::npos && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT && untouched)
        return;
    ++failures;
    std::printf("%s: ended with status %d%s and said \"%s\"\n", expected.c_str(), status, untouched ? "" : ", wrote",
                text.c_str());
}

/// Every call form.
template <class T, class Function>
void refuse_forms(const Function& f, const std::string& name) {
    const std::array<T, 4> x{-2, -1, 1, 2};
    const auto three = output<T>(3), four = output<T>(4);
    const std::string call = "activation::" + name;
    expect_refused(call + ".derivative(x, d): x has 4 elements, d has 3: the sizes must agree\n",
                   [&] { f.derivative(x, three); });
    expect_refused(call + ".value_and_derivative(x, y, d): y has 4 elements, d has 4: two outputs on the same memory\n",
                   [&] { f.value_and_derivative(x, four, four); });
    expect_refused(call + ".backward(grad_output, x, grad_input): grad_output has 4 elements, grad_input has 3: ",
                   [&] { f.backward(x, x, three); });
    expect_refused(call + ".backward_from_output(grad_output, y, grad_input): grad_output has 4 elements, ",
                   [&] { f.backward_from_output(x, x, three); });
}

template <class Function>
void refuse(const Function& f, const std::string& name) {
    const std::string expected = "activation::" + name + "(x, y): x has 4 elements, y has 3: the sizes must agree\n";
    expect_refused(expected, [&] { f(std::array<float, 4>{}, output<float>(3)); });
    expect_refused(expected, [&] { f(std::array<double, 4>{}, output<double>(3)); });
}

void refuse_the_rest() {
    const std::array<float, 4> x{-2, -1, 1, 2};
    expect_refused("activation::prelu(x, y, weights, inner): x has 4 elements, weights has 3, inner is 1: ",
                   [&] { activation::prelu(x, output<float>(4), std::span(x).first(3), 1); });
    expect_refused("activation::swiglu(activated, linear, y): activated has 4 elements, y has 3: ",
                   [&] { activation::swiglu(x, x, output<float>(3)); });
    expect_refused("activation::swiglu.packed(x, y, width): x has 4 elements, y has 2, width is 0: ",
                   [&] { activation::swiglu.packed(x, output<float>(2), 0); });
    expect_refused("activation::elu.backward_from_output(grad_output, y, grad_input): alpha is 0, but ",
                   [&] { activation::elu.backward_from_output(x, x, output<float>(4), {.alpha = 0}); });
}

}  // namespace

int main() {
    refuse(activation::relu, "relu");
    refuse(activation::leaky_relu, "leaky_relu");
    refuse(activation::prelu, "prelu");
    refuse(activation::elu, "elu");
    refuse(activation::gelu, "gelu");
    refuse(activation::gelu_tanh, "gelu_tanh");
    refuse(activation::silu, "silu");
    refuse(activation::sigmoid, "sigmoid");
    refuse(activation::tanh, "tanh");
    refuse_forms<float>(activation::relu, "relu");
    refuse_forms<double>(activation::elu, "elu");
    refuse_the_rest();
    std::printf("%d refusals, %d of them wrong\n", refusals, failures);
    return failures != 0 || refusals == 0;
}

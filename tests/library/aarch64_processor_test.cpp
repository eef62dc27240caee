// aarch64_processor_test [BYTES]: what a processor runs follows from its own bits and from the width of its registers; and with
// BYTES, that this one has such registers of SVE, with 0, that it has none.
#include "arch/processor.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

using activation_library::processor;

constexpr std::uint64_t sve = 1U << 22, others = 0xff;

constexpr processor neoverse_v1{others | sve, 32}, a64fx{others | sve, 64}, neoverse_v2{others | sve, 16};
static_assert(neoverse_v1.runs_neon() && neoverse_v1.runs_sve256() && !neoverse_v1.runs_sve512());
static_assert(a64fx.runs_neon() && !a64fx.runs_sve256() && a64fx.runs_sve512());
static_assert(neoverse_v2.runs_neon() && !neoverse_v2.runs_sve256() && !neoverse_v2.runs_sve512());
static_assert(processor{}.runs_neon() && !processor{}.runs_sve256());

// The operating system does not say that it saves the registers, or not how wide they are.
static_assert(!processor{others, 32}.runs_sve256());
static_assert(!processor{others | sve, 0}.runs_sve256());
// Widths that there are no kernels for.
static_assert(!processor{others | sve, 128}.runs_sve512() && !processor{others | sve, 48}.runs_sve256());

}  // namespace

int main(int argc, char** argv) {
    const processor here = activation_library::this_processor();
    std::printf("%u bytes of SVE\n", here.register_bytes);
    const bool has_sve = (here.capabilities & sve) != 0;
    if (has_sve != (here.register_bytes != 0)) return 1;
    return argc < 2 || here.register_bytes == std::strtoul(argv[1], nullptr, 10) ? 0 : 1;
}

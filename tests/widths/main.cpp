// Fails if the kernels it is linked with have other bits than those of tests/checksums.hpp. Compiled for any processor
// of the architecture, whatever the kernels are compiled for, so that it can decline to run them.

#include <cstdio>
#include <string>

#include "exhaustive/checksum.hpp"
#include "exhaustive/kernel.hpp"

int main() {
    using namespace exhaustive;
    if (!processor_has_target()) {
        std::puts("skipped: this processor lacks the instructions");
        return 0;
    }
    int differing = 0;
    for (const kernel& k : kernels()) {
        const std::string difference = difference_from_committed(k);
        std::fputs(difference.c_str(), stdout);
        if (!difference.empty()) ++differing;
    }
    std::printf("%d kernels differ\n", differing);
    return differing;
}

// bits_test TARGET [halves]: the library, told by ACTIVATION_TARGET to use it, against the headers compiled for it.
#include "bits.hpp"

#include <activation/activation.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

int main(int argc, char** argv) {
    if (argc != 2 && !(argc == 3 && std::strcmp(argv[2], "halves") == 0)) return 2;
    setenv("ACTIVATION_TARGET", argv[1], 1);
    if (std::strcmp(activation_target(), argv[1]) != 0) {
        std::printf("the library uses %s, not %s\n", activation_target(), argv[1]);
        return 1;
    }
#define ACTIVATION_LIBRARY_ENTRY(name) \
    if (std::strcmp(argv[1], #name) == 0) return (argc == 2 ? bits::name() : half_bits::name()) == 0 ? 0 : 1;
#include "library_targets.inc"
    return 2;
}

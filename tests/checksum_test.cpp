// Targets with fused multiply-add agree bit for bit, whatever their vector width: each must reproduce the committed
// checksums. `exhaustive --checksums > tests/checksums.hpp` writes them anew. Other widths than this build's: widths/.

#include "exhaustive/checksum.hpp"
#include "exhaustive/kernel.hpp"
#include "support/catch.hpp"

TEST_CASE("every target with fused multiply-add has the committed bits") {
    using namespace exhaustive;
    if (!target_has_fused_multiply_add()) {
        SUCCEED("no fused multiply-add here: the bits are the target's own");
        return;
    }
    for (const kernel& k : kernels()) CHECK(difference_from_committed(k) == "");
}

TEST_CASE("every committed checksum is that of a kernel") {
    CHECK(exhaustive::committed_without_kernel(exhaustive::kernels()).empty());
}

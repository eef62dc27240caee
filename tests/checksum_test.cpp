// Targets with fused multiply-add agree bit for bit, whatever their vector width: each must reproduce the committed
// checksums. `exhaustive --checksums > tests/checksums.hpp` writes them anew.

#include "exhaustive/checksum.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "checksums.hpp"
#include "exhaustive/kernel.hpp"
#include "support/catch.hpp"

TEST_CASE("every target with fused multiply-add has the committed bits") {
    using namespace exhaustive;
    if (!target_has_fused_multiply_add()) {
        SUCCEED("no fused multiply-add here: the bits are the target's own");
        return;
    }
    for (const kernel& k : kernels()) {
        const auto has_name = [&](const committed_checksum& c) { return k.name == c.kernel; };
        const auto committed = std::find_if(std::begin(checksums), std::end(checksums), has_name);
        CAPTURE(k.name);
        REQUIRE(committed != std::end(checksums));
        CHECK(as_row(k.name, checksum_of(k)) == as_row(k.name, committed->sum));
    }
}

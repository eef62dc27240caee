// The limit of the memory: as many bytes read and written as a forward call, and nothing computed.

#include <gnu/libc-version.h>

#include <cstring>

#include "peer.hpp"

namespace {

class memcpy_limit final : public bench::peer {
public:
    std::string version() const override { return std::string{"glibc "} + gnu_get_libc_version(); }

    std::string note() const override { return "x to the result, whatever the task"; }

    bench::work prepare(const bench::task&, const bench::operands& data) override {
        return bench::repeat([data] { std::memcpy(data.first, data.x, data.n * sizeof(float)); });
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& data) override {
        return prepare(wanted, data);
    }
};

const bench::registered here{{"memcpy", bench::role::memory, bench::make_peer<memcpy_limit>}};

}  // namespace

#ifndef ACTIVATION_EXAMPLES_SUPPORT_RANDOM_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_RANDOM_HPP

#include <cstddef>
#include <cstdint>
#include <random>

namespace examples {

/// Random numbers that are the same with every standard library: the engine is specified, the distributions are not.
class random_source {
public:
    explicit random_source(std::uint32_t seed) : engine_(seed) {}

    /// Uniform in [-limit, limit).
    float symmetric(float limit) { return (static_cast<float>(engine_() >> 8) * 0x1p-23F - 1) * limit; }
    /// Uniform in [0, count), for a small count.
    std::size_t below(std::size_t count) { return engine_() % count; }

private:
    std::mt19937 engine_;
};

}  // namespace examples

#endif

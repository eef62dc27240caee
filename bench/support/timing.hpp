#ifndef ACTIVATION_BENCH_SUPPORT_TIMING_HPP
#define ACTIVATION_BENCH_SUPPORT_TIMING_HPP

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace bench {

/// Runs what is timed `repetitions` times. The loop is inside, so that one indirect call is shared by all of them.
using work = std::function<void(std::size_t repetitions)>;

/// Makes the optimiser believe that memory has been read and written.
inline void clobber_memory() { asm volatile("" ::: "memory"); }

/// Work that repeats `call`.
template <class Call>
work repeat(Call call) {
    return [call](std::size_t repetitions) mutable {
        for (std::size_t i = 0; i < repetitions; ++i) {
            call();
            clobber_memory();
        }
    };
}

/// Seconds of one repetition.
struct timing {
    double minimum;
    double median;
};

struct timing_budget {
    double sample = 20e-6;         ///< the shortest sample, in seconds: a thousand times the clock's own cost
    double total = 0.15;           ///< seconds spent on each work, about
    std::size_t least_rounds = 7;  ///< rounds whatever they take
};

/// Times several works against one another: rounds of one sample each, the first one changing from round to round, so
/// that a disturbance of the machine meets all of them alike. An empty work is passed over and its timing is zero.
std::vector<timing> time_interleaved(std::span<const work> works, const timing_budget& budget);

/// Keeps this thread on one core, the last of those it may use. Returns the core, or -1 where that is not possible.
int pin_to_one_core();

}  // namespace bench

#endif

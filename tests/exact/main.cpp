// Every float through every function of the exact tier: each result against the exact value, rounded once.
//
//     exact_exhaustive [--hard-cases DIRECTORY] [name ...]    writes what MPFR had to decide into files
//     exact_exhaustive --checksums [name ...]                 the checksums alone, against those committed: seconds each
//
// Where the fast reference (tests/support/reference, formulas of its own) lies further than its error, 2^−44 of itself or
// what the description says if that is more, from the middle between two floats, its nearest float is the right one.  MPFR has the word on all others.

#include <mpfr.h>

#include <algorithm>
#include <atomic>
#include <cinttypes>
#include <cmath>
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "checksums.hpp"
#include "kernels.hpp"
#include "support/reference/fast.hpp"
#include "support/reference/mpfr.hpp"

namespace {

using exact::bits_of, exact::float_of, exact::kernel;

constexpr std::size_t block_size = 1 << 14;
/// What makes an input a hard case: the middle between two floats so near, relative to the value.
constexpr double hard = 0x1p-44;

struct hard_case {
    float x;
    float y;
};

struct finding {
    std::uint64_t wrong = 0;
    std::uint64_t near_middle = 0;
    std::uint64_t checksum = 0;
    std::vector<hard_case> hard;
};

/// Adds the results of one block to the checksum.
class summer {
public:
    explicit summer(const kernel& k) : kernel_(k) {}

    void see(std::uint32_t first, finding& into) {
        for (std::size_t i = 0; i < block_size; ++i) x_[i] = float_of(first + static_cast<std::uint32_t>(i));
        kernel_.map(x_, y_, block_size);
        for (std::size_t i = 0; i < block_size; ++i) into.checksum += exact::share_of(x_[i], y_[i]);
    }

private:
    const kernel& kernel_;
    float x_[block_size], y_[block_size];
};

float rounded(const reference::mpfr_number& exact) { return mpfr_get_flt(exact, MPFR_RNDN); }

/// One block of one function.
class judge {
public:
    explicit judge(const kernel& k)
        : kernel_(k), which_(reference::function_named(k.activation)), at_(reference::evaluation_of(k.activation)) {}

    void see(std::uint32_t first, finding& into) {
        for (std::size_t i = 0; i < block_size; ++i) x_[i] = float_of(first + static_cast<std::uint32_t>(i));
        kernel_.map(x_, y_, block_size);
        reference::evaluate(which_, what(), which_.sets[0].values, x_, exact_, block_size);
        for (std::size_t i = 0; i < block_size; ++i) {
            into.checksum += exact::share_of(x_[i], y_[i]);
            const bool right = x_[i] != x_[i] ? y_[i] != y_[i] : bits_of(y_[i]) == bits_of(expected(i, into));
            if (right) continue;
            if (into.wrong++ == 0) std::printf("%s: %a gives %a\n", kernel_.name.c_str(), double{x_[i]}, double{y_[i]});
        }
    }

private:
    reference::mode what() const { return kernel_.derivative ? reference::mode::derivative : reference::mode::forward; }

    /// Whether the middle between two floats lies within `error`, relative, of what the reference says.
    bool is_open(std::size_t i, double error) const {
        return bits_of(static_cast<float>(exact_[i] * (1 - error))) !=
               bits_of(static_cast<float>(exact_[i] * (1 + error)));
    }

    float expected(std::size_t i, finding& into) {
        if (!is_open(i, std::max(hard, std::exp2(which_.float_limit)))) return static_cast<float>(exact_[i]);
        const double x = x_[i];
        // Of so small an x the gated functions are x/2 + c·x² with a positive c: what is halfway between subnormal floats
        // is rounded up, and x/2 alone is in doubles what the reference has.
        if (std::fabs(x) < 0x1p-100 && std::fabs(exact_[i]) == std::fabs(x / 2))
            return static_cast<float>(std::copysign(std::fabs(x / 2 + 0x1p-175), x));
        ++into.near_middle;
        const float right = rounded(reference::evaluate(at_, what(), which_.sets[0].values, x));
        if (is_open(i, hard)) into.hard.push_back({x_[i], right});
        return right;
    }

    const kernel& kernel_;
    const reference::function& which_;
    reference::evaluation at_;
    float x_[block_size], y_[block_size];
    double exact_[block_size];
};

/// All blocks of floats, in threads: see(first, into) adds what one block has.
template <class Judge>
finding every_float(const kernel& k) {
    std::atomic<std::uint64_t> next{0};
    std::mutex mutex;
    finding all;
    const auto work = [&] {
        finding mine;
        const auto by = std::make_unique<Judge>(k);
        for (std::uint64_t first; (first = next.fetch_add(block_size)) < std::uint64_t{1} << 32;)
            by->see(static_cast<std::uint32_t>(first), mine);
        const std::scoped_lock lock(mutex);
        all.wrong += mine.wrong;
        all.near_middle += mine.near_middle;
        all.checksum += mine.checksum;
        all.hard.insert(all.hard.end(), mine.hard.begin(), mine.hard.end());
    };
    std::vector<std::thread> pool;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) pool.emplace_back(work);
    work();
    for (std::thread& thread : pool) thread.join();
    std::sort(all.hard.begin(), all.hard.end(), [](const hard_case& a, const hard_case& b) { return a.x < b.x; });
    return all;
}

bool write_hard_cases(const std::string& directory, const kernel& k, const std::vector<hard_case>& cases) {
    std::string file = directory + "/" + k.activation + (k.derivative ? "_derivative" : "") + ".txt";
    std::FILE* const to = std::fopen(file.c_str(), "w");
    if (to == nullptr) return false;
    std::fprintf(to, "# %s of a float, then the exact value rounded to the nearest float: README.md\n", k.name.c_str());
    for (const hard_case& each : cases) std::fprintf(to, "%a %a\n", double{each.x}, double{each.y});
    return std::fclose(to) == 0;
}

std::uint64_t thinned_checksum(const kernel& k) {
    const std::vector<float> x = exact::thinned_inputs();
    std::vector<float> y(x.size());
    k.map(x.data(), y.data(), x.size());
    return exact::checksum_of(x, y);
}

/// What is committed for a function; 0 where nothing is.
std::uint64_t committed_checksum(const kernel& k) {
    for (const exact::committed_checksum& each : exact::checksums)
        if (k.name == each.kernel) return each.every_float;
    return 0;
}

bool compare_checksum(const kernel& k) {
    const std::uint64_t sum = every_float<summer>(k).checksum;
    const bool same = sum == committed_checksum(k);
    std::printf("| %s | 0x%016" PRIx64 " | %s |\n", k.name.c_str(), sum, same ? "as committed" : "DIFFERS");
    return same;
}

bool judge_function(const kernel& k, const std::string& directory) {
    const finding found = every_float<judge>(k);
    std::printf("| %s | %" PRIu64 " | %" PRIu64 " | 0x%016" PRIx64 " | 0x%016" PRIx64 " |\n", k.name.c_str(),
                found.wrong, found.near_middle, found.checksum, thinned_checksum(k));
    const bool written = directory.empty() || write_hard_cases(directory, k, found.hard);
    return found.wrong == 0 && found.checksum == committed_checksum(k) && written;
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::string> words(arguments + 1, arguments + count);
    std::string directory;
    const bool sums_alone = !words.empty() && words[0] == "--checksums";
    if (sums_alone) {
        words.erase(words.begin());
    } else if (words.size() >= 2 && words[0] == "--hard-cases") {
        directory = words[1];
        words.erase(words.begin(), words.begin() + 2);
    }
    bool sound = true;
    std::printf(sums_alone ? "| function | checksum | |\n|---|---|---|\n"
                           : "| function | wrong | decided by MPFR | checksum | thinned |\n|---|--:|--:|---|---|\n");
    for (const kernel& k : exact::kernels()) {
        if (!words.empty() && std::find(words.begin(), words.end(), k.activation) == words.end()) continue;
        sound = (sums_alone ? compare_checksum(k) : judge_function(k, directory)) && sound;
        std::fflush(stdout);
    }
    return sound ? 0 : 1;
}

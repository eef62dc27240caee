// Every float through every function of the exact tier: each result against the exact value, rounded once.
//
//     exact_exhaustive [--hard-cases DIRECTORY] [name ...]    writes what MPFR had to decide into files
//     exact_exhaustive --checksums [name ...]                 the checksums alone, against those committed: seconds each
//
// Where the fast reference (tests/support/reference, formulas of its own) lies further than its error, 2^−44 of itself or
// what the description says if that is more, from the middle between two floats, its nearest float is the right one.  MPFR
// has the word on all others.

#include <algorithm>
#include <atomic>
#include <cinttypes>
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "checksums.hpp"
#include "judge.hpp"
#include "kernels.hpp"

namespace {

using exact::block_size, exact::finding, exact::hard_case, exact::judge, exact::kernel, exact::summer;

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

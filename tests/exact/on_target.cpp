// The exact tier on a target that the test suite is not built for, without a library of tests: its thinned checksums and its
// hard cases, in batches and one by one.  on_target.sh compiles and runs it.
//
//     on_target DIRECTORY_OF_HARD_CASES [hard]      `hard`: the hard cases alone, where all inputs would take long

#include <cstdio>
#include <iterator>

#include "checksums.hpp"
#include "hard_cases.hpp"
#include "kernels.hpp"

namespace {

using exact::kernel;

std::uint64_t committed_checksum(const kernel& k) {
    for (const exact::committed_checksum& each : exact::checksums)
        if (k.name == each.kernel) return each.thinned;
    return 0;
}

/// Whether one way of calling the kernel gives what is committed; says what does not.
class check {
public:
    check(const char* directory, bool hard_alone)
        : directory_(directory),
          hard_alone_(hard_alone),
          x_(hard_alone ? std::vector<float>{} : exact::thinned_inputs()),
          y_(x_.size()) {}

    bool operator()(const kernel& k, decltype(kernel::map) map, const char* way) {
        map(x_.data(), y_.data(), x_.size());
        const bool same_sum = hard_alone_ || exact::checksum_of(x_, y_) == committed_checksum(k);
        const exact::hard_cases hard = exact::read_hard_cases(directory_, k);
        std::vector<float> y(hard.x.size());
        map(hard.x.data(), y.data(), y.size());
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < y.size(); ++i) wrong += exact::bits_of(y[i]) != exact::bits_of(hard.y[i]);
        if (same_sum && wrong == 0 && !y.empty()) return true;
        const char* const sum = hard_alone_ ? "not asked" : same_sum ? "as committed" : "DIFFERS";
        std::printf("%s, %s: checksum %s, %zu of %zu hard cases wrong\n", k.name.c_str(), way, sum, wrong, y.size());
        return false;
    }

private:
    std::string directory_;
    bool hard_alone_;
    std::vector<float> x_, y_;
};

}  // namespace

int main(int count, char** arguments) {
    const bool hard_alone = count == 3 && arguments[2] == std::string("hard");
    if (count != 2 && !hard_alone) return 2;
    check holds(arguments[1], hard_alone);
    std::size_t sound = 0;
    const std::vector<kernel> all = exact::kernels();
    for (const kernel& k : all) {
        const bool batches = holds(k, k.map, "in batches");
        sound += holds(k, k.map_one_by_one, "one by one") && batches;
    }
    std::printf("%zu of %zu functions %s\n", sound, all.size(),
                hard_alone ? "right at their hard cases" : "as committed");
    return sound == all.size() && sound == std::size(exact::checksums) ? 0 : 1;
}

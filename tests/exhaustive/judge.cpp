#include "judge.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

#include "support/reference/fast.hpp"
#include "support/reference/inputs.hpp"
#include "support/ulp.hpp"

namespace exhaustive {
namespace {

using reference::mode;

template <class T>
using exact_t = std::conditional_t<sizeof(T) == 4, double, reference::exact_double>;

/// NaN equals NaN: its payload is not a result.
template <class T>
bool same_bits(T a, T b) {
    using bits = reference::bits_t<T>;
    return (std::bit_cast<bits>(a) == std::bit_cast<bits>(b)) | ((a != a) & (b != b));
}

template <class T>
void see_different(const std::vector<T>& x, const std::vector<T>& a, const std::vector<T>& b, occurrence& into) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!same_bits(a[i], b[i])) into.see(static_cast<double>(x[i]));
    }
}

template <class T>
void see_inversions(const std::vector<T>& x, const std::vector<T>& y, occurrence& into) {
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
        const bool inverted = x[i] < x[i + 1] ? y[i] > y[i + 1] : x[i] > x[i + 1] && y[i] < y[i + 1];
        if (inverted) into.see(static_cast<double>(x[i]));
    }
}

/// The order of a sweep.
bool is_before(double a, double b) { return std::bit_cast<std::uint64_t>(a) < std::bit_cast<std::uint64_t>(b); }

/// The worse one, and of two equally bad ones the first, so that threads do not matter.
bool is_worse(const finding& a, const finding& b) {
    if (a.largest_error != b.largest_error) return a.largest_error > b.largest_error;
    return is_before(a.worst_input, b.worst_input);
}

void merge(occurrence& into, const occurrence& from) {
    if (into.count == 0 || (from.count != 0 && is_before(from.first, into.first))) into.first = from.first;
    into.count += from.count;
}

void merge(finding& into, const finding& from) {
    if (is_worse(from, into)) {
        into.largest_error = from.largest_error;
        into.worst_input = from.worst_input;
        into.worst_result = from.worst_result;
    }
    into.above_half += from.above_half;
    into.above_one += from.above_one;
    merge(into.inversions, from.inversions);
    merge(into.wrong_signs, from.wrong_signs);
    merge(into.different_when_fused, from.different_when_fused);
}

/// One thread's work: buffers for a block, and what it has found so far.
template <class T>
class worker {
public:
    worker(const kernel& k, confirmation judge)
        : kernel_(k), which_(reference::function_named(k.activation)), confirm_(judge) {}

    void see(const inputs<T>& inputs, std::size_t block) {
        const std::size_t count = inputs.fill(block, x_);
        for (std::vector<T>* buffer : {&y_, &d_, &fused_y_, &fused_d_}) buffer->resize(x_.size());
        const calls<T>& call = kernel_.template in<T>();
        call.forward(x_.data(), y_.data(), x_.size(), kernel_.parameters);
        call.derivative(x_.data(), d_.data(), x_.size(), kernel_.parameters);
        call.value_and_derivative(x_.data(), fused_y_.data(), fused_d_.data(), x_.size(), kernel_.parameters);
        see_different(x_, y_, fused_y_, found.forward.different_when_fused);
        see_different(x_, d_, fused_d_, found.derivative.different_when_fused);
        if (kernel_.monotone) see_inversions(x_, y_, found.forward.inversions);
        measure(mode::forward, y_, count, found.forward);
        measure(mode::derivative, d_, count, found.derivative);
    }

    findings found;

private:
    void measure(mode what, const std::vector<T>& results, std::size_t count, finding& into) {
        exact_.resize(count);
        reference::evaluate(which_, what, kernel_.parameters, x_.data(), exact_.data(), count);
        const reference::error_summary summary = summarise(what, results);
        into.above_half += summary.above_half;
        into.above_one += summary.above_one;
        // Where the errors of derivatives count against a floor, their sign next to a root is not promised.
        if (what == mode::forward && kernel_.forward_floor != 0.0)
            see_wrong_signs(results, into.wrong_signs);
        else if (summary.zeros_of_wrong_sign != 0 && kernel_.floor_of(what) == 0.0)
            see_wrong_zeros(results, into.wrong_signs);
        if (summary.largest > into.largest_error) search(what, results, summary.largest, into);
    }

    /// Run by run of inputs that have the floor or have not.
    reference::error_summary summarise(mode what, const std::vector<T>& results) const {
        reference::error_summary sum{};
        const auto is_relative = [&](std::size_t i) { return kernel_.is_relative_at(static_cast<double>(x_[i])); };
        for (std::size_t begin = 0, end = 0; begin < exact_.size(); begin = end) {
            while (end < exact_.size() && is_relative(end) == is_relative(begin)) ++end;
            const reference::error_summary run = reference::summarise(
                &results[begin], &exact_[begin], end - begin, kernel_.floor_at(what, static_cast<double>(x_[begin])));
            sum.largest = std::max(sum.largest, run.largest);
            sum.above_half += run.above_half;
            sum.above_one += run.above_one;
            sum.zeros_of_wrong_sign += run.zeros_of_wrong_sign;
        }
        return sum;
    }

    void see_wrong_zeros(const std::vector<T>& results, occurrence& into) {
        for (std::size_t i = 0; i < exact_.size(); ++i) {
            if (reference::summarise(&results[i], &exact_[i], 1, 0.0).zeros_of_wrong_sign != 0) {
                into.see(static_cast<double>(x_[i]));
            }
        }
    }

    void see_wrong_signs(const std::vector<T>& results, occurrence& into) {
        for (std::size_t i = 0; i < exact_.size(); ++i) {
            const bool is_number = results[i] == results[i];
            if (is_number && std::signbit(results[i]) != is_negative(exact_[i])) into.see(static_cast<double>(x_[i]));
        }
    }

    static bool is_negative(double exact) { return std::signbit(exact); }
    static bool is_negative(const reference::exact_double& exact) { return std::signbit(exact.high); }

    /// Looks for the block's worst. What the fast reference holds to be above 1/2 is confirmed; where that finds less,
    /// the fast reference was on the safe side of a power of two, and the others are looked at, too.
    void search(mode what, const std::vector<T>& results, double largest, finding& into) {
        const auto error = [&](std::size_t i) {
            return reference::ulp_error(results[i], exact_[i], kernel_.floor_at(what, static_cast<double>(x_[i])));
        };
        std::size_t worst = 0;
        while (!(error(worst) >= largest)) ++worst;
        if (largest <= 0.5) return take(largest, worst, results[worst], into);
        const double confirmed = confirm(what, worst, results[worst], into);
        if (confirmed > 0.999 * largest) return;
        for (std::size_t i = 0; i < exact_.size(); ++i) {
            if (error(i) > into.largest_error) confirm(what, i, results[i], into);
        }
    }

    double confirm(mode what, std::size_t i, T result, finding& into) {
        const double error =
            confirm_(kernel_, what, static_cast<double>(x_[i]), static_cast<double>(result), sizeof(T) == 4);
        take(error, i, result, into);
        return error;
    }

    void take(double error, std::size_t i, T result, finding& into) {
        if (error <= into.largest_error) return;
        into.largest_error = error;
        into.worst_input = static_cast<double>(x_[i]);
        into.worst_result = static_cast<double>(result);
    }

    const kernel& kernel_;
    const reference::function& which_;
    confirmation confirm_;
    std::vector<T> x_, y_, d_, fused_y_, fused_d_;
    std::vector<exact_t<T>> exact_;
};

}  // namespace

double by_fast_reference(const kernel& k, mode what, double input, double result, bool is_float) {
    const reference::function& which = reference::function_named(k.activation);
    if (is_float) {
        const float x = static_cast<float>(input);
        double exact = 0.0;
        reference::evaluate(which, what, k.parameters, &x, &exact, 1);
        return reference::ulp_error(static_cast<float>(result), exact, k.floor_at(what, input));
    }
    reference::exact_double exact{};
    reference::evaluate(which, what, k.parameters, &input, &exact, 1);
    return reference::ulp_error(result, exact, k.floor_at(what, input));
}

template <class T>
findings judge(const kernel& k, const inputs<T>& inputs, unsigned threads, confirmation confirm,
               const std::function<void()>& done) {
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    findings all;
    const auto work = [&] {
        worker<T> mine(k, confirm);
        for (std::size_t block = next++; block < inputs.blocks(); block = next++) {
            mine.see(inputs, block);
            const std::scoped_lock lock(mutex);
            done();
        }
        const std::scoped_lock lock(mutex);
        merge(all.forward, mine.found.forward);
        merge(all.derivative, mine.found.derivative);
    };
    std::vector<std::thread> pool;
    for (unsigned i = 1; i < threads; ++i) pool.emplace_back(work);
    work();
    for (std::thread& thread : pool) thread.join();
    return all;
}

template findings judge(const kernel&, const inputs<float>&, unsigned, confirmation, const std::function<void()>&);
template findings judge(const kernel&, const inputs<double>&, unsigned, confirmation, const std::function<void()>&);

}  // namespace exhaustive

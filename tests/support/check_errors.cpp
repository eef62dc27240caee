// Unfit ranges: that they are refused, in which words, and that nothing has been written by then.
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/same_bits.hpp"

namespace tests {
namespace {

/// Where an argument lies in the arena, in elements.
struct place {
    std::size_t first;
    std::size_t size;
};

template <class T>
class refusals {
public:
    explicit refusals(const call_form<T>& form) : form_(form), names_(form.inputs) {
        names_.insert(names_.end(), form.outputs.begin(), form.outputs.end());
        for (std::size_t i = 0; i < names_.size(); ++i) apart_.push_back({64 * i, size_});
    }

    void check() {
        require_accepted(apart_);
        for (std::size_t i = 0; i < names_.size(); ++i) check_sizes(i);
        for (std::size_t i = 0; i < names_.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) check_memory(i, j);
        check_empty();
    }

private:
    static constexpr std::size_t size_ = 20;

    bool is_output(std::size_t argument) const { return argument >= form_.inputs.size(); }

    void call(std::vector<T>& arena, const std::vector<place>& places) const {
        std::vector<std::span<const T>> inputs;
        std::vector<std::span<T>> outputs;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::span<T> range(arena.data() + places[i].first, places[i].size);
            is_output(i) ? outputs.push_back(range) : inputs.push_back(range);
        }
        form_.call(inputs, outputs);
    }

    static std::vector<T> new_arena() { return std::vector<T>(512, T(0.5)); }

    /// The text of the exception, after which every element is what it was.
    std::string refusal(const std::vector<place>& places) const {
        std::vector<T> arena = new_arena();
        try {
            call(arena, places);
        } catch (const std::invalid_argument& error) {
            REQUIRE(arena == new_arena());
            return error.what();
        }
        FAIL("no exception");
        return {};
    }

    void require_refused(const std::vector<place>& places, std::size_t a, std::size_t b,
                         const std::string& problem) const {
        INFO(form_.text << ": " << names_[a] << " against " << names_[b]);
        const std::string text = refusal(places);
        using Catch::Matchers::StartsWith;
        CHECK_THAT(text, StartsWith(form_.text + ": "));
        for (const std::size_t i : {a, b}) {
            CAPTURE(text, names_[i], places[i].size);
            const std::string size = std::to_string(places[i].size);
            CHECK((text.find(names_[i] + " has " + size + " element") != std::string::npos ||
                   text.find(names_[i] + " has " + size + ":") != std::string::npos));
        }
        CAPTURE(text);
        CHECK(text.find(problem) != std::string::npos);
    }

    void require_accepted(const std::vector<place>& places) const {
        INFO(form_.text);
        std::vector<T> arena = new_arena();
        REQUIRE_NOTHROW(call(arena, places));
    }

    /// One argument is shorter, longer or empty: the message names it and one that differs.
    void check_sizes(std::size_t odd) const {
        for (const std::size_t size : {std::size_t{0}, size_ - 1, size_ + 1, 2 * size_}) {
            std::vector<place> places = apart_;
            places[odd].size = size;
            require_refused(places, odd, odd == 0 ? 1 : 0, "the sizes must agree");
        }
    }

    void check_memory(std::size_t a, std::size_t b) const {
        for (const std::size_t shift : {std::size_t{1}, size_ / 2, size_ - 1}) {
            std::vector<place> places = apart_;
            places[a].first = places[b].first + shift;
            require_refused(places, a, b, "they overlap without being the same memory");
            std::swap(places[a], places[b]);
            require_refused(places, a, b, "they overlap without being the same memory");
        }
        std::vector<place> places = apart_;
        places[a].first = places[b].first + size_;
        require_accepted(places);
        places[a] = places[b];
        if (is_output(a) && is_output(b))
            require_refused(places, a, b, "two outputs on the same memory");
        else
            require_accepted(places);
    }

    /// Ranges without elements never meet, wherever they point.
    void check_empty() const {
        require_accepted(std::vector<place>(names_.size(), place{7, 0}));
        const std::vector<std::span<const T>> inputs(form_.inputs.size());
        const std::vector<std::span<T>> outputs(form_.outputs.size());
        REQUIRE_NOTHROW(form_.call(inputs, outputs));
    }

    const call_form<T>& form_;
    std::vector<std::string> names_;
    std::vector<place> apart_;
};

template <class T>
void check_form(const call_form<T>& form) {
    // f(x) has one range and so nothing that could disagree.
    if (!form.only_in_place) refusals<T>(form).check();
}

template <class T>
void check_errors(const subject<T>& f) {
    for (const call_form<T>& form : f.forms) check_form(form);
}

template <class T>
void check_ambiguous(const subject<T>& f) {
    const std::vector<T> in(3, T(1));
    for (const ambiguous_form<T>& ambiguous : f.ambiguous) {
        std::vector<T> out(3, T(7));
        const auto call = [&] { ambiguous.form.call({in, in}, {out}); };
        const std::string text = ambiguous.form.text + ": " + ambiguous.reason;
        CHECK_THROWS_AS(call(), std::invalid_argument);
        CHECK_THROWS_WITH(call(), Catch::Matchers::StartsWith(text));
        CHECK(out == std::vector<T>(3, T(7)));
    }
    REQUIRE_FALSE(f.ambiguous.empty());
}

}  // namespace

void errors_check::operator()(const subject<float>& f) const { check_errors(f); }
void errors_check::operator()(const subject<double>& f) const { check_errors(f); }
void errors_check::operator()(const call_form<float>& form) const { check_form(form); }
void errors_check::operator()(const call_form<double>& form) const { check_form(form); }

void ambiguous_check::operator()(const subject<float>& f) const { check_ambiguous(f); }
void ambiguous_check::operator()(const subject<double>& f) const { check_ambiguous(f); }

}  // namespace tests

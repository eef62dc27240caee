// Lengths, offsets, borders of memory, and outputs on the memory of an input.
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/guarded_memory.hpp"
#include "support/same_bits.hpp"

namespace tests {
namespace {

/// Output `output` stands on the memory of input `input`.
struct shared_memory {
    std::size_t output;
    std::size_t input;
};

template <class T>
class positions {
public:
    positions(const call_form<T>& form, std::size_t width) : form_(form), width_(width) {
        for (std::size_t i = 0; i < form.inputs.size(); ++i) pool_.push_back(random_patterns<T>(pool_size, 7 + i));
        for (std::size_t i = 0; i < pool_size; ++i) {
            element<T> in{};
            for (std::size_t j = 0; j < pool_.size(); ++j) in[j] = pool_[j][i];
            expected_.push_back(form.one(in));
        }
        for (std::size_t i = 0; i < form.inputs.size() + form.outputs.size(); ++i)
            memory_.push_back(std::make_unique<guarded_memory<T>>());
    }

    void check() {
        if (!form_.only_in_place) check_lengths(std::nullopt);
        for (std::size_t output = 0; output < form_.outputs.size(); ++output)
            for (std::size_t input = 0; input < form_.inputs.size(); ++input)
                check_lengths(shared_memory{output, input});
        REQUIRE(calls_ >= width_);
    }

private:
    static constexpr std::size_t pool_size = 1024;

    void check_lengths(std::optional<shared_memory> shared) {
        for (std::size_t length = 0; length <= 4 * width_ + 3; ++length) check_offsets(length, shared);
        // Around one and two turns of the loop over batches side by side, one and two blocks of the loop in two steps, and
        // where the driver starts to align.
        for (const std::size_t turn : {8 * width_, 9 * width_, 16 * width_, 32 * width_, 37 * width_})
            for (std::size_t length = turn - 1; length <= turn + 2; ++length) check_offsets(length, shared);
    }

    void check_offsets(std::size_t length, std::optional<shared_memory> shared) {
        for (std::size_t offset = 0; offset < width_; ++offset) {
            check_call(length, offset, true, shared);
            check_call(length, offset, false, shared);
        }
    }

    std::span<T> place(std::size_t argument, std::size_t length, std::size_t offset, bool at_front) {
        memory_[argument]->mark();
        return at_front ? memory_[argument]->from_front(length, offset) : memory_[argument]->to_back(length, offset);
    }

    void check_call(std::size_t length, std::size_t offset, bool at_front, std::optional<shared_memory> shared) {
        const std::size_t first = (31 * length + offset) % (pool_size - length);
        std::vector<std::span<T>> inputs;
        std::vector<std::span<T>> outputs;
        for (std::size_t i = 0; i < form_.inputs.size(); ++i) {
            inputs.push_back(place(i, length, offset, at_front));
            for (std::size_t k = 0; k < length; ++k) inputs[i][k] = pool_[i][first + k];
        }
        for (std::size_t j = 0; j < form_.outputs.size(); ++j) {
            const bool on_input = shared && shared->output == j;
            const std::size_t other_offset = (offset + j + 1) % width_;
            outputs.push_back(on_input ? inputs[shared->input]
                                       : place(inputs.size() + j, length, offset == 0 ? 0 : other_offset, !at_front));
        }
        form_.call({inputs.begin(), inputs.end()}, outputs);
        ++calls_;
        const auto where = [&] {
            return form_.text + ", length " + std::to_string(length) + ", offset " + std::to_string(offset) +
                   (at_front ? " from the front" : " to the back") +
                   (shared ? ", " + form_.outputs[shared->output] + " on " + form_.inputs[shared->input] : "");
        };
        require_results(outputs, first, where);
        require_untouched(inputs, outputs, first, shared, where);
    }

    void require_results(const std::vector<std::span<T>>& outputs, std::size_t first, const auto& where) const {
        for (std::size_t j = 0; j < outputs.size(); ++j)
            for (std::size_t k = 0; k < outputs[j].size(); ++k)
                if (!same_bits(outputs[j][k], expected_[first + k][j]))
                    FAIL(where() << ": " << form_.outputs[j] << "[" << k << "] is " << hex(outputs[j][k]) << ", not "
                                 << hex(expected_[first + k][j]));
    }

    void require_untouched(const std::vector<std::span<T>>& inputs, const std::vector<std::span<T>>& outputs,
                           std::size_t first, std::optional<shared_memory> shared, const auto& where) const {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (!memory_[i]->marked_outside(inputs[i])) FAIL(where() << ": wrote beside " << form_.inputs[i]);
            if (shared && shared->input == i) continue;
            for (std::size_t k = 0; k < inputs[i].size(); ++k)
                if (!same_bits(inputs[i][k], pool_[i][first + k])) FAIL(where() << ": wrote to " << form_.inputs[i]);
        }
        for (std::size_t j = 0; j < outputs.size(); ++j) {
            if (shared && shared->output == j) continue;
            if (!memory_[inputs.size() + j]->marked_outside(outputs[j]))
                FAIL(where() << ": wrote beside " << form_.outputs[j]);
        }
    }

    const call_form<T>& form_;
    std::size_t width_;
    std::vector<std::vector<T>> pool_;
    std::vector<element<T>> expected_;
    std::vector<std::unique_ptr<guarded_memory<T>>> memory_;
    std::size_t calls_ = 0;
};

template <class T>
void check_positions(const subject<T>& f) {
    for (const call_form<T>& form : f.forms) positions<T>(form, f.width()).check();
}

}  // namespace

void positions_check::operator()(const subject<float>& f) const { check_positions(f); }
void positions_check::operator()(const subject<double>& f) const { check_positions(f); }
void positions_check::operator()(const call_form<float>& form, std::size_t width) const {
    positions<float>(form, width).check();
}
void positions_check::operator()(const call_form<double>& form, std::size_t width) const {
    positions<double>(form, width).check();
}

}  // namespace tests

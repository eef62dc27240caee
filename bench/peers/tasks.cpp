#include "tasks.hpp"

namespace bench {
namespace {

constexpr std::size_t element_sizes[] = {1, 16, 4 << 10, 64 << 10, 4 << 20, 32 << 20};
constexpr std::string_view activations[] = {
#define ACTIVATION_ENTRY(callable, Functor) #callable,
#include <activation/catalogue.hpp>
    "swiglu"};
constexpr std::string_view with_output[] = {"relu", "leaky_relu", "prelu", "elu", "sigmoid", "tanh"};

constexpr std::size_t row_sizes[] = {16, 4 << 10, 64 << 10, 1 << 20};
constexpr std::string_view row_functions[] = {"softmax", "log_softmax"};
constexpr std::size_t widths[] = {16, 64, 512, 4096, 32000};
constexpr std::size_t attention_widths[] = {128, 1024};

/// One weight for all; a weight for each of 64 neurons, which lie side by side; for each of 20 pictures of 56 x 56.
constexpr task channel_tasks[] = {{"prelu", operation::forward, layout::channels, 1, 0},
                                  {"prelu", operation::forward, layout::channels, 64, 1},
                                  {"prelu", operation::forward, layout::channels, 20, 56 * 56}};

std::vector<task> element_tasks() {
    std::vector<task> tasks;
    for (const auto name : activations) tasks.push_back({name, operation::forward});
    for (const auto name : activations) tasks.push_back({name, operation::backward});
    for (const auto name : with_output) tasks.push_back({name, operation::backward_from_output});
    for (const auto name : activations) {
        if (name != "swiglu") tasks.push_back({name, operation::value_and_derivative});
    }
    return tasks;
}

std::vector<task> row_tasks() {
    std::vector<task> tasks;
    for (const operation what : {operation::forward, operation::backward}) {
        for (const auto name : row_functions) {
            for (const std::size_t width : widths) tasks.push_back({name, what, layout::rows, width});
        }
    }
    for (const operation what : {operation::forward, operation::backward}) {
        for (const layout form : {layout::masked, layout::causal}) {
            for (const std::size_t width : attention_widths) tasks.push_back({"softmax", what, form, width});
        }
    }
    for (const operation what : {operation::forward, operation::backward}) {
        for (task each : channel_tasks) {
            each.what = what;
            tasks.push_back(each);
        }
    }
    return tasks;
}

}  // namespace

std::string path_of(const planned_row& row) {
    return name_of(row.what) + '/' + std::string{name_of(row.what.what)} + "/float/" + std::to_string(row.n);
}

std::vector<planned_row> all_rows() {
    std::vector<planned_row> rows;
    for (const task& what : element_tasks()) {
        for (const std::size_t size : element_sizes) rows.push_back({what, size, size});
    }
    for (const task& what : row_tasks()) {
        for (const std::size_t size : row_sizes) {
            const std::size_t n = size - size % what.period();
            if (n != 0) rows.push_back({what, size, n});
        }
    }
    return rows;
}

}  // namespace bench

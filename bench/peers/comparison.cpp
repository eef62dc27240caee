#include "comparison.hpp"

#include <algorithm>

namespace bench {

std::string_view name_of(operation what) {
    switch (what) {
        case operation::forward:
            return "forward";
        case operation::backward:
            return "backward";
        case operation::backward_from_output:
            return "backward_from_output";
        case operation::value_and_derivative:
            return "value_and_derivative";
    }
    return {};
}

std::string name_of(const task& what) {
    const std::string name{what.activation}, width = std::to_string(what.width);
    switch (what.form) {
        case layout::elements:
            break;
        case layout::rows:
            return name + "/width_" + width;
        case layout::masked:
            return name + "/masked_" + width;
        case layout::causal:
            return name + "/causal_" + width;
        case layout::channels:
            return name + (what.inner == 0 ? "/one_weight" : what.inner == 1 ? "/channels_last" : "/channels_first");
    }
    return name;
}

task as_peers_know(task what) {
    if (what.activation == "threshold") what.activation = "relu";
    if (what.activation == "swish") what.activation = "silu";
    if (what.activation == "celu") what.activation = "elu";
    return what;
}

std::vector<registration>& registrations() {
    static std::vector<registration> all;
    return all;
}

bool has_other_inputs(const task& what) { return what.form != layout::channels && what.form != layout::causal; }

const std::optional<accuracy>& comparison::accuracy_of(const task& what, std::size_t column) const {
    return std::ranges::find(checks, what, &checked_task::what)->columns[column];
}

std::optional<std::size_t> comparison::best_peer(const row& cells) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& checked = accuracy_of(cells.what, i);
        if (columns[i].part != role::peer || !checked || checked->wrong) continue;
        if (!best || cells.nanoseconds(i) < cells.nanoseconds(*best)) best = i;
    }
    return best;
}

std::optional<std::size_t> comparison::find(role part, std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].part == part && columns[i].name == name) return i;
    }
    return {};
}

std::optional<double> comparison::ratio(const row& cells, std::string_view tier,
                                        std::optional<std::size_t> other) const {
    const auto ours = find(role::ours, tier);
    if (!ours || !other || !cells.has(*ours) || !cells.has(*other)) return {};
    return cells.nanoseconds(*ours) / cells.nanoseconds(*other);
}

std::vector<std::size_t> sizes_of(const comparison& results, bool of_rows) {
    std::vector<std::size_t> sizes;
    for (const row& each : results.rows) {
        if (each.is_of_rows() == of_rows) sizes.push_back(each.size);
    }
    std::ranges::sort(sizes);
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    return sizes;
}

}  // namespace bench

#include "stated.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <sstream>

namespace exhaustive {
namespace {

using reference::mode;

/// The cells of a row, without the blanks around them.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::stringstream row(line.substr(1));
    for (std::string cell; std::getline(row, cell, '|');) {
        const std::size_t first = cell.find_first_not_of(' ');
        const std::size_t last = cell.find_last_not_of(' ');
        cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
    }
    return cells;
}

/// "alpha 0.3 and 1.67" of "alpha 0.3" and "alpha 1.67".
std::string labels_of(const std::vector<kernel>& of) {
    const std::string& first = of.front().label;
    const std::string word = first.substr(0, first.find(' ') + 1);
    std::string text = first;
    for (std::size_t i = 1; i < of.size(); ++i) {
        const std::string& label = of[i].label;
        text += i + 1 == of.size() ? " and " : ", ";
        text += label.starts_with(word) ? label.substr(word.size()) : label;
    }
    return text.empty() ? text : text + ", ";
}

/// "0.94 and 0.78", forward and derivative.
std::string both(const tables& t, const char* target, bool is_float, const std::vector<kernel>& of) {
    return rounded_up(t.worst(target, is_float, of, mode::forward), 2) + " and " +
           rounded_up(t.worst(target, is_float, of, mode::derivative), 2);
}

/// Over both targets and types.
double worst_anywhere(const tables& t, const std::vector<kernel>& of, mode what) {
    double worst = 0.0;
    for (const char* target : {fused_target, plain_target}) {
        for (const bool is_float : {true, false}) {
            const measured m = t.worst(target, is_float, of, what);
            if (!m.is_known()) return HUGE_VAL;
            worst = std::max(worst, m.error);
        }
    }
    return worst;
}

std::vector<kernel> those(const std::vector<kernel>& all, auto are) {
    std::vector<kernel> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some), are);
    return some;
}

}  // namespace

tables::tables(std::string_view page) {
    std::stringstream text{std::string(page)};
    std::string target;
    bool is_float = false;
    for (std::string line; std::getline(text, line);) {
        const std::size_t comma = line.find(", ");
        if (line.starts_with("#")) target.clear();
        if (line.starts_with("###") && comma != std::string::npos) {
            target = line.substr(line.find(' ') + 1, comma - line.find(' ') - 1);
            is_float = line.find(", float") == comma;
        }
        if (target.empty() || !line.starts_with("| ")) continue;
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() < 4 || (cells[1] != "forward" && cells[1] != "derivative")) continue;
        put(target, is_float, cells[0], cells[1] == "forward" ? mode::forward : mode::derivative,
            {std::strtod(cells[2].c_str(), nullptr), cells[3]});
    }
}

void tables::put(const std::string& target, bool is_float, const std::string& kernel, mode what, measured found) {
    rows_[{target, is_float, kernel, what}] = std::move(found);
}

measured tables::find(const std::string& target, bool is_float, const std::string& kernel, mode what) const {
    const auto row = rows_.find({target, is_float, kernel, what});
    return row == rows_.end() ? measured{} : row->second;
}

measured tables::worst(const std::string& target, bool is_float, const std::vector<kernel>& of, mode what) const {
    measured worst;
    for (const kernel& k : of) {
        const measured m = find(target, is_float, k.name, what);
        if (!m.is_known()) return {};
        if (m.error > worst.error) worst = m;
    }
    return worst;
}

std::string rounded_up(const measured& m, int digits) {
    if (!m.is_known()) return "?";
    const double unit = std::pow(10.0, digits);
    char text[32];
    // What was measured has four digits, so that a product just above a whole number is one.
    std::snprintf(text, sizeof text, "%.*f", digits, std::ceil(m.error * unit - 1e-6) / unit);
    return text;
}

std::vector<std::vector<kernel>> by_statement(const std::vector<kernel>& all) {
    std::vector<std::vector<kernel>> groups;
    for (const kernel& k : all) {
        const auto has = [&](const std::vector<kernel>& group) {
            const kernel& other = group.front();
            const bool same_tier = other.name.starts_with("fast::") == k.name.starts_with("fast::");
            return same_tier && other.activation == k.activation && other.statement == k.statement;
        };
        const auto group = std::find_if(groups.begin(), groups.end(), has);
        if (group == groups.end()) {
            groups.push_back({k});
        } else {
            group->push_back(k);
        }
    }
    return groups;
}

std::vector<std::string> statement(const tables& t, const std::vector<kernel>& of) {
    const std::string& f = of.front().symbol;
    const double forward = worst_anywhere(t, of, mode::forward), derivative = worst_anywhere(t, of, mode::derivative);
    if (forward == 0.0 && derivative == 0.0) return {"exact."};
    if (forward <= 0.5 && derivative <= 0.5)
        return {"½ ULP", f + (derivative == 0.0 ? "′ exact" : "′ correctly rounded")};
    const auto with_witness = [&](mode what) {
        const measured m = t.worst(fused_target, true, of, what);
        return rounded_up(m, 2) + " ULP (at " + (m.is_known() ? m.at : "?") + ")";
    };
    std::string first = labels_of(of) + "float, every input: " + f + " " + with_witness(mode::forward);
    if (of.front().forward_floor != 0.0) first += " of max(|" + f + "|, 1/16)";
    first += ", " + f + "′ " + with_witness(mode::derivative);
    if (of.front().derivative_floor != 0.0) first += " of max(|" + f + "′|, 1/16)";
    return {first, "without fused multiply-add " + both(t, plain_target, true, of) + " ULP. double, 10⁷ samples: " +
                       both(t, fused_target, false, of) + " ULP; without, " + both(t, plain_target, false, of) + "."};
}

std::string as_comment(const std::vector<std::string>& phrases) {
    std::string words;
    for (const std::string& phrase : phrases) words += (words.empty() ? "" : "; ") + phrase;
    std::stringstream rest(words);
    const auto columns = [](const std::string& text) {
        return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; });
    };
    std::string text, line = "/// Error   ";
    for (std::string word; rest >> word;) {
        if (columns(line) + 1 + columns(word) > 120) {
            text += line + "\n";
            line = "///         ";
        }
        line += " " + word;
    }
    return text + line + "\n";
}

std::vector<std::string> readme_phrases(const tables& t, const std::vector<kernel>& all) {
    static constexpr std::string_view common[] = {"gelu", "gelu_tanh", "silu", "sigmoid", "tanh", "elu alpha 1"};
    const auto is_fast = [](const kernel& k) { return k.name.starts_with("fast::"); };
    const auto is_common = [](const kernel& k) {
        return std::find(std::begin(common), std::end(common), k.name) != std::end(common);
    };
    const std::vector<kernel> accurate = those(all, [&](const kernel& k) { return !is_fast(k); });
    const std::vector<kernel> nine = those(accurate, is_common);
    const std::vector<kernel> other_elu =
        those(accurate, [&](const kernel& k) { return k.activation == "elu" && !is_common(k); });
    const std::vector<kernel> rest =
        those(accurate, [&](const kernel& k) { return k.activation != "elu" && !is_common(k); });
    const auto worst = [&](const char* target, bool is_float, const std::vector<kernel>& of) {
        const measured forward = t.worst(target, is_float, of, mode::forward);
        const measured derivative = t.worst(target, is_float, of, mode::derivative);
        return forward.error > derivative.error ? forward : derivative;
    };
    /// Whose error is the worst of them.
    const auto named = [&](const char* target, const std::vector<kernel>& of, const measured& m) {
        for (const kernel& k : of)
            for (const mode what : {mode::forward, mode::derivative})
                if (t.find(target, true, k.name, what).error == m.error) return " (`" + k.activation + "`)";
        return std::string();
    };
    const measured plain = worst(plain_target, true, accurate),
                   rest_forward = t.worst(fused_target, true, rest, mode::forward);
    const measured in_double[] = {worst(fused_target, false, accurate), worst(plain_target, false, accurate)};
    const bool fused_is_worse = in_double[0].error > in_double[1].error;
    return {"none is off by more than " + rounded_up(t.worst(fused_target, true, nine, mode::forward), 3) + " ULP",
            "or a derivative of theirs by more than " +
                rounded_up(t.worst(fused_target, true, nine, mode::derivative), 3) + " ULP",
            "`elu` with another alpha: " + rounded_up(worst(fused_target, true, other_elu), 2) + ".",
            "The rest of the catalogue: " + rounded_up(rest_forward, 2) + named(fused_target, rest, rest_forward) +
                ", its derivatives " + rounded_up(t.worst(fused_target, true, rest, mode::derivative), 2) +
                " ULP of max(|f′|, 1/16)",
            "Without fused multiply-add " + rounded_up(plain, 2) + " ULP" + named(plain_target, accurate, plain),
            "`double` within " + rounded_up(in_double[fused_is_worse ? 0 : 1], 2) + " ULP"};
}

}  // namespace exhaustive

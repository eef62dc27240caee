#include "command_line.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <exception>
#include <utility>

#include "output.hpp"

namespace examples {

namespace {

/// "-3" and "-.5" are numbers, "-o" and "--range" are options.
bool is_option(std::string_view argument) {
    return argument.size() > 1 && argument[0] == '-' && argument[1] != '.' &&
           std::isdigit(static_cast<unsigned char>(argument[1])) == 0;
}

std::string quoted(std::string_view text) { return std::string(1, '\'').append(text).append(1, '\''); }

/// 30, 0.93, 1e+06: as short as it was meant.
std::string spelled(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", value);
    return text;
}

}  // namespace

double to_number(std::string_view text, std::string_view what) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end || !std::isfinite(value))
        throw usage_error(std::string(what) + " must be a finite number, not " + quoted(text));
    return value;
}

command_line::command_line(int count, const char* const* values) : arguments_(values, values + count) {}

bool command_line::flag(std::string_view name) { return std::erase(arguments_, name) > 0; }

std::vector<std::string> command_line::take(std::string_view name, std::size_t count) {
    const auto found = std::find(arguments_.begin(), arguments_.end(), name);
    if (found == arguments_.end()) return {};
    const auto first = found + 1;
    if (static_cast<std::size_t>(arguments_.end() - first) < count ||
        std::any_of(first, first + static_cast<std::ptrdiff_t>(count), is_option))
        throw usage_error(std::string(name) + " needs " + (count == 1 ? "a value" : std::to_string(count) + " values"));
    const auto last = first + static_cast<std::ptrdiff_t>(count);
    std::vector<std::string> taken(first, last);
    arguments_.erase(found, last);
    if (std::find(arguments_.begin(), arguments_.end(), name) != arguments_.end())
        throw usage_error(std::string(name) + " is given twice");
    return taken;
}

std::string command_line::text(std::string_view name, std::string_view otherwise) {
    const auto taken = take(name, 1);
    return taken.empty() ? std::string(otherwise) : taken[0];
}

double command_line::number(std::string_view name, double otherwise, double least, double most) {
    const auto taken = take(name, 1);
    if (taken.empty()) return otherwise;
    const double value = to_number(taken[0], name);
    if (value < least || value > most)
        throw usage_error(std::string(name) + " must be from " + spelled(least) + " to " + spelled(most) + ", not " +
                          quoted(taken[0]));
    return value;
}

std::int64_t command_line::integer(std::string_view name, std::int64_t otherwise, std::int64_t least,
                                   std::int64_t most) {
    const double value =
        number(name, static_cast<double>(otherwise), static_cast<double>(least), static_cast<double>(most));
    if (value != std::floor(value))
        throw usage_error(std::string(name) + " must be a whole number, not " + quoted(spelled(value)));
    return static_cast<std::int64_t>(value);
}

std::vector<double> command_line::numbers(std::string_view name, std::size_t count, std::vector<double> otherwise) {
    const auto taken = take(name, count);
    if (taken.empty()) return otherwise;
    std::vector<double> values;
    for (const auto& text : taken) values.push_back(to_number(text, name));
    return values;
}

std::vector<double> command_line::number_list(std::string_view name, std::string_view otherwise) {
    const std::string list = text(name, otherwise);
    std::vector<double> values;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        values.push_back(to_number(std::string_view(list).substr(begin, end - begin), name));
        begin = end + 1;
    }
    return values;
}

std::vector<std::string> command_line::rest() {
    const auto unknown = std::find_if(arguments_.begin(), arguments_.end(), is_option);
    if (unknown != arguments_.end()) throw usage_error("no such option: " + quoted(*unknown));
    return std::exchange(arguments_, {});
}

void command_line::expect_no_more() {
    if (const auto more = rest(); !more.empty()) throw usage_error("no option stands before " + quoted(more.front()));
}

int run_example(int argc, const char* const* argv, std::string_view usage,
                const std::function<int(command_line&)>& example) {
    const std::string_view path = argc > 0 ? argv[0] : "example";
    const std::string name(path.substr(path.find_last_of("/\\") + 1));
    command_line line(std::max(argc - 1, 0), argv + std::min(argc, 1));
    if (line.flag("--help") || line.flag("-h")) {
        std::printf("%.*s", static_cast<int>(usage.size()), usage.data());
        return printed(name, 0);
    }
    try {
        return printed(name, example(line));
    } catch (const usage_error& error) {
        std::fprintf(stderr, "%s: %s (see %s --help)\n", name.c_str(), error.what(), name.c_str());
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", name.c_str(), error.what());
        return 1;
    }
}

}  // namespace examples

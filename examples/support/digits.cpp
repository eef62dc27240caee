#include "digits.hpp"

#include <charconv>
#include <fstream>

#include "command_line.hpp"

namespace examples {

namespace {

/// The numbers of one line, or none at all when it is not `pixel_count` pixels and a class.
std::vector<unsigned> parse_line(const std::string& line) {
    std::vector<unsigned> numbers;
    const char* at = line.data();
    const char* const end = at + line.size();
    while (true) {
        unsigned number = 0;
        const auto result = std::from_chars(at, end, number);
        const bool is_label = numbers.size() == pixel_count;
        if (result.ec != std::errc{} || number > (is_label ? class_count - 1 : 16U)) return {};
        numbers.push_back(number);
        at = result.ptr;
        if (is_label) return at == end ? numbers : std::vector<unsigned>{};
        if (at == end || *at++ != ',') return {};
    }
}

void append(labelled_images& set, const std::vector<unsigned>& numbers) {
    for (std::size_t i = 0; i < pixel_count; ++i) set.images.values.push_back(static_cast<float>(numbers[i]) / 16);
    set.images.columns = pixel_count;
    set.images.rows += 1;
    set.labels.push_back(numbers[pixel_count]);
}

}  // namespace

digits load_digits(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw usage_error("cannot read '" + path + "'");
    digits result;
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const auto numbers = parse_line(line);
        if (numbers.empty())
            throw usage_error(path + ":" + std::to_string(number) +
                              ": expected 64 pixels from 0 to 16 and a digit, separated by commas");
        append(number % 5 == 0 ? result.test : result.train, numbers);
    }
    if (file.bad() || result.test.labels.empty()) throw usage_error("'" + path + "' holds fewer than five digits");
    return result;
}

}  // namespace examples

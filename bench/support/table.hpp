#ifndef ACTIVATION_BENCH_SUPPORT_TABLE_HPP
#define ACTIVATION_BENCH_SUPPORT_TABLE_HPP

#include <string>
#include <vector>

namespace bench {

/// A table that reads well on a terminal and is Markdown all the same.
class table {
public:
    explicit table(std::vector<std::string> header) : rows_{std::move(header)} {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

    std::string markdown() const;

private:
    std::vector<std::vector<std::string>> rows_;
};

/// Three significant digits.
std::string digits(double value);

/// As many as it has.
std::string number(double value);

/// 4096, 64Ki, 32Mi.
std::string count_name(std::size_t n);

}  // namespace bench

#endif

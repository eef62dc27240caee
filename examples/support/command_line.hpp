// The command line of every example: options with a value, flags, and whatever is left over, with one way to fail.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_COMMAND_LINE_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_COMMAND_LINE_HPP

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace examples {

/// Something the user gave is wrong: an argument, or a file that was named. The text says what, in one line.
struct usage_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The number that `text` spells, all of it and finite, or a usage_error that names `what`.
double to_number(std::string_view text, std::string_view what);

/// Takes arguments by name; what is taken is gone, so that `rest` sees only what nobody asked for.
class command_line {
public:
    command_line(int count, const char* const* values);

    bool flag(std::string_view name);
    std::string text(std::string_view name, std::string_view otherwise);
    double number(std::string_view name, double otherwise, double least, double most);
    std::int64_t integer(std::string_view name, std::int64_t otherwise, std::int64_t least, std::int64_t most);

    /// The `count` numbers behind `name`, or `otherwise` when it was not given.
    std::vector<double> numbers(std::string_view name, std::size_t count, std::vector<double> otherwise);

    /// The numbers of a list with commas behind `name`.
    std::vector<double> number_list(std::string_view name, std::string_view otherwise);

    /// The arguments that are no options. An option that was never taken is a usage_error.
    std::vector<std::string> rest();
    /// For an example that takes options only.
    void expect_no_more();

private:
    std::vector<std::string> take(std::string_view name, std::size_t count);

    std::vector<std::string> arguments_;
};

/// Runs an example. `--help` prints `usage` and returns 0; a usage_error goes to stderr in one line and returns 2,
/// any other exception returns 1, and so does a text that could not be printed.
int run_example(int argc, const char* const* argv, std::string_view usage,
                const std::function<int(command_line&)>& example);

}  // namespace examples

#endif

#include "options.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <thread>

namespace exhaustive {
namespace {

std::uint64_t positive_number(const std::string& option, const std::string& text) {
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || rest != end || value == 0) {
        throw std::invalid_argument(option + " needs a positive whole number, not '" + text + "'");
    }
    return value;
}

void set_type(options& chosen, const std::string& type) {
    if (type != "float" && type != "double")
        throw std::invalid_argument("--type is float or double, not '" + type + "'");
    chosen.in_float = type == "float";
    chosen.in_double = type == "double";
}

/// Takes an option without a value; false if it is none.
bool take_flag(options& chosen, const std::string& option) {
    if (option == "--checksums") return chosen.checksums = true;
    if (option == "--header") return chosen.header = true;
    if (option == "--list") return chosen.list = true;
    if (option == "--without-floor") return chosen.without_floor = true;
    if (option == "--help") return chosen.help = true;
    return false;
}

void take_value(options& chosen, const std::string& option, const std::string& value) {
    if (option == "--kernel") return chosen.kernels.push_back(value);
    if (option == "--type") return set_type(chosen, value);
    if (option == "--stride") return void(chosen.stride = positive_number(option, value));
    if (option == "--double") return void(chosen.doubles = positive_number(option, value));
    if (option == "--threads") return void(chosen.threads = static_cast<unsigned>(positive_number(option, value)));
    if (option == "--markdown") return void(chosen.markdown = value);
    if (option == "--json") return void(chosen.json = value);
    throw std::invalid_argument("there is no option '" + option + "'; --help names them all");
}

}  // namespace

bool options::selects(const std::string& name) const {
    const auto begins_name = [&](const std::string& kernel) {
        return name == kernel || name.starts_with(kernel + " ");
    };
    return kernels.empty() || std::any_of(kernels.begin(), kernels.end(), begins_name);
}

std::string usage() {
    return "Judges the accuracy of every kernel at every float and at many doubles, and writes one table.\n"
           "Exit status 1 if a row is beyond its bound, 2 for a bad argument.\n\n"
           "  --kernel NAME     only this one, as --list has it, or all of its parameters; repeat for several\n"
           "  --type TYPE       only float or only double\n"
           "  --stride N        every N-th float, and the dense places; 1 (default) is every float\n"
           "  --double N        N doubles per kernel (default 10000000), and the dense places\n"
           "  --threads N       default: as many as there are processors\n"
           "  --without-floor   count the errors of derivatives in the spacing of their own values, next to roots\n"
           "                    too; no bound is asked for\n"
           "  --header          print what the headers state of errors, too, with what this run found\n"
           "  --markdown FILE   the table, which also goes to the standard output\n"
           "  --json FILE       the same with all digits\n"
           "  --checksums       print tests/checksums.hpp instead, for a target with fused multiply-add\n"
           "  --list            print the names of the kernels instead\n";
}

options parse(const std::vector<std::string>& arguments) {
    options chosen;
    chosen.threads = std::max(1u, std::thread::hardware_concurrency());
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (take_flag(chosen, arguments[i])) continue;
        if (i + 1 == arguments.size())
            throw std::invalid_argument("'" + arguments[i] + "' is no option or lacks its value");
        take_value(chosen, arguments[i], arguments[i + 1]);
        ++i;
    }
    return chosen;
}

std::string compiler_name() {
#if defined(__clang__)
    return std::string("clang ") + __clang_version__;
#elif defined(__GNUC__)
    return std::string("g++ ") + __VERSION__;
#else
    return "an unknown compiler";
#endif
}

}  // namespace exhaustive

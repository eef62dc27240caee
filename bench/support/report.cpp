#include "report.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include <xsimd/xsimd.hpp>

namespace bench {

std::string machine_name() {
    std::ifstream information{"/proc/cpuinfo"};
    std::string line, name = "unknown processor", family, model;
    const auto value = [](const std::string& text) { return text.substr(text.find(':') + 2); };
    while (std::getline(information, line) && !line.empty()) {
        if (line.starts_with("model name")) name = value(line);
        if (line.starts_with("cpu family")) family = value(line);
        if (line.starts_with("model\t")) model = value(line);
    }
    std::ostringstream text;
    text << name;
    if (!family.empty()) text << " (family " << family << ", model " << model << ')';
    // Not sysconf, which asks the processor and gets the whole socket's cache in a virtual machine.
    std::string last_level;
    if (std::ifstream{"/sys/devices/system/cpu/cpu0/cache/index3/size"} >> last_level)
        text << ", last-level cache " << last_level;
    return text.str();
}

std::string build_name() {
#if defined(__clang__)
    constexpr std::string_view compiler = "clang " __clang_version__;
#else
    constexpr std::string_view compiler = "g++ " __VERSION__;
#endif
    std::ostringstream text;
    text << compiler << ", " ACTIVATION_BENCH_FLAGS ", xsimd " << XSIMD_VERSION_MAJOR << '.' << XSIMD_VERSION_MINOR
         << ' ' << xsimd::default_arch::name();
    return text.str();
}

std::string command_line(int argc, char** argv) {
    std::string line = argv[0];
    for (int i = 1; i < argc; ++i) line.append(1, ' ').append(argv[i]);
    return line;
}

std::string provenance(const std::string& command) {
    return "- machine: " + machine_name() + "\n- build: " + build_name() + "\n- command: `" + command + "`\n";
}

void print(const std::string& text) {
    if (!(std::cout << text << std::flush)) throw std::runtime_error{"cannot write to standard output"};
}

report_folder::report_folder(std::filesystem::path path) : path_{std::move(path)} {
    if (path_.empty()) return;
    std::error_code error;
    for (auto each = std::filesystem::absolute(path_);
         !std::filesystem::exists(each, error) && each.has_relative_path(); each = each.parent_path()) {
        made_.insert(made_.begin(), each);
    }
    std::filesystem::create_directories(path_, error);
    if (error || access(path_.c_str(), W_OK | X_OK) != 0) {
        remove_unused();
        throw std::runtime_error{"cannot write to the folder " + path_.string()};
    }
}

void report_folder::remove_unused() const {
    std::error_code not_empty;
    for (auto each = made_.rbegin(); each != made_.rend(); ++each) std::filesystem::remove(*each, not_empty);
}

void report_folder::write(const std::string& name, const std::string& text) const {
    if (path_.empty()) return;
    std::ofstream file{path_ / name};
    file << text;
    if (!file.flush()) throw std::runtime_error{"cannot write " + (path_ / name).string()};
}

std::filesystem::path directory_argument(int argc, char** argv, const std::string& usage) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first == "--help" || first == "-h") {
        print(usage);
        std::exit(0);
    }
    if (argc > 2 || first.starts_with('-')) {
        std::cerr << "no such argument: " << argv[argc > 2 ? 2 : 1] << '\n' << usage;
        std::exit(2);
    }
    return first;
}

}  // namespace bench

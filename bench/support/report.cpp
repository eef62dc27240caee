#include "report.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

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

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file{path};
    file << text;
    if (!file.flush()) throw std::runtime_error{"cannot write " + path.string()};
}

}  // namespace bench

#ifndef ACTIVATION_BENCH_SUPPORT_REPORT_HPP
#define ACTIVATION_BENCH_SUPPORT_REPORT_HPP

#include <filesystem>
#include <string>

namespace bench {

/// The processor's name and its last-level cache, as the kernel tells them.
std::string machine_name();

/// The compiler and flags this program was built with, and the vectors they give.
std::string build_name();

/// The command line as typed.
std::string command_line(int argc, char** argv);

/// Machine, build and command as a Markdown list: what a figure is worth nothing without.
std::string provenance(const std::string& command);

/// Throws std::runtime_error, with the path, where it cannot be written.
void write_file(const std::filesystem::path& path, const std::string& text);

}  // namespace bench

#endif

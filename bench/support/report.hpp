#ifndef ACTIVATION_BENCH_SUPPORT_REPORT_HPP
#define ACTIVATION_BENCH_SUPPORT_REPORT_HPP

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// The processor's name and its last-level cache, as the kernel tells them.
std::string machine_name();

/// The compiler and flags this program was built with, and the vectors they give.
std::string build_name();

/// The command line as typed.
std::string command_line(int argc, char** argv);

/// Machine, build and command as a Markdown list: what a figure is worth nothing without.
std::string provenance(const std::string& command);

/// Prints to standard output; throws std::runtime_error where the text does not arrive.
void print(const std::string& text);

/// The folder that receives a report, made at once so that a bad path is found before anything is timed. Throws
/// std::runtime_error, with the path, where it cannot be used; what was made and not written to goes away again.
class report_folder {
public:
    /// With an empty path there is no report, and nothing is written.
    explicit report_folder(std::filesystem::path path);
    report_folder(const report_folder&) = delete;
    report_folder& operator=(const report_folder&) = delete;
    ~report_folder() { remove_unused(); }

    void write(const std::string& name, const std::string& text) const;

private:
    void remove_unused() const;

    std::filesystem::path path_;
    std::vector<std::filesystem::path> made_;  ///< from the outermost in
};

/// The command line of a program that takes [DIRECTORY] and nothing else. `--help` prints the usage and ends the program
/// with 0; an option it does not have ends it with 2.
std::filesystem::path directory_argument(int argc, char** argv, const std::string& usage);

}  // namespace bench

#endif

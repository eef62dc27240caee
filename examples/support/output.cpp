#include "output.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "command_line.hpp"

namespace examples {

namespace {

namespace files = std::filesystem;

/// Whether the path leads to where standard output goes, as /dev/stdout does.
bool is_standard_output(const std::string& path) {
    struct stat there;
    struct stat output;
    return stat(path.c_str(), &there) == 0 && fstat(STDOUT_FILENO, &output) == 0 && there.st_dev == output.st_dev &&
           there.st_ino == output.st_ino;
}

/// Whether another file may take the place of what is there: nothing, or a regular file that has no second name.
bool is_replaceable(const std::string& path) {
    std::error_code error;
    const bool exists = files::exists(path, error);
    if (!exists) return !files::is_symlink(files::symlink_status(path, error));
    return files::is_regular_file(path, error) && files::hard_link_count(path, error) == 1;
}

bool write_in_place(const std::string& path, std::string_view content) {
    std::ofstream file(path, std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    return static_cast<bool>(file);
}

/// Beside the file, under a name of its own, and then in its place.
bool replace(const std::string& path, std::string_view content) {
    std::error_code error;
    const bool exists = files::exists(path, error);
    if (exists && access(path.c_str(), W_OK) != 0) return false;
    const files::path target = exists ? files::canonical(path, error) : files::path(path);
    if (error) return false;
    const std::string unfinished = target.string() + ".unfinished-" + std::to_string(getpid());
    bool done = write_in_place(unfinished, content);
    if (done && exists) files::permissions(unfinished, files::status(target).permissions(), error);
    if (done && !error) files::rename(unfinished, target, error);
    done = done && !error;
    if (!done) std::remove(unfinished.c_str());
    return done;
}

}  // namespace

void write_file(const std::string& path, std::string_view content) {
    if (is_standard_output(path)) {
        std::fwrite(content.data(), 1, content.size(), stdout);
        return;
    }
    if (!(is_replaceable(path) ? replace(path, content) : write_in_place(path, content)))
        throw usage_error("cannot write '" + path + "'");
}

int printed(std::string_view program, int exit_code) {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
    std::fprintf(stderr, "%.*s: cannot write to standard output\n", static_cast<int>(program.size()), program.data());
    return 1;
}

}  // namespace examples

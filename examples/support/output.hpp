// What an example writes, to a file or to standard output, and what becomes of it when that fails.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_OUTPUT_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_OUTPUT_HPP

#include <string>
#include <string_view>

namespace examples {

/// Writes the whole file or, with a usage_error, leaves what was there. What is no regular file, such as a device or a
/// pipe, is written to as it is, and a symbolic link stays one.
void write_file(const std::string& path, std::string_view content);

/// `exit_code`, or 1 and a line on standard error where something that was printed did not arrive.
int printed(std::string_view program, int exit_code);

}  // namespace examples

#endif

#ifndef ACTIVATION_LIBRARY_COMPILED_HPP
#define ACTIVATION_LIBRARY_COMPILED_HPP

#include <string_view>

namespace activation_library {

/// Whether the kernels of that name are compiled: all, or those in ACTIVATION_LIBRARY_NAMES, with commas between them.
constexpr bool compiled(std::string_view name) {
    std::string_view rest = ACTIVATION_LIBRARY_NAMES;
    if (rest.empty()) return true;
    while (true) {
        const std::size_t end = rest.find(',');
        if (rest.substr(0, end) == name) return true;
        if (end == std::string_view::npos) return false;
        rest.remove_prefix(end + 1);
    }
}

/// Whether a gated unit of this activation has a name of its own.
constexpr bool gates(std::string_view name) {
    for (const std::string_view each : {"sigmoid", "relu", "gelu", "gelu_tanh", "silu"})
        if (name == each) return true;
    return false;
}

}  // namespace activation_library

#endif

#include <algorithm>

#include "activations.hpp"
#include "command_line.hpp"

namespace examples {

chosen_activation choose_activation(std::string_view text) {
    const auto colon = text.find(':');
    const auto& found = find_activation(text.substr(0, colon));
    chosen_activation chosen{std::string(text), &found, found.defaults()};
    while (!text.empty() && text.find(':') != std::string_view::npos) {
        text.remove_prefix(text.find(':') + 1);
        const std::string_view setting = text.substr(0, text.find(':'));
        const std::string_view name = setting.substr(0, setting.find('='));
        const auto& p = found.parameters;
        const auto at = std::find_if(p.begin(), p.end(), [&](const auto& each) { return each.name == name; });
        if (at == p.end()) throw usage_error(std::string(found.name) + " has no parameter '" + std::string(name) + "'");
        if (name.size() == setting.size()) throw usage_error("a parameter is set by " + std::string(name) + "=NUMBER");
        chosen.parameters[static_cast<std::size_t>(at - p.begin())] =
            static_cast<float>(to_number(setting.substr(name.size() + 1), name));
    }
    return chosen;
}

}  // namespace examples

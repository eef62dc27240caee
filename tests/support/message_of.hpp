#ifndef ACTIVATION_TESTS_SUPPORT_MESSAGE_OF_HPP
#define ACTIVATION_TESTS_SUPPORT_MESSAGE_OF_HPP

#include <stdexcept>
#include <string>

namespace tests {

/// What a call refuses its arguments with; empty if it does not.
template <class Call>
std::string message_of(Call call) {
    try {
        call();
    } catch (const std::invalid_argument& error) { return error.what(); }
    return "";
}

}  // namespace tests

#endif

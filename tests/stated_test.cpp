// What the headers and the README state of errors against what was measured: tests/exhaustive/README.md has the tables,
// which accuracy_test holds against the kernels.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "exhaustive/stated.hpp"
#include "support/catch.hpp"

namespace {

using namespace exhaustive;

const std::filesystem::path source = ACTIVATION_SOURCE_DIRECTORY;

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// With one blank wherever there are blanks, ends of lines and comments' beginnings.
std::string on_one_line(const std::string& text) {
    std::stringstream words(text);
    std::string line;
    for (std::string word; words >> word;)
        if (word != "///") line += (line.empty() ? "" : " ") + word;
    return line;
}

void replace_all(std::string& text, const std::string& old, const std::string& by) {
    for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += by.size())
        text.replace(at, old.size(), by);
}

/// The "Error" paragraphs of a header, that of the accurate tier first. Where f′ is never negative |f′| is f′.
std::vector<std::string> errors_in(const std::string& header) {
    std::vector<std::string> paragraphs;
    const std::string begin = "/// Error ";
    for (std::size_t at = header.find(begin); at != std::string::npos; at = header.find(begin, at + 1)) {
        std::size_t end = at;
        do end = header.find('\n', end) + 1;
        while (header.compare(end, 8, "///     ") == 0);
        paragraphs.push_back(on_one_line(header.substr(at, end - at)));
        replace_all(paragraphs.back(), "max(f′, 1/16)", "max(|f′|, 1/16)");
    }
    return paragraphs;
}

const tables& committed() {
    static const tables all(text_of(source / "tests" / "exhaustive" / "README.md"));
    return all;
}

}  // namespace

TEST_CASE("stated: the tables have a row for every kernel and for nothing that is missing") {
    for (const kernel& k : kernels())
        for (const char* target : {fused_target, plain_target})
            for (const bool is_float : {true, false})
                for (const reference::mode what : {reference::mode::forward, reference::mode::derivative}) {
                    CAPTURE(k.name, target, is_float, what == reference::mode::derivative);
                    CHECK(committed().find(target, is_float, k.name, what).is_known());
                }
}

TEST_CASE("stated: each header states the errors that were measured, rounded up") {
    for (const std::vector<kernel>& group : by_statement(kernels())) {
        const kernel& first = group.front();
        const std::vector<std::string> errors =
            errors_in(text_of(source / "include" / "activation" / (first.activation + ".hpp")));
        const std::size_t tier = first.name.starts_with("fast::") ? 1 : 0;
        INFO(first.name);
        REQUIRE(errors.size() > tier);
        std::size_t at = 0;
        for (const std::string& phrase : statement(committed(), group)) {
            INFO("expected  " << phrase << "\nstated    " << errors[tier]);
            at = errors[tier].find(phrase, at);
            REQUIRE(at != std::string::npos);
        }
    }
}

TEST_CASE("stated: the README states the errors that were measured, rounded up") {
    const std::string readme = on_one_line(text_of(source / "README.md"));
    for (const std::string& phrase : readme_phrases(committed(), kernels())) {
        INFO(phrase);
        CHECK(readme.find(phrase) != std::string::npos);
    }
}

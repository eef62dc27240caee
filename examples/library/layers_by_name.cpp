// A model that names its activations: each comes from the configuration by name, with its parameters, whoever's spelling it
// is.  C++11, and nothing of the headers of C++20.
#include <activation/library.hpp>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

const char* const configuration = R"([
    {"activation": "gelu_pytorch_tanh"},
    {"activation": "LeakyRelu", "negative_slope": 0.2},
    {"activation": "swish", "beta": 1.5},
    {"activation": "HardSwish"},
    {"activation": "Softplus", "beta": 2, "threshold": 10}
])";

/// As much of JSON as a list of such layers needs.
class reader {
public:
    explicit reader(const std::string& text) : text_(text) {}

    bool next(char wanted) {
        skip();
        if (at_ == text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    void expect(char wanted) {
        if (!next(wanted)) throw std::invalid_argument(std::string("expected ") + wanted + " at " + text_.substr(at_));
    }

    std::string string() {
        expect('"');
        const std::size_t end = text_.find('"', at_);
        if (end == std::string::npos) throw std::invalid_argument("a string without an end");
        const std::string result = text_.substr(at_, end - at_);
        at_ = end + 1;
        return result;
    }

    double number() {
        skip();
        std::size_t length = 0;
        const double value = std::stod(text_.substr(at_), &length);
        at_ += length;
        return value;
    }

private:
    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    }

    std::string text_;
    std::size_t at_ = 0;
};

struct layer {
    std::string name;
    activation::library::function f;
};

std::vector<layer> layers_of(const std::string& text) {
    std::vector<layer> layers;
    reader from(text);
    from.expect('[');
    do {
        from.expect('{');
        if (from.string() != "activation") throw std::invalid_argument("a layer begins with its activation");
        from.expect(':');
        const std::string name = from.string();
        activation::library::function f = activation::library::find(name);
        while (from.next(',')) {
            const std::string parameter = from.string();
            from.expect(':');
            f.set(parameter, from.number());
        }
        from.expect('}');
        layers.push_back({name, f});
    } while (from.next(','));
    from.expect(']');
    return layers;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        std::vector<float> values{-2, -1, -0.5F, 0, 0.5F, 1, 2};
        for (const layer& each : layers_of(argc > 1 ? argv[1] : configuration)) {
            each.f(values.data(), values.size());
            std::printf("%-18s", each.name.c_str());
            for (const float value : values) std::printf(" %9.6f", value);
            std::printf("\n");
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "layers_by_name: %s\n", error.what());
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}

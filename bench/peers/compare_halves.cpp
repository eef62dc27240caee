// How fast, and how right, are the others on numbers of sixteen bits?  n = 64Ki, interleaved; of all 65,536 inputs how many
// results are not the correctly rounded ones.
//
//     compare_halves [DIRECTORY]      the tables to standard output, and to DIRECTORY/peers_halves.md

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <activation/activation.hpp>

#include "../support/inputs.hpp"
#include "../support/report.hpp"
#include "../support/table.hpp"
#include "half_peer.hpp"

namespace {

constexpr std::size_t count = 65536;

template <class E>
bench::array<E> elements(const std::vector<std::uint16_t>& bits) {
    bench::array<E> result(bits.size());
    std::memcpy(result.data(), bits.data(), 2 * bits.size());
    return result;
}

template <class E>
std::vector<std::uint16_t> normal_bits() {
    bench::normal_inputs<float> source{2, 1};
    std::vector<std::uint16_t> bits;
    for (const float value : source.first(count)) bits.push_back(E(value).bits);
    return bits;
}

std::vector<std::uint16_t> all_bits() {
    std::vector<std::uint16_t> bits(count);
    for (std::size_t i = 0; i < count; ++i) bits[i] = static_cast<std::uint16_t>(i);
    return bits;
}

/// How many are not the same number; NaNs are one.
template <class E>
std::size_t differences(const bench::array<E>& a, const bench::array<E>& b) {
    const auto number = [](E value) {
        const float wide(value);
        return wide == wide ? value.bits : std::uint16_t{0x7fff};
    };
    std::size_t result = 0;
    for (std::size_t i = 0; i < count; ++i) result += number(a[i]) != number(b[i]);
    return result;
}

template <class E>
const std::uint16_t* bits_of(const bench::array<E>& values) {
    return reinterpret_cast<const std::uint16_t*>(values.data());
}
template <class E>
std::uint16_t* bits_of(bench::array<E>& values) {
    return reinterpret_cast<std::uint16_t*>(values.data());
}

/// The tables of one format.
template <class E>
class comparison {
public:
    comparison(const std::vector<bench::half_peer>& peers, bool is_bfloat16)
        : peers_(peers),
          is_bfloat16_(is_bfloat16),
          times_(header("ns per element")),
          wrong_(header("wrong of 65,536")) {}

    template <class F, class Fast>
    void add(const std::string& name, const F& f, const Fast& fast) {
        std::vector<bench::work> works{ours(f, x_, y_), ours(fast, x_, y_)};
        std::vector<std::string> time{name}, wrong{name};
        bench::array<E> results(count);
        f(all_, expected_);
        wrong.push_back("0");
        fast(all_, results);
        wrong.push_back(std::to_string(differences(results, expected_)));
        for (const bench::half_peer& peer : peers_) {
            works.push_back(peer.prepare(name, is_bfloat16_, bits_of(x_), bits_of(y_), count));
            const bench::work once = peer.prepare(name, is_bfloat16_, bits_of(all_), bits_of(results), count);
            if (once) once(1);
            wrong.push_back(once ? std::to_string(differences(results, expected_)) : "");
        }
        for (const bench::timing& each : bench::time_interleaved(works, {.total = 0.1}))
            time.push_back(each.minimum == 0 ? "" : bench::digits(each.minimum * 1e9 / count));
        times_.add(time);
        wrong_.add(wrong);
    }

    std::string markdown() const {
        return (is_bfloat16_ ? "\n## bfloat16\n\n" : "\n## float16\n\n") + times_.markdown() + '\n' + wrong_.markdown();
    }

private:
    std::vector<std::string> header(const std::string& first) const {
        std::vector<std::string> line{first, "this library", "fast tier"};
        for (const bench::half_peer& peer : peers_) line.push_back(peer.name);
        return line;
    }
    template <class F>
    static bench::work ours(const F& f, const bench::array<E>& x, bench::array<E>& y) {
        return bench::repeat([&f, from = x.data(), to = y.data()] { f(from, to, count); });
    }

    const std::vector<bench::half_peer>& peers_;
    bool is_bfloat16_;
    bench::array<E> x_ = elements<E>(normal_bits<E>()), all_ = elements<E>(all_bits()), y_ = x_, expected_ = x_;
    bench::table times_, wrong_;
};

template <class E>
std::string compared(const std::vector<bench::half_peer>& peers, bool is_bfloat16) {
    namespace fast = activation::fast;
    comparison<E> all(peers, is_bfloat16);
    all.add("relu", activation::relu, fast::relu);
    all.add("leaky_relu", activation::leaky_relu, fast::leaky_relu);
    all.add("elu", activation::elu, fast::elu);
    all.add("gelu", activation::gelu, fast::gelu);
    all.add("gelu_tanh", activation::gelu_tanh, fast::gelu_tanh);
    all.add("silu", activation::silu, fast::silu);
    all.add("sigmoid", activation::sigmoid, fast::sigmoid);
    all.add("tanh", activation::tanh, fast::tanh);
    return all.markdown();
}

std::string report(const std::string& command) {
    std::vector<bench::half_peer> peers;
    std::string versions;
    for (const bench::make_half_peer make : bench::half_peers()) peers.push_back(make());
    std::ranges::sort(peers, {}, &bench::half_peer::name);
    for (const bench::half_peer& peer : peers) versions += "- " + peer.name + ' ' + peer.version + '\n';
    return "# Numbers of sixteen bits beside the others\n\nThe fastest of many interleaved samples, 65,536 inputs N(0, "
           "2), "
           "out of place; and of all 65,536 inputs how\nmany results are not the correctly rounded ones, which the "
           "accurate "
           "tier's are (tests/halves).  Empty: the peer\ndoes not have it.\n\n" +
           bench::provenance(command) + versions + compared<activation::bfloat16>(peers, true) +
           compared<activation::float16>(peers, false);
}

}  // namespace

int main(int argc, char** argv) try {
    const bench::report_folder folder{
        bench::directory_argument(argc, argv,
                                  "compare_halves [DIRECTORY]: bfloat16 and float16 beside the others, half a minute\n"
                                  "The tables go to standard output; DIRECTORY receives them as peers_halves.md.\n")};
    bench::pin_to_one_core();
    const std::string text = report(bench::command_line(argc, argv));
    bench::print(text);
    folder.write("peers_halves.md", text);
} catch (const std::exception& failure) {
    std::cerr << "compare_halves: " << failure.what() << '\n';
    return 1;
}

#ifndef ACTIVATION_TESTS_EXACT_HARD_CASES_HPP
#define ACTIVATION_TESTS_EXACT_HARD_CASES_HPP

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "kernels.hpp"

namespace exact {

/// Inputs, and what each is right to give.
struct hard_cases {
    std::vector<float> x, y;
};

/// Those of a file; none where there is no such file.
inline hard_cases read_hard_cases(const std::string& path) {
    std::ifstream in(path);
    hard_cases all;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::stringstream words(line);
        std::string x, y;
        words >> x >> y;
        all.x.push_back(std::strtof(x.c_str(), nullptr));
        all.y.push_back(std::strtof(y.c_str(), nullptr));
    }
    return all;
}

/// Those of a directory's file for the kernel.
inline hard_cases read_hard_cases(const std::string& directory, const kernel& k) {
    return read_hard_cases(directory + '/' + k.activation + (k.derivative ? "_derivative" : "") + ".txt");
}

}  // namespace exact

#endif

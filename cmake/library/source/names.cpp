#include "names.hpp"

#include <activation/activation.h>

#include <cstring>

#include "aliases.hpp"
#include "kernels.hpp"

namespace activation_library {

namespace {

/// The defaults of a functor's parameters, as doubles.
template <class F>
struct defaults_of {
    struct values {
        double at[parameter_count<F>];
    };
    static constexpr values all = __builtin_bit_cast(values, F{});
};

template <class F>
constexpr description describe(const char* name, const char* functor) {
    if constexpr (parameter_count<F> == 0)
        return {name, functor, 0, nullptr, nullptr};
    else
        return {name, functor, parameter_count<F>, F::parameter_names, defaults_of<F>::all.at};
}

}  // namespace

const description descriptions[kinds] = {
#define ACTIVATION_ENTRY(callable, Functor) describe<activation::Functor<double>>(#callable, #Functor),
#include <activation/catalogue.hpp>
};

namespace {

bool is_kind(int kind) { return kind >= 0 && kind < kinds; }

int find_own(const char* name) {
    for (int kind = 0; kind < kinds; ++kind)
        if (std::strcmp(name, descriptions[kind].name) == 0 || std::strcmp(name, descriptions[kind].functor) == 0)
            return kind;
    return -1;
}

}  // namespace
}  // namespace activation_library

using namespace activation_library;

int activation_find(const char* name) {
    if (name == nullptr) return -1;
    if (const int kind = find_own(name); kind >= 0) return kind;
    for (const alias& each : aliases)
        if (std::strcmp(name, each.spelling) == 0) return find_own(each.name);
    return -1;
}

int activation_kind_count(void) { return kinds; }

const char* activation_name(int kind) { return is_kind(kind) ? descriptions[kind].name : nullptr; }

size_t activation_parameter_count(int kind) { return is_kind(kind) ? descriptions[kind].parameter_count : 0; }

const char* activation_parameter_name(int kind, size_t i) {
    return i < activation_parameter_count(kind) ? descriptions[kind].parameter_names[i] : nullptr;
}

double activation_parameter_default(int kind, size_t i) {
    return i < activation_parameter_count(kind) ? descriptions[kind].defaults[i] : 0;
}

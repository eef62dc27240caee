// Every activation in MPFR's numbers. A program that judges one alone has a list of its own.
#include <stdexcept>
#include <string>

#include "mpfr.hpp"

namespace described {

#define ACTIVATION_ENTRY(callable, Functor) struct Functor;
#include <activation/catalogue.hpp>

}  // namespace described

namespace reference {

evaluation evaluation_of(std::string_view name) {
#define ACTIVATION_ENTRY(callable, Functor) \
    if (name == #callable) return evaluate_at<described::Functor>;
#include <activation/catalogue.hpp>
    throw std::out_of_range("no activation is named " + std::string(name));
}

}  // namespace reference

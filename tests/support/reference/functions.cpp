// The references of every activation. A program that judges one alone has a list of its own.
#include "function.hpp"

namespace described {

#define ACTIVATION_ENTRY(callable, Functor) struct Functor;
#include <activation/catalogue.hpp>

}  // namespace described

namespace reference {

std::vector<const function*> functions() {
    return {
#define ACTIVATION_ENTRY(callable, Functor) &function_of<described::Functor>(),
#include <activation/catalogue.hpp>
    };
}

}  // namespace reference

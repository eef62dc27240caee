#include <activation/activation.hpp>

#include <activation/relu.hpp>

extern "C" float layers_relu(float x) { return activation::relu(x); }

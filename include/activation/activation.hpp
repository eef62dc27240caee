#ifndef ACTIVATION_ACTIVATION_HPP
#define ACTIVATION_ACTIVATION_HPP

/// Everything in the library.

#include "activation/detail/arch/requirements.hpp"

#include "activation/catalogue.hpp"
#include "activation/exact.hpp"
#include "activation/fast.hpp"
#include "activation/fuse.hpp"
#include "activation/gated.hpp"
#include "activation/rows.hpp"
#include "activation/softmax.hpp"
#include "activation/storage.hpp"

#endif

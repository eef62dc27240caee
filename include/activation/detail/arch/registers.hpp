#ifndef ACTIVATION_DETAIL_ARCH_REGISTERS_HPP
#define ACTIVATION_DETAIL_ARCH_REGISTERS_HPP

/// The operations on the registers of this target (names.hpp says which), one file a family of architectures.

#if defined(__x86_64__) || defined(__i386__)
#include "activation/detail/arch/x86.hpp"
#include "activation/detail/arch/x86_float16.hpp"
#include "activation/detail/arch/x86_half_width.hpp"
#include "activation/detail/arch/x86_half_width_512.hpp"
#include "activation/detail/arch/x86_halves.hpp"
#include "activation/detail/arch/x86_parts.hpp"
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include "activation/detail/arch/neon.hpp"
#include "activation/detail/arch/sve.hpp"
#else
#include "activation/detail/arch/other.hpp"
#endif

#endif

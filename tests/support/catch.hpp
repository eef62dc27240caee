#ifndef ACTIVATION_TESTS_SUPPORT_CATCH_HPP
#define ACTIVATION_TESTS_SUPPORT_CATCH_HPP

// Catch2 by one name: version 2.13 is a single header, version 3 many.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

// Its macros count by __COUNTER__, which clang 22 finds pedantically new.
#ifdef __clang__
#if __has_warning("-Wc2y-extensions")
#pragma clang diagnostic ignored "-Wc2y-extensions"
#endif
#endif

#endif

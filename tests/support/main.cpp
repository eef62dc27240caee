// Built with CATCH_CONFIG_MAIN, only where the installed Catch2 brings no main of its own.
#include "catch.hpp"

#include "dispatch.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "arch/processor.hpp"

namespace activation_library {

// library_targets.inc, which CMake writes, has a line ACTIVATION_LIBRARY_ENTRY(name) for each, the best one last.
#define ACTIVATION_LIBRARY_ENTRY(name) \
    namespace name {                   \
    extern const target_table table;   \
    }
#include "library_targets.inc"

// The tables are constants, so that nothing is published by this pointer but itself.
constinit std::atomic<const target_table*> chosen{nullptr};

namespace {

struct candidate {
    const target_table* table;
    bool (*runs)(const processor&);
};

constexpr candidate candidates[] = {
#define ACTIVATION_LIBRARY_ENTRY(name) {&name::table, [](const processor& p) { return p.runs_##name(); }},
#include "library_targets.inc"
};

void print_names(bool (*wanted)(const candidate&, const processor&), const processor& here) {
    const char* separator = " ";
    for (const candidate& each : candidates) {
        if (!wanted(each, here)) continue;
        std::fprintf(stderr, "%s%s", separator, each.table->name);
        separator = ", ";
    }
}

[[noreturn]] void refuse(const char* wanted, const processor& here) {
    std::fprintf(stderr, "activation: ACTIVATION_TARGET is \"%s\", but this library has", wanted);
    print_names([](const candidate&, const processor&) { return true; }, here);
    std::fprintf(stderr, ", of which this processor runs");
    print_names([](const candidate& each, const processor& p) { return each.runs(p); }, here);
    std::fprintf(stderr, "\n");
    std::abort();
}

[[noreturn]] void refuse_processor() {
    std::fprintf(stderr, "activation: this processor runs none of what this library has been built for:");
    print_names([](const candidate&, const processor&) { return true; }, {});
    std::fprintf(stderr, "\n");
    std::abort();
}

}  // namespace

[[gnu::cold, gnu::noinline]] const target_table& choose() {
    const processor here = this_processor();
    const char* const wanted = std::getenv("ACTIVATION_TARGET");
    const bool forced = wanted != nullptr && *wanted != '\0';
    const target_table* best = nullptr;
    for (const candidate& each : candidates)
        if (each.runs(here) && (!forced || std::strcmp(wanted, each.table->name) == 0)) best = each.table;
    if (best == nullptr) {
        if (forced) refuse(wanted, here);
        refuse_processor();
    }
    chosen.store(best, std::memory_order_relaxed);
    return *best;
}

}  // namespace activation_library

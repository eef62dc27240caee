#include "progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace exhaustive {

progress::progress(double expected)
    : expected_(expected), on_terminal_(isatty(STDERR_FILENO) != 0), draw_every_(on_terminal_ ? 0.1 : 15.0) {}

void progress::advance(double work) {
    done_ += work;
    const double elapsed = seconds(std::chrono::steady_clock::now() - start_).count();
    if (elapsed < last_draw_ + draw_every_) return;
    last_draw_ = elapsed;
    draw(elapsed);
}

void progress::draw(double elapsed) {
    constexpr int width = 30;
    const double share = std::clamp(done_ / expected_, 0.0, 1.0);
    const int filled = static_cast<int>(share * width);
    const int left = share > 0.0 ? static_cast<int>(elapsed * (1.0 - share) / share) : 0;
    const std::string bar =
        std::string(static_cast<std::size_t>(filled), '#') + std::string(static_cast<std::size_t>(width - filled), '.');
    std::fprintf(stderr, "%s[%s] %5.1f %%, %d:%02d left  %-32s%s", on_terminal_ ? "\r" : "", bar.c_str(), share * 100.0,
                 left / 60, left % 60, what_.c_str(), on_terminal_ ? "" : "\n");
    std::fflush(stderr);
}

void progress::end() {
    if (on_terminal_) std::fprintf(stderr, "\r%100s\r", "");
}

}  // namespace exhaustive

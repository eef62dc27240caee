#ifndef ACTIVATION_TESTS_EXHAUSTIVE_PROGRESS_HPP
#define ACTIVATION_TESTS_EXHAUSTIVE_PROGRESS_HPP

#include <chrono>
#include <string>

namespace exhaustive {

/// A bar on stderr with an estimate of the time left: redrawn on a terminal, a line now and then in a log.
class progress {
public:
    using seconds = std::chrono::duration<double>;

    /// `expected` is how long all steps together should take, in any unit.
    explicit progress(double expected);

    /// Names what is being done.
    void begin(const std::string& what) { what_ = what; }

    /// Adds work done, in the unit of `expected`.
    void advance(double work);

    /// Clears the bar.
    void end();

private:
    void draw(double elapsed);

    double expected_;
    double done_ = 0.0;
    std::string what_;
    bool on_terminal_;
    double draw_every_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    double last_draw_ = 0.0;
};

}  // namespace exhaustive

#endif

#ifndef ACTIVATION_TESTS_SUPPORT_SUITE_HPP
#define ACTIVATION_TESTS_SUPPORT_SUITE_HPP

#include <concepts>
#include <string>
#include <type_traits>

#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/row.hpp"

namespace tests {

/// Makes a test case of each check that holds for every activation, "silu: a result does not depend on its position",
/// for float and double and each parameter set of its description.
template <class Description, template <class> class Functor, const auto& callable>
class suite {
public:
    suite() {
        static_assert(are_defaults<Functor>(Description::sets[0].values), "the first parameter set has the defaults");
        add<edges_check>();
        add<formula_check>();
        if constexpr (has_textbook<Description>) add<textbook_check>();
        if constexpr (Description::known.size() != 0) add<known_values_check>();
        add<gradient_check>();
        add<masks_check>();
        if constexpr (Description::has_from_output) add<from_output_check>();
        add<positions_check>();
        add<bits_check>();
        add<signs_check>();
        add<errors_check>();
        if constexpr (Description::positive_parameter != nullptr) add<ambiguous_check>();
    }

private:
    using row_t = row<Description, Functor, callable>;

    template <class T, class Check>
    static void run_for() {
        const std::size_t count = std::same_as<Check, ambiguous_check> ? 1 : row_t::count;
        for (std::size_t i = 0; i < count; ++i) Check{}(subject_of<row_t, Description, T>(i));
    }

    template <class Check>
    static void run() {
        run_for<float, Check>();
        run_for<double, Check>();
    }

    template <class Check>
    void add() {
        REGISTER_TEST_CASE(run<Check>, std::string(Functor<float>::name) + ": " + Check::sentence);
    }
};

/// The suite of the accurate tier, and that of the fast one where it has a kernel of its own.
template <class Description, template <class> class Accurate, const auto& accurate, template <class> class Fast,
          const auto& fast>
class suites {
    struct nothing {};
    static constexpr bool has_fast = !std::same_as<Accurate<float>, Fast<float>>;

    suite<Description, Accurate, accurate> accurate_;
    [[no_unique_address]] std::conditional_t<has_fast, suite<Description, Fast, fast>, nothing> fast_;
};

}  // namespace tests

#endif

#ifndef ACTIVATION_TESTS_SUPPORT_SUITE_HPP
#define ACTIVATION_TESTS_SUPPORT_SUITE_HPP

#include <iterator>
#include <string>

#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/row.hpp"

namespace tests {

/// Makes a test case of each check that holds for every activation, "silu: a result does not depend on its position",
/// for float and double and each of the row's parameters:
///
///     const tests::suite<silu_row> suite;
template <template <class> class Row>
class suite {
public:
    suite() {
        add<edges_check>();
        add<formula_check>();
        if constexpr (Row<float>::known.size() != 0) add<known_values_check>();
        add<gradient_check>();
        add<masks_check>();
        if constexpr (Row<float>::from_output) add<from_output_check>();
        add<positions_check>();
        add<bits_check>();
        add<errors_check>();
        if constexpr (has_ambiguous) add<ambiguous_check>();
    }

private:
    static constexpr bool has_ambiguous = Row<float>::parameter != nullptr;

    template <class T, class Check>
    static void run_for() {
        const std::size_t count = std::same_as<Check, ambiguous_check> ? 1 : std::size(Row<T>::parameters);
        for (std::size_t i = 0; i < count; ++i) Check{}(subject_of<Row, T>(i));
    }

    template <class Check>
    static void run() {
        run_for<float, Check>();
        run_for<double, Check>();
    }

    template <class Check>
    void add() {
        const std::string name(Row<float>::parameters[0].name);
        REGISTER_TEST_CASE(run<Check>, name + ": " + Check::sentence);
    }
};

}  // namespace tests

#endif

#include <activation/activation.hpp>
#include <xtensor/xarray.hpp>
#include <xtensor/xtensor.hpp>
#include <xtensor/xview.hpp>

#include "support/catch.hpp"

namespace {

// Catch2 2.13 and xtensor both overload operators for whatever they meet, hence the parentheses in CHECK((…)).

/// Its data() is the matrix's, its first element is not.
TEST_CASE("xtensor: a row of a matrix begins at the row") {
    xt::xtensor<float, 2> matrix{{-1, 2}, {-3, 4}, {-5, 6}};
    auto row = xt::view(matrix, 1, xt::all());
    REQUIRE(row.data() == matrix.data());
    activation::relu(row);
    CHECK((matrix == xt::xtensor<float, 2>{{-1, 2}, {0, 4}, {-5, 6}}));
    auto last = xt::view(matrix, 2, xt::all());
    activation::relu(last, row);
    CHECK((matrix == xt::xtensor<float, 2>{{-1, 2}, {0, 6}, {-5, 6}}));
}

TEST_CASE("xtensor: arrays and tensors are ranges") {
    xt::xarray<double> x{{-1, 2}, {-3, 4}};
    xt::xarray<double> y = xt::zeros<double>({2, 2});
    activation::relu(x, y);
    CHECK((y == xt::xarray<double>{{0, 2}, {0, 4}}));
}

}  // namespace

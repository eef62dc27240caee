#ifndef ACTIVATION_TESTS_SUPPORT_OWN_EIGEN_HPP
#define ACTIVATION_TESTS_SUPPORT_OWN_EIGEN_HPP

#include <vector>

namespace tests {

/// What the library tells Eigen's types by, without Eigen: a container …
struct own_eigen_container {
    using PlainObject = own_eigen_container;

    std::vector<float> elements;

    float* data() { return elements.data(); }
    const float* data() const { return elements.data(); }
    long size() const { return static_cast<long>(elements.size()); }
    long innerStride() const { return 1; }
};

/// … and a view of somebody else's elements: outer × inner, that many apart.
struct own_eigen_view {
    using PlainObject = own_eigen_container;

    float* first;
    long inner;
    long inner_stride = 1;
    long outer_stride = inner;
    long outer = 1;

    float* data() const { return first; }
    long size() const { return inner * outer; }
    long innerSize() const { return inner; }
    long outerSize() const { return outer; }
    long innerStride() const { return inner_stride; }
    long outerStride() const { return outer_stride; }
};

}  // namespace tests

#endif

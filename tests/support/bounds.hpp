#ifndef ACTIVATION_TESTS_SUPPORT_BOUNDS_HPP
#define ACTIVATION_TESTS_SUPPORT_BOUNDS_HPP

/// What a kernel promises: the largest errors allowed, in ULP.
namespace tests {

struct bound {
    double forward;
    double derivative;
};

/// The bounds on targets with and without fused multiply-add.
struct bounds {
    bound float_fused;
    bound float_plain;
    bound double_fused;
    bound double_plain;
    /// Errors of derivatives count against the spacing of max(|f'|, derivative_floor).
    double derivative_floor = 0.0;
};

inline constexpr double floor_of_contract = 1.0 / 16.0;

inline constexpr bounds exact{{0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}};
inline constexpr bounds rounded_once{{0.5, 0.0}, {0.5, 0.0}, {0.5, 0.0}, {0.5, 0.0}};
/// The accurate tier's of the contract.
inline constexpr bounds accurate{{1.0, 1.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}};
/// The fast tier's.
inline constexpr bounds fast_tier{{4.0, 4.0}, {4.0, 4.0}, {8.0, 8.0}, {8.0, 8.0}, floor_of_contract};

}  // namespace tests

#endif

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
    /// Errors of derivatives count against the spacing of max(|f'|, derivative_floor), those of values likewise; but where
    /// |x| < relative_below, against that of f' and f themselves.
    double derivative_floor = 0.0;
    double forward_floor = 0.0;
    double relative_below = 0.0;
};

inline constexpr double floor_of_contract = 1.0 / 16.0;

inline constexpr bounds exact{{0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}};
inline constexpr bounds rounded_once{{0.5, 0.0}, {0.5, 0.0}, {0.5, 0.0}, {0.5, 0.0}};
/// The accurate tier's of the contract.
inline constexpr bounds accurate{{1.0, 1.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}};
/// The fast tier's.
inline constexpr bounds fast_tier{{4.0, 4.0},        {6.0, 6.0},        {8.0, 8.0}, {8.0, 8.0},
                                  floor_of_contract, floor_of_contract, 1.0 / 16.0};
/// The same where the value has no floor.
inline constexpr bounds fast_tier_everywhere{{4.0, 4.0},        {6.0, 6.0}, {8.0, 8.0}, {8.0, 8.0},
                                             floor_of_contract, 0.0,        1.0 / 16.0};

}  // namespace tests

#endif

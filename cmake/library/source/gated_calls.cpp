#include <cstring>

#include "calls.hpp"
#include "dispatch.hpp"
#include "halves.hpp"

namespace activation_library {
namespace {

/// A gated unit of any activation with any parameters, of T, block by block; where it has no kernel of its own, or that
/// does not know the parameters, from those for forward and backward, which gives the same bits.
template <class T>
struct unit {
    const kernels& own;
    const parameters& p;

    int forward(const void* activated, const void* linear, void* y, std::size_t n) const {
        if (own.gated != nullptr) return own.gated(activated, linear, y, nullptr, n, p);
        return in_blocks(n, [&](std::size_t done, std::size_t count) {
            T value[block];
            if (const int error = own.forward(at(activated, done), nullptr, value, nullptr, count, p)) return error;
            for (std::size_t i = 0; i < count; ++i) to(y)[done + i] = value[i] * at(linear, done)[i];
            return 0;
        });
    }

    int backward(const void* grad_output, const void* activated, const void* linear, void* grad_activated,
                 void* grad_linear, std::size_t n) const {
        if (own.gated_backward != nullptr) {
            own.gated_backward(grad_output, activated, linear, grad_activated, grad_linear, n);
            return 0;
        }
        return in_blocks(n, [&](std::size_t done, std::size_t count) {
            T value[block], gradient[block], result[block];
            if (const int error = own.forward(at(activated, done), nullptr, value, nullptr, count, p)) return error;
            for (std::size_t i = 0; i < count; ++i) {
                value[i] = at(grad_output, done)[i] * value[i];
                gradient[i] = at(grad_output, done)[i] * at(linear, done)[i];
            }
            own.backward(gradient, at(activated, done), result, nullptr, count, p);
            std::memcpy(to(grad_activated) + done, result, count * sizeof(T));
            std::memcpy(to(grad_linear) + done, value, count * sizeof(T));
            return 0;
        });
    }

private:
    static const T* at(const void* from, std::size_t done) { return static_cast<const T*>(from) + done; }
    static T* to(void* array) { return static_cast<T*>(array); }

    /// A refusal is that of the first block, before anything is written.
    template <class Action>
    static int in_blocks(std::size_t n, Action action) {
        std::size_t done = 0;
        do {
            const std::size_t count = n - done < block ? n - done : block;
            if (const int error = action(done, count)) return error;
            done += count;
        } while (done < n);
        return 0;
    }
};

/// action(unit) of the type that is computed in.
template <class Action>
int of_type(selection which, const parameters& p, Action action) {
    const kernels* const* const of_tier = table().elementwise[which.type == float64 ? float64 : float32];
    const kernels& own = of_tier[which.tier][which.kind];
    return which.type == float64 ? action(unit<double>{own, p}) : action(unit<float>{own, p});
}

}  // namespace

int gated_call(selection which, const void* activated, const void* linear, void* y, std::size_t n,
               const parameters& p) {
    const std::size_t size = size_of(which.type);
    if (const int error = check_size(n, size)) return error;
    if (const int error = check_arrays(input(activated, n * size), input(linear, n * size), output(y, n * size)))
        return error;
    return of_type(which, p, [&](const auto& unit) {
        if (which.type < computed_types) return unit.forward(activated, linear, y, n);
        return by_blocks<2, 1>(table().halves[which.type - computed_types], {{activated, linear}, {y}}, n,
                               [&](const auto& from, auto& to, std::size_t count) {
                                   return unit.forward(from[0], from[1], to[0], count);
                               });
    });
}

int gated_backward_call(selection which, const void* grad_output, const void* activated, const void* linear,
                        void* grad_activated, void* grad_linear, std::size_t n, const parameters& p) {
    const std::size_t size = size_of(which.type);
    if (const int error = check_size(n, size)) return error;
    if (const int error =
            check_arrays(input(grad_output, n * size), input(activated, n * size), input(linear, n * size),
                         output(grad_activated, n * size), output(grad_linear, n * size)))
        return error;
    return of_type(which, p, [&](const auto& unit) {
        if (which.type < computed_types)
            return unit.backward(grad_output, activated, linear, grad_activated, grad_linear, n);
        return by_blocks<3, 2>(table().halves[which.type - computed_types],
                               {{grad_output, activated, linear}, {grad_activated, grad_linear}}, n,
                               [&](const auto& from, auto& to, std::size_t count) {
                                   return unit.backward(from[0], from[1], from[2], to[0], to[1], count);
                               });
    });
}

}  // namespace activation_library

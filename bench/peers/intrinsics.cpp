// The limit of relu: AVX intrinsics by hand, eight vectors in flight, with plain and with streaming stores.

#include <immintrin.h>

#include "peer.hpp"

namespace {

constexpr std::size_t width = 8;
constexpr std::size_t step = 8 * width;

template <bool Streaming>
void store(float* to, __m256 value) {
    if constexpr (Streaming) {
        _mm256_stream_ps(to, value);
    } else {
        _mm256_store_ps(to, value);
    }
}

// By value: a vector store may alias anything, and pointers behind a reference would be loaded again after each.
template <bool Streaming>
void forward(const bench::operands data) {
    const __m256 zero = _mm256_setzero_ps();
    for (std::size_t i = 0; i < data.n; i += step) {
        for (std::size_t k = 0; k < step; k += width) {
            // The operand order keeps NaN: max returns its second operand when either is NaN.
            store<Streaming>(data.first + i + k, _mm256_max_ps(zero, _mm256_load_ps(data.x + i + k)));
        }
    }
    if constexpr (Streaming) _mm_sfence();
}

template <bool Streaming>
void backward(const bench::operands data) {
    const __m256 zero = _mm256_setzero_ps();
    for (std::size_t i = 0; i < data.n; i += step) {
        for (std::size_t k = 0; k < step; k += width) {
            const __m256 positive = _mm256_cmp_ps(_mm256_load_ps(data.x + i + k), zero, _CMP_GT_OQ);
            store<Streaming>(data.first + i + k, _mm256_and_ps(positive, _mm256_load_ps(data.grad_output + i + k)));
        }
    }
    if constexpr (Streaming) _mm_sfence();
}

template <bool Streaming>
class intrinsics_limit final : public bench::peer {
public:
    std::string version() const override { return "AVX"; }

    std::string note() const override {
        return std::string{"relu only, "} + (Streaming ? "streaming" : "plain") + " stores, whole cache lines only";
    }

    bench::work prepare(const bench::task& wanted, const bench::operands& data) override {
        if (wanted.activation != "relu" || data.n % step != 0) return {};
        switch (wanted.what) {
            case bench::operation::forward:
                return bench::repeat([data] { forward<Streaming>(data); });
            case bench::operation::backward:
                return bench::repeat([data] { backward<Streaming>(data); });
            default:
                return {};
        }
    }
};

using bench::make_peer, bench::role;
const bench::registered plain{{"intrinsics", role::limit, make_peer<intrinsics_limit<false>>}};
const bench::registered streaming{{"intrinsics, streaming", role::limit, make_peer<intrinsics_limit<true>>}};

}  // namespace

# shellcheck shell=sh disable=SC2034
# The targets that are tried, for the scripts beside it to source.
#
# describe TARGET: how to compile for it and to run what was compiled.  XSIMD_INCLUDE is the folder of xsimd, /usr/include without
# it: SVE and RISC-V's vectors want 13, WebAssembly's 10.
#
#     compiler, flags         those that it cannot do without
#     emulator                what runs its programs, nothing where this machine does
#     processor               CMake's name of it
#     libraries               the name of its folder in /usr/lib, where it is not what the compiler says
#     fuses                   fused, where there is a fused multiply-add for scalars and vectors alike; else no
targets='sse4.2 avx avx2-fma avx512 32-bits neon sve128 sve256 sve512 riscv64 riscv64-v128 s390x wasm wasm-simd'
export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"  # em++ wants acorn

describe() {
    compiler=g++ flags='' emulator='' processor=x86_64 libraries='' fuses=no
    case $1 in
        sse4.2) flags=-msse4.2 ;;
        avx) flags=-mavx ;;
        avx2-fma) flags='-mavx2 -mfma' fuses=fused ;;
        avx512) flags='-mavx2 -mfma -mavx512f -mavx512cd -mavx512bw -mavx512dq -mavx512vl' fuses=fused ;;
        32-bits)
            flags='-m32 -msse2 -mfpmath=sse -idirafter /usr/include/i386-linux-gnu -idirafter /usr/include/x86_64-linux-gnu'
            processor=i686 libraries=i386-linux-gnu
            ;;
        neon) on_aarch64 ;;
        sve*) on_aarch64 "${1#sve}" ;;
        riscv64)
            compiler=riscv64-linux-gnu-g++-12 flags=-static emulator=qemu-riscv64 processor=riscv64 fuses=fused
            ;;
        riscv64-v128)
            compiler=riscv64-linux-gnu-g++-16 flags='-static -march=rv64gcv_zvl128b -mrvv-vector-bits=zvl'
            emulator='qemu-riscv64 -cpu rv64,v=true,vlen=128' processor=riscv64 fuses=fused
            ;;
        s390x) compiler=s390x-linux-gnu-g++-12 flags=-static emulator=qemu-s390x processor=s390x fuses=fused ;;
        wasm) compiler=em++ emulator=node processor=wasm32 ;;
        wasm-simd) compiler=em++ flags=-msimd128 emulator=node processor=wasm32 ;;
        *) echo "there is no target $1, but $targets" >&2; return 1 ;;
    esac
}

# on_aarch64 [BITS]: with vectors of SVE, or NEON.
on_aarch64() {
    compiler=aarch64-linux-gnu-g++ flags=-static emulator=qemu-aarch64 processor=aarch64 fuses=fused
    command -v $compiler > /dev/null || compiler=aarch64-linux-gnu-g++-12
    if [ $# = 1 ]; then
        flags="-static -march=armv8.2-a+sve -msve-vector-bits=$1"
        emulator="qemu-aarch64 -cpu max,sve-default-vector-length=$(($1 / 8))"
    fi
}

# missing: the first of the compiler and the emulator that is not on this machine, or nothing.
missing() {
    for each in ${emulator%% *} $compiler; do
        command -v "$each" > /dev/null || { echo "$each"; return; }
    done
}

# link_headers FOLDER NAME...: folders of headers by links of their own: beside them there may be this machine's C library, which
# must not come before that of a cross compiler.
link_headers() {
    into=$1
    mkdir -p "$into"
    shift
    for each; do
        case $each in xsimd) from=${XSIMD_INCLUDE:-/usr/include} ;; *) from=${CATCH2_INCLUDE:-/usr/include} ;; esac
        ln -sfn "$from/$each" "$into/$each"
    done
}

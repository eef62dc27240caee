# Intrinsics, inline assembly and tests of an instruction set stand in detail/arch/ and nowhere else.
file(GLOB_RECURSE headers RELATIVE "${include}" "${include}/*.hpp")
set(in_arch 0)
foreach(header IN LISTS headers)
    file(STRINGS "${include}/${header}" lines
         REGEX "_mm[0-9]*_[a-z]|__m(128|256|512)|[^a-z_]v[a-z]+q_[fsu][0-9]|[^a-z_]asm *(volatile)? *\\(|__(AVX|SSE|FMA|ARM|aarch64|x86_64|i386|riscv|s390x|wasm)"
    )
    list(LENGTH lines count)
    if(header MATCHES "^detail/arch/")
        math(EXPR in_arch "${in_arch} + ${count}")
    elseif(lines)
        list(JOIN lines "\n    " shown)
        message(SEND_ERROR "${header}, which is not in detail/arch/:\n    ${shown}")
    endif()
endforeach()
if(in_arch LESS 50)
    message(FATAL_ERROR "found only ${in_arch} such lines in detail/arch/: the expression no longer knows them")
endif()

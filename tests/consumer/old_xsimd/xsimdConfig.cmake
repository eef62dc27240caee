add_library(xsimd INTERFACE IMPORTED)

! The library from Fortran: a typed call, one by name, and an error.
program fortran_test
    use, intrinsic :: iso_c_binding
    implicit none
    interface
        integer(c_int) function activation_silu_f64(x, y, n) bind(c)
            import :: c_int, c_double, c_size_t
            real(c_double), intent(in) :: x(*)
            real(c_double), intent(out) :: y(*)
            integer(c_size_t), value :: n
        end function
        integer(c_int) function activation_find(name) bind(c)
            import :: c_int, c_char
            character(kind=c_char), intent(in) :: name(*)
        end function
        integer(c_int) function activation_forward(kind, options, type, x, y, n) bind(c)
            import :: c_int, c_ptr, c_double, c_size_t
            integer(c_int), value :: kind, type
            type(c_ptr), value :: options
            real(c_double), intent(in) :: x(*)
            real(c_double), intent(inout) :: y(*)
            integer(c_size_t), value :: n
        end function
    end interface
    integer, parameter :: n = 9
    integer(c_int), parameter :: float64 = 1
    integer(c_int) :: kind
    real(c_double) :: x(n), y(n), z(n)
    integer :: i

    x = [(0.5_c_double * (i - 5), i = 1, n)]
    if (activation_silu_f64(x, y, int(n, c_size_t)) /= 0) error stop "silu is refused"
    if (maxval(abs(y - x / (1 + exp(-x)))) > 1e-15_c_double) error stop "silu is wrong"
    kind = activation_find("SiLU" // c_null_char)
    if (activation_forward(kind, c_null_ptr, float64, x, z, int(n, c_size_t)) /= 0) error stop "SiLU is refused"
    if (any(z /= y)) error stop "SiLU is not silu"
    if (activation_forward(-1_c_int, c_null_ptr, float64, x, z, int(n, c_size_t)) == 0) error stop "kind -1 is there"
    print *, "silu(2) =", y(n)
end program

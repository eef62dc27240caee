# libactivation, its two headers, its part of the CMake package and its pkg-config file: what depends on the architecture
# stands below lib.  Included by install.cmake.
install(
    TARGETS activation_library_static activation_library_shared
    EXPORT activation_library
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT library
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT library
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT library
)
install(
    FILES "${library_generated}/include/activation/activation.h" "${library_generated}/include/activation/library.hpp"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/activation"
    COMPONENT library
)
install(EXPORT activation_library NAMESPACE activation:: FILE activationLibraryTargets.cmake
        DESTINATION "${library_dir}" COMPONENT library
)
file(RELATIVE_PATH library_pc_libdir "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_FULL_LIBDIR}")
file(RELATIVE_PATH library_pc_includedir "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
configure_file(cmake/activation-library.pc.in "${CMAKE_CURRENT_BINARY_DIR}/activation-library.pc" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/activation-library.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
        COMPONENT library
)

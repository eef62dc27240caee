# Headers, CMake package and pkg-config file, all independent of the architecture and of where the prefix is moved to.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/activation")
install(TARGETS activation EXPORT activation FILE_SET HEADERS)
install(EXPORT activation NAMESPACE activation:: FILE activationTargets.cmake DESTINATION "${package_dir}")

set(library_dir "${CMAKE_INSTALL_LIBDIR}/cmake/activation")
if(ACTIVATION_BUILD_LIBRARY)
    include("${CMAKE_CURRENT_LIST_DIR}/install_library.cmake")
endif()
configure_package_config_file(
    cmake/activationConfig.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/activationConfig.cmake"
    INSTALL_DESTINATION "${package_dir}"
    PATH_VARS library_dir
)
write_basic_package_version_file(
    "${CMAKE_CURRENT_BINARY_DIR}/activationConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion
    ARCH_INDEPENDENT
)
install(
    FILES "${CMAKE_CURRENT_BINARY_DIR}/activationConfig.cmake"
          "${CMAKE_CURRENT_BINARY_DIR}/activationConfigVersion.cmake"
          "${CMAKE_CURRENT_SOURCE_DIR}/cmake/check_xsimd.cmake"
    DESTINATION "${package_dir}"
)

# Relative to the file itself, so that a moved or staged prefix still works.
file(RELATIVE_PATH activation_pc_includedir "${CMAKE_INSTALL_FULL_DATADIR}/pkgconfig" "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
configure_file(cmake/activation.pc.in "${CMAKE_CURRENT_BINARY_DIR}/activation.pc" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/activation.pc" DESTINATION "${CMAKE_INSTALL_DATADIR}/pkgconfig")

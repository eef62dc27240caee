# Makes an existing target xsimd fit for use, or says in activation_xsimd_problem why it is not.
# Used by this build and, installed beside activationConfig.cmake, by every consumer's.
set(activation_xsimd_problem "")
if(DEFINED xsimd_VERSION AND xsimd_VERSION VERSION_LESS 8.1)
    set(activation_xsimd_problem "activation needs xsimd 8.1 or newer, but the one in ${xsimd_DIR} is ${xsimd_VERSION}")
endif()

# Debian 12's package links a target xtl that it neither needs nor looks for; unresolved, it would become -lxtl.
get_target_property(activation_xsimd_links xsimd INTERFACE_LINK_LIBRARIES)
if("xtl" IN_LIST activation_xsimd_links AND NOT TARGET xtl)
    list(REMOVE_ITEM activation_xsimd_links xtl)
    set_target_properties(xsimd PROPERTIES INTERFACE_LINK_LIBRARIES "${activation_xsimd_links}")
endif()
unset(activation_xsimd_links)

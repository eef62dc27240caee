# Makes an existing target xsimd fit for use, or says in activation_xsimd_problem why it is not.
# Used by this build and, installed beside activationConfig.cmake, by every consumer's.
set(activation_xsimd_problem "")
if(NOT TARGET xsimd)
    set(activation_xsimd_problem
        "activation needs xsimd 8.1 or newer, and found none. Install it (Debian: libxsimd-dev), or name the folder of its xsimdConfig.cmake with -D xsimd_DIR=..."
    )
    return()
endif()

set(activation_xsimd xsimd)
get_target_property(activation_xsimd_alias xsimd ALIASED_TARGET)
if(activation_xsimd_alias)
    set(activation_xsimd ${activation_xsimd_alias})
endif()
get_target_property(activation_xsimd_type ${activation_xsimd} TYPE)
if(NOT activation_xsimd_type MATCHES "LIBRARY")
    set(activation_xsimd_problem "activation needs the library xsimd, but this project's target xsimd is no library")
elseif(DEFINED xsimd_VERSION AND xsimd_VERSION VERSION_LESS 8.1)
    set(activation_xsimd_problem "activation needs xsimd 8.1 or newer, but the one in ${xsimd_DIR} is ${xsimd_VERSION}")
endif()

# Debian 12's package links a target xtl that it neither needs nor looks for; unresolved, it would become -lxtl.
get_target_property(activation_xsimd_links ${activation_xsimd} INTERFACE_LINK_LIBRARIES)
if("xtl" IN_LIST activation_xsimd_links AND NOT TARGET xtl)
    list(REMOVE_ITEM activation_xsimd_links xtl)
    set_target_properties(${activation_xsimd} PROPERTIES INTERFACE_LINK_LIBRARIES "${activation_xsimd_links}")
endif()

# Its C++ standard is asked for where C++ is enabled: a directory of C alone may link what links this.
get_target_property(activation_xsimd_features ${activation_xsimd} INTERFACE_COMPILE_FEATURES)
if(activation_xsimd_features MATCHES "^cxx_std_[0-9]+$")
    set_target_properties(
        ${activation_xsimd} PROPERTIES INTERFACE_COMPILE_FEATURES
                                       "$<$<BOOL:$<CXX_COMPILER_ID>>:${activation_xsimd_features}>"
    )
endif()

unset(activation_xsimd)
unset(activation_xsimd_alias)
unset(activation_xsimd_type)
unset(activation_xsimd_links)
unset(activation_xsimd_features)

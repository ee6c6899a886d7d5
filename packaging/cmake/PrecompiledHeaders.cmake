# SPDX-License-Identifier: MIT
# loopscope_precompile(folder …): all targets below these folders read Qt's headers from one file that was compiled before, which
# halves the time of a build. Not for everyday builds: it hides a missing #include, and ccache would need to be told of it.
# Only what every target has on its command line may be on that of the file, or GCC does not use it.
add_library(loopscope_headers STATIC ${CMAKE_SOURCE_DIR}/packaging/cmake/headers.cpp)
target_link_libraries(loopscope_headers PRIVATE loopscope_options Qt6::Core)
target_include_directories(loopscope_headers SYSTEM PRIVATE $<TARGET_PROPERTY:Qt6::Network,INTERFACE_INCLUDE_DIRECTORIES>)
target_precompile_headers(loopscope_headers PRIVATE <QtCore/QtCore> <QtNetwork/QtNetwork>
    <algorithm> <chrono> <functional> <memory> <optional> <stop_token> <vector>)

function(loopscope_precompile)
    foreach(folder ${ARGN})
        get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
        foreach(target ${targets})
            get_target_property(type ${target} TYPE)
            if(type MATCHES "^(STATIC_LIBRARY|EXECUTABLE)$")
                target_precompile_headers(${target} REUSE_FROM loopscope_headers)
            endif()
        endforeach()
        get_property(below DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
        loopscope_precompile(${below})
    endforeach()
endfunction()

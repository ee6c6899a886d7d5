# SPDX-License-Identifier: MIT
# loopscope_precompile(folder …): all targets below these folders read Qt's headers from a file that was compiled before: those
# that know widgets from one with Qt Widgets, the others from one without. It hides a missing #include; see LOOPSCOPE_PRECOMPILE.
# Only what every target has on its command line may be on that of the file, or GCC does not use it.
function(loopscope_headers name)
    add_library(${name} STATIC ${CMAKE_SOURCE_DIR}/packaging/cmake/headers.cpp)
    target_link_libraries(${name} PRIVATE loopscope_options Qt6::Core)
    foreach(module Gui Network Concurrent Widgets)
        target_include_directories(${name} SYSTEM PRIVATE $<TARGET_PROPERTY:Qt6::${module},INTERFACE_INCLUDE_DIRECTORIES>)
    endforeach()
    target_precompile_headers(${name} PRIVATE ${ARGN}
        <algorithm> <array> <chrono> <functional> <memory> <optional> <stop_token> <vector>)
endfunction()
loopscope_headers(loopscope_headers <QtCore/QtCore> <QtNetwork/QtNetwork> <QtConcurrent/QtConcurrent>)
loopscope_headers(loopscope_widget_headers <QtCore/QtCore> <QtNetwork/QtNetwork> <QtConcurrent/QtConcurrent> <QtWidgets/QtWidgets>)

function(loopscope_precompile)
    foreach(folder ${ARGN})
        get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
        foreach(target ${targets})
            get_target_property(type ${target} TYPE)
            get_target_property(libraries ${target} LINK_LIBRARIES)
            if(NOT type MATCHES "^(STATIC_LIBRARY|OBJECT_LIBRARY|EXECUTABLE)$")
                continue()
            elseif("${libraries}" MATCHES "loopscope_ui|Qt6::Widgets")
                target_precompile_headers(${target} REUSE_FROM loopscope_widget_headers)
            else()
                target_precompile_headers(${target} REUSE_FROM loopscope_headers)
            endif()
        endforeach()
        get_property(below DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
        loopscope_precompile(${below})
    endforeach()
endfunction()

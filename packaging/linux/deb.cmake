# SPDX-License-Identifier: MIT
# The Debian package: cpack --config build/release/CPackConfig.cmake -G DEB
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME loopscope)
set(CPACK_PACKAGE_VENDOR "The Loopscope authors")
set(CPACK_PACKAGE_CONTACT "The Loopscope authors <loopscope@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "oscilloscope for the event loop of a user interface")
set(CPACK_PACKAGE_DESCRIPTION
"Loopscope runs dozens of network fetches and processor jobs at once, with
progress, cancellation and time limits, while its window stays smooth. A pulse
drawn from the real lag of the event loop shows that it does.
.
One switch does the same work on the thread of the window: the freeze can be
felt, and is shown afterwards as a gap with its length. A built-in practice
server makes all of it work offline; any list of http(s) addresses does too.")
set(CPACK_STRIP_FILES FALSE) # see lintian-overrides
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR})
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# Linked libraries are found by dpkg-shlibdeps. It cannot see plugins: those for X11, JPEG and TLS come with
# the libraries themselves, those for SVG images and icons with libqt6svg6. Qt loads libxcursor1, for the pointers of the theme, when it is there.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates, libxcursor1, qt6-wayland, qt6-translations-l10n")

include(CPack)

# SPDX-License-Identifier: MIT
"""The settings portal of a desktop, on the bus of the test. Made before the program starts, and gone with it."""

from gi.repository import Gio, GLib

GROUP, KEY = "org.freedesktop.appearance", "color-scheme"
LIGHT, DARK = 2, 1
INTERFACE = """<node><interface name='org.freedesktop.portal.Settings'>
    <method name='ReadOne'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='v' direction='out'/></method>
    <signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>
</interface></node>"""
PATH = "/org/freedesktop/portal/desktop"


class Portal:
    """Answers whenever the main loop of the test turns: call turn() while something is waited for."""

    def __init__(self, scheme):
        self.scheme = scheme
        self.asked = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.object = self.bus.register_object(PATH, interface, self._called, None, None)
        self.name = Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE,
                                                   None, None)

    def _called(self, _bus, _sender, _path, _interface, _method, arguments, invocation):
        self.asked.append(arguments.unpack())
        invocation.return_value(GLib.Variant("(v)", (GLib.Variant("u", self.scheme),)))

    def change(self, scheme):
        self.scheme = scheme
        self.bus.emit_signal(None, PATH, "org.freedesktop.portal.Settings", "SettingChanged",
                             GLib.Variant("(ssv)", (GROUP, KEY, GLib.Variant("u", scheme))))

    @staticmethod
    def turn():
        while GLib.MainContext.default().iteration(False):
            pass

    def close(self):
        self.bus.unregister_object(self.object)
        Gio.bus_unown_name(self.name)
        self.turn()

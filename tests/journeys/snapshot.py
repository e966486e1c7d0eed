"""What a screen reader is told about a whole window, read in one go.

The bindings of AT-SPI ask for one thing at a time and wait for it; a window has thousands. Here
the questions about all accessibles of one depth are on the bus together, which is many times as
fast and gives plain objects that do not go stale.
"""
import time

import journey
from journey import Atspi

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
STATES = {int(getattr(Atspi.StateType, name)): name.lower() for name in dir(Atspi.StateType)
          if name.isupper() and name != "LAST_DEFINED"}


class Node:
    """One accessible as it was."""

    def __init__(self, path, parent):
        self.path = path
        self.parent = parent
        self.children = []
        self.name = self.description = self.role = self.text = ""
        self.states = frozenset()
        self.interfaces = ()
        self.extents = None
        self.value = None

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, role=None, name=None):
        return next((each for each in self.walk() if role in (None, each.role) and
                     name in (None, each.name)), None)

    def above(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def where(self):
        """The way to it, for the reader of a failed test."""
        way = [self, *self.above()][:4]
        return " < ".join(f"{each.role} “{each.name[:50]}”" for each in way)


class Bus:
    """The accessibility bus, and the name that one program has on it."""

    def __init__(self, pid):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.pending = 0
        self.owner = None
        for owner, _ in self._ask("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")[0]:
            found = self._ask("org.freedesktop.DBus", "/org/freedesktop/DBus",
                              "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                              GLib.Variant("(s)", (owner,)))[0]
            if found == pid:
                self.owner = owner
        assert self.owner, f"process {pid} is not on the accessibility bus"

    def listen(self, member):
        """Gives a list that grows by (path, what, detail, value) with each event of that kind."""
        heard = []

        def event(_bus, _sender, path, _interface, _member, arguments):
            what, detail, _, value = arguments.unpack()[:4]
            heard.append((path, what, detail, value))
        self.bus.signal_subscribe(self.owner, "org.a11y.atspi.Event.Object", member, None, None,
                                  Gio.DBusSignalFlags.NONE, event)
        return heard

    @staticmethod
    def wait(condition, patience=journey.PATIENCE):
        """Lets events come until the condition gives something; gives that, or nothing."""
        context = GLib.MainContext.default()
        end = time.monotonic() + patience
        while time.monotonic() < end:
            while context.iteration(False):
                pass
            found = condition()
            if found:
                return found
            time.sleep(0.01)
        return None

    def node(self, path):
        """One accessible, without its children."""
        node = Node(path, None)
        self._ask_first(node)
        self._ask_second(node)
        self.answer()
        return node

    def _ask(self, owner, path, interface, method, arguments=None):
        return self.bus.call_sync(owner, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NONE, 10000, None).unpack()

    def ask(self, node, interface, method, arguments, take):
        """Puts a question on the bus; what has gone meanwhile answers nothing."""
        def done(bus, result):
            self.pending -= 1
            try:
                take(bus.call_finish(result).unpack())
            except GLib.Error:
                pass
        self.pending += 1
        self.bus.call(self.owner, node.path, interface, method, arguments, None,
                      Gio.DBusCallFlags.NONE, 20000, None, done)

    def answer(self):
        context = GLib.MainContext.default()
        while self.pending:
            context.iteration(True)

    def get(self, node, interface, name, take):
        self.ask(node, "org.freedesktop.DBus.Properties", "Get",
                 GLib.Variant("(ss)", (interface, name)), lambda got: take(got[0]))

    def read(self, path=ROOT):
        """Everything that is shown from there on."""
        root = Node(path, None)
        level = [root]
        while level:
            for node in level:
                self._ask_first(node)
            self.answer()
            shown = [node for node in level if node is root or is_shown(node)]
            for node in level:
                if node.parent and not is_shown(node):
                    node.parent.children.remove(node)
            for node in shown:
                self._ask_second(node)
            self.answer()
            level = [child for node in shown for child in node.children]
        return root

    def _ask_first(self, node):
        def states(got):
            node.states = frozenset(STATES.get(32 * word + bit) for word in (0, 1)
                                    for bit in range(32) if got[0][word] >> bit & 1)

        def extents(got):
            node.extents = got[0]

        def role(got):
            node.role = Atspi.role_get_name(Atspi.Role(got[0]))
        self.ask(node, ACCESSIBLE, "GetState", None, states)
        self.ask(node, ACCESSIBLE, "GetRole", None, role)
        self.ask(node, "org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (1,)), extents)

    def _ask_second(self, node):
        def text(got):
            node.text = got[0]

        def count(number):
            if number:
                self.ask(node, "org.a11y.atspi.Text", "GetText",
                         GLib.Variant("(ii)", (0, number)), text)

        def interfaces(got):
            node.interfaces = tuple(each.rpartition(".")[2] for each in got[0])
            if "Text" in node.interfaces:
                self.get(node, "org.a11y.atspi.Text", "CharacterCount", count)
            if "Value" in node.interfaces:
                self.get(node, "org.a11y.atspi.Value", "CurrentValue",
                         lambda value: setattr(node, "value", value))
        self.ask(node, ACCESSIBLE, "GetInterfaces", None, interfaces)
        self.get(node, ACCESSIBLE, "Name", lambda got: setattr(node, "name", got))
        self.get(node, ACCESSIBLE, "Description", lambda got: setattr(node, "description", got))
        self.ask(node, ACCESSIBLE, "GetChildren", None,
                 lambda got: node.children.extend(Node(path, node) for _, path in got[0]))


def is_shown(node):
    """Widgets that are hidden, and those that were never laid out, are nothing to a reader."""
    if node.role in ("frame", "dialog", "window"):
        return "visible" in node.states
    return "visible" in node.states and (node.extents is None or
                                         node.extents[2] > 0 and node.extents[3] > 0)


def of(program):
    """The program's windows: a node whose children they are."""
    return Bus(program.process.pid).read()

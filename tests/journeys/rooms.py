"""Every view and dialog of the program, opened one after the other, for tests that look at all.

    with rooms.Tour(folder) as tour:
        for room in tour.rooms():
            ...                        # room.name, and room.root: what is to be looked at

A room is opened by the commands that menus and keys call, so no words are needed to get there
and the tour runs in every language. What a room put on the screen is gone before the next.
"""
import os
import shutil
import subprocess
import time
from pathlib import Path

import journey
import person
from journey import Atspi, BUILD

from gi.repository import Gio, GLib

WIDTH, HEIGHT = 1366, 768
SAMPLE = BUILD / "data" / "sample" / "trio-sample-en.trio"
BUS_NAME = "dk.trio.Stations"
OBJECT = "/dk/trio/Stations"


class Room:
    def __init__(self, name, root):
        self.name = name
        self.root = root


class Tour:
    """The program with the sample workshop (or without any), and the way around."""

    def __init__(self, folder, language=None, size=(WIDTH, HEIGHT), settings=(), environment=()):
        self.folder = folder
        self.size = size
        self.language = language
        self.path = folder / "day.trio"
        shutil.copy(SAMPLE, self.path)
        self.path.chmod(0o600)
        os.environ.update(environment)
        self.settings = settings
        self.program = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self, *arguments):
        self.stop()
        self.program = journey.Program(*arguments, language=self.language)
        self.fit()

    def stop(self):
        if self.program:
            self.program.close()
            self.program = None

    # --- windows ------------------------------------------------------------------------------

    def toplevels(self):
        application = self.program.application
        found = [application.get_child_at_index(index)
                 for index in range(application.get_child_count())]
        return [each for each in found if each and
                each.get_state_set().contains(Atspi.StateType.VISIBLE)]

    def fit(self):
        """There is no window manager: the newest window is given its size here."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                str(self.program.process.pid)], text=True, check=False,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.split()
        subprocess.run(["xdotool", "windowsize", found[-1], *map(str, self.size)], check=True)
        self.settle()

    def focus_newest(self):
        self.program.wait(self.program._focus_window, "the newest window")

    def act(self, name, parameter=None, window=True):
        """Calls a command as D-Bus does: win.* of the first window, or app.*."""
        path = f"{OBJECT}/window/1" if window else OBJECT
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        arguments = [] if parameter is None else [parameter]
        bus.call_sync(BUS_NAME, path, "org.gtk.Actions", "Activate",
                      GLib.Variant("(sava{sv})", (name, arguments, {})), None,
                      Gio.DBusCallFlags.NONE, 10000, None)

    def press(self, text, which=0, role="push button"):
        """Presses a button by its words, as somebody does who cannot see it."""
        name = person.Words(self.language or "en")(text)

        def press():
            found = [each for each in self.program.each(role, name)
                     if Atspi.Action.get_n_actions(each) > 0]
            return found and (self.program.activate(found[which]) or True)
        self.program.wait(press, name)

    def settle(self, rest=0.3):
        """Waits until the program has used no processor time worth mentioning for a while."""
        def used():
            fields = Path(f"/proc/{self.program.process.pid}/stat").read_text().rpartition(")")[2]
            return sum(map(int, fields.split()[11:13]))
        end = time.monotonic() + journey.PATIENCE
        while time.monotonic() < end:
            before = used()
            time.sleep(rest)
            if used() - before <= 1:
                return

    def dialog(self, name, act):
        """A room that is a window of its own; Escape leaves it."""
        n = len(self.toplevels())
        act()
        self.program.wait(lambda: len(self.toplevels()) > n, f"the window of {name}")
        self.focus_newest()
        self.settle()
        yield Room(name, self.toplevels()[-1])
        for key in ("Escape", "Escape", "Escape", "ctrl+w"):
            if len(self.toplevels()) <= n:
                break
            self.focus_newest()
            self.program.key(key)
            try:
                self.program.wait(lambda: len(self.toplevels()) <= n, f"the end of {name}", 4)
            except AssertionError:
                continue
        assert len(self.toplevels()) <= n, f"{name} does not close"
        self.focus_newest()

    def view(self, name, *keys):
        if keys:
            self.program.key(*keys)
        self.settle()
        return Room(name, self.toplevels()[0])

    def page(self, name):
        self.act("page", GLib.Variant("s", name))
        self.settle()

    # --- the tour ---------------------------------------------------------------------------

    def rooms(self):
        yield from self.before_a_workshop()
        yield from self.workshop()
        yield from self.dialogs()
        yield from self.wall()
        yield from self.kiosk()

    def before_a_workshop(self):
        self.start()
        yield self.view("start page")
        yield from self.dialog("new workshop", lambda: self.act("new"))
        letter = self.folder / "letter.trio"
        letter.write_text("This is a letter, not a workshop.")
        self.start(letter)
        yield self.view("problem page")

    def workshop(self):
        self.start(self.path)
        self.settle()
        self.page("setup")
        yield self.view("setup")
        self.page("station")
        yield self.view("board")
        yield self.view("board with a focus", "F6", "F6", "Right")
        yield self.view("menu of inputs", "shift+F10")
        yield self.view("board with an editor", "Escape", "F2")
        yield self.view("suggestions", "Escape", "ctrl+g")
        yield self.view("list", "Escape", "F7")
        yield self.view("search and filter", "ctrl+f")
        yield self.view("list after the search", "Escape")
        self.program.key("F7")
        self.page("summary")
        yield self.view("summary")
        self.page("documents")
        yield self.view("documents")
        yield self.view("main menu", "F10")
        self.program.key("Escape")

    def dialogs(self):
        yield from self.board_dialogs()
        yield from self.setup_dialogs()
        self.page("documents")
        yield from self.dialog("formats", lambda: self.press("_Export…", -1))
        yield from self.dialog("import", lambda: self.act(
            "import-text", GLib.Variant("s", "STATION 1\n- One input\n- Another input\n")))
        yield from self.dialog("export", lambda: self.act("export"))
        yield from self.dialog("rounds", lambda: self.act("rounds"))
        yield from self.dialog("earlier events", lambda: self.act("earlier-events", GLib.Variant("x", 0)))
        yield from self.dialog("about the file", lambda: self.act("about-file"))
        yield from self.dialog("new station", lambda: self.act("add-station"))
        yield from self.dialog("preferences", lambda: self.act("preferences", window=False))
        yield from self.dialog("tour", lambda: self.act("tour", window=False))
        yield from self.dialog("about", lambda: self.act("about", window=False))
        yield from self.dialog("help", lambda: self.act("help", GLib.Variant("s", ""), False))
        for section in ("setup", "station", "summary"):
            self.page(section)
            yield from self.dialog(f"keys of {section}", lambda: self.act("show-shortcuts"))

    def board_dialogs(self):
        self.page("station")
        self.program.key("F6", "F6", "Right")
        self.settle()
        yield from self.dialog("withhold", lambda: self.program.key("ctrl+h"))
        yield from self.dialog("votes", lambda: self.program.key("ctrl+b"))

    def setup_dialogs(self):
        self.page("setup")
        yield from self.dialog("theme sets", lambda: self.press("Get _Theme Set…"))
        self.stop()
        self.start()
        # The first two windows are the start page and the dialog that this one begins from.
        self.act("new")
        self.program.wait(lambda: len(self.toplevels()) > 1, "the new workshop")
        self.focus_newest()
        yield from self.dialog("paste", lambda: self.program.key("End", "Up", "Return"))
        self.start(self.path)
        self.settle()

    def wall(self):
        self.page("station")
        self.act("wall")
        self.program.wait(lambda: len(self.toplevels()) > 1, "the wall")
        self.focus_newest()
        self.fit()
        for name, key in (("wall with inputs", "i"), ("wall with clusters", "c"),
                          ("wall with playback", "p"), ("wall with the test", "t")):
            self.program.key(key)
            self.settle()
            yield Room(name, self.toplevels()[-1])
        self.program.key("Escape", "Escape")
        self.program.wait(lambda: len(self.toplevels()) == 1, "the end of the wall")
        self.focus_newest()

    def kiosk(self):
        self.page("station")
        self.act("next-round")
        yield self.view("board in a round")
        self.act("mode", GLib.Variant("s", "run"))
        yield self.view("board in run mode")
        self.act("mode", GLib.Variant("s", "kiosk"))
        yield self.view("kiosk")

"""What a screen reader says by itself: each thing that happens is told, while the focus stays.

Screen readers speak a new description of what has the focus, and announcements. What only
changes a label somewhere is spoken by none of them.
"""
import sys

import journey
import person
import snapshot
from person import Person, Words

from gi.repository import Gio, GLib

LANGUAGE = sys.argv[1]
WORDS = Words(LANGUAGE)
person.PLURALS.update({
    "%u input moved to station %d": "%u inputs moved to station %d",
    "%u input stacked; every wording is kept": "%u inputs stacked; every wording is kept",
    "%u input withheld": "%u inputs withheld",
    "Cluster made of %u input": "Cluster made of %u inputs",
    "%u input put in “%s”": "%u inputs put in “%s”",
    "%u cluster": "%u clusters",
})


class Listener(Person):
    """Somebody who does not see the screen."""

    def __init__(self, *arguments):
        super().__init__(WORDS, *arguments)
        self.bus = snapshot.Bus(self.process.pid)
        self.described = self.bus.listen("PropertyChange")
        self.announced = self.bus.listen("Announcement")

    def spoken(self):
        for path, what, _, value in list(self.described):
            # What is said of something that has no focus is not spoken.
            if what == "accessible-description" and value and \
                    "focused" in self.bus.node(path).states:
                yield value
        for _, what, _, value in list(self.announced):
            yield f"{value or what}"

    def act(self, name, parameter=None):
        """Calls a command of the window as D-Bus does; it moves no focus."""
        Gio.bus_get_sync(Gio.BusType.SESSION, None).call_sync(
            "dk.trio.Stations", "/dk/trio/Stations/window/1", "org.gtk.Actions", "Activate",
            GLib.Variant("(sava{sv})", (name, [] if parameter is None else [parameter], {})), None,
            Gio.DBusCallFlags.NONE, 10000, None)

    def hears(self, text):
        """Waits until this was spoken, and forgets what was spoken up to then."""
        found = self.bus.wait(lambda: [each for each in self.spoken() if text in each])
        assert found, f"nobody said “{text}”, but {list(self.spoken())}\n{self.tree()}"
        print(f"# heard: {found[0]!r}", flush=True)
        del self.described[:], self.announced[:]


def new_day(folder):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1", "One", "Two", "Three", "Four", "Five", "Six")
    return path


def said(text, *values, number=None):
    return WORDS(text, number=number) % values


def go_to_list(day):
    day.key("F7", "F6", "F6")
    day.focus_on("One")


def test_capture(folder):
    with Listener(new_day(folder)) as day:
        day.expect("text", said("New input at station %s", 1))
        day.enter("More time")
        day.hears(said("Added as input %u", 7))
        day.key("ctrl+z")
        day.hears(said("Undone: %s", WORDS("Add Input")))
        # The same words once more are news, too.
        day.enter("More time")
        day.hears(said("Added as input %u", 7))
        day.key("Up")
        day.hears(WORDS("Editing an input that was added before"))
        day.enter(" than now")
        day.hears(WORDS("Input changed"))
        day.key("Up", "ctrl+a", "BackSpace", "Return")
        day.hears(WORDS("An input cannot be empty. Esc cancels."))
        day.key("Escape", "ctrl+2")
        day.hears(said("Station %d: %s", 2, ""))
        day.end()


def test_list(folder):
    with Listener(new_day(folder)) as day:
        day.expect("text", said("New input at station %s", 1))
        go_to_list(day)
        day.key("ctrl+l")
        day.hears(WORDS("Flagged: off the wall until somebody has looked"))
        day.key("ctrl+shift+l")
        day.hears(WORDS("Flag cleared"))
        day.key("shift+Down", "ctrl+t")
        day.hears(said("%u input stacked; every wording is kept", 2, number=2))
        day.key("ctrl+z")
        day.hears(said("Undone: %s", ""))
        day.key("ctrl+shift+z")
        day.hears(said("Done again: %s", ""))
        day.key("ctrl+z")
        day.hears(said("Undone: %s", ""))
        day.key("Home", "Down", "m")
        day.expect("entry", WORDS("Move to cluster or station"))
        day.type("digital")
        day.key("Return")
        day.hears(said("%u input moved to station %d", 1, 2, number=1))
        day.key("g")
        day.expect("text", WORDS("Name of the cluster"))
        day.hears(said("Cluster made of %u input", 1, number=1))
        day.type("We need more time")
        day.key("Return")
        day.wait(lambda: not day.find("text", WORDS("Name of the cluster")), "the name")
        day.key("1")
        day.hears(said("%u input put in “%s”", 1, "We need more time", number=1))
        day.key("plus")
        day.hears(said("%d vote", 1, number=1))
        day.key("ctrl+h")
        day.dialog("Withhold from Documents?")
        day.type("Not about the theme")
        day.key("Return")
        day.wait_until_gone("Withhold from Documents?")
        day.hears(said("%u input withheld", 1, number=1))
        day.key("Delete")
        day.hears(said("%u input deleted", 1, number=1))
        day.end()


def test_board(folder):
    with Listener(new_day(folder)) as day:
        day.expect("text", said("New input at station %s", 1))
        day.key("F6", "F6", "Right")
        day.focus_on("One")
        day.key("ctrl+l")
        day.hears(WORDS("Flagged: off the wall until somebody has looked"))
        day.key("Delete")
        day.hears(said("%u input deleted", 1, number=1))
        day.end()


def sample_day(folder):
    path = folder / "day.trio"
    path.write_bytes((journey.BUILD / "data/sample/trio-sample-en.trio").read_bytes())
    return path


def test_search_and_suggestions(folder):
    with Listener(sample_day(folder)) as day:
        day.expect("text", said("New input at station %s", 1))
        day.key("ctrl+f")
        day.wait(lambda: day.focused() and day.focused().get_role_name() == "entry", "the search")
        day.type("zzz")
        day.hears(said("%u of %u", 0, 10)[:4])
        day.key("Escape", "ctrl+g")
        day.hears(said("%s · %u without cluster", "", 0).split(" 0 ")[1])
        day.end()


def test_rounds(folder):
    with Listener(sample_day(folder)) as day:
        day.expect("text", said("New input at station %s", 1))
        day.act("next-round")
        day.hears(said("%s has started", "Round 1"))
        day.act("pause-round")
        day.hears(WORDS("The clock is stopped"))
        day.act("pause-round")
        day.hears(WORDS("The clock goes on"))
        day.act("extend-round")
        day.hears(WORDS("The round has two minutes more"))
        day.act("end-rounds")
        day.hears(WORDS("The rounds are over"))
        day.end()


def test_export(folder):
    with Listener(new_day(folder)) as day:
        day.expect("text", said("New input at station %s", 1))
        day.act("export")
        dialog = day.dialog("Export a Document")
        day.press("_Export…", below=dialog)
        # The chooser has the title of the dialog.
        day.wait(lambda: day.application.get_child_count() > 2, "the chooser")
        day.wait(day._focus_window, "the keyboard for it")
        day.wait(lambda: day.focused() and day.focused().get_role_name() == "text", "the name")
        day.key("ctrl+a")
        day.type(str(folder / "note.docx"))
        day.key("Return")
        day.wait_until_gone("Export a Document")
        day.hears(said("Exported as “%s”", "note.docx"))
        day.end()


journey.main(test_capture, test_list, test_board, test_search_and_suggestions, test_rounds,
             test_export)

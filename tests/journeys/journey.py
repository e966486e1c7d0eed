"""What the journeys share: the real program, seen through the accessibility bus and driven by keys.

Each journey is a function that gets an empty folder and fails by an assertion:

    def test_capture_keeps_an_input(folder):
        journey.trio("new", folder / "day.trio", "--from", "future-work-communities")
        with journey.Program(folder / "day.trio") as program:
            program.type("Mere tid")
            program.key("Return")
            program.expect("list item", "Mere tid")

    journey.main(test_capture_keeps_an_input)
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

# Warnings are fatal in the program, not in this process: the accessibility bus warns of what
# has just gone.
G_DEBUG = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

BUILD = Path(os.environ.get("TRIO_BUILD_DIR", "_build"))
PROGRAM = BUILD / "src" / "app" / "trio-stations"
TOOL = BUILD / "src" / "cli" / "trio"
PATIENCE = 30
NAME = "dk.trio.Stations"


def trio(*arguments, **options):
    """Runs the command line tool, which must succeed; gives what it printed."""
    done = subprocess.run([TOOL, *map(str, arguments)], check=True, text=True,
                          stdout=subprocess.PIPE, **options)
    return done.stdout


class Skip(Exception):
    """What a test needs is not to be had on this machine."""


def json_of(command, path):
    """What a command of the tool prints as JSON."""
    return json.loads(trio(command, path, "--json"))


class Program:
    """One running window. Everything found is looked up anew: nothing here goes stale."""

    def __init__(self, *arguments, command=PROGRAM, language=None):
        environment = {**os.environ, "G_DEBUG": G_DEBUG}
        if language:
            environment["LANGUAGE"] = language
        self.process = subprocess.Popen([str(command), *map(str, arguments)], env=environment)
        self.application = self.wait(self._find_application, "the program on the accessibility bus")
        self.wait(self._focus_window, "the window")

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def _focus_window(self):
        """There is no window manager, so the newest window is given the keyboard here."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                str(self.process.pid)], text=True, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, check=False).stdout.split()
        if not found:
            return False
        subprocess.run(["xdotool", "windowfocus", "--sync", found[-1]], check=True)
        return True

    def wait(self, condition, what, patience=PATIENCE):
        """Waits until the condition gives something true, and gives that."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode} "
                                     f"while waiting for {what}")
            try:
                found = condition()
            except GLib.Error:  # what was looked at has just gone
                found = None
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError(f"waited {patience} s for {what}\n{self.tree()}")

    # --- seeing -----------------------------------------------------------------------------

    def walk(self, accessible=None):
        """Every accessible that is shown, depth first."""
        accessible = accessible or self.application
        yield accessible
        for index in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(index)
            if child and (child.get_role() == Atspi.Role.FRAME or
                          child.get_state_set().contains(Atspi.StateType.VISIBLE)):
                yield from self.walk(child)

    def each(self, role, name=None, below=None):
        """One after the other, so that a search can end before the tree does."""
        return (each for each in self.walk(below) if each.get_role_name() == role and
                (name is None or each.get_name() == name))

    def all(self, role, name=None, below=None):
        return list(self.each(role, name, below))

    def find(self, role, name=None, below=None):
        """The first accessible with that role and name, or None."""
        return next(self.each(role, name, below), None)

    def expect(self, role, name=None, below=None):
        """Waits for it to be there."""
        return self.wait(lambda: self.find(role, name, below), f"{role} “{name or ''}”")

    def focused(self):
        return next((each for each in self.walk()
                     if each.get_state_set().contains(Atspi.StateType.FOCUSED)), None)

    @staticmethod
    def text_of(accessible):
        return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))

    def tree(self):
        """The whole window in words, for the reader of a failed test."""
        def lines(accessible, depth):
            yield "  " * depth + f"{accessible.get_role_name()} “{accessible.get_name()}”"
            for index in range(accessible.get_child_count()):
                child = accessible.get_child_at_index(index)
                if child:
                    yield from lines(child, depth + 1)
        try:
            return "\n".join(lines(self.application, 0))
        except (AttributeError, GLib.Error):
            return "(nothing to be seen)"

    # --- acting -----------------------------------------------------------------------------

    def key(self, *keys):
        """Presses real keys, such as "Return" or "ctrl+shift+z"."""
        subprocess.run(["xdotool", "key", "--delay", "1", *keys], check=True)

    def type(self, text):
        """Types with real keys what a Danish keyboard has; for “ ” – … see type_into()."""
        subprocess.run(["xdotool", "type", "--delay", "1", "--", text], check=True)

    def enter(self, *lines):
        """Types lines, each with Enter, as fast as the machine takes them."""
        commands = []
        for line in lines:
            commands += ["type", "--delay", "1", "--args", "1", line, "key", "--delay", "1", "Return"]
        subprocess.run(["xdotool", *commands], check=True)

    def type_into(self, accessible, text):
        """Puts any text at the end of a text field, as an input method would."""
        end = Atspi.Text.get_character_count(accessible)
        assert Atspi.EditableText.insert_text(accessible, end, text, len(text.encode())), \
            f"{accessible.get_role_name()} “{accessible.get_name()}” takes no text"

    def activate(self, accessible):
        """Does what a press of the widget does."""
        assert Atspi.Action.do_action(accessible, 0), accessible.get_name()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def main(*tests):
    """Runs each test with a folder of its own and prints TAP."""
    print(f"1..{len(tests)}", flush=True)
    bad = 0
    for number, test in enumerate(tests, 1):
        folder = Path(tempfile.mkdtemp(prefix="trio-journey-"))
        name = test.__name__.removeprefix("test_").replace("_", " ")
        try:
            test(folder)
            print(f"ok {number} {name}", flush=True)
        except Skip as reason:
            print(f"ok {number} {name} # SKIP {reason}", flush=True)
        except (AssertionError, OSError, GLib.Error, subprocess.SubprocessError):
            traceback.print_exc()
            bad += 1
            print(f"not ok {number} {name}", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if bad else 0)

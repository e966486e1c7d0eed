"""Dragging with a real pointer: what other programs drop, order in the list, Escape in the middle."""
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import journey
from journey import Atspi

WORDS = ("Alfa", "Beta", "Gamma", "Delta")


def stored(path):
    return [(note["text"], note.get("cluster")) for station in json.loads(journey.trio("list", path, "--json"))
            for note in station["notes"]]


def new_day(folder, *inputs):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1", *inputs)
    return path


def pointer(*commands):
    subprocess.run(["xdotool", *map(str, commands)], check=True)


def press_and_go(start, *points):
    """Presses at a place and moves over others; the button stays pressed."""
    pointer("mousemove", *start, "mousedown", 1, "sleep", 0.2)
    for x, y in points:
        pointer("mousemove", "--sync", x, y, "sleep", 0.1)


def extents(accessible):
    return Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)


def middle(accessible):
    place = extents(accessible)
    return place.x + place.width // 2, place.y + place.height // 2


class Source:
    """Another program beside ours, from whose window something can be dragged."""
    PLACE = (1420, 880)

    def __init__(self, program, kind, data):
        environment = {**os.environ, "GTK_A11Y": "none"}
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("drag-source.py")), kind, str(data)],
            env=environment)
        self.window = program.wait(self._find, "the window to drag from")
        pointer("windowmove", "--sync", self.window, *self.PLACE)
        time.sleep(0.3)

    @staticmethod
    def _find():
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^drag-source$"], text=True,
                              stdout=subprocess.PIPE, check=False).stdout.strip()

    def drag_to(self, x, y):
        start = (self.PLACE[0] + 60, self.PLACE[1] + 40)
        press_and_go(start, (start[0] - 30, start[1] - 20), (start[0] - 200, start[1] - 100), (x - 8, y), (x, y))
        time.sleep(0.3)
        pointer("mouseup", 1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)


def close(program):
    program.key("ctrl+w")
    program.process.wait(journey.PATIENCE)


def focus_window(program):
    program.wait(program._focus_window, "the window")


def test_text_dropped_on_the_board_is_one_step(folder):
    path = new_day(folder, *WORDS)
    with journey.Program(path) as program:
        board = program.wait(lambda: next((each for each in program.walk() if each.get_name() == "Board"
                                           and each.get_role_name() in ("grouping", "panel")), None), "the board")
        place = extents(board)
        with Source(program, "text", "Første linje\n• Anden linje\n\nTredje linje") as source:
            source.drag_to(place.x + place.width // 3, place.y + place.height // 2)
            program.expect("status bar", "3 inputs added")
        close(program)
    assert [text for text, _ in stored(path)] == [*WORDS, "Første linje", "Anden linje", "Tredje linje"]
    journey.trio("undo", path)
    assert [text for text, _ in stored(path)] == [*WORDS]


def test_file_and_text_dropped_on_the_list(folder):
    path = new_day(folder, *WORDS)
    table = folder / "inputs.csv"
    table.write_text("station;text\n1;Fra en fil\n", encoding="utf-8")
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key("F7")
        beta = middle(program.expect("list item", "Input 2: Beta"))
        with Source(program, "text", "Nyt midt i det hele") as source:
            source.drag_to(beta[0], beta[1] - 8)
            program.expect("list item", "Input 2: Nyt midt i det hele")
        with Source(program, "file", table) as source:
            source.drag_to(*beta)
            button = program.expect("push button", "Import")
            program.activate(button)
            program.expect("list item", "Input 6: Fra en fil")
        focus_window(program)
        close(program)
    assert [text for text, _ in stored(path)] == ["Alfa", "Nyt midt i det hele", "Beta", "Gamma", "Delta",
                                                 "Fra en fil"]


def test_order_in_the_list(folder):
    path = new_day(folder, *WORDS)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key("F7")
        start = middle(program.expect("list item", "Input 4: Delta"))
        target = middle(program.expect("list item", "Input 1: Alfa"))

        # Escape in the middle of it leaves everything as it was.
        press_and_go(start, (start[0], start[1] - 12), (target[0], target[1] - 8))
        program.key("Escape")
        pointer("mouseup", 1)
        time.sleep(0.3)
        assert program.find("list item", "Input 4: Delta")

        press_and_go(start, (start[0], start[1] - 12), (target[0], target[1] - 8))
        pointer("mouseup", 1)
        program.expect("list item", "Input 1: Delta")
        program.key("ctrl+z")
        program.expect("list item", "Input 4: Delta")
        program.key("ctrl+shift+z")
        program.expect("list item", "Input 1: Delta")
        close(program)
    assert [text for text, _ in stored(path)] == ["Delta", "Alfa", "Beta", "Gamma"]


def test_escape_in_the_middle_of_a_drag_on_the_board(folder):
    path = new_day(folder, *WORDS)
    before = journey.trio("log", path)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key("F6", "F6", "Right")
        note = program.wait(lambda: program.focused() and program.focused().get_name().startswith("Alfa")
                            and program.focused(), "the focus on the first input")
        start = middle(note)
        program.key("shift+Right")

        # Notes: not moved, and both still selected.
        press_and_go(start, (start[0] + 30, start[1]), (start[0] + 60, start[1] + 200))
        program.key("Escape")
        pointer("mouseup", 1)
        # A rubber band: what was selected before is selected again.
        press_and_go((start[0], start[1] + 300), (start[0] + 40, start[1] + 260), (start[0] + 300, start[1]))
        program.key("Escape")
        pointer("mouseup", 1)
        program.key("g")
        program.expect("text", "Name of the cluster: what do the inputs say?")
        program.type("To")
        program.key("Return")
        program.wait(lambda: not program.find("text", "Name of the cluster: what do the inputs say?"),
                     "the end of the edit")
        # A whole cluster, by its title.
        program.key("Home")
        time.sleep(0.5)
        program.key("ctrl+Home")
        note = program.wait(lambda: "In the cluster" in (program.focused().get_name() or "") and program.focused(),
                            "an input of the cluster")
        place = extents(note)
        title = (place.x + place.width // 2, place.y - 14)
        press_and_go(title, (title[0] + 30, title[1]), (title[0] + 60, title[1] + 250))
        program.key("Escape")
        pointer("mouseup", 1)
        time.sleep(0.3)
        close(program)
    after = journey.trio("log", path)
    clusters = dict(stored(path))
    assert clusters["Alfa"] and clusters["Alfa"] == clusters["Beta"], clusters
    assert not clusters["Gamma"] and not clusters["Delta"], clusters
    assert len(after.splitlines()) - len(before.splitlines()) == 2, after


def test_let_go_where_it_lies(folder):
    """It leaves no step: in the list, in a cluster, outside of clusters, and a cluster as a whole."""
    path = new_day(folder, *WORDS)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key("F7", "F6", "F6")
        program.wait(lambda: program.focused() and program.focused().get_name() == "Input 1: Alfa", "the list")
        program.key("shift+Down", "g")
        program.expect("text", "Name of the cluster")
        program.enter("Both")
        program.expect("list item", "Cluster “Both” with 2 inputs")
        close(program)
    before = journey.trio("log", path)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key("F7")
        for name in ("Input 2: Beta", "Input 3: Gamma", "Cluster “Both” with 2 inputs"):
            start = middle(program.expect("list item", name))
            press_and_go(start, (start[0], start[1] + 12), (start[0] + 4, start[1] + 6), (start[0], start[1] + 2))
            pointer("mouseup", 1)
            time.sleep(0.2)
        program.key("F7", "ctrl+Home")
        for place, name in (("ctrl+Home", "Alfa"), ("ctrl+End", "Delta")):
            program.key(place)
            note = program.wait(lambda: program.focused() and (program.focused().get_name() or "").startswith(name)
                                and program.focused(), name)
            start = middle(note)
            press_and_go(start, (start[0] + 30, start[1] + 10), (start[0] + 5, start[1]), start)
            pointer("mouseup", 1)
            time.sleep(0.2)
        program.key("ctrl+Home")
        note = program.wait(lambda: (program.focused().get_name() or "").startswith("Alfa") and program.focused(),
                            "Alfa again")
        place = extents(note)
        title = (place.x + place.width // 2, place.y - 14)
        press_and_go(title, (title[0] + 30, title[1] + 30), (title[0] + 3, title[1]), title)
        pointer("mouseup", 1)
        time.sleep(0.3)
        close(program)
    assert journey.trio("log", path) == before, journey.trio("log", path)


journey.main(test_let_go_where_it_lies, test_text_dropped_on_the_board_is_one_step, test_file_and_text_dropped_on_the_list,
             test_order_in_the_list, test_escape_in_the_middle_of_a_drag_on_the_board)

"""The board with real pointer and keys: drag into a cluster, undo all, suggestions."""
import json
import shutil
import subprocess

import journey
from journey import Atspi

INPUTS = ("Tid til oplæring", "Nok tid til oplæring", "Oplæring af nye kolleger", "Oplæring i hverdagen",
          "Mindre dokumentation", "Dobbelt dokumentation i journalen", "Færre krav til dokumentation",
          "Dokumentation tager tid fra borgeren", "Fast kontaktperson", "Kontaktperson for borgeren")


def stored(path):
    return json.loads(journey.trio("list", path, "--json"))[0]["notes"]


def new_day(folder, *inputs):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1", *inputs)
    return path


def go_to_board(program, first):
    program.expect("text", "New input at station 1")
    program.key("F6", "F6", "Right")
    program.wait(lambda: focus_name(program).startswith(first), f"the focus on “{first}”")


def focus_name(program):
    focused = program.focused()
    return focused.get_name() or "" if focused else ""


def middle(program):
    """Where the focused note is, in pixels of the screen: the window fills it from its corner."""
    extents = Atspi.Component.get_extents(program.focused(), Atspi.CoordType.WINDOW)
    return extents.x + extents.width // 2, extents.y + extents.height // 2


def drag(*points):
    """Presses at the first point, moves over the others, and lets go at the last."""
    commands = ["mousemove", *map(str, points[0]), "mousedown", "1"]
    for x, y in points[1:]:
        commands += ["mousemove", "--sync", str(x), str(y), "sleep", "0.1"]
    subprocess.run(["xdotool", *commands, "mouseup", "1"], check=True)


def test_drag_into_cluster_and_undo_all(folder):
    path = new_day(folder, *INPUTS[:4])
    with journey.Program(path) as program:
        go_to_board(program, INPUTS[0])
        program.key("Right")
        program.wait(lambda: focus_name(program).startswith(INPUTS[1]), "the second input")
        program.key("shift+Right", "g")
        program.expect("text", "Name of the cluster: what do the inputs say?")
        program.type("Oplæring kræver tid")
        program.key("Return")
        program.wait(lambda: not program.find("text", "Name of the cluster: what do the inputs say?"),
                     "the end of the edit")
        program.key("ctrl+Home")
        program.wait(lambda: "In the cluster “Oplæring kræver tid”" in focus_name(program), "its first input")
        target = middle(program)
        program.key("ctrl+End")
        program.wait(lambda: "Without cluster" in focus_name(program), "an input without cluster")
        start = middle(program)
        drag(start, (start[0], start[1] - 20), (target[0] + 5, target[1]), target)
        program.wait(lambda: "In the cluster" in focus_name(program), "the input in the cluster")
        for _ in range(3):
            program.key("ctrl+z")
        program.wait(lambda: "Without cluster" in focus_name(program), "everything as it was")
        for _ in range(3):
            program.key("ctrl+shift+z")
        program.wait(lambda: "In the cluster" in focus_name(program), "everything done again")
        program.key("ctrl+w")
        program.process.wait(journey.PATIENCE)
    clusters = [note.get("cluster") for note in stored(path)]
    assert sum(1 for cluster in clusters if cluster) == 3, stored(path)


def test_suggestion_rejected_and_accepted(folder):
    path = new_day(folder, *INPUTS)
    with journey.Program(path) as program:
        go_to_board(program, INPUTS[0])
        program.key("ctrl+g")
        program.expect("slider", "Size of the clusters")
        program.expect("check box")
        program.key("Escape")
        program.wait(lambda: not program.find("slider", "Size of the clusters"), "the end of the preview")
        program.key("ctrl+g")
        program.expect("slider", "Size of the clusters")
        program.key("Return")
        program.wait(lambda: any("made" in (each.get_name() or "") for each in program.all("status bar")),
                     "the clusters")
        program.key("ctrl+w")
        program.process.wait(journey.PATIENCE)
    notes = stored(path)
    assert any(note.get("cluster") for note in notes), notes
    assert sorted(note["text"] for note in notes) == sorted(INPUTS)


def test_keys_move_what_lies_freely(folder):
    """A cluster and an input outside clusters, each run as one step; and a cluster is dissolved."""
    path = new_day(folder, *INPUTS[:3])
    with journey.Program(path) as program:
        go_to_board(program, INPUTS[0])
        program.key("g")
        program.expect("text", "Name of the cluster: what do the inputs say?")
        program.enter("Oplæring")
        program.wait(lambda: not program.find("text", "Name of the cluster: what do the inputs say?"), "the name")
        program.key("ctrl+Home")
        program.wait(lambda: "In the cluster" in focus_name(program), "its first input")
        program.key("BackSpace")
        program.wait(lambda: focus_name(program) == "Cluster “Oplæring” with 1 input", "the focus on the cluster")
        before = middle(program)
        program.key("ctrl+Right", "ctrl+Right", "ctrl+Down")
        program.expect("status bar", "Moved down")
        program.wait(lambda: middle(program)[0] > before[0] and middle(program)[1] > before[1], "the cluster there")
        program.key("ctrl+z")
        program.wait(lambda: middle(program) == before, "the whole run undone")
        program.key("ctrl+shift+z", "ctrl+End")
        program.wait(lambda: focus_name(program).startswith(INPUTS[2]), "the last input")
        before = middle(program)
        program.key("ctrl+Down")
        program.wait(lambda: middle(program)[1] > before[1], "the input lower")
        program.key("ctrl+Home")
        program.wait(lambda: "In the cluster" in focus_name(program), "its first input")
        before = middle(program)
        program.key("ctrl+Right")
        program.wait(lambda: middle(program)[0] > before[0], "the cluster with it further right")
        program.key("shift+ctrl+j")
        program.expect("status bar", "“Oplæring” dissolved; its inputs are outside clusters now")
        program.key("ctrl+w")
        program.process.wait(journey.PATIENCE)
    steps = [line.split("  ", 3)[-1].strip() for line in journey.trio("log", path).splitlines()]
    assert not any(note.get("cluster") for note in stored(path)), stored(path)
    assert sum("Move Cluster" in step for step in steps) == 2, steps


def test_another_round_by_key(folder):
    path = folder / "sample.trio"
    shutil.copy(journey.BUILD / "data" / "sample" / "trio-sample-en.trio", path)
    path.chmod(0o600)
    first = stored(path)[0]
    others = [note["round"] for note in stored(path)[1:]]
    with journey.Program(path) as program:
        go_to_board(program, first["text"])
        program.key("alt+9")
        program.wait(lambda: any(each.get_role_name().endswith("menu item") for each in program.walk()),
                     "the rounds to choose from")
        program.key("Down", "Return")
        program.wait(lambda: focus_name(program).startswith(first["text"]), "the focus back on the board")
        program.key("ctrl+w")
        program.process.wait(journey.PATIENCE)
    notes = stored(path)
    assert notes[0]["round"] not in (None, first["round"]), notes[0]
    assert [note["round"] for note in notes[1:]] == others, notes


def zoom_of(program):
    names = [button.get_name() or "" for button in program.all("push button")]
    return next((int(name[:-1]) for name in names if name.endswith("%")), None)


def test_zoom_from_the_capture_bar(folder):
    path = new_day(folder, *INPUTS[:4])
    with journey.Program(path) as program:
        field = program.expect("text", "New input at station 1")
        program.wait(lambda: zoom_of(program) is not None, "the zoom")
        program.key("ctrl+0")
        program.wait(lambda: zoom_of(program) == 100, "100 %")
        program.type("Mere ")
        program.key("ctrl+plus")
        program.wait(lambda: zoom_of(program) > 100, "a larger board")
        program.key("ctrl+minus", "ctrl+minus")
        program.wait(lambda: zoom_of(program) < 100, "a smaller board")
        program.enter("tid")
        program.wait(lambda: program.text_of(field) == "", "the input to be taken")
        program.key("ctrl+w")
        program.process.wait(journey.PATIENCE)
    assert "Mere tid" in [note["text"] for note in stored(path)]


journey.main(test_keys_move_what_lies_freely, test_another_round_by_key, test_zoom_from_the_capture_bar,
             test_drag_into_cluster_and_undo_all, test_suggestion_rejected_and_accepted)

"""What is done to inputs in the list, with keys alone."""
import json

import journey


def stored(path):
    return {station["number"]: [note["text"] for note in station["notes"]]
            for station in json.loads(journey.trio("list", path, "--json"))}


def new_day(folder, *inputs):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1", *inputs)
    return path


def go_to_list(program):
    """From the input field over the stations into the list."""
    program.expect("text", "New input at station 1")
    program.key("F7", "F6", "F6")
    program.wait(lambda: program.focused() and program.focused().get_name().startswith("Input 1"),
                 "the focus on the first input")


def expect_focus_on(program, name):
    program.wait(lambda: program.focused() and program.focused().get_name() == name,
                 f"the focus on “{name}”")


def test_edit_move_delete_undo(folder):
    path = new_day(folder, "One", "Two", "Three", "Four")
    with journey.Program(path) as program:
        go_to_list(program)
        program.key("Down", "F2")
        program.expect("text", "Text of the input")
        program.key("End")
        program.type(" ændret")
        program.key("Return")
        program.expect("list item", "Input 2: Two ændret")
        expect_focus_on(program, "Input 2: Two ændret")

        # Escape gives an edit up.
        program.key("F2")
        program.expect("text", "Text of the input")
        program.type("spoilt")
        program.key("Escape")
        program.wait(lambda: not program.find("text", "Text of the input"), "the end of the edit")
        expect_focus_on(program, "Input 2: Two ændret")

        # Move to station 2, found by a part of its name; the next input is there to go on with.
        program.key("m")
        program.expect("entry", "Move to cluster or station")
        program.type("digital")
        program.key("Return")
        program.expect("status bar", "1 input moved to station 2")
        expect_focus_on(program, "Input 2: Three")

        # Delete, and take it back.
        program.key("Delete")
        program.expect("status bar", "1 input deleted")
        program.key("ctrl+z")
        program.expect("status bar", "Undone: Delete Input")
        program.key("ctrl+w")
        program.process.wait(journey.PATIENCE)
    assert stored(path)[1] == ["One", "Three", "Four"], stored(path)
    assert stored(path)[2] == ["Two ændret"], stored(path)


def test_buttons_have_names(folder):
    path = new_day(folder, "One")
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        # Lists inside closed menus and unseen pages are GTK's own and have no size.
        n, nameless = 0, []
        for role in ("push button", "toggle button", "text", "list", "list item"):
            for each in program.all(role):
                name = each.get_name()
                if each.get_component_iface().get_extents(journey.Atspi.CoordType.WINDOW).width <= 0:
                    continue
                n += 1
                if not name or name.startswith(("Gtk", "Adw", "Trio")) or "_" in name:
                    nameless.append((role, name, each.get_parent().get_name()))
        assert n > 10 and not nameless, (n, nameless)


def test_shift_goes_on_from_the_focus(folder):
    """Also where nothing was selected before: it once took everything from the first row."""
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.enter("One", "Two", "Three", "Four", "Five")
        program.key("F7", "F6", "F6")
        expect_focus_on(program, "Input 1: One")
        program.key("ctrl+End")
        expect_focus_on(program, "Input 5: Five")
        program.key("shift+Down", "Delete")
        program.expect("status bar", "1 input deleted")
        program.key("ctrl+Home", "ctrl+Down", "ctrl+space", "ctrl+Down", "shift+Down", "Delete")
        program.key("ctrl+w")
        program.process.wait(journey.PATIENCE)
    assert stored(path)[1] == ["One"], stored(path)


journey.main(test_edit_move_delete_undo, test_shift_goes_on_from_the_focus, test_buttons_have_names)

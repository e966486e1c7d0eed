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
    program.key("F6", "F6")
    program.wait(lambda: program.focused() and program.focused().get_name().startswith("Input 1"),
                 "the focus on the first input")


def focus_is_in_field(program):
    focused = program.focused()
    return focused is not None and focused.get_role_name() == "text"


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
        program.wait(lambda: focus_is_in_field(program), "the focus back in the field")

        # Escape gives an edit up.
        program.key("F6", "F6")
        program.key("F2")
        program.expect("text", "Text of the input")
        program.type("spoilt")
        program.key("Escape")
        program.wait(lambda: not program.find("text", "Text of the input"), "the end of the edit")

        # Move to station 2, the first in the menu.
        program.key("F6", "F6", "m")
        program.expect("menu item", "2 Digital opportunities")
        program.key("Return")
        program.expect("status bar", "1 input moved to station 2")

        # Delete, and take it back.
        program.key("F6", "F6", "Delete")
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
        for role in ("push button", "toggle button", "text", "list", "list item"):
            for each in program.all(role):
                name = each.get_name()
                assert name and not name.startswith("Gtk") and "_" not in name, (role, name)


journey.main(test_edit_move_delete_undo, test_buttons_have_names)

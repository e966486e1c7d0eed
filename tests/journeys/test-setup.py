"""A workshop is set up from scratch with the keyboard alone."""
import json
import time

import journey


def close(program):
    program.key("ctrl+w")
    end = time.monotonic() + journey.PATIENCE
    while program.process.poll() is None and time.monotonic() < end:
        time.sleep(0.05)
    assert program.process.poll() == 0, f"ended with {program.process.poll()}"


def focus_is(program, role, name):
    def look():
        focused = program.focused()
        return focused and focused.get_role_name() == role and focused.get_name() == name
    program.wait(look, f"the focus on {role} “{name}”")


def text_of(path, kind, folder):
    output = folder / f"{kind}.txt"
    journey.trio("export", path, "--type", kind, "-o", output)
    return output.read_text(encoding="utf-8")


def test_set_up_by_keyboard(folder):
    path = folder / "day.trio"
    journey.trio("new", path, "--lang", "en", "--title", "The day")
    with journey.Program(path, language="en") as program:
        program.expect("heading", "No stations yet")
        program.wait(lambda: program.find("page tab", "Setup"), "the page Setup")
        program.activate(program.find("page tab", "Setup"))
        program.expect("text", "Series, as it reads in a sentence")

        # The form: series, kind of event, a date as people write it.
        program.key("Tab")
        program.type("calm days")
        program.key("Tab")
        program.type("theme day")
        program.key("Tab")
        program.type("6 October 2022")

        # A theme with its lead question, questions on two levels, and a place.
        program.key("alt+n")
        program.expect("panel", "New theme")
        program.type("Calm starts")
        program.key("Tab")
        program.type("Mornings and mondays")
        program.key("Tab")
        program.type("calm starts")
        program.key("Tab")
        focus_is(program, "push button", "Add Question")
        program.key("Return")
        focus_is(program, "text", "Question")
        program.type("What helps us to begin, e.g.")
        program.key("Return")
        program.type("A plan for the day")
        program.key("alt+Right")
        focus_is(program, "text", "Point under the question")

        # A second theme goes before the first, and comes back by undo.
        program.key("alt+n")
        program.expect("panel", "New theme")
        program.type("Good ends")
        program.key("alt+Up")
        program.wait(lambda: [each.get_name() for each in program.all("list item")
                              if "Good ends" in each.get_name()
                              and each.get_name().startswith("Station 1")] or None,
                     "the second theme in the first place")
        program.key("ctrl+z")
        close(program)

    info = json.loads(journey.trio("info", path, "--json"))
    assert "calm days" in json.dumps(info), info
    assert "2022-10-06" in json.dumps(info), info
    material = text_of(path, "dialogue", folder)
    assert "comes to\ncalm starts?" in material, material
    assert "What helps us to begin, e.g." in material, material
    assert "A plan for the day" in material, material
    assert material.index("Calm starts") < material.index("Good ends"), material


journey.main(test_set_up_by_keyboard)

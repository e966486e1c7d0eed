"""Wherever the program is when the session ends or its window is closed, it ends in order.

Warnings are fatal in the program, so that a single one would make it end otherwise.
"""
import json

import journey

PAGES = ("Setup", "Board", "Summary", "Document")


def new_day(folder):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1", *[f"More time, number {i}" for i in range(12)])
    return path


def open_at(program, page):
    program.expect("text", "New input at station 1")
    program.activate(program.expect("page tab", page))


def test_the_session_ends_on_each_page(folder):
    path = new_day(folder)
    for page in PAGES:
        with journey.Program(path) as program:
            # At once: what the page has just begun is still under way.
            open_at(program, page)
            program.process.terminate()
            assert program.process.wait(journey.PATIENCE) == 0, (page, program.process.returncode)
    journey.trio("check", path)


def test_the_window_is_closed_on_each_page(folder):
    path = new_day(folder)
    for page in PAGES:
        with journey.Program(path) as program:
            open_at(program, page)
            program.key("ctrl+w")
            assert program.process.wait(journey.PATIENCE) == 0, (page, program.process.returncode)
    journey.trio("check", path)


def half_a_thought(program):
    program.type("Half a thought")
    entry = program.expect("text", "New input at station 1")
    program.wait(lambda: program.text_of(entry) == "Half a thought", "the words in the field")


def test_the_session_ends_in_the_midst_of_things(folder):
    path = new_day(folder)
    ways = {
        "a proposal": lambda program: program.activate(
            program.expect("push button", "Suggest Clusters")),
        "the wall": lambda program: program.key("F5"),
        "words that are not added": half_a_thought,
        "a dialog": lambda program: program.key("ctrl+e"),
    }
    for name, begin in ways.items():
        with journey.Program(path) as program:
            program.expect("text", "New input at station 1")
            begin(program)
            program.process.terminate()
            assert program.process.wait(journey.PATIENCE) == 0, (name, program.process.returncode)
    notes = json.loads(journey.trio("list", path, "--json"))[0]["notes"]
    assert notes[-1]["text"] == "Half a thought", notes
    journey.trio("check", path)


journey.main(test_the_session_ends_on_each_page, test_the_window_is_closed_on_each_page,
             test_the_session_ends_in_the_midst_of_things)

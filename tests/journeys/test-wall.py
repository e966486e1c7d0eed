"""The wall: a second window that a whole room reads, driven by real keys."""
import json
import subprocess

import journey


def focus_wall(program):
    """Without a window manager the newest window has to be given the keyboard."""
    def done():
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Wall$"], text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               check=False).stdout.split()
        if not found:
            return False
        subprocess.run(["xdotool", "windowfocus", "--sync", found[-1]], check=True)
        return True
    program.wait(done, "the wall")


def words_on(program):
    wall = program.find("frame", "Wall")
    return [each.get_name() for each in program.walk(wall)] if wall else []


def test_open_turn_blank_and_test(folder):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1",
                 *(f"Input number {number} with a few words" for number in range(1, 15)))
    journey.trio("add", path, "--station", "2", "At the second station")
    notes = json.loads(journey.trio("list", path, "--json"))[0]["notes"]
    journey.trio("withhold", path, notes[1]["id"], "--reason", "private")
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key("F5")
        program.expect("frame", "Wall")
        focus_wall(program)
        program.wait(lambda: "Input number 1 with a few words" in words_on(program),
                     "the first input on the wall")

        # Page by page, and the withheld one on none of them.
        seen = set()
        for _ in range(20):
            seen.update(words_on(program))
            if "Input number 14 with a few words" in seen:
                break
            before = words_on(program)
            program.key("Right")
            program.wait(lambda: words_on(program) != before, "the next page")
        assert "Input number 14 with a few words" in seen, seen
        assert "Input number 2 with a few words" not in seen, seen
        assert "Input number 3 with a few words" in seen, seen

        # Blank hides everything; the test page asks the room.
        program.key("b")
        program.wait(lambda: not any("Input number" in word for word in words_on(program)),
                     "the blank wall")
        program.key("b")
        program.wait(lambda: any("Input number" in word for word in words_on(program)),
                     "the wall again")
        program.key("t")
        program.wait(lambda: "32: readable?" in words_on(program), "the test")
        assert not any("Input number" in word for word in words_on(program))
        program.key("Escape")
        program.key("2")
        program.wait(lambda: "At the second station" in words_on(program), "station 2")

        program.key("1")
        program.wait(lambda: "Input number 1 with a few words" in words_on(program), "station 1")
        program.key("Escape")
        program.wait(lambda: not program.find("frame", "Wall"), "the end of the wall")


journey.main(test_open_turn_blank_and_test)

"""Four hundred inputs through the real window: none is lost, changed or out of order."""
import json
import subprocess
import time

import journey


def stored(path):
    """What the file holds: the texts by number of their station, in order."""
    return {station["number"]: [note["text"] for note in station["notes"]]
            for station in json.loads(journey.trio("list", path, "--json"))}


def close(program):
    program.key("ctrl+w")
    end = time.monotonic() + journey.PATIENCE
    while program.process.poll() is None and time.monotonic() < end:
        time.sleep(0.05)
    assert program.process.poll() == 0, f"ended with {program.process.poll()}"


def copy(text):
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text, text=True, check=True,
                   stdout=subprocess.DEVNULL)


def new_day(folder):
    path = folder / "dag.trio"
    journey.trio("new", path, "--from", "fremtidens-arbejdsfaellesskaber", "--title", "Dagen")
    return path


def test_400_inputs_are_kept_in_order(folder):
    path = new_day(folder)
    expected = {1: [], 2: [], 3: [], 4: []}
    program = journey.Program(path)
    with program:
        program.expect("text", "New input at station 1")
        for block in range(16):
            station = block % 4 + 1
            lines = [f"Input {block * 24 + i + 1}: æøå ÆØÅ / (på {station})" for i in range(24)]
            program.key(f"ctrl+{station}")
            program.enter(*lines)
            expected[station] += lines

        # The last input of station 4 had a mistake.
        program.key("Up")
        program.enter(" rettet")
        expected[4][-1] += " rettet"

        # Two blank Enters change nothing.
        program.key("Return", "Return")

        # What no keyboard has comes over the clipboard, as one line and as a list.
        program.key("ctrl+1")
        entry = program.expect("text", "New input at station 1")
        copy("”Tid” – ikke “kun” i weekenden")
        program.key("ctrl+v")
        program.wait(lambda: program.text_of(entry) == "”Tid” – ikke “kun” i weekenden",
                     "the pasted words")
        program.key("Return")
        expected[1].append("”Tid” – ikke “kun” i weekenden")
        lines = [f"Liste {i}: é – ”ü”" for i in range(15)]
        copy("\n".join(f"• {line}" for line in lines) + "\n")
        program.key("ctrl+v")
        expected[1] += lines
        program.wait(lambda: program.find("status bar", "15 inputs added"), "the pasted list")

        # One too many, taken back with a key.
        program.enter("For meget")
        program.key("ctrl+z")
        close(program)

    assert sum(map(len, expected.values())) == 400, sum(map(len, expected.values()))
    assert stored(path) == expected
    journey.trio("check", path)


def test_undo_survives_closing(folder):
    path = new_day(folder)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.enter("Et", "To", "Tre")
        close(program)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key("ctrl+z", "ctrl+z", "ctrl+shift+z")
        program.expect("status bar", "Done again: Add Input")
        close(program)
    assert stored(path)[1] == ["Et", "To"]


def test_words_in_the_field_are_asked_about(folder):
    path = new_day(folder)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.type("Ikke gemt endnu")
        program.key("ctrl+w")
        program.activate(program.expect("push button", "Add Input"))
        program.process.wait(journey.PATIENCE)
    assert stored(path)[1] == ["Ikke gemt endnu"]


journey.main(test_400_inputs_are_kept_in_order, test_undo_survives_closing,
             test_words_in_the_field_are_asked_about)

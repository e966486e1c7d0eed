"""Fifty inputs are put into clusters with keys alone, and all of it is undone."""
import json

import journey


def new_day(folder, n):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1", *[f"Number {i}" for i in range(1, n + 1)])
    return path


def stored(path):
    station = json.loads(journey.trio("list", path, "--json"))[0]
    return [(note["text"], note.get("cluster") or "") for note in station["notes"]]


def expect_focus_on(program, words):
    program.wait(lambda: program.focused() and words in program.focused().get_name(),
                 f"the focus on “{words}”")


def make_cluster(program, title):
    """Groups what is selected and names it, without leaving the keyboard."""
    program.key("g")
    program.expect("text", "Name of the cluster")
    program.type(title)
    program.key("Return")
    program.wait(lambda: not program.find("text", "Name of the cluster"), "the end of the naming")


def test_cluster_fifty_and_undo(folder):
    path = new_day(folder, 50)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key("F7", "F6", "F6")
        expect_focus_on(program, "Number 1")

        # The first input makes a cluster, the others go in by number; the focus goes on by itself.
        make_cluster(program, "We need more time")
        expect_focus_on(program, "Number 2")
        program.key("shift+Down", "1")
        expect_focus_on(program, "Number 4")
        program.key(*["1"] * 22)
        expect_focus_on(program, "Number 26")
        make_cluster(program, "Tools have to work")
        expect_focus_on(program, "Number 27")
        program.key(*["2"] * 24)
        program.expect("list item", "Cluster “Tools have to work” with 25 inputs")
        program.key("ctrl+w")
        program.process.wait(journey.PATIENCE)
    clusters = [cluster for _, cluster in stored(path)]
    assert all(clusters), clusters
    assert [len(set(part)) for part in (clusters[:25], clusters[25:], clusters)] == [1, 1, 2], clusters

    # Undo goes back over the end of the program, to the inputs as they were.
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key(*["ctrl+z"] * 51)
        program.expect("status bar", "Undone: Make Cluster")
        program.key("ctrl+w")
        program.process.wait(journey.PATIENCE)
    assert stored(path) == [(f"Number {i}", "") for i in range(1, 51)], stored(path)


def test_search(folder):
    path = new_day(folder, 12)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        program.key("F7", "ctrl+f")
        program.expect("entry", "Search in the inputs")
        program.type("number 12")
        program.expect("status bar", "1 of 12")
        program.expect("list item", "Input 1: Number 12")
        # Enter goes on to what was found, Escape in the field shows everything again.
        program.key("Return")
        expect_focus_on(program, "Number 12")
        program.key("ctrl+f", "Escape")
        program.expect("list item", "Input 1: Number 1")


journey.main(test_cluster_fifty_and_undo, test_search)

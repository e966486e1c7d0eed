"""From a summary that is typed with keys to the note that is exported."""
import json

import journey


def new_day(folder):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1", "More time for handovers", "Fewer forms")
    return path


def show_page(program, name):
    """Over the switcher in the header, as a screen reader would."""
    button = program.expect("page tab", name)
    program.activate(button)


def test_summary_is_in_the_note(folder):
    path = new_day(folder)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        show_page(program, "Summary")
        program.expect("text", "Text of the summary")
        program.wait(lambda: program.focused() and
                     program.focused().get_name() == "Text of the summary",
                     "the focus in the summary")
        program.type("Vi vil give tid til overgange. Vi skal have ro.")
        program.wait(lambda: program.find("image", "Page 1 of 2") or
                     program.find("image", "Page 1 of 3"), "the pages beside it")
        # Take the last words back, and do them again: undo belongs to the workshop.
        program.key("ctrl+z")
        program.wait(lambda: "Vi vil" not in journey.Program.text_of(
            program.expect("text", "Text of the summary")), "the undo")
        program.key("ctrl+shift+z")
        program.wait(lambda: "Vi skal have ro." in journey.Program.text_of(
            program.expect("text", "Text of the summary")), "the redo")
    note = folder / "note.txt"
    journey.trio("export", path, "--output", note)
    assert "Vi vil give tid til overgange. Vi skal have ro." in " ".join(note.read_text().split())


def test_documents_are_exported(folder):
    path = new_day(folder)
    with journey.Program(path) as program:
        program.expect("text", "New input at station 1")
        show_page(program, "Document")
        program.expect("status bar", "Not sent yet")
        program.wait(lambda: any(each.get_name().startswith("Page 1 of ")
                                 for each in program.all("image")), "the pages")
        # The header has a button of that name as well.
        program.activate(program.all("push button", "Export…")[-1])
        program.expect("label", "Formats")
        program.activate(program.expect("push button", "Export"))
        program.wait(lambda: list(folder.glob("*.docx")) and list(folder.glob("*.pdf")),
                     "the files")
    assert json.loads(journey.trio("list", path, "--json"))


journey.main(test_summary_is_in_the_note, test_documents_are_exported)

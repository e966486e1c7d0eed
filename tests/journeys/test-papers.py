"""From a summary that is typed with keys to the note that is exported."""
import json
import subprocess
import zipfile

import journey
from person import Person, Words


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


FORMATS = ("docx", "odt", "pdf", "html", "md", "txt", "csv")
PRACTICE, MEANT = "Only practising here", "Meant seriously"


def everything_in(path):
    """All the words of a file, also those that a reader does not see."""
    if path.suffix in (".docx", ".odt"):
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    if path.suffix == ".pdf":
        done = subprocess.run(["pdftotext", str(path), "-"], check=True, text=True, stdout=subprocess.PIPE)
        return " ".join(done.stdout.split()) + path.read_bytes().decode("latin-1")
    return path.read_text(encoding="utf-8-sig")


def test_practice_never_leaves(folder):
    """Every format of the note is exported in the window: the input of the rehearsal is in none."""
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    with Person(Words("en"), path) as person:
        person.expect("text", "New input at station 1")
        person.key("ctrl+shift+r")
        person.enter(PRACTICE)
        person.key("ctrl+shift+r")
        person.enter(MEANT)
        person.show("Document")
        person.expect("status bar", "Not sent yet")
        person.activate(person.all("push button", "Export…")[-1])
        dialog = person.dialog("Export the Document")
        boxes = person.wait(lambda: person.all("check box", below=dialog), "the formats")
        for box in boxes:
            if not box.get_state_set().contains(journey.Atspi.StateType.CHECKED):
                person.tab_to("check box", box.get_name())
                person.key("space")
        person.press("_Export", below=dialog)
        person.wait_until_gone("Export the Document")
        person.end()
    notes = journey.json_of("list", path)[0]["notes"]
    assert [(note["text"], note["state"]) for note in notes] == [(PRACTICE, "practice"), (MEANT, "normal")], notes
    files = {file.suffix[1:]: everything_in(file) for file in folder.iterdir() if file != path and file.is_file()}
    assert sorted(files) == sorted(FORMATS), sorted(files)
    for kind, words in files.items():
        assert MEANT in words, kind
        assert PRACTICE not in words, kind


journey.main(test_summary_is_in_the_note, test_documents_are_exported, test_practice_never_leaves)

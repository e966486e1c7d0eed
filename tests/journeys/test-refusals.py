"""What cannot be done is said: what, where, and what to do; and nothing is left half done."""
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import journey
from person import Person, Words

WORDS = Words(sys.argv[1])


@contextmanager
def disk(folder, *options):
    """A small disk of its own; without the right to make one the test is skipped."""
    folder.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", folder],
                                           stderr=subprocess.DEVNULL, check=False).returncode != 0:
        raise journey.Skip("no disk can be made here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def read_only(folder):
    """A folder that nobody can write, also not the one who may do everything elsewhere."""
    if os.geteuid() == 0:
        with disk(folder, "-o", "ro") as locked:
            yield locked
        return
    folder.mkdir()
    folder.chmod(0o555)
    try:
        yield folder
    finally:
        folder.chmod(0o755)


def new_day(folder):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1", "More time", "Fewer forms")
    return path


def said(person, *parts):
    """Waits for a message that has all of these words; gives it."""
    def look():
        return next((each.get_name() for each in person.walk()
                     if all(part in each.get_name() for part in parts)), None)
    return person.wait(look, f"a message with {parts}")


def dismiss(person):
    """Closes the message, and gives the keyboard back to what lies below."""
    before = person.application.get_child_count()
    person.key("Escape")
    person.wait(lambda: person.application.get_child_count() < before, "the end of the message")
    person.wait(person._focus_window, "the keyboard for what lies below")


def is_saved(person):
    return any(each.get_name().split(" · ")[-1] == WORDS("saved")
               for each in person.each("status bar"))


def stem(text):
    """The words of a message up to the first that differs from time to time."""
    return max(WORDS(text).replace("“%s”", "%s").replace("”%s”", "%s").split("%s"), key=len).strip()


def test_files_that_cannot_be_opened(folder):
    good = new_day(folder)
    size = good.stat().st_size
    for name in ("damaged", "newer"):
        shutil.copy(good, folder / f"{name}.trio")
    (folder / "foreign.trio").write_text("A letter, not a workshop.")
    with open(folder / "damaged.trio", "r+b") as file:
        file.truncate(size // 4096 // 2 * 4096)
    connection = sqlite3.connect(folder / "newer.trio")
    connection.execute("PRAGMA user_version=999")
    connection.close()
    cases = (
        ("foreign", "This Is Not a Workshop File",
         "“%s” is not a workshop file, or its beginning is destroyed.", ("_Back",)),
        ("damaged", "The File Is Damaged", None, ("_Back",)),
        ("newer", "The File Is from a Newer Version",
         "“%s” was written by a newer version of the program. It can be read, but not changed; "
         "update the program to change it.", ("Open for _Reading Only", "_Back")),
        ("missing", "The File Is Not There", None, ("_Try Again", "_Back")),
    )
    for name, heading, message, buttons in cases:
        path = folder / f"{name}.trio"
        before = path.read_bytes() if path.exists() else None
        with Person(WORDS, path) as person:
            said(person, WORDS(heading))
            said(person, f"{name}.trio", stem(message) if message else "")
            for button in buttons:
                person.expect("push button", WORDS(button))
        assert (path.read_bytes() if path.exists() else None) == before, name

    # Somebody else works in it: that is said, and a copy is offered and opened.
    holder = sqlite3.connect(good, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with Person(WORDS, good) as person:
        said(person, WORDS("The File Is in Use"))
        holder.rollback()
        person.press("Open a _Copy")
        person.expect("page tab", WORDS("Board", "page"))
    holder.close()
    assert len(list(folder.glob("day (*).trio"))) == 1, list(folder.iterdir())


def test_places_that_cannot_be_written(folder):
    path = new_day(folder)
    with read_only(folder / "locked") as locked, Person(WORDS, path) as person:
        person.expect("page tab", WORDS("Board", "page"))
        person.key("ctrl+shift+s")
        person.choose_in_files("Save a Copy", locked / "copy.trio", clear=True)
        said(person, WORDS("The copy could not be saved"))
        said(person, "copy.trio")
        dismiss(person)

        person.show("Setup")
        person.press("_Make Station Files…")
        person.choose_in_files("Folder for the Station Files", locked)
        said(person, WORDS("The station files were not made"))
        dismiss(person)

        person.show("Document")
        person.expect("status bar", WORDS("Not sent yet"))
        person.activate(person.all("push button", WORDS("_Export…"))[-1])
        dialog = person.dialog("Export the Document")
        person.press("Folder", below=dialog)
        person.choose_in_files("Folder for the Files", locked)
        person.press("_Export", below=dialog)
        person.wait(lambda: any(str(locked.name) in each.get_name() or ".docx" in each.get_name()
                                for each in person.each("alert", None, dialog)), "the refusal")
        person.key("Escape")
        person.wait_until_gone("Export the Document")
        assert not list(locked.iterdir()), list(locked.iterdir())
        person.end()
    journey.trio("check", path)


def test_a_new_workshop_where_nothing_can_be_written(folder):
    with read_only(folder / "locked") as locked:
        os.environ["HOME"] = str(locked)
        with Person(WORDS) as person:
            person.press("_New Workshop…")
            dialog = person.dialog("New Workshop")
            person.choose_row("Empty workshop")
            person.wait(lambda: person.is_sensitive(
                person.find("push button", WORDS("_Back"), dialog)), "the details")
            person.type("Dag")
            person.key("Return")
            person.wait(lambda: any("locked" in each.get_name()
                                    for each in person.each("alert", None, dialog)), "the refusal")
            assert not list(locked.iterdir()), list(locked.iterdir())


def test_imports_that_bring_nothing(folder):
    path = new_day(folder)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "table.csv").write_text("farve;tal\nrød;1\n", encoding="utf-8")
    with Person(WORDS, path) as person:
        person.expect("page tab", WORDS("Board", "page"))
        for name in ("empty.txt", "picture.txt"):
            person.key("ctrl+i")
            person.choose_in_files("Import Inputs", folder / name)
            dialog = person.dialog("Import Inputs")
            person.wait(lambda: any(each.get_name() not in ("", WORDS("Reading…"), "GtkLabel")
                                    for each in person.each("status bar", None, dialog)), name)
            button = person.find("push button", WORDS("_Import"), dialog)
            assert not person.is_sensitive(button), name
            person.key("Escape")
            person.wait_until_gone("Import Inputs")
        person.end()
    notes = [note["text"] for station in journey.json_of("list", path) for note in station["notes"]]
    assert notes == ["More time", "Fewer forms"], notes


def test_imports_that_are_read_with_doubts(folder):
    """Bytes of another encoding, and a table whose columns say nothing: told before anything comes in."""
    path = new_day(folder)
    (folder / "broken.txt").write_bytes("Æbler på øen\n".encode() + b"More \x81\x8d\xff time\n")
    (folder / "table.csv").write_text("farve;tal\nrød;1\n", encoding="utf-8")
    (folder / "old.txt").write_bytes("Æbler på øen\n".encode("cp1252"))
    lost = WORDS("%u character could not be read and became “�”.", number=2)
    no_headings = WORDS("The table has no headings. Column %u is read as the inputs.")
    with Person(WORDS, path) as person:
        person.expect("page tab", WORDS("Board", "page"))
        for name, line, words in (("broken.txt", 2, lost % 2), ("table.csv", 1, no_headings % 1)):
            person.key("ctrl+i")
            person.choose_in_files("Import Inputs", folder / name)
            person.dialog("Import Inputs")
            said(person, WORDS("%s, line %u: %s").replace("%u", "%s") % (name, line, words))
            person.key("Escape")
            person.wait_until_gone("Import Inputs")

        # An encoding that can be told is read as it was meant.
        person.key("ctrl+i")
        person.choose_in_files("Import Inputs", folder / "old.txt")
        dialog = person.dialog("Import Inputs")
        person.press("_Import", below=dialog)
        person.wait_until_gone("Import Inputs")
        person.end()
    notes = [note["text"] for station in journey.json_of("list", path) for note in station["notes"]]
    assert notes == ["More time", "Fewer forms", "Æbler på øen"], notes


def test_sets_and_events_that_cannot_be_read(folder):
    path = new_day(folder)
    (folder / "set.xml").write_text('<theme-set id="x"><theme></theme-set>', encoding="utf-8")
    (folder / "event.trio").write_text("A letter.")
    with Person(WORDS, path) as person:
        person.expect("page tab", WORDS("Board", "page"))
        person.show("Setup")
        person.press("Get _Theme Set…")
        person.dialog("Get a Theme Set")
        person.choose_row("From a file…")
        person.choose_in_files("Open Theme Set", folder / "set.xml")
        said(person, WORDS("The theme set could not be read"))
        said(person, "set.xml")
        dismiss(person)
        person.choose_row("From dialogue material…")
        dialog = person.dialog("Dialogue Material")
        person.fill("Dialogue material", "Nothing of the kind.", below=dialog)
        assert not person.is_sensitive(person.find("push button", WORDS("_Use the Themes"), dialog))
        person.key("Escape")
        person.wait_until_gone("Dialogue Material")
        person.key("Escape")
        person.wait_until_gone("Get a Theme Set")
        person.press("_Link to Earlier Event…")
        person.choose_in_files("Choose the Earlier Event", folder / "event.trio")
        said(person, WORDS("The earlier event could not be read"))
        said(person, "event.trio")
        dismiss(person)
        person.end()
    assert len(journey.json_of("list", path)) == 4


def test_a_file_that_cannot_be_written(folder):
    path = new_day(folder)
    with disk(folder / "disk") as place:
        shutil.copy(path, place / "day.trio")
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        with Person(WORDS, place / "day.trio") as person:
            said(person, "day.trio", stem("“%s” or its folder cannot be written. Open it for reading "
                                          "only, or copy it to a place of your own and open the "
                                          "copy."))
            person.press("Open for _Reading Only")
            said(person, WORDS("This file is open for reading only. Save a copy to work on."))
            person.end()


def test_a_disk_that_gets_full(folder):
    path = new_day(folder)
    with disk(folder / "disk", "-o", "size=2m") as place:
        shutil.copy(path, place / "day.trio")
        with Person(WORDS, place / "day.trio") as person:
            person.expect("text", WORDS("New input at station %s") % 1)
            subprocess.run(["dd", "if=/dev/zero", f"of={place / 'fill'}", "bs=4096"], check=False,
                           stderr=subprocess.DEVNULL)
            person.enter(*(f"Written on a full disk, number {i} of sixty: " + "words " * 40
                           for i in range(60)))
            said(person, "day.trio", stem("There is no room left on the disk of “%s”. Make room, or "
                                          "save to another place."))
            person.expect("push button", WORDS("_Save Elsewhere…"))
            # A document has no room there either, and leaves nothing behind.
            person.show("Document")
            person.expect("status bar", WORDS("Not sent yet"))
            person.activate(person.all("push button", WORDS("_Export…"))[-1])
            dialog = person.dialog("Export the Document")
            person.press("_Export", below=dialog)
            person.wait(lambda: any(".docx" in each.get_name()
                                    for each in person.each("alert", None, dialog)), "the refusal")
            assert not list(place.glob("*.docx")), list(place.iterdir())
            person.key("Escape")
            person.wait_until_gone("Export the Document")
            (place / "fill").unlink()
            person.wait(lambda: is_saved(person), "that all is saved")
            person.end()
        notes = journey.json_of("list", place / "day.trio")[0]["notes"]
        assert len(notes) == 62, len(notes)


def test_a_file_that_vanishes(folder):
    path = new_day(folder)
    with Person(WORDS, path) as person:
        person.expect("text", WORDS("New input at station %s") % 1)
        path.rename(folder / "elsewhere.bak")
        person.enter("Written when the file was gone")
        person.expect("push button", WORDS("_Save Elsewhere…"))
        said(person, "day.trio", stem("%s Until then everything stays in this window, and saving is tried again."))
        person.press("_Save Elsewhere…")
        person.choose_in_files("Save Elsewhere", folder / "found.trio", clear=True)
        person.wait(lambda: (folder / "found.trio").exists() and is_saved(person),
                    "that all is saved elsewhere")
        person.end()
    notes = journey.json_of("list", folder / "found.trio")[0]["notes"]
    assert notes[-1]["text"] == "Written when the file was gone", notes


def test_a_template_with_a_mistake(folder):
    path = new_day(folder)
    own = Path(os.environ["XDG_DATA_HOME"]) / "trio-stations" / "templates"
    own.mkdir(parents=True)
    (own / "notat-en.xml").write_text("<template id=\"notat-en\"><nonsense/></template>")
    try:
        with Person(WORDS, path) as person:
            person.expect("page tab", WORDS("Board", "page"))
            person.show("Document")
            # The built-in one serves, and the page says which file is wrong.
            said(person, "notat-en.xml")
            person.activate(person.all("push button", WORDS("_Export…"))[-1])
            dialog = person.dialog("Export the Document")
            person.press("_Export", below=dialog)
            person.wait(lambda: list(folder.glob("*.docx")), "the document")
            person.wait_until_gone("Export the Document")
            person.end()
    finally:
        shutil.rmtree(own.parent)


journey.main(test_files_that_cannot_be_opened, test_places_that_cannot_be_written,
             test_a_new_workshop_where_nothing_can_be_written, test_imports_that_bring_nothing,
             test_imports_that_are_read_with_doubts,
             test_sets_and_events_that_cannot_be_read, test_a_file_that_cannot_be_written,
             test_a_disk_that_gets_full, test_a_file_that_vanishes,
             test_a_template_with_a_mistake)

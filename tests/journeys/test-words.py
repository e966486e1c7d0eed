"""Every text of ours is translated and fits, in every view and dialog: seen in a pseudo-language."""
import os
import re
import sqlite3

import journey
import pseudo
import rooms
import snapshot

# Words of GTK and libadwaita, which have their own translations.
NOT_OURS = {
    "Close", "Minimize", "Maximize", "Back", "Search", "Increase", "Decrease", "Emoji", "Menu",
    "Previous Month", "Next Month", "Previous Year", "Next Year", "Shortcuts", "Clear",
    "Search Results", "No Results Found", "Try a different search", "Previous year", "Next year",
    "Previous month", "Next month", "Cut", "Copy", "Paste", "Delete", "Select All", "Undo", "Redo",
    "Insert Emoji", "About", "Credits", "Legal", "Details", "What’s New", "Minimize the window",
    "Maximize the window", "Close the window",
}
# The languages are called what their speakers call them; names of formats are names.
NAMES = {"Dansk", "English", "TRIO", "AMR", "TR", "CSV", "HTML", "PDF", "ODT", "DOCX", "Markdown",
         "html", "txt", "csv", "kB", "MB"}
LETTER = re.compile(r"[^\W\d_]{2}")
# A button is named by its tooltip up to the key, so the end may be missing.
OURS = re.compile(r"⟦[^⟦⟧]*(?:⟦[^⟧]*⟧[^⟦⟧]*)*(?:⟧|$)")
MONTHS = ("January February March April May June July August September October November "
          "December").split()
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)(?:\+|$))*(?:Up|Down|Left|Right|Delete|Page_Down|Page_Up|"
                  r"Escape|Backspace|Menu|Home|End|Space|\w|)$")
CLASS_NAME = re.compile(r"(Gtk|Adw|Trio)[A-Z]\w+$")


def words_of_the_user(path):
    """Everything in the file: titles, inputs, names of people's clusters."""
    found = set()
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
        for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            for row in store.execute(f'SELECT * FROM "{table}"'):
                found.update(line for value in row if isinstance(value, str)
                             for line in [value, *value.splitlines()] if line.strip())
    return found


def words_of_data():
    """What theme sets, templates and the help say in their own language."""
    found = set()
    for path in (pseudo.SOURCE / "data").rglob("*"):
        if path.suffix in (".xml", ".page"):
            text = path.read_text(encoding="utf-8")
            found.add(" ".join(re.sub("<[^>]+>", "", text).split()))
            found.update(re.findall(r'"([^"<>]+)"', text))
    return found


def is_translated(text, others):
    """Whether what is in no brackets is somebody else's words."""
    rest = OURS.sub("\n", text)
    for part in re.split(r" [·–] |\n|: ", rest):
        part = re.sub(r"^[\W\d_]+|[\W_]+$", "", " ".join(part.split()))
        if not LETTER.search(part) or part in NOT_OURS or part in NAMES or KEYS.match(part):
            continue
        if part.split()[0] in MONTHS and not re.search("[a-z]{3}", " ".join(part.split()[1:])):
            continue
        if part.startswith("tmp/"):
            continue
        if not any(part in each for each in others):
            return False
    return True


def texts(node):
    if not CLASS_NAME.match(node.name):
        yield "name", node.name
    yield "description", node.description
    if node.role not in ("text", "entry"):
        yield "text", node.text


def is_outside(node, root):
    """Whether it hangs over the edge of the window where nothing can be scrolled."""
    if not node.name or not node.extents or node.role not in ("label", "push button", "check box"):
        return False
    if any(each.role in ("scroll pane", "viewport") for each in node.above()):
        return False
    x, y, width, height = node.extents
    return x < -2 or y < -2 or x + width > root.extents[2] + 12 or \
        y + height > root.extents[3] + 12


def look(room, root, others):
    for node in root.walk():
        if is_outside(node, root):
            yield f"{room.name}: {node.extents} is outside of {root.extents}: {node.where()}"
        for what, text in texts(node):
            if text and not is_translated(text, others):
                yield f"{room.name}: {what} “{text[:90]}” of {node.where()}"


def test_every_text_is_translated(folder):
    catalogue = folder / "locale"
    catalogue.mkdir()
    pseudo.write_catalogue(catalogue)
    os.environ["TRIO_LOCALEDIR"] = str(catalogue)
    found, n = [], 0
    with rooms.Tour(folder, language=pseudo.LANGUAGE) as tour:
        others = words_of_the_user(tour.path) | words_of_data() | {"letter.trio", "day.trio"}
        for room in tour.rooms():
            for root in snapshot.of(tour.program).children[-1:]:
                n += sum("⟦" in node.name for node in root.walk())
                found += look(room, root, others)
    for each in dict.fromkeys(found):
        print("#", each, flush=True)
    assert n > 1000, n
    assert not found, f"{len(set(found))} texts without a translation"


journey.main(test_every_text_is_translated)

"""The whole day through the window, from an empty start page to the note that was sent.

It is run as somebody would who has read nothing: everything is found by the words on the screen,
in Danish or in English, as the one argument says.
"""
import os
import re
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

import journey
from person import Person, Words

LANGUAGE = sys.argv[1]

# What is typed, and words that have to stand in the window in this very language.
TEXTS = {
    "da": {
        "seen": ("Nyt arrangement…", "Opsætning", "Tavle", "Opsummering", "Dokument"),
        "set": "Fire temaer om fremtidens arbejdsfællesskaber",
        "title": "Arbejdsmiljødag", "place": "Rådhuset", "kind": "arbejdsmiljødag",
        "date": "1. november 2026", "body": "Hovedudvalget", "unit": "Sundhed og Omsorg",
        "theme": "Ro i hverdagen", "subtitle": "Pauser, overblik og arbejdsro",
        "topic": "ro i hverdagen", "question": "Hvad giver os ro, fx",
        "point": "Faste pauser", "direction": "Vi vil give hinanden arbejdsro.",
        "room": "Lokale 5", "host": "AMR fra Øst", "file": "Station 5 Ro i hverdagen.trio",
        "burst": ("Mere tid til overlap mellem vagter", "Faste pauser på alle vagter",
                  "Færre møder midt på dagen", "En pause uden telefon",
                  "Tid til at lære de nye op", "Møder der slutter til tiden"),
        "pasted": ("”Stille time” på kontoret", "Én indgang – én telefon",
                   "Pauser, der bliver holdt"),
        "wrong": "Bedre belysninng", "mended": "Bedre belysning",
        "like": "Mere tid til overlap mellem vagterne", "table": "Beskrivelse",
        "cluster": "Vi skal have tid til hinanden", "cpr": "Borger 010190-1234 ringer hver dag",
        "imported": {
            1: ("Borgeren skal have én kontaktperson", "Fast kontaktperson til hver borger",
                "Borgerens kontaktperson svarer selv", "Samme kontaktperson hele vejen",
                "Skærme der virker på mødet", "Computere der starter hurtigt",
                "Bedre skærme og computere", "Færre skærme, bedre computere"),
            2: ("Oplæring i systemet",), 3: ("En fast mentor",), 4: ("Historier fra hverdagen",),
        },
        "own": "Vi vil holde pauserne.",
        "lead": "Opsummering", "appendix": "Bilag: Input fra stationerne",
        "recipients": "MED-udvalgene", "late": "Et input til sidst", "mask": "Borger XXXXXX-XXXX",
    },
    "en": {
        "seen": ("New Workshop…", "Setup", "Board", "Summary", "Document"),
        "set": "Four themes about the future of working together",
        "title": "Working environment day", "place": "Town hall",
        "kind": "working environment day", "date": "1 November 2026",
        "body": "The main committee", "unit": "Health and Care",
        "theme": "Calm days", "subtitle": "Breaks, overview and quiet",
        "topic": "calm days", "question": "What gives us calm, e.g.",
        "point": "Fixed breaks", "direction": "We will give each other quiet.",
        "room": "Room 5", "host": "AMR from East", "file": "Station 5 Calm days.trio",
        "burst": ("More time for handovers between shifts", "Fixed breaks on every shift",
                  "Fewer meetings in the middle of the day", "A break without a phone",
                  "Time to train new colleagues", "Meetings that end on time"),
        "pasted": ("“Quiet hour” at the office", "One door – one phone",
                   "Breaks that are really held"),
        "wrong": "Better lightning", "mended": "Better lighting",
        "like": "More time for handover between shifts", "table": "Description",
        "cluster": "We need time for each other", "cpr": "Citizen 010190-1234 calls every day",
        "imported": {
            1: ("The citizen needs one contact person", "A fixed contact person for each citizen",
                "The contact person of the citizen answers", "The same contact person all along",
                "Screens that work in meetings", "Computers that start quickly",
                "Better screens and computers", "Fewer screens, better computers"),
            2: ("Training in the system",), 3: ("A fixed mentor",), 4: ("Stories from every day",),
        },
        "own": "We will hold breaks.",
        "lead": "Summary", "appendix": "Appendix: Input from the stations",
        "recipients": "The MED committees", "late": "One input at the end", "mask": "Citizen XXXXXX-XXXX",
    },
}[LANGUAGE]


def copy(text):
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text, text=True, check=True,
                   stdout=subprocess.DEVNULL)


def start_from_nothing(day, folder):
    """The start page, and a new workshop whose themes come afterwards."""
    for word in TEXTS["seen"][:1]:
        day.expect("push button", word)
    day.skip_tour()
    day.press("_New Workshop…")
    dialog = day.dialog("New Workshop")
    day.choose_row("Empty workshop")
    day.wait(lambda: day.is_sensitive(
        day.find("push button", day.words("_Back"), dialog)), "the details")
    day.type(TEXTS["title"])
    day.fill("Place", TEXTS["place"], below=dialog)
    day.key("Return")
    day.wait_until_gone("New Workshop")
    for word in TEXTS["seen"][1:]:
        day.expect("page tab", word)
    files = list(folder.rglob("*.trio"))
    assert len(files) == 1 and TEXTS["title"] in files[0].name, files
    return files[0]


def set_up(day):
    """Themes of a set and one of our own, its station, the words of the day, the rotation."""
    day.press("Get _Theme Set…")
    day.dialog("Get a Theme Set")
    day.choose_row(TEXTS["set"])
    day.wait_until_gone("Get a Theme Set")
    day.wait(lambda: len(day.all("text", day.words("Subtitle"))) == 4, "the themes of the set")
    for label, key in (("Kind of event", "kind"), ("Inviting body", "body"), ("Unit", "unit")):
        day.fill(label, TEXTS[key])

    day.key("alt+n")
    card = day.expect("panel", day.words("New theme"))
    day.type(TEXTS["theme"])
    day.key("Tab")
    day.type(TEXTS["subtitle"])
    day.key("Tab")
    day.type(TEXTS["topic"])
    day.key("Tab", "Return")
    day.wait(lambda: day.find("text", day.words("Question"), card), "the field of a question")
    day.type(TEXTS["question"])
    day.key("Return")
    day.wait(lambda: len(day.all("text", day.words("Question"), card)) == 2, "the next question")
    day.type(TEXTS["point"])
    day.key("alt+Right")
    day.wait(lambda: day.find("text", day.words("Point under the question"), card), "the point")
    day.fill("Common direction", TEXTS["direction"], below=card)
    day.fill("Place, such as a room", TEXTS["room"], below=card)
    day.fill("Host, by role or team", TEXTS["host"], below=card)


def plan_rounds(day):
    """Five teams through five stations."""
    buttons = [day.expect("push button", day.words(text)) for text in ("Add _Round", "Add _Team")]
    table = day.expect("panel", day.words("Who is where in which round"))
    for count in range(1, 6):
        for button in buttons:
            day.activate(button)
        day.wait(lambda: len(day.all("combo box", below=table)) == count * count,
                 f"{count} rounds and teams")
    day.press("Make the _Plan")
    day.says(day.words("Every team comes to every theme once, one team at a station."))


def make_station_files(day, folder):
    """One file for each laptop, into a folder that is typed."""
    target = folder / "laptops"
    target.mkdir()
    day.press("_Make Station Files…")
    day.choose_in_files("Folder for the Station Files", target)
    day.wait(lambda: len(list(target.glob("*.trio"))) == 5, "five files")
    assert (target / TEXTS["file"]).exists(), list(target.iterdir())


def capture(day):
    """A burst, a mistake mended with Up, roles and colours, a pasted list; then the next round."""
    day.show("Board")
    day.key("F8")
    day.expect("status bar", day.words("Round %u of %u") % (1, 5))
    day.key("ctrl+5")
    entry = day.expect("text", day.words("New input at station %s") % 5)
    day.enter(*TEXTS["burst"][:3])
    day.key("alt+2", "alt+6")
    day.enter(*TEXTS["burst"][3:5])
    day.key("alt+2", "alt+6")
    day.enter(TEXTS["burst"][5], TEXTS["wrong"])
    day.key("Up")
    day.wait(lambda: day.text_of(entry) == TEXTS["wrong"], "the mistake in the field")
    day.key("ctrl+a")
    day.enter(TEXTS["mended"])
    copy("\n".join(f"• {line}" for line in TEXTS["pasted"]) + "\n")
    day.key("ctrl+v")
    day.expect("status bar", day.words("%u input added", number=3) % 3)

    # What says nearly the same as the first one goes on a stack with it.
    day.type(TEXTS["like"])
    day.says(day.words("Like “%s” · Ctrl+Enter stacks them") % TEXTS["burst"][0])
    day.key("ctrl+Return")
    day.expect("status bar", day.words("Added to the stack; both wordings are kept"))

    day.key("F8")
    day.expect("status bar", day.words("Round %u of %u") % (2, 5))
    day.enter(TEXTS["cpr"])


def bring_in(day, folder):
    """A list that somebody wrote elsewhere, with its stations."""
    lines = []
    for station, texts in TEXTS["imported"].items():
        lines += [f"STATION {station}:", *(f"• {text}" for text in texts), ""]
    (folder / "notes.txt").write_text("\n".join(lines), encoding="utf-8")
    day.key("ctrl+i")
    day.choose_in_files("Import Inputs", folder / "notes.txt")
    dialog = day.dialog("Import Inputs")
    day.press("_Import", below=dialog)
    day.wait_until_gone("Import Inputs")
    day.says(day.words("%u input imported", number=11) % 11)


def cluster_by_keys(day):
    """In the list of station 5: two inputs become a cluster with a name, a third joins it."""
    day.key("ctrl+5")
    day.expect("text", day.words("New input at station %s") % 5)
    day.key("F7", "F6", "F6")
    day.focus_on(TEXTS["burst"][0])
    # Below the first one stands what lies in its stack.
    day.key("shift+Down", "shift+Down", "g")
    day.expect("text", day.words("Name of the cluster"))
    day.type(TEXTS["cluster"])
    day.key("Return")
    day.wait(lambda: not day.find("text", day.words("Name of the cluster")), "the end of naming")
    day.focus_on(TEXTS["burst"][2])
    day.key("1")
    day.says(day.words("Cluster “%s” with %u input", number=4) % (TEXTS["cluster"], 4))


def cluster_by_suggestion(day):
    """At station 1 clusters are proposed, and one of them is not wanted."""
    day.key("ctrl+1")
    day.expect("text", day.words("New input at station %s") % 1)
    day.press("Suggest Clusters")
    proposals = day.expect("list", day.words("Suggested clusters"))
    boxes = day.wait(lambda: day.all("check box", below=proposals), "proposals")
    assert len(boxes) >= 2, [each.get_name() for each in boxes]
    day.key("Tab")
    day.focus_on(boxes[0].get_name())
    day.key("space", "Return")
    day.says(day.words("%u cluster made", number=len(boxes) - 1) % (len(boxes) - 1))


def show_wall(day):
    """A whole room reads one of the inputs, and none that names somebody."""
    day.key("ctrl+5", "F5")
    wall = day.dialog("Wall")
    day.wait(lambda: day.find("label", TEXTS["burst"][1], wall), "an input on the wall")
    assert not any(TEXTS["cpr"] in each.get_name() for each in day.walk(wall))
    day.key("Escape")
    day.wait_until_gone("Wall")


def summarise(day):
    """A draft, a sentence of our own that rests on the rest, and the other themes by hand."""
    day.key("ctrl+5")
    day.show("Summary")
    text = day.expect("text", day.words("Text of the summary"))
    day.press("_New Draft from Clusters")
    day.wait(lambda: TEXTS["cluster"] in day.text_of(text), "the draft")
    day.wait(lambda: day.focused() == text, "the focus in the text")
    day.key("ctrl+End")
    day.type(" " + TEXTS["own"])
    day.says(day.words("rests on %u of %u input", number=12) % (4, 12))
    day.key("ctrl+l")
    day.tab_to("list item", day.words("Outside clusters"))
    day.key("Tab", "space")
    day.says(day.words("rests on %u of %u input", number=12) % (12, 12))
    day.press("_Approve")
    for station in range(1, 5):
        day.key(f"ctrl+{station}")
        day.wait(lambda: day.text_of(text) == "", "the next theme")
        day.wait(lambda: day.focused() == text, "the focus in its text")
        day.type(f"{TEXTS['own']} ({station})")


def mask(day):
    """The CPR number stops the export; it is masked where it was found."""
    day.show("Document")
    day.expect("status bar", day.words("Not sent yet"))
    export(day, ())
    dialog = day.dialog("Export the Document")
    day.wait(lambda: any("CPR" in each.get_name() for each in day.each("alert", None, dialog)),
             "the refusal")
    day.key("Escape")
    day.wait_until_gone("Export the Document")
    day.press_tab(day.words("Checks (%u)").split("%")[0])
    day.press("What can be done")
    day.wait(lambda: day.find("menu item", day.words("_Mask")), "the menu")
    day.activate(day.find("menu item", day.words("_Mask")))
    day.says(day.words("Masked for good, also in history and backups"))


def export(day, formats):
    day.activate(day.all("push button", day.words("_Export…"))[-1])
    dialog = day.dialog("Export the Document")
    for name in formats:
        day.tab_to("check box", day.words(name))
        day.key("space")
    day.press("_Export", below=dialog)


TYPES = ("Note with appendix", "Dialogue material", "Political case", "Main committee item",
         "Status note", "Station posters", "Typing sheets")


def choose_type(day, name):
    """In the list that drops down below “Document”, whose rows have no names on this platform."""
    chooser = day.expect("combo box", day.words("Document"))
    day.press("Document", below=chooser)
    day.wait(lambda: day.focused() and day.focused().get_role_name() == "list item", "the list")
    day.key("Home", *["Down"] * TYPES.index(name), "Return")
    day.wait(lambda: day.find("label", day.words(name), chooser), name)


def deliver(day, folder):
    """Every type of document in the usual formats, the note in four; then the note is sent."""
    for name in TYPES:
        choose_type(day, name)
        export(day, ("Web page", "Plain text") if name == TYPES[0] else ())
        files = [f"{day.words(name)} – {TEXTS['title']}.{ending}"
                 for ending in (("docx", "pdf", "txt", "html") if name == TYPES[0]
                                else ("docx", "pdf"))]
        day.wait(lambda: all((folder / file).exists() for file in files), files)
        day.wait_until_gone("Export the Document")


def words_of(paragraph):
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "".join(each.text or "" for each in paragraph.iter(name + "t"))


def read_docx(path):
    """The paragraphs of a document, and its language."""
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
        styles = archive.read("word/styles.xml").decode()
    return ([words_of(each) for each in root.iter(name + "p")],
            re.search(r'<w:lang w:val="(..)', styles).group(1))


def check_note(path):
    """Themes in order, summaries below them, every input once and at its station, no number."""
    lines, language = read_docx(path)
    text = "\n".join(lines)
    assert language == LANGUAGE, language
    assert TEXTS["body"] in text and TEXTS["kind"] in text, text
    assert "010190" not in text and "1234" not in text, text
    at = next(index for index, line in enumerate(lines) if line == TEXTS["appendix"])
    body, appendix = lines[:at], lines[at:]
    headings = [index for index, line in enumerate(body) if line.endswith(TEXTS["theme"])]
    assert headings, body
    assert TEXTS["own"] in "\n".join(body[headings[-1]:]), body
    for station in range(1, 5):
        assert sum(f"{TEXTS['own']} ({station})" in line for line in body) == 1, body

    stations = [index for index, line in enumerate(appendix) if line.startswith("STATION ")]
    assert [appendix[index][:10] for index in stations] == \
        [f"STATION {number}:" for number in range(1, 6)], appendix
    assert appendix[stations[4]] == f"STATION 5: {TEXTS['theme'].upper()}", appendix
    parts = [appendix[start + 1:end] for start, end in zip(stations, [*stations[1:], None])]
    parts = [[line for line in part if line] for part in parts]
    for number, texts in TEXTS["imported"].items():
        assert tuple(parts[number - 1]) == texts, (parts[number - 1], texts)
    typed = [*TEXTS["burst"], TEXTS["mended"], *TEXTS["pasted"], TEXTS["like"]]
    assert sorted(parts[4][:-1]) == sorted(typed), (parts[4], typed)
    assert parts[4][-1].startswith(TEXTS["mask"]), parts[4]


def send(day):
    """The note is marked as sent; one more input, and the program says that it has changed."""
    choose_type(day, TYPES[0])
    day.press_tab(day.words("Sending", "documents"))
    day.fill("Recipients", TEXTS["recipients"])
    day.press("_Mark as Sent")
    day.says(day.words("%s, to %s") % ("", TEXTS["recipients"]))
    day.show("Board")
    day.key("ctrl+4")
    day.expect("text", day.words("New input at station %s") % 4)
    day.enter(TEXTS["late"])
    day.show("Document")
    changed = day.words("changed since it was sent")
    day.wait(lambda: any(changed in each.get_name() for each in day.each("status bar")), changed)


def come_back(day, path):
    """The file is on the start page; everything is there, and the last step can be undone."""
    day.tab_to("list item", TEXTS["title"])
    day.key("Return")
    day.wait(lambda: day.find("page tab", day.words("Board", "page")), "the workshop")
    day.key("ctrl+4")
    day.expect("text", day.words("New input at station %s") % 4)
    day.says(TEXTS["late"])
    day.key("ctrl+z")
    day.expect("status bar", day.words("Undone: %s") % day.words("Add Input"))
    day.end()
    texts = [note["text"] for station in journey.json_of("list", path) for note in station["notes"]]
    assert TEXTS["late"] not in texts and len(texts) == 23, texts
    journey.trio("check", path)


def test_the_whole_day(folder):
    for name in ("Documents", "config"):
        (folder / name).mkdir()
    # Settings are kept from one start to the next, in this folder.
    os.environ.update(HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"),
                      GSETTINGS_BACKEND="keyfile")
    words = Words(LANGUAGE)
    with Person(words) as day:
        path = start_from_nothing(day, folder)
        set_up(day)
        plan_rounds(day)
        make_station_files(day, folder)
        capture(day)
        bring_in(day, folder)
        cluster_by_keys(day)
        cluster_by_suggestion(day)
        show_wall(day)
        summarise(day)
        mask(day)
        deliver(day, path.parent)
        check_note(path.parent / f"{words(TYPES[0])} – {TEXTS['title']}.docx")
        send(day)
        day.end()
    with Person(words) as day:
        come_back(day, path)


journey.main(test_the_whole_day)

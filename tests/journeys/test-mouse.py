"""The day from 09:00 to 11:45 with the pointer alone; only words are typed.

Rounds, inputs with role and colour, other stations, clusters by rubber band and drag, suggestions, votes,
stacks, withheld inputs, search, undo and the wall: everything a person at the screen does, at the places
where it stands on the screen.
"""
import sys
import time

import journey
from mouse import MousePerson
from person import Words

LANGUAGE = sys.argv[1]
WORDS = Words(LANGUAGE)
WIDTH, HEIGHT = 1500, 960

SETS = {"da": "fremtidens-arbejdsfaellesskaber", "en": "future-work-communities"}
TEXTS = {
    "da": ("Mere tid til overlap", "Faste pauser på alle vagter", "Færre møder midt på dagen",
           "Skærme der virker", "En fast mentor", "Historier fra hverdagen"),
    "en": ("More time for handovers", "Fixed breaks on every shift", "Fewer meetings at noon",
           "Screens that work", "A fixed mentor", "Stories from every day"),
}[LANGUAGE]
LIKE = {"da": "Mere tid til overlapp", "en": "More time for handover"}[LANGUAGE]
LAST = {"da": "I anden runde", "en": "In the second round"}[LANGUAGE]
TITLES = {"da": ("Vi skal have tid", "Vi skal have ro"), "en": ("We need time", "We need calm")}[LANGUAGE]
SUGGESTED = {
    "da": ("Borgeren skal have én kontaktperson", "Fast kontaktperson til hver borger",
           "Borgerens kontaktperson svarer selv", "Samme kontaktperson hele vejen",
           "Computere der starter hurtigt", "Bedre skærme og computere", "Færre skærme, bedre computere"),
    "en": ("The citizen needs one contact person", "A fixed contact person for each citizen",
           "The contact person of the citizen answers", "The same contact person all along",
           "Computers that start quickly", "Better screens and computers", "Fewer screens, better computers"),
}[LANGUAGE]

# What inputs are made of on the screen, in the light scheme.
PAPERS = ((0xfd, 0xf0, 0xa6), (0xcf, 0xee, 0xcb), (0xcf, 0xe3, 0xfb), (0xf9, 0xd1, 0xe0))
NEAR = 6
STEP = 16


def is_paper(colour):
    return any(all(abs(a - b) <= NEAR for a, b in zip(colour, paper)) for paper in PAPERS)


class Facilitator(MousePerson):
    """What is done on the board of this window, with the places of inputs found as an eye finds them."""

    def board(self):
        if "board" not in self.regions:
            self.regions["board"] = self.expect("panel", self.words("Board", "page"), self.region("TrioBoardPane"))
        return self.regions["board"]

    def _papers(self):
        """Points of the screen at which an input may lie, row by row."""
        left, top, width, height = self.area(self.board())
        picture = self.display.pixels(left, top, width, height)
        for y in range(STEP, height, STEP):
            for x in range(STEP, width, STEP):
                at = (y * width + x) * 4
                if is_paper(picture[at:at + 3][::-1]):
                    yield left + x, top + y

    def focus_on_board(self):
        return next((each for each in self.walk(self.board()) if each.get_role_name() == "list item" and
                     each.get_state_set().contains(journey.Atspi.StateType.FOCUSED)), None)

    def expect_focus(self, name):
        self.wait(lambda: self.focus_on_board() and self.focus_on_board().get_name() == name, f"the focus on {name}")

    def place_of(self, text):
        """Where an input lies, found by clicking inputs until it is the one; they may be on their way."""
        for _ in range(4):
            seen = []
            for x, y in self._papers():
                if any(a <= x < a + c and b <= y < b + d for a, b, c, d in seen):
                    continue
                self.click_at(x, y)
                try:
                    found = self.wait(self.focus_on_board, "an input with the focus", 1)
                except AssertionError:  # it has gone from there meanwhile
                    break
                place = self.area(found)
                seen.append(place)
                if found.get_name().startswith(text + ". "):
                    return place
            time.sleep(0.3)
        raise AssertionError(f"“{text}” does not lie on the board, but {len(seen)} others do")

    def middle_of(self, text):
        x, y, width, height = self.place_of(text)
        return x + width // 2, y + height // 2

    def menu_of(self, text, *path):
        """The menu of an input, with the other button."""
        x, y = self.middle_of(text)
        self.click_at(x, y, button=3)
        self.choose(*path)

    def name_cluster(self, title):
        """Types into the field that has opened, and clicks beside it."""
        field = self.expect("text", self.words("Name of the cluster: what do the inputs say?"), self.board())
        self.type(title)
        self.wait(lambda: self.text_of(field) == title, title)
        self.click_empty()
        self.wait(lambda: not self.find("text", below=self.board()), "the end of the naming")

    def click_empty(self):
        """Far from messages, which pass by at the foot of the board, and from its scroll bar."""
        left, top, width, _ = self.area(self.board())
        self.click_at(left + width - 100, top + 40)

    def head_of(self, text):
        """The title of the cluster in which an input lies first."""
        x, y, width, _ = self.place_of(text)
        return x + width // 2, y - 14

    def add(self, *texts):
        for text in texts:
            self.click(self.entry())
            self.type(text)
            self.send()
            self.wait(lambda: self.text_of(self.entry()) == "", f"“{text}” to be taken")

    def send(self):
        self.click_on("Add the input", below=self.region("TrioCaptureBar"))

    def told(self, text):
        """What stands below the field."""
        self.expect("status bar", text, self.region("TrioCaptureBar"))

    def entry(self):
        return self.wait(lambda: self.find("text", below=self.region("TrioCaptureBar")), "the field")

    def undo(self, redo=False):
        """The button says what it would take back."""
        name = self.words("Redo" if redo else "Undo")
        self.click(self.wait(lambda: next((each for each in self.each("push button") if self.is_sensitive(each) and
                                           each.get_name().startswith(name)), None), name))

    def station(self, number):
        """Another station, in the sidebar."""
        self.click(self.row(number))
        self.expect("text", self.words("New input at station %s") % number, self.region("TrioCaptureBar"))

    def row(self, number):
        name = self.words("Station %d: %s").replace("%d", str(number)).split("%")[0]
        return self.wait(lambda: next((each for each in self.each("list item", below=self.region("TrioSidebar"))
                                       if each.get_name().startswith(name)), None), name)


def stored(path):
    return {station["number"]: {note["text"]: note for note in station["notes"]}
            for station in journey.json_of("list", path)}


def plan_rounds(day):
    """Two rounds of a minute, with a sound at their end."""
    day.click_on("Plan _Rounds…")
    dialog = day.dialog("Rounds and Teams")
    sound = day.expect("check box", WORDS("_Sound when the time is up"), dialog)
    if not sound.get_state_set().contains(journey.Atspi.StateType.CHECKED):
        day.click(sound)
    day.display.listen()
    for count in (1, 2):
        day.click_on("Add _Round", below=dialog)
        minutes = day.expect("spin button", WORDS("Minutes of round %u").replace("%u", str(count)), dialog)
        day.replace(minutes, "1")
    day.click_on("Close", below=dialog)
    day.wait_until_gone("Rounds and Teams")


def start_the_day(day):
    """Titles are locked and the first round runs."""
    day.click_on("Main Menu")
    day.choose("_Mode", "_Run the Day, Titles Locked")
    day.expect("push button", WORDS("The day is running"))
    day.click_on("_Start Round 1")
    day.expect("status bar", WORDS("Round %u of %u") % (1, 2))


def capture(day):
    """Roles, colours, a mistake that is mended, a stack, another station."""
    bar = day.region("TrioCaptureBar")
    roles = day.expect("panel", WORDS("Role of new inputs"), bar)
    colours = day.expect("panel", WORDS("Colour of new inputs"), bar)
    day.add(TEXTS[0])
    day.click_on("AMR", below=roles)
    day.click(day.expect("push button", WORDS("Green", "colour"), colours))
    day.add(TEXTS[1])
    day.click_on("AMR", below=roles)
    day.click(day.expect("push button", WORDS("Yellow", "colour"), colours))
    day.add(TEXTS[2] + "xx", *TEXTS[3:5])

    # The input with the mistake is one of the last, above the field.
    day.click(day.expect("label", f"3  {TEXTS[2]}xx", bar))
    day.wait(lambda: day.text_of(day.entry()) == TEXTS[2] + "xx", "the mistake in the field")
    day.replace(day.entry(), TEXTS[2])
    day.send()
    day.told(WORDS("Input changed"))

    day.click(day.entry())
    day.type(LIKE)
    day.click_on("Stack Them", below=bar)
    day.told(WORDS("Added to the stack; both wordings are kept"))
    day.station(2)
    day.add(TEXTS[5])
    day.station(1)


def write_on_the_board(day):
    """A double click begins an input, and edits one."""
    left, top, width, height = day.area(day.board())
    day.click_at(left + width * 4 // 5, top + height // 2, times=2)
    day.expect("text", WORDS("New input"), day.board())
    day.type("Ny")
    day.click_empty()
    day.wait(lambda: not day.find("text", below=day.board()), "the end of the edit")
    day.click_at(*day.middle_of("Ny"), times=2)
    day.expect("text", WORDS("Text of the input"), day.board())
    day.type("t")
    day.click_empty()
    day.place_of("Nyt")


def expect_in(day, text, title):
    """Whether the input with the focus lies in the cluster with this title, or in none."""
    name = WORDS("%s. In the cluster “%s”") % (text, title) if title else WORDS("%s. Without cluster") % text
    day.expect_focus(name)


def make_clusters(day):
    """By rubber band and menu; the title of the second is changed by a double click."""
    first, second = day.place_of(TEXTS[0]), day.place_of(TEXTS[1])
    corner = (second[0] + second[2] - 5, second[1] + second[3] // 2)
    day.drag((first[0] - 8, first[1] - 8), (first[0] + 20, first[1] + 20), corner)
    day.click_at(*corner, button=3)
    day.choose("_Group into a New Cluster")
    day.name_cluster(TITLES[0])
    day.menu_of(TEXTS[3], "_Group into a New Cluster")
    day.name_cluster("?")
    day.click_at(*day.head_of(TEXTS[3]), times=2)
    day.replace(day.expect("text", below=day.board()), "")
    day.name_cluster(TITLES[1])


def drag_inputs(day):
    """Into a cluster, out of it, from one into the other, and to another station."""
    start, target = day.middle_of(TEXTS[2]), day.middle_of(TEXTS[1])
    day.drag(start, (start[0] - 10, start[1] - 10), (target[0] + 4, target[1]), target)
    expect_in(day, TEXTS[2], TITLES[0])

    left, top, width, height = day.area(day.board())
    start = day.middle_of(TEXTS[2])
    day.drag(start, (start[0] + 10, start[1] + 10), (left + width // 2, top + height // 2))
    expect_in(day, TEXTS[2], None)
    day.undo()
    day.place_of(TEXTS[2])
    expect_in(day, TEXTS[2], TITLES[0])

    start, target = day.middle_of(TEXTS[2]), day.middle_of(TEXTS[3])
    day.drag(start, (start[0] - 10, start[1] - 10), (target[0] + 4, target[1]), target)
    expect_in(day, TEXTS[2], TITLES[1])

    start, target = day.middle_of("Nyt"), day.middle(day.row(4))
    day.drag(start, (start[0] - 10, start[1] - 10), (target[0] + 20, target[1]), target)
    day.wait(lambda: "1 input" in day.row(4).get_name(), "an input at station 4")


def split_and_merge(day):
    day.menu_of(TEXTS[2], "C_luster", "Spl_it into a Cluster of Its Own")
    day.name_cluster("!")
    day.place_of(TEXTS[2])
    expect_in(day, TEXTS[2], "!")

    # A rubber band around inputs of both.
    first, second = day.place_of(TEXTS[2]), day.place_of(TEXTS[3])
    low = min(first[0], second[0]), min(first[1], second[1])
    high = max(first[0] + first[2], second[0] + second[2]), max(first[1] + first[3], second[1] + second[3])
    day.drag((low[0] - 30, high[1] + 30), (low[0] + 10, high[1] - 10), (high[0] - 10, low[1] + 10))
    day.click_at(high[0] - 20, first[1] + 20, button=3)
    day.choose("C_luster", "_Merge Clusters")
    day.place_of(TEXTS[2])
    expect_in(day, TEXTS[2], TITLES[1])


def change_facts(day):
    """Colour, role, round, place in the order, a vote and its end, by the menu."""
    day.menu_of(TEXTS[4], "Colou_r", ("Blue", "colour"))
    day.menu_of(TEXTS[4], "_Role", ("Other", "role"))
    day.menu_of(TEXTS[4], "Rou_nd…")
    day.click(day.wait(lambda: day._find_item(WORDS("Round %u").replace("%u", "2")), "round 2"))
    day.menu_of(TEXTS[3], "Order and Stac_k", "Move Down")
    day.menu_of(TEXTS[3], "Vo_tes", "_Vote")
    day.menu_of(TEXTS[3], "Vo_tes", "Take _Back a Vote")


def vote(day):
    """By clicking: an input, a cluster, and then clicks select again."""
    x, y = day.middle_of(TEXTS[0])
    head = day.head_of(TEXTS[0])
    day.click_on("Vote by Clicking", below=day.region("TrioBoardPane"))
    for _ in range(3):
        day.click_at(x, y)
    day.click_at(*head)
    day.click_on("Vote by Clicking", below=day.region("TrioBoardPane"))


def withhold(day):
    day.menu_of(TEXTS[4], "_Documents and Wall", "_Withhold from Documents…")
    dialog = day.dialog("Withhold from Documents?")
    day.click(day.expect("text", below=dialog))
    day.type("test")
    day.click_on("_Withhold", below=dialog)
    day.wait_until_gone("Withhold from Documents?")


def suggest(day):
    """The slider, one cluster that is not wanted, everything as it was, and then accepted."""
    day.station(3)
    pane = day.region("TrioBoardPane")
    day.click_on("Suggest Clusters")
    slider = day.expect("slider", WORDS("Size of the clusters"), pane)
    x, y, width, height = day.area(slider)
    day.drag((x + width // 2, y + height // 2), (x + width // 2 + 20, y + height // 2), (x + width - 12, y + height // 2))
    day.wait(lambda: day.all("check box", below=pane), "proposals")
    day.click_on("_Cancel", below=pane)
    day.wait(lambda: not day.find("slider", below=pane), "the end of the preview")
    day.click_on("Suggest Clusters")
    day.expect("slider", WORDS("Size of the clusters"), pane)
    boxes = day.wait(lambda: day.all("check box", below=pane), "proposals")
    day.click(boxes[0])
    day.click_on("_Apply", below=pane)
    day.wait(lambda: not day.find("slider", below=pane), "the end of the preview")


def search(day):
    day.station(1)
    day.click_on("Search and filter")
    bar = day.region("TrioFilterBar")
    day.wait(lambda: day.find_shown("entry", WORDS("Search in the inputs"), bar), "the search")
    day.click(day.find_shown("entry", WORDS("Search in the inputs"), bar))
    day.type(TEXTS[3][:7])
    day.expect("status bar", WORDS("%u of %u") % (1, 6), bar)
    day.replace(day.find_shown("entry", WORDS("Search in the inputs"), bar), "")
    day.click_on("Show all inputs again", below=bar)


def use_the_list(day):
    """The order is changed by a drag, which is undone and done again."""
    day.click_on("List")
    outline = day.region("TrioOutline")

    def row(text):
        return next((each for each in day.each("list item", below=outline) if f": {text}" in each.get_name()), None)

    def expect_number(number):
        start = WORDS("Input %u: %s").replace("%u", str(number)).split("%")[0]
        day.wait(lambda: row(TEXTS[1]) and row(TEXTS[1]).get_name().startswith(start), f"it as number {number}")

    start, target = (day.middle(day.wait(lambda: row(text), text)) for text in (TEXTS[1], TEXTS[0]))
    day.drag(start, (start[0], start[1] - 12), (target[0], target[1] - 6), (target[0], target[1] - 8))
    expect_number(1)
    day.undo()
    expect_number(3)
    day.undo(redo=True)
    expect_number(1)


def show_the_wall(day):
    day.click_on("_Projector")
    wall = day.dialog("Wall")
    page = day.wait(lambda: day.find("label", TEXTS[0], wall), "an input on the wall")
    x, y, width, height = day.area(wall)

    def press(tooltip):
        """The tools come with the pointer; a button is called what its tooltip says, without the key."""
        day.pointer_to(x + width // 2, y + height // 2)
        day.pointer_to(x + width // 2, y + height // 2 + 10)
        name = WORDS(tooltip).split(" (")[0]
        day.click(day.wait(lambda: day.find_shown("push button", name, wall), name))

    press("Next Page (→)")
    day.wait(lambda: day.find("label", TEXTS[3], wall), "the next page")
    press("Previous Page (←)")
    day.wait(lambda: day.find("label", TEXTS[0], wall), "the first page")
    press("Show Nothing (B)")
    day.wait(lambda: not day.find("label", TEXTS[0], wall), "nothing")
    press("Show Nothing (B)")
    day.wait(lambda: day.find("label", TEXTS[0], wall), "the page again")
    assert not any(TEXTS[4] in each.get_name() for each in day.walk(wall)), "what is withheld is on the wall"
    press("Close the Wall (Ctrl+W)")
    day.wait_until_gone("Wall")


def end_rounds(day):
    """The first round has run out by itself meanwhile, and says so."""
    sidebar = day.region("TrioSidebar")
    day.wait(lambda: day.find("status bar", WORDS("Round %u of %u: the time is up") % (1, 2), sidebar),
             "the end of the round", 90)
    day.wait(day.display.has_rung, "the sound")
    day.click_on("_Next Round", below=sidebar)
    day.expect("status bar", WORDS("Round %u of %u") % (2, 2), sidebar)
    day.add(LAST)
    day.click_on("_End Rounds", below=sidebar)
    day.expect("push button", WORDS("_Start Round 1"), sidebar)
    day.click_on("The day is running")
    day.click_on("_Unlock")
    day.wait(lambda: not day.find_shown("push button", WORDS("The day is running")), "the end of the lock")


def close(day):
    day.click_on("Close", below=day.find("frame"))
    day.process.wait(journey.PATIENCE)
    assert day.process.returncode == 0, day.process.returncode


def check(path):
    """What the file holds after all that."""
    stations = stored(path)
    first = stations[1]
    clusters = {note["cluster"] for note in first.values() if note["cluster"]}
    rounds = [note["round"] for note in first.values()]
    assert set(first) == {*TEXTS[:5], LIKE, LAST}, first
    assert len(clusters) == 2 and first[TEXTS[0]]["cluster"] == first[TEXTS[1]]["cluster"], first
    assert first[TEXTS[2]]["cluster"] == first[TEXTS[3]]["cluster"] != first[TEXTS[0]]["cluster"], first
    assert (first[TEXTS[1]]["role"], first[TEXTS[1]]["colour"]) == ("amr", "green"), first
    assert (first[TEXTS[4]]["role"], first[TEXTS[4]]["colour"]) == ("other", "blue"), first
    assert (first[TEXTS[4]]["state"], first[TEXTS[4]]["reason"]) == ("withheld", "test"), first
    assert first[TEXTS[4]]["round"] == first[LAST]["round"] != first[TEXTS[0]]["round"], rounds
    assert first[LIKE]["stack"] == first[TEXTS[0]]["id"] and first[TEXTS[0]]["votes"] == 3, first
    assert list(stations[2]) == [TEXTS[5]] and list(stations[4]) == ["Nyt"], stations
    suggested = [bool(note["cluster"]) for note in stations[3].values()]
    assert any(suggested) and not all(suggested), stations[3]
    assert any(TITLES[0] in line for line in journey.trio("log", path).splitlines())
    journey.trio("check", path)


PARTS = (plan_rounds, start_the_day, capture, write_on_the_board, make_clusters, drag_inputs, split_and_merge,
         change_facts, vote, withhold, suggest, search, use_the_list, show_the_wall, end_rounds, close)


def test_the_day_by_pointer(folder):
    path = folder / "day.trio"
    journey.trio("new", path, "--from", SETS[LANGUAGE], "--title", "Day")
    journey.trio("add", path, "--station", "3", *SUGGESTED)
    with Facilitator(WORDS, path) as day:
        day.expect("text", WORDS("New input at station %s") % 1)
        day.fit(WIDTH, HEIGHT)
        for part in PARTS:
            part(day)
    check(path)


journey.main(test_the_day_by_pointer)

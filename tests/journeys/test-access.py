"""What assistive technology is told, in every view and dialog: names, roles, focus, announcements."""
import re

import journey
import rooms
import snapshot

CLASS_NAME = re.compile(r"(Gtk|Adw|Trio)[A-Z]\w+")
# Roles that say what a control does; what takes the focus and has another is a riddle to the ear.
CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "switch", "link", "menu item",
    "check menu item", "radio menu item", "text", "entry", "combo box", "list item", "page tab",
    "spin button", "slider", "table cell", "tree item", "password text", "option pane",
}
# These take the focus to be scrolled or to hold what has it.
HOLDERS = {"scroll pane", "list", "panel", "table", "tree", "tree table", "menu", "page tab list",
           "image", "status bar", "label", "heading", "filler", "list box", "calendar"}


def is_internal(node):
    """Parts of GTK's own widgets and windows, whose outer widget has the name."""
    return any(each.role in ("spin button", "combo box", "entry", "calendar", "scroll bar") or
               each.name in ("GtkCalendar", "About") for each in node.above())


# Roles that tell how much of something there is.
AMOUNTS = {"slider", "spin button", "progress bar", "level bar"}


def riddles(room, root):
    for node in root.walk():
        if node.role == "image" and (not node.name or CLASS_NAME.match(node.name)):
            yield f"{room.name}: decoration that is told: {node.where()}"
        if node.name in ("GtkStackPage", "TrioSteadyLabel") and node.role == "panel":
            yield f"{room.name}: told by its class: {node.where()}"
        if node.role in AMOUNTS and node.value is None:
            yield f"{room.name}: no value: {node.where()}"
        if "focusable" not in node.states or is_internal(node):
            continue
        name = node.name
        if node.role in CONTROLS:
            if not name or CLASS_NAME.match(name):
                yield f"{room.name}: no name: {node.where()}"
            elif "_" in name and "trio-journey-" not in name:
                yield f"{room.name}: a mnemonic in the name: {node.where()}"
            elif len(name) > 6 and name[:len(name) // 2] == name[len(name) // 2 + 1:]:
                yield f"{room.name}: said twice: {node.where()}"
        elif node.role not in HOLDERS:
            yield f"{room.name}: a control that is a {node.role}: {node.where()}"


def test_controls_have_names_and_roles(folder):
    found, n = [], 0
    with rooms.Tour(folder) as tour:
        for room in tour.rooms():
            root = snapshot.of(tour.program).children[-1]
            n += sum("focusable" in node.states for node in root.walk())
            found += riddles(room, root)
    for each in dict.fromkeys(found):
        print("#", each, flush=True)
    assert n > 500, n
    assert not found, f"{len(set(found))} controls that are riddles"


def tab_round(tour, room):
    """Presses Tab until the focus is where it began; gives the names on the way."""
    bus = snapshot.Bus(tour.program.process.pid)
    heard = bus.listen("StateChanged")

    def step(key):
        del heard[:]
        tour.program.key(key)
        found = bus.wait(lambda: [path for path, what, _, _ in heard if what == "focused"][1:], 5)
        tour.program.wait(lambda: True, "the events")
        return [path for path, what, _, _ in heard if what == "focused"][-1] if found else None
    first = step("Tab")
    assert first, f"{room}: Tab goes nowhere"
    way = [first]
    for _ in range(400):
        there = step("Tab")
        if there is None:  # a single control, or the way around a page that scrolls
            there = step("Tab")
        assert there, f"{room}: Tab is trapped at {bus.node(way[-1]).where()}"
        if there in way:  # the round; what was before it is where the page was opened
            way = way[way.index(there):]
            break
        way.append(there)
    else:
        raise AssertionError(f"{room}: Tab does not go round: "
                             + " · ".join(bus.node(each).name[:20] for each in way[-40:]))
    if len(way) > 1:
        assert step("shift+Tab"), f"{room}: no way back"
    return way


def test_tab_goes_round(folder):
    # How many stops there are at least, so that nothing is left out of the round.
    expected = {"start page": 3, "new workshop": 8, "setup": 100, "board": 20, "list": 20,
                "summary": 15, "documents": 40, "details": 8, "import": 4, "export": 5,
                "rounds": 20, "about the file": 4, "preferences": 8, "help": 3, "withhold": 3,
                "votes": 3, "theme sets": 6, "paste": 2, "formats": 9, "earlier events": 2,
                "tour": 2, "kiosk": 3}
    with rooms.Tour(folder) as tour:
        for room in tour.rooms():
            if room.name in expected:
                way = tab_round(tour, room.name)
                bus = snapshot.Bus(tour.program.process.pid)
                print(f"# {room.name}: {len(way)} stops:",
                      " · ".join(bus.node(each).name[:20] for each in way), flush=True)
                assert len(set(way)) == len(way), f"{room.name}: a stop comes twice"
                assert len(way) >= expected[room.name], (room.name, len(way))


def test_states_and_values(folder):
    """What is chosen, pressed or set is told, and told anew when it changes."""
    with rooms.Tour(folder) as tour:
        def expect(role, name, *states, without=()):
            def is_so():
                node = next((each for each in snapshot.of(tour.program).walk()
                             if each.role == role and each.name.startswith(name)), None)
                return node and set(states) <= node.states and not set(without) & node.states \
                    and node
            return tour.program.wait(is_so, f"{role} “{name}” {states} without {without}")

        def focus_is(role):
            return tour.program.wait(lambda: tour.program.focused() and
                                     tour.program.focused().get_role_name() == role and
                                     tour.program.focused(), f"the focus on a {role}")

        tour.start(tour.path)
        for page, other in (("setup", "Board"), ("station", "Setup")):
            tour.page(page)
            expect("page tab", "Setup" if page == "setup" else "Board", "selected")
            expect("page tab", other, without=("selected",))
        expect("list item", "Station 1:", "selected")
        tour.program.key("ctrl+2")
        expect("list item", "Station 2:", "selected")
        expect("list item", "Station 1:", without=("selected",))
        tour.program.key("ctrl+1")

        expect("push button", "AMR", without=("pressed",))
        tour.press("AMR")
        expect("push button", "AMR", "pressed")
        tour.press("AMR")

        # The slider of a proposal, and its check marks.
        tour.program.key("ctrl+g")
        slider = expect("slider", "")
        focus_is("slider")
        tour.program.key("Right")
        tour.program.wait(lambda: expect("slider", "").value > slider.value, "a higher value")
        expect("check box", "", "checked")
        tour.program.key("Tab")
        name = focus_is("check box").get_name()
        tour.program.key("space")
        expect("check box", name, without=("checked",))
        tour.program.key("Escape", "F7", "F6", "F6")

        # What is selected in the list.
        tour.settle()
        tour.program.key("Home", "Down", "Down")
        tour.settle()
        expect("list item", focus_is("list item").get_name(), "selected", "focused")

        tour.program.key("F7")
        tour.page("documents")
        tour.press("_Export…", which=-1)
        tour.program.wait(lambda: len(tour.toplevels()) > 1, "the dialog")
        tour.focus_newest()
        for _ in range(9):
            tour.program.key("Tab")
            tour.settle(0.1)
            focused = tour.program.focused()  # nothing in a field with its label inside
            if focused and focused.get_role_name() == "check box":
                break
        name = focus_is("check box").get_name()
        was = expect("check box", name).states & {"checked"}
        tour.program.key("space")
        expect("check box", name, *({"checked"} - was), without=was)


journey.main(test_controls_have_names_and_roles, test_tab_goes_round, test_states_and_values)

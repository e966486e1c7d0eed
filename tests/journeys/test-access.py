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


def riddles(room, root):
    for node in root.walk():
        if "focusable" not in node.states or is_internal(node):
            continue
        name = node.name
        if node.role in CONTROLS:
            if not name or CLASS_NAME.match(name):
                yield f"{room.name}: no name: {node.where()}"
            elif "_" in name:
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


journey.main(test_controls_have_names_and_roles)

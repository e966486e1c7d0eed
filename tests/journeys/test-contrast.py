"""Words stand out from what is behind them by at least 4.5 : 1, in every view and dialog.

Measured on the screen: in the box of each label, the colour there is most of is the ground, and
the colour that differs most from it is the ink. So opacity, states and the colours of GTK's own
widgets count, and nothing has to be known about the style. EN 301 549 11.1.4.3.
"""
import collections
import os
import subprocess
import sys

import journey
import rooms
import snapshot

LOOK = sys.argv[1]
LEAST = 4.5
# Menus lie over labels that are still there; libadwaita draws its own window about the program.
HIDDEN = {"menu of inputs", "main menu", "about"}
WORDS = {"label", "heading", "status bar", "alert", "text", "entry"}


def screenshot(window):
    """Width, height and the bytes of all pixels."""
    picture = subprocess.run(["import", "-window", window, "-depth", "8", "ppm:-"], check=True,
                             stdout=subprocess.PIPE).stdout
    kind, size, _, pixels = picture.split(b"\n", 3)
    assert kind == b"P6", kind
    width, height = map(int, size.split())
    return width, height, pixels


def colours(image, extents):
    """How often each colour is in a box, or nothing when that is not wholly in the window."""
    width, height, pixels = image
    x, y, w, h = extents
    if x < 0 or y < 0 or x + w > width or y + h > height:
        return None
    found = collections.Counter()
    for row in range(y, y + h):
        line = pixels[3 * (row * width + x):3 * (row * width + x + w)]
        found.update(zip(line[::3], line[1::3], line[2::3]))
    return found


def luminance(colour):
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                        for part in (each / 255 for each in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def is_worded(node):
    """Whether it shows a line of words, long enough to have a full stroke in it."""
    return node.role in WORDS and len(node.text or node.name) > 3 and node.extents and \
        4 < node.extents[3] < 60 and node.extents[2] > 4 and \
        all("sensitive" in each.states for each in [node, *node.above()] if each.states)


def newest_window(tour):
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                           str(tour.program.process.pid)], text=True, check=True,
                          stdout=subprocess.PIPE).stdout.split()[-1]


def test_words_stand_out(folder):
    if LOOK == "dark":
        os.environ["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    if LOOK == "high":
        os.environ["ADW_DEBUG_HIGH_CONTRAST"] = "1"
    faint, n = {}, 0
    with rooms.Tour(folder) as tour:
        for room in tour.rooms():
            if room.name in HIDDEN:
                continue
            image = screenshot(newest_window(tour))
            for node in filter(is_worded, snapshot.of(tour.program).children[-1].walk()):
                found = colours(image, node.extents)
                if not found:
                    continue
                ground = found.most_common(1)[0][0]
                best = max(ratio(each, ground) for each in found)
                n += best >= LEAST
                # What is scrolled out of sight or covered shows nothing at all.
                if 1.2 < best < LEAST:
                    faint.setdefault(node.text or node.name,
                                     f"{best:.2f} : 1 in {room.name}: {node.where()}")
    for each in faint.values():
        print("#", each, flush=True)
    assert n > 300, n
    assert not faint, f"{len(faint)} words that are hard to see"


journey.main(test_words_stand_out)

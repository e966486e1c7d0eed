"""Somebody who uses the pointer for everything but the words: presses, drags, menus.

Where something stands is asked of the accessibility bus, in coordinates of its window, and where the
window stands of the display. A popover is a window of its own.
"""
import ctypes
import subprocess
import time

import journey
from journey import Atspi, GLib
from person import Person


def pointer(*commands):
    subprocess.run(["xdotool", *map(str, commands)], check=True)


def extents(accessible):
    """Where it is in its window, or None when it is nowhere."""
    try:
        found = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
    except GLib.Error:
        return None
    return found if found.width > 0 and found.height > 0 else None


class Attributes(ctypes.Structure):
    """What Xlib tells of a window; the rest of it is not looked at."""
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")] + \
        [("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("window_class", ctypes.c_int),
         ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int), ("backing_store", ctypes.c_int),
         ("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
         ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int),
         ("more", ctypes.c_long * 8)]


class Picture(ctypes.Structure):
    """How Xlib tells of pixels, as far as it is looked at."""
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                ("format", ctypes.c_int), ("data", ctypes.c_void_p)] + \
        [(name, ctypes.c_int) for name in ("byte_order", "bitmap_unit", "bitmap_bit_order", "bitmap_pad", "depth",
                                           "bytes_per_line", "bits_per_pixel")]


class Display:
    """The windows that are seen. There is no window manager, so they lie in the root window itself."""
    VIEWABLE = 2

    def __init__(self):
        self.library = ctypes.CDLL("libX11.so.6")
        self.library.XOpenDisplay.restype = ctypes.c_void_p
        self.library.XDefaultRootWindow.restype = ctypes.c_ulong
        self.library.XGetImage.restype = ctypes.POINTER(Picture)
        # A window can be gone before it is asked about.
        self.handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.library.XSetErrorHandler(self.handler)
        self.display = ctypes.c_void_p(self.library.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.library.XDefaultRootWindow(self.display))

    def pixels(self, left, top, width, height):
        """What is seen there: four bytes a pixel, blue, green, red and nothing, row by row."""
        found = self.library.XGetImage(self.display, self.root, left, top, width, height, ctypes.c_ulong(~0), 2)
        picture = found.contents
        assert picture.bits_per_pixel == 32 and picture.bytes_per_line == 4 * width, "another kind of display"
        data = ctypes.string_at(picture.data, picture.bytes_per_line * height)
        self.library.XFree(ctypes.c_void_p(picture.data))
        self.library.XFree(found)
        return data

    CORE_KEYBOARD, BELL, BELL_MASK = 0x100, 8, 1 << 8

    def listen(self):
        """From now on the bell of the display is heard."""
        unused, base = ctypes.c_int(), ctypes.c_int()
        assert self.library.XkbQueryExtension(self.display, ctypes.byref(unused), ctypes.byref(base),
                                              ctypes.byref(unused), ctypes.byref(ctypes.c_int(1)),
                                              ctypes.byref(ctypes.c_int(0)))
        self.library.XkbSelectEvents(self.display, self.CORE_KEYBOARD, ctypes.c_ulong(self.BELL_MASK),
                                     ctypes.c_ulong(self.BELL_MASK))
        self.keyboard_events = base.value
        self.library.XPending(self.display)

    def has_rung(self):
        """Whether the bell was rung since this was asked last."""
        rung = False
        while self.library.XPending(self.display) > 0:
            event = (ctypes.c_long * 24)()
            self.library.XNextEvent(self.display, ctypes.byref(event))
            kind = ctypes.cast(event, ctypes.POINTER(ctypes.c_int))
            rung |= kind[0] == self.keyboard_events and kind[10] == self.BELL
        return rung

    def windows(self):
        """Number, name, left, top, width and height of each, the newest last."""
        unused, n = ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self.library.XQueryTree(self.display, self.root, ctypes.byref(unused), ctypes.byref(unused),
                                ctypes.byref(children), ctypes.byref(n))
        for number in children[:n.value]:
            facts, name = Attributes(), ctypes.c_char_p()
            window = ctypes.c_ulong(number)
            if (self.library.XGetWindowAttributes(self.display, window, ctypes.byref(facts)) == 0
                    or facts.map_state != self.VIEWABLE):
                continue
            self.library.XFetchName(self.display, window, ctypes.byref(name))
            yield (number, (name.value or b"").decode("latin-1"), facts.x, facts.y, facts.width, facts.height)


class MousePerson(Person):
    """A person at the pointer."""

    # Nothing below these is ever looked for, and to ask for it takes long.
    ENDS = ("label", "page tab", "scroll bar", "image")

    def __init__(self, *arguments):
        self.display = Display()
        self.regions = {}
        self.clicked = 0, (-100, -100)
        super().__init__(*arguments)

    def walk(self, accessible=None):
        accessible = accessible or self.application
        yield accessible
        if accessible.get_role_name() in self.ENDS:
            return
        for index in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(index)
            if child and (child.get_role_name() == "frame" or
                          child.get_state_set().contains(Atspi.StateType.VISIBLE)):
                yield from self.walk(child)

    def region(self, name):
        """A part of the window by the name of its class; it stays as long as the window."""
        if name not in self.regions:
            self.regions[name] = self.expect("filler", name)
        return self.regions[name]

    def fit(self, width, height):
        """There is no window manager: the window is given its size here."""
        frame = self.expect("frame")
        number = next(each[0] for each in self.display.windows() if each[1] == frame.get_name())
        pointer("windowsize", "--sync", number, width, height)
        self.wait(lambda: abs(extents(frame).width - width) < 40, "the size")

    def corner(self, accessible):
        """Where the corner of its window is, less the place that the window has in itself."""
        windows = list(self.display.windows())
        while accessible:
            own = extents(accessible)
            for _, name, x, y, width, height in windows if own else ():
                is_popover = name == journey.NAME and (width, height) == (own.width, own.height)
                is_window = accessible.get_role_name() in ("frame", "dialog") and name == accessible.get_name()
                if is_popover or is_window:
                    return x - own.x + (width - own.width) // 2, y - own.y + (height - own.height) // 2
            accessible = accessible.get_parent()
        return None

    def area(self, accessible):
        """Left, top, width and height on the display, once it has come to rest."""
        def look():
            corner, own = self.corner(accessible), extents(accessible)
            return corner and own and (own.x + corner[0], own.y + corner[1], own.width, own.height)
        before = None
        for _ in range(100):
            found = self.wait(look, f"a place of “{accessible.get_name()}”")
            if found == before:
                return found
            before = found
            time.sleep(0.03)
        raise AssertionError(f"“{accessible.get_name()}” does not come to rest")

    def middle(self, accessible):
        x, y, width, height = self.area(accessible)
        return x + width // 2, y + height // 2

    def click(self, accessible, button=1, times=1):
        self.click_at(*self.middle(accessible), button=button, times=times)

    def click_at(self, x, y, button=1, times=1):
        # Two clicks at one place are two, and not a double one.
        before, (was_x, was_y) = self.clicked
        if times > 1 or abs(x - was_x) + abs(y - was_y) < 20:
            time.sleep(max(0, before + 0.6 - time.monotonic()))
        self.clicked = time.monotonic(), (x, y)
        pointer("mousemove", x, y, "sleep", 0.03, "click", "--repeat", times, "--delay", 40, button)

    @staticmethod
    def pointer_to(x, y):
        pointer("mousemove", "--sync", x, y)

    def replace(self, field, text):
        """Writes over the words of a field: three clicks on them take them all."""
        x, y, width, height = self.area(field)
        self.click_at(x + min(20, width // 2), y + height // 2, times=3)
        self.type(text)

    @staticmethod
    def drag(start, *points):
        pointer("mousemove", *start, "mousedown", 1, "sleep", 0.1)
        for x, y in points:
            pointer("mousemove", "--sync", x, y, "sleep", 0.08)
        pointer("mouseup", 1)
        time.sleep(0.05)

    def is_shown(self, accessible):
        return extents(accessible) is not None

    def find_shown(self, role, name, below=None):
        return next((each for each in self.each(role, name, below) if self.is_shown(each)), None)

    def click_on(self, text, role="push button", below=None):
        """Clicks what has this role and these words, once it can be clicked."""
        def look():
            return next((each for each in self.each(role, self.words(text), below)
                         if self.is_sensitive(each) and self.is_shown(each)), None)
        self.click(self.wait(look, f"{role} “{self.words(text)}”"))

    def choose(self, *texts):
        """Goes through an open menu and its submenus; a text may have a context."""
        for text in texts:
            name = self.words(text) if isinstance(text, str) else self.words(*text)
            item = self.wait(lambda: self._find_item(name), f"the menu item “{name}”")
            self.click(item)

    def _find_item(self, name):
        """A menu below a menu begins with an item that has its name, and goes back."""
        found = [each for each in self.each("menu item", name) if self.is_shown(each)]
        return found[0] if found else None

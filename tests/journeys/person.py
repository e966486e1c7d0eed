"""Somebody who has read nothing: finds everything by the words on the screen, in one language."""
import gettext
import os

import journey

PLURALS = {
    "%u character could not be read and became “�”.":
        "%u characters could not be read and became “�”; the first is here.",
    "%u input added": "%u inputs added",
    "%u input imported": "%u inputs imported",
    "Cluster “%s” with %u input": "Cluster “%s” with %u inputs",
    "%u cluster made": "%u clusters made",
    "rests on %u of %u input": "rests on %u of %u inputs",
}


class Words:
    """The words of the program in one language, as they stand on the screen."""

    def __init__(self, language):
        self.language = language
        self.catalogue = gettext.NullTranslations()
        if language != "en":
            self.catalogue = gettext.translation("trio-stations", os.environ["TRIO_LOCALEDIR"],
                                                 [language])

    def __call__(self, text, context=None, number=None):
        if number is not None:
            found = self.catalogue.ngettext(text, PLURALS.get(text, text), number)
        elif context:
            found = self.catalogue.pgettext(context, text)
        else:
            found = self.catalogue.gettext(text)
        return found.replace("_", "")


class Person(journey.Program):
    """The program, with what a journey does again and again."""

    def __init__(self, words, *arguments):
        self.words = words
        super().__init__(*arguments, language=words.language)

    def press(self, text, role="push button", below=None):
        """Presses a button by its words."""
        name = self.words(text)
        self.wait(lambda: self._press_now(role, name, below), f"{role} “{name}”")

    def _press_now(self, role, name, below):
        """A button that opens a menu is two in one, and only the inner one can be pressed."""
        for found in self.each(role, name, below):
            if self.is_sensitive(found) and journey.Atspi.Action.get_n_actions(found) > 0:
                self.activate(found)
                return True
        return False

    @staticmethod
    def is_sensitive(accessible):
        return accessible.get_state_set().contains(journey.Atspi.StateType.SENSITIVE)

    def dialog(self, text):
        """The window of a dialog, which then has the keyboard."""
        name = self.words(text)
        found = self.wait(lambda: self._find_window(name), f"the dialog “{name}”")
        self.wait(self._focus_window, "the keyboard for it")
        return found

    def is_there(self, window):
        return any(self.application.get_child_at_index(index) == window
                   for index in range(self.application.get_child_count()))

    def _find_window(self, name):
        for index in range(self.application.get_child_count()):
            child = self.application.get_child_at_index(index)
            if child and child.get_name() == name:
                return child
        return None

    def skip_tour(self):
        """The first start of all shows a tour, which somebody in a hurry leaves."""
        self.dialog("Welcome to TRIO Stations")
        self.key("Escape")
        self.wait_until_gone("Welcome to TRIO Stations")

    def wait_until_gone(self, text):
        name = self.words(text)
        self.wait(lambda: not self._find_window(name), f"the end of “{name}”")
        self.wait(self._focus_window, "the keyboard for the window")

    def choose_row(self, text):
        """Goes down a list to the row with these words, and takes it."""
        name = self.words(text)
        for _ in range(40):
            focused = self.wait(self.focused, "the focus in the list")
            if focused.get_name() == name:
                self.key("Return")
                return
            before = focused.get_name()
            self.key("Down")
            self.wait(lambda: self.focused() and self.focused().get_name() != before,
                      f"the row after “{before}”")
        raise AssertionError(f"no row “{name}”")

    def show(self, page):
        name = self.words(page, "page")
        self.wait(lambda: self._press_now("page tab", name, None), f"page tab “{name}”")

    def fill(self, label, text, below=None):
        """Writes into a field that a mouse would have been used to get to."""
        self.type_into(self.expect("text", self.words(label), below), text)

    def choose_in_files(self, title, path, clear=False):
        """Writes a path into a chooser of files, as its keyboard users do."""
        chooser = self.dialog(title)
        if clear:  # a name is offered there
            self.key("ctrl+a")
        self.type(str(path))
        self.key("Return")
        self.wait(lambda: not self.is_there(chooser), "the end of the chooser")
        self.wait(self._focus_window, "the keyboard for the window")

    def says(self, text):
        """Waits for words anywhere in the window."""
        self.wait(lambda: any(text in each.get_name() for each in self.walk()), f"“{text}”")

    def press_tab(self, text):
        """Presses the tab whose name begins so: a count may follow."""
        def press():
            found = next((each for each in self.each("page tab")
                          if each.get_name().startswith(text)), None)
            return found is not None and (self.activate(found) or True)
        self.wait(press, f"page tab “{text}”")

    def end(self):
        self.key("ctrl+w")
        self.process.wait(journey.PATIENCE)
        assert self.process.returncode == 0, self.process.returncode

    def focus_on(self, text):
        self.wait(lambda: self.focused() and text in self.focused().get_name(),
                  f"the focus on “{text}”")

    def tab_to(self, role, name):
        """Goes on with Tab until the focus is there."""
        for _ in range(30):
            focused = self.focused()
            if focused and focused.get_role_name() == role and focused.get_name() == name:
                return
            self.key("Tab")
            self.wait(lambda: self.focused() != focused or not focused, "the focus to go on")
        raise AssertionError(f"Tab does not come to {role} “{name}”")

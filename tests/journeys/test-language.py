"""The language of the program is changed in the preferences, and the work goes on in it."""
import os
import shutil

import journey
from journey import BUILD
from person import Person, Words


def test_another_language_and_the_same_file(folder):
    os.environ["GSETTINGS_BACKEND"] = "keyfile"  # the settings outlive the run
    path = folder / "dag.trio"
    shutil.copy(BUILD / "data" / "sample" / "trio-sample-da.trio", path)
    path.chmod(0o600)
    danish = Words("da")
    with Person(danish, path) as program:
        program.expect("push button", danish("_Export…"))
        program.key("ctrl+comma")
        program.dialog("Preferences")
        assert not program.find("push button", danish("_Restart Now")), "offered before a change"
        program.focus_on(danish("Colours"))
        program.key("Down")
        program.focus_on(danish("Language of the program"))
        program.key("Return")
        program.focus_on(danish("As the system"))
        program.key("End")
        program.focus_on("English")
        program.key("Return")
        program.press("_Restart Now")

        def in_english():
            program.application = program._find_application() or program.application
            return program.find("push button", "Export…")
        program.wait(in_english, "the program in English")
        program.wait(lambda: "dag.trio" in program.tree() or
                     program.find("label", "Blik for borgeren"), "the same workshop")
        assert not program.find("push button", danish("_Export…"))


journey.main(test_another_language_and_the_same_file)

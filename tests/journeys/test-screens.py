"""The wall on a projector: a second screen that is there, is plugged out, and comes back.

The display has two screens here, which needs the X server with its dummy driver, and a window manager,
which is what puts a window on a whole screen.
"""
import os
import shutil
import subprocess
import time
from pathlib import Path

import journey

SERVER = Path("/usr/lib/xorg/Xorg")
DRIVER = Path("/usr/lib/xorg/modules/drivers/dummy_drv.so")
CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2048 768
  EndSubSection
EndSection
"""
FIRST, SECOND = (0, 0, 1024, 768), (1024, 0, 800, 600)


class Desk:
    """A display with a laptop's screen and a projector beside it."""

    def __init__(self, folder):
        for program in ("openbox", "xrandr"):
            if not shutil.which(program):
                raise journey.Skip(f"there is no {program}")
        if not SERVER.exists() or not DRIVER.exists():
            raise journey.Skip("there is no X server with a dummy driver")
        (folder / "xorg.conf").write_text(CONFIGURATION)
        reading, writing = os.pipe()
        with open(folder / "Xorg.out", "w") as output:
            self.server = subprocess.Popen(
                [str(SERVER), "-displayfd", str(writing), "-noreset", "-nolisten", "tcp", "-novtswitch",
                 "-sharevts", "-config", str(folder / "xorg.conf"), "-logfile", str(folder / "Xorg.log")],
                pass_fds=[writing], stdout=output, stderr=output)
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            self.server.wait(10)
            print("# " + (folder / "Xorg.out").read_text().replace("\n", "\n# "))
            raise journey.Skip("the X server does not start here")
        self.before = os.environ.get("DISPLAY")
        os.environ["DISPLAY"] = f":{number}"
        self.manager = subprocess.Popen(["openbox", "--sm-disable"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        # A program that starts before it would believe for a while that there is none.
        for _ in range(100):
            if subprocess.run(["xdotool", "search", "--name", "^Openbox$"], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False).returncode == 0:
                break
            time.sleep(0.1)
        self.randr("--addmode", "DUMMY1", "800x600")
        self.plug_in()

    @staticmethod
    def randr(*arguments):
        subprocess.run(["xrandr", *arguments], check=True, stderr=subprocess.DEVNULL)

    @staticmethod
    def has_projector():
        return "DUMMY1" in subprocess.run(["xrandr", "--listmonitors"], check=True, text=True,
                                          stdout=subprocess.PIPE).stdout

    def plug(self, is_in, *arguments):
        for _ in range(20):
            self.randr("--output", "DUMMY1", *arguments)
            if self.has_projector() == is_in:
                return
            time.sleep(0.2)
        raise AssertionError("the second screen does not do what it is told")

    def plug_in(self):
        self.plug(True, "--mode", "800x600", "--right-of", "DUMMY0")

    def plug_out(self):
        self.plug(False, "--off")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait(10)
        if self.before:
            os.environ["DISPLAY"] = self.before


def place(name):
    """Where a window is, in a frame of the window manager or without one."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{name}$", "getwindowgeometry",
                            "--shell"], text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                           check=False).stdout
    facts = dict(line.split("=", 1) for line in found.splitlines() if "=" in line)
    return tuple(int(facts.get(key, -1)) for key in ("X", "Y", "WIDTH", "HEIGHT"))


def expect_at(program, where, what):
    program.wait(lambda: place("Wall") == where, f"the wall {what}, not at {place('Wall')}")


def open_wall(program):
    program.key("F5")
    program.wait(lambda: place("Wall")[2] > 0, "the wall")
    subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Wall$", "windowfocus", "--sync"], check=True)


def close_wall(program):
    program.key("ctrl+w")
    program.wait(lambda: place("Wall")[2] < 0, "the end of the wall")
    subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^The day$", "windowfocus", "--sync"], check=True)


def test_a_projector_comes_and_goes(folder):
    os.environ.update(GSETTINGS_BACKEND="keyfile", XDG_CONFIG_HOME=str(folder))
    path = folder / "day.trio"
    journey.trio("new", path, "--from", "future-work-communities", "--title", "The day")
    journey.trio("add", path, "--station", "1", "An input for the room")
    with Desk(folder) as desk:
        with journey.Program(path) as program:
            program.expect("text", "New input at station 1")
            open_wall(program)
            expect_at(program, SECOND, "on the projector")

            # Without it the wall is a window among others, and goes back when it is there again.
            desk.plug_out()
            program.wait(lambda: place("Wall")[0] < FIRST[2] and place("Wall") != SECOND, "the wall as a window")
            program.expect("label", "An input for the room")
            desk.plug_in()
            expect_at(program, SECOND, "on the projector again")

            # Somebody wants it on the other screen, and it is remembered.
            program.key("m")
            expect_at(program, FIRST, "on the first screen")
            close_wall(program)
        with journey.Program(path) as program:
            program.expect("text", "New input at station 1")
            open_wall(program)
            expect_at(program, FIRST, "where it was the last time")
            program.key("m")
            expect_at(program, SECOND, "on the projector")
            close_wall(program)
            open_wall(program)
            expect_at(program, SECOND, "on the projector, as chosen")


journey.main(test_a_projector_comes_and_goes)

"""tools/system-parts.sh on machines of three kinds, each made of a few commands that pretend."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ALL = "tesseract-ocr-vie tesseract-ocr-osd tesseract-ocr-script-viet"
COMMANDS = ("sh", "dirname", "cut", "tr", "cat", "mkdir", "rm", "mktemp", "cp", "mv", "ls")
# A package's file is made where it is downloaded; unpacking it gives a model of the package's language.
APT = """echo "$@" >>"$LOG"
for last; do :; done
case "$*" in *"download tesseract"*) echo >"$last"_1_all.deb ;; *download*|*install*) exit {status} ;; esac
"""
DPKG = """language=$(echo "${2%%_*}" | cut -d- -f3)
case "$2" in *script-viet*) language=Vietnamese ;; esac
folder=$3/usr/share/tesseract-ocr/5/tessdata
mkdir -p "$folder" && echo "$language" >"$folder/$language.traineddata"
"""


class Machine:
    """A copy of the script with the system's folders moved here; only the commands it is given are there."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.log = place / "log"
        self.cache = place / "home" / ".cache" / "nghiquyet" / "tessdata"
        (place / "tools").mkdir()
        (place / "home").mkdir()
        (place / "bin").mkdir()
        script = (ROOT / "tools" / "system-parts.sh").read_text(encoding="utf-8")
        (place / "tools" / "script.sh").write_text(script.replace(" /usr/", f" {place}/usr/"), encoding="utf-8")
        shutil.copy(ROOT / "system-packages.txt", place)
        for name in COMMANDS:
            (place / "bin" / name).symlink_to(str(shutil.which(name)))
        self.command("python", "exit 0")
        self.command("id", "echo 1000")

    def command(self, name: str, text: str) -> None:
        path = self.place / "bin" / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)

    def models(self, *names: str) -> None:
        folder = self.place / "usr" / "share" / "tesseract-ocr" / "5" / "tessdata"
        folder.mkdir(parents=True)
        for name in names:
            (folder / f"{name}.traineddata").write_text(name, encoding="utf-8")

    def run(self) -> str:
        environment = {
            "PATH": str(self.place / "bin"),
            "HOME": str(self.place / "home"),
            "PYTHON": "python",
            "LOG": str(self.log),
            "TMPDIR": str(self.place),
        }
        ran = subprocess.run(
            ["sh", str(self.place / "tools" / "script.sh"), "extract"],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        assert ran.returncode == 0
        assert ran.stdout == ""
        return ran.stderr

    def asked_of_apt(self) -> str:
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    if os.name != "posix":
        pytest.skip("the set-up script is for POSIX shells")
    return Machine(tmp_path)


def test_nothing_is_done_where_nothing_is_missing(machine: Machine) -> None:
    machine.models("vie", "osd", "Vietnamese")
    machine.command("apt-get", APT.format(status=0))
    assert machine.run() == ""
    assert machine.asked_of_apt() == ""


def test_root_installs(machine: Machine) -> None:
    machine.command("id", "echo 0")
    machine.command("apt-get", APT.format(status=0))
    assert machine.run() == f"Installing the missing system parts: {ALL}\n"
    assert f"install -y -qq --no-install-recommends {ALL}" in machine.asked_of_apt()


@pytest.mark.parametrize("user", [0, 1000])
def test_who_may_not_install_gets_the_models_unpacked(machine: Machine, user: int) -> None:
    machine.command("id", f"echo {user}")  # root on a system whose packages can't be changed, and a plain user
    machine.command("apt-get", APT.format(status=1))
    machine.command("dpkg", DPKG)
    assert "Unpacked tesseract-ocr-vie into" in machine.run()
    models = ["Vietnamese.traineddata", "osd.traineddata", "vie.traineddata"]
    assert sorted(path.name for path in machine.cache.iterdir()) == models
    assert (machine.cache / "vie.traineddata").read_text(encoding="utf-8") == "vie\n"
    assert not [path for path in machine.place.iterdir() if path.name.startswith("tmp.")]
    assert machine.run() == ""  # and they are found again


def test_only_what_is_missing_is_unpacked(machine: Machine) -> None:
    machine.models("vie", "Vietnamese")
    machine.command("apt-get", APT.format(status=1))
    machine.command("dpkg", DPKG)
    machine.run()
    assert [path.name for path in machine.cache.iterdir()] == ["osd.traineddata"]


def test_without_apt_one_line_names_the_command(machine: Machine) -> None:
    machine.models("osd", "Vietnamese")
    assert machine.run() == "Missing system parts; install them with: sudo apt-get install tesseract-ocr-vie\n"


def test_a_download_that_fails_leaves_nothing_behind(machine: Machine) -> None:
    machine.command("apt-get", "exit 100")
    machine.command("dpkg", DPKG)
    assert machine.run().endswith(f"sudo apt-get install {ALL}\n")
    assert not list(machine.cache.glob("*"))
    assert not [path for path in machine.place.iterdir() if path.name.startswith("tmp.")]

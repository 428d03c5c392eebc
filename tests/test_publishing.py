"""Publishing: nothing of others' is touched, nobody meets half a site, and what a killed run left is put right."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import bytes_of
from small_sites import KNOWN, SITE, lay, left, portal, publish, site
from vejviser.adapters.publishing import Held, Refused, filling, manifest, opened, swapping
from vejviser.adapters.publishing.held import look
from vejviser.adapters.publishing.paths import inside
from vejviser.adapters.publishing.permission import away_from, for_portal, for_site


class TestOthers:
    """What others have put in a folder, or a folder that is not what is to be replaced, is refused and not touched."""

    @pytest.mark.parametrize(
        "name", ["CNAME", ".git/config", "billeder/barn.jpg", "blog/index.html", "assets/mit.css", "data/egne.csv"]
    )
    @pytest.mark.parametrize("check", [for_site(KNOWN), for_portal(KNOWN)])
    def test_a_file_beside_ours(self, tmp_path: Path, name: str, check: Callable[[Held], None]) -> None:
        """One file that we did not publish is enough, wherever it lies, and it is named."""
        target = site(tmp_path / "s") if check.__qualname__.startswith("for_site") else portal(tmp_path / "s", "by")
        lay(target, {name: "mit"})
        before = bytes_of(tmp_path)

        with pytest.raises(Refused, match="indeholder andet") as refused:
            publish(target, check)
        assert name in str(refused.value)
        assert before == bytes_of(tmp_path)

    def test_a_file_in_a_site_of_many(self, tmp_path: Path) -> None:
        """So it is within one of many sites."""
        lay(portal(tmp_path / "s", "by"), {"by/CNAME": "by.dk"})

        with pytest.raises(Refused, match="by/CNAME"):
            publish(tmp_path / "s", for_portal(KNOWN))

    @pytest.mark.parametrize(
        ("files", "check"),
        [
            ({"brev.txt": "Kære", "portal.json": "{}"}, for_portal(KNOWN)),
            ({"brev.txt": "Kære", "portal.json": "{}"}, for_site(KNOWN)),
            ({"index.html": "min", "assets/municipality.css": "", "brev.txt": "Kære"}, for_site(KNOWN)),
            ({"index.html": "min", "assets/municipality.css": ""}, for_site(KNOWN)),
            ({"published.json": "5"}, for_site(KNOWN)),
            (
                {"published.json": '{"vejviser": 1, "kind": "site", "municipality": "by", "files": [3]}'},
                for_site(KNOWN),
            ),
        ],
    )
    def test_a_mark_is_no_proof(self, tmp_path: Path, files: dict[str, str], check: Callable[[Held], None]) -> None:
        """A file with the name of ours does not make the others ours."""
        lay(tmp_path / "s", files)

        with pytest.raises(Refused):
            publish(tmp_path / "s", check)
        assert files == {name: text.decode() for name, text in bytes_of(tmp_path / "s").items()}

    def test_own_pages_over_sites(self, tmp_path: Path) -> None:
        """A folder with sites and somebody's own front page, styles and laws does not become a portal."""
        own = {"index.html": "min", "assets/stil.css": "", "search/index.js": "", "lov/index.html": "min lov"}
        site(tmp_path / "www/by")
        lay(tmp_path / "www", own)

        with pytest.raises(Refused, match="indeholder andet"):
            publish(tmp_path / "www", for_portal(KNOWN))

    def test_one_over_many_and_many_over_one(self, tmp_path: Path) -> None:
        """A single site and the sites of many do not take each other's place; the ways out are said."""
        portal(tmp_path / "mange", "by", "land")
        site(tmp_path / "en")

        with pytest.raises(Refused, match="--all"):
            publish(tmp_path / "mange")
        with pytest.raises(Refused, match="slet mappen"):
            publish(tmp_path / "en", for_portal(KNOWN))

    def test_of_another_project(self, tmp_path: Path) -> None:
        """Sites of municipalities that the project does not have are left alone, until they are named."""
        target = portal(tmp_path / "s", "by", "ringsted", "herlev")
        site(tmp_path / "en", "ringsted")

        with pytest.raises(Refused, match="--remove herlev,ringsted"):
            publish(target, for_portal(KNOWN))
        with pytest.raises(Refused, match="ringsted"):
            publish(tmp_path / "en")
        with pytest.raises(Refused, match="ingen side for odense"):
            publish(target, for_portal(KNOWN, ["odense"]))
        for_portal(KNOWN, ["ringsted", "herlev"])(look(target))

    def test_litter(self, tmp_path: Path) -> None:
        """What a file manager leaves behind is nobody's work."""
        lay(site(tmp_path / "s"), {".DS_Store": "", "akut/Thumbs.db": ""})

        publish(tmp_path / "s")
        assert {*SITE, manifest.NAME} == set(bytes_of(tmp_path / "s"))

    def test_of_the_project_itself(self, tmp_path: Path) -> None:
        """Neither the project, what is above it nor what its content lies in can be published to."""
        for folder in (tmp_path, tmp_path.parent, tmp_path / "content/ny", tmp_path / "decision_trees"):
            with pytest.raises(Refused, match="projektet selv"):
                away_from(tmp_path, folder)
        away_from(tmp_path, tmp_path / "site")

    def test_a_file_a_link_and_a_folder_of_links(self, tmp_path: Path) -> None:
        """A file, a symlink to a site and a site with a symlink in it are not replaced."""
        lay(tmp_path, {"fil": "min"})
        (tmp_path / "genvej").symlink_to(site(tmp_path / "s"))
        (site(tmp_path / "t") / "ud").symlink_to(tmp_path)

        for name in ("fil", "genvej", "t"):
            with pytest.raises(Refused):
                publish(tmp_path / name)

    def test_folders_of_our_name(self, tmp_path: Path) -> None:
        """Folders of somebody else's that happen to have the names of our work are not touched."""
        lay(tmp_path, {".s.ny/a": "mit", ".s.gammel/b": "mit"})
        publish(tmp_path / "s")
        lay(tmp_path, {".t.vejviser/c": "mit"})

        with pytest.raises(Refused, match="er ikke lavet af Vejviser"):
            publish(tmp_path / "t")
        assert [".s.gammel", ".s.ny", ".t.vejviser", "s"] == left(tmp_path)
        assert ["c"] == left(tmp_path / ".t.vejviser")


class TestWhole:
    """The site that stands is the old one or the new one."""

    def test_first_and_next(self, tmp_path: Path) -> None:
        """A site is made where there was none, then replaced by one with other pages; nothing else is left."""
        publish(tmp_path / "ud/s", en="1")
        publish(tmp_path / "ud/s", to="2")

        assert {*SITE, "to/index.html", manifest.NAME} == set(bytes_of(tmp_path / "ud/s"))
        assert ["s"] == left(tmp_path / "ud")

    @pytest.mark.parametrize("harm", ["lost", "added", "no list"])
    def test_counted(self, tmp_path: Path, harm: str) -> None:
        """What is not as it was made is not published."""
        before = bytes_of(site(tmp_path / "s"))

        with opened(tmp_path / "s", for_site(KNOWN)) as work:
            site(work.fresh, en="1")
            gone = {"lost": "akut/index.html", "no list": manifest.NAME}.get(harm)
            lay(work.fresh, {"ny.txt": ""}) if gone is None else (work.fresh / gone).unlink()
            with pytest.raises(Refused, match="ikke helt"):
                work.publish()
        assert before == bytes_of(tmp_path / "s")
        assert ["s"] == left(tmp_path)

    def test_two_renames(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the system cannot exchange two folders, two renames do."""
        monkeypatch.setattr(swapping, "_in_one_step", lambda *_: False)
        publish(tmp_path / "s", en="1")
        publish(tmp_path / "s", to="2")

        assert "to/index.html" in bytes_of(tmp_path / "s")
        assert ["s"] == left(tmp_path)

    def test_second_rename_fails(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When the new site cannot be put in place, as when a scanner holds a file, the old one is put back at once."""
        before = bytes_of(site(tmp_path / "s"))
        replace = Path.replace

        def refuse(self: Path, to: Path) -> Path:
            if self.name.startswith("new-"):
                raise PermissionError(errno.EACCES, "holdt", str(self))
            return replace(self, to)

        monkeypatch.setattr(swapping, "_in_one_step", lambda *_: False)
        monkeypatch.setattr(Path, "replace", refuse)

        with pytest.raises(PermissionError):
            publish(tmp_path / "s", en="1")
        assert before == bytes_of(tmp_path / "s")
        assert ["s"] == left(tmp_path)

    @pytest.mark.parametrize("name", ["", "by"])
    def test_killed_between_the_renames(self, tmp_path: Path, name: str) -> None:
        """The next run puts the old site back first, whatever it then finds; so it is for one of many."""
        target = portal(tmp_path / "s", "by", "land") / name
        before = bytes_of(target)
        work = tmp_path / ".s.vejviser"
        lay(work, {"lock": "", "new-1/index.html": "halv"})
        target.rename(work / (f"old-{name}" if name else "old"))

        with pytest.raises(Refused, match="nej"):
            publish(target, refuse)
        assert before == bytes_of(target)
        assert ["s"] == left(tmp_path)

    def test_on_a_mount(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A folder that cannot be moved is filled, the pages last; what is gone is taken away, and nothing is left."""
        target = tmp_path / "s"
        publish(target, en="1")
        number = target.stat().st_ino
        monkeypatch.setattr("vejviser.adapters.publishing._can_move", lambda *_: False)

        publish(target, to="2")

        assert {*SITE, "to/index.html", manifest.NAME} == set(bytes_of(target))
        assert number == target.stat().st_ino
        assert ["akut", "assets", "index.html", "published.json", "to"] == left(target)

    def test_killed_while_filling(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A folder that was being filled when the run was killed is known again, and filled to the end."""
        target = site(tmp_path / "s")
        lay(target, {"halv/index.html": "ny", ".vejviser/lock": "", ".vejviser/filling.json": '["halv/index.html"]'})
        monkeypatch.setattr("vejviser.adapters.publishing._can_move", lambda *_: False)

        publish(target, to="2")

        assert {*SITE, "to/index.html", manifest.NAME} == set(bytes_of(target))

    def test_filling_breaks(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A disk that is full in the middle leaves a folder that the next run can go on with."""
        target = site(tmp_path / "s")
        monkeypatch.setattr("vejviser.adapters.publishing._can_move", lambda *_: False)
        with monkeypatch.context() as full:
            full.setattr(filling, "cmp", lambda *_, **__: (_ for _ in ()).throw(OSError(errno.ENOSPC, "fuld")))
            with pytest.raises(OSError, match="fuld"):
                publish(target, to="2")
        publish(target, to="2")

        assert {*SITE, "to/index.html", manifest.NAME} == set(bytes_of(target))

    def test_symlink_in_the_way(self, tmp_path: Path) -> None:
        """No name of a list leads through a symlink out of its folder, or out by itself."""
        lay(tmp_path, {"ude/a": "mit"})
        (tmp_path / "s").mkdir()
        (tmp_path / "s/ud").symlink_to(tmp_path / "ude")

        for name in ("ud/a", "../ude/a", "/etc/passwd", "", "a\\..\\b", "C:a"):
            with pytest.raises(Refused):
                inside(tmp_path / "s", name)
        assert tmp_path / "s/b/c" == inside(tmp_path / "s", "b/c")


def refuse(_: Held) -> None:
    """Refuse whatever there is."""
    raise Refused("nej")

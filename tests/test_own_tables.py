# ruff: noqa: E501 - a fault a line reads better than wrapped ones
"""Users' own tables: used beside ours, checked row by row, and forgotten when they are no longer in use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from commands import article, lines, timeline

from timeline import TableError, extract, use_tables
from timeline.tables import own
from timeline.tables.knowledge import summits, tenures
from timeline.tables.load import PACKAGE, read_toml
from timeline.user_tables.read import checked

SAID = "Velmora hobnobbed with Norway on Tuesday. President Mila Odal condemned Norway. They met before the Northern Council summit."
DCT = "2031-07-08"
HEAD = "country_iso3,office,holder,start,end\n"


def written(folder: Path, **tables: str) -> Path:
    """Write tables by their names, ``events__extension`` for those in a folder."""
    for name, text in tables.items():
        known = read_toml("own.toml").get(name, {"file": f"{name}.csv"})
        path = folder / known["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def velmora(folder: Path) -> Path:
    """Tables of a state that ours do not know."""
    return written(
        folder,
        countries="iso3,name,demonym,capital\nXVL,Velmora,Velmoran,Taveen\n",
        leaders=HEAD + "XVL,president,Mila Odal,2030-05-01,\n",
        summits="name,start,end,place\nNorthern Council,2031-06-03,2031-06-05,Taveen\n",
        extension='[[verb]]\nname = "hobnob"\ntype = "CONSULT"\nverbs = "hobnob"\nrecipient = "with"\n',
    )


@pytest.fixture(autouse=True)
def _ours_alone() -> Iterator[None]:
    yield
    use_tables(None)


def test_they_are_used_beside_ours_and_forgotten(tmp_path: Path) -> None:
    before = extract(SAID, dct=DCT)
    use_tables(velmora(tmp_path))
    found = extract(SAID, dct=DCT)
    assert [(e.type, e.actors[0].code) for e in found.events if e.trigger == "hobnobbed"] == [("CONSULT", "XVL")]
    assert ("Mila Odal", "XVL") in {(party.name, party.code) for event in found.events for party in event.actors}
    dated = next(timex for timex in found.timexes if "summit" in timex.text)
    assert dated.edtf == "2031-06-03/2031-06-05"
    assert dated.anchor.text
    assert f"[{tmp_path.name}/summits.csv:2]" in dated.anchor.text
    use_tables(None)
    assert extract(SAID, dct=DCT) == before
    assert "CONSULT" not in {event.type for event in before.events if event.trigger == "hobnobbed"}


def test_a_row_stands_instead_of_ours_of_the_same_key(tmp_path: Path) -> None:
    ours = next(term for term in tenures() if term.code == "NOR" and term.office == "prime minister")
    many = len(tenures())
    use_tables(written(tmp_path, leaders=HEAD + f"NOR,prime minister,{ours.holder},1901,1902\n"))
    mine = [
        term for term in tenures() if (term.code, term.office, term.holder) == (ours.code, ours.office, ours.holder)
    ]
    assert [str(term.start.not_before) for term in mine] == ["1901-01-01"]
    assert len(tenures()) <= many


def test_a_build_uses_them_in_all_processes_and_reads_anew_when_they_change(tmp_path: Path) -> None:
    folder = velmora(tmp_path / "mine")
    inputs = [article(tmp_path / "in", f"{n}.txt", f"Talks {n}\n\n{SAID}\n", DCT) for n in range(3)]
    arguments = ("build", *inputs, "-o", tmp_path / "o", "--format", "json")

    def codes() -> set[str]:
        events = json.loads((tmp_path / "o/timeline.json").read_text())["events"]
        return {party["code"] for event in events for party in event["actors"] if party["code"]}

    assert timeline(*arguments).returncode == 0
    assert "XVL" not in codes()
    for jobs in ("1", "2"):
        done = timeline(*arguments, "--tables", folder, "--jobs", jobs)
        assert done.returncode == 0, done.stderr
        assert "XVL" in codes()
    (folder / "countries.csv").write_text("iso3,name\nXVM,Velmora\n")
    (folder / "leaders.csv").unlink()
    assert timeline(*arguments, "--tables", folder).returncode == 0
    assert "XVM" in codes()
    assert own.in_use().digest == ""


def test_annotate_uses_them(tmp_path: Path) -> None:
    done = timeline("annotate", "--tables", velmora(tmp_path), given=lines(a="Velmora hobnobbed with Norway."))
    assert json.loads(done.stdout)["events"][0]["type"] == "CONSULT"


def test_our_own_tables_are_in_their_own_form(tmp_path: Path) -> None:
    for table in read_toml("own.toml").values():
        path = tmp_path / table["file"]
        path.parent.mkdir(exist_ok=True)
        text = files(PACKAGE).joinpath(table["file"]).read_text(encoding="utf-8")
        path.write_text(text, encoding="utf-8")
    faults: list[TableError] = []
    found = checked(tmp_path, faults.append)
    unknown = {f"[{name}] is not known" for name in ("own", "groups", "features", "seats", "abroad")}
    assert [str(one)[:300] for one in faults if not any(name in str(one) for name in unknown)] == []
    assert len(found.rows["leaders.csv"]) == len(tenures())
    assert len(found.rows["summits.csv"]) == len(summits())


BAD = [
    ("leaders", "country_iso3,office,holder,start\nNOR,king,Olav\n", ":2: has 3 cells; the header has 4"),
    ("leaders", HEAD + "NOR,king,Olav,soon,\n", ":2: column start: 'soon' is no date; write 2024-11-07"),
    ("leaders", HEAD + "NOR,king,Olav,,\n", ":2: column start: is empty; write 2024-11-07"),
    ("leaders", HEAD + "NOR,king,Olav,2024,soon\n", "column end: 'soon' is no date; write 2024-11-07, 2024-11 or 2024, or n"),
    ("leaders", HEAD + "NOR,king,Olav,2024,2020\n", ":2: column end: 2020 lies before 2024, its start; mend"),
    ("leaders", HEAD + "nor,king,Olav,2024,\n", ":2: column country_iso3: 'nor' is the code of no country or body; write NOR"),
    ("leaders", HEAD + "QQQ,king,Olav,2024,\n", ":2: column country_iso3: 'QQQ' is the code of no country"),
    ("leaders", HEAD + "NOR,King,Olav,2024,\n", ":2: column office: 'King' has capitals; write 'king'"),
    ("leaders", HEAD + "NOR,king, ,2024,\n", ":2: column holder: is empty; write what it is called"),
    ("leaders", "country_iso3,ofice,holder,start\n", ":1: column ofice: is no column of this table; did you mean office?"),
    ("leaders", "office,holder,start\n", ":1: column country_iso3: is missing; the header is country_iso3,office,"),
    ("leaders", "office,office,holder,start\n", ":1: column office: stands twice; leave one out"),
    ("leaders", HEAD + 'NOR,king,"Olav"x,2024,\n', ":2: is no CSV ("),
    ("countries", "iso3,name\nNorway,Norway\n", ":2: column iso3: 'Norway' is no code; write three capitals"),
    ("terms", "country_iso3,office,holder,ordinal,start\nNOR,king,Olav,V,1957\n", "column ordinal: 'V' is no number"),
    ("feasts", "feast,names,when,days\nX,x,nth 11,1\n", ":2: column when: 'nth 11', '1' is no rule for a day; write when"),
    ("feasts", "feast,names,when,days\nX,x,,1\n", ":2: column when: '?', '1' is no rule for a day; write when"),
    ("offices", "[other]\npremier = 3\n", ":2: column premier: is no text; write"),
    ("offices", "[others]\n", ":1: [others] is not known; did you mean other?"),
    ("offices", "[other\n", ":1: column 7: is no TOML ("),
    ("extension", '[[verb]]\nname = "x"\ntype = "CONSULT"\nverbs = "hobnob"\nverb = "y"\n', ":5: column verb: is no key of a"),
    ("extension", '[[verb]]\nname = "x"\ntype = "CONSULT"\n', ":1: column verbs: is missing; write"),
    ("extension", '\n[[noun]]\nname = "x"\ntype = "CONSLT"\nnouns = "y"\n', ":4: column type: 'CONSLT' is no type of event; did you"),
    ("extension", '[[verb]]\nname = "x"\ntype = "AID"\nverbs = "y"\nobject = "@x"\n', ":2: column name: 'x' is no frame (x: no word"),
    ("extension", '[[verb]]\nname = "x"\ntype = "AID"\nverbs = "y"\nexamples = "E."\n', ":5: column examples: is no list"),
    ("extension", '[verb]\nname = "x"\n', ":1: [verb] is no list of rows; write [[verb]]"),
    ("leeders", "a\n", "leeders.csv: is no table; did you mean leaders.csv?"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "says"), BAD, ids=lambda one: one[-40:])
def test_a_wrong_row_is_named_by_file_line_and_column(tmp_path: Path, name: str, text: str, says: str) -> None:
    written(tmp_path, **{name: text})
    with pytest.raises(TableError) as error:
        use_tables(tmp_path)
    assert says in str(error.value)
    assert str(tmp_path) in str(error.value)
    faults: list[TableError] = []
    checked(tmp_path, faults.append)
    assert len(faults) == 1


def test_good_rows_are_used_only_if_asked(tmp_path: Path) -> None:
    folder = velmora(tmp_path / "mine")
    with (folder / "leaders.csv").open("a") as table:
        table.write("XVL,president,Arne Vik,soon,\n")
    talks = article(tmp_path / "in", text=SAID, dct=DCT)
    arguments = ("build", talks, "-o", tmp_path / "o", "--format", "json", "--tables", folder)
    refused = timeline(*arguments)
    assert refused.returncode == 1
    assert not (tmp_path / "o").exists()
    assert "leaders.csv:3: column start: 'soon' is no date" in refused.stderr.splitlines()[0]
    used = timeline(*arguments, "--skip-bad-rows")
    assert used.returncode == 3
    assert "leaders.csv:3: column start: 'soon' is no date" in used.stderr.splitlines()[0]
    assert "XVL" in (tmp_path / "o/timeline.json").read_text()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a\0b", b'"', b"\xef\xbb\xbf", b"\r\r\n,,,\n" * 50, b"[" * 5000])
@pytest.mark.parametrize("name", ["leaders.csv", "names/offices.toml", "events/extension.toml", "feasts.csv"])
def test_no_file_is_a_fault(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(data)
    faults: list[TableError] = []
    checked(tmp_path, faults.append)
    assert all(str(tmp_path / name) in str(fault) for fault in faults)


def test_tables_lists_ours_and_says_what_is_not_checked() -> None:
    done = timeline("tables")
    assert done.returncode == 0
    told = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert set(told) == set(read_toml("own.toml"))
    assert " not checked, kept to 20" in told["leaders"]
    rows = json.loads(timeline("--json", "tables").stdout)
    assert {row["name"] for row in rows} == set(told)
    leaders = timeline("tables", "leaders").stdout
    assert leaders == files(PACKAGE).joinpath("leaders.csv").read_text(encoding="utf-8")
    unknown = timeline("tables", "leader")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert unknown.stderr == "timeline: 'leader' is no table; did you mean leaders?\n"


def test_tables_checks_a_folder(tmp_path: Path) -> None:
    folder = velmora(tmp_path)
    done = timeline("tables", "--check", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "leaders.csv: 1 good row\n" in done.stdout
    (folder / "leaders.csv").write_text(HEAD + "NOR,king,Olav,soon,\n")
    done = timeline("tables", "--check", folder)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert timeline("tables", "--check", folder / "none").returncode == 1


def test_evidence_from_a_row_that_is_not_checked_says_so() -> None:
    found = extract("They met at the G7 summit in Hiroshima.", dct="2023-06-01", only="timexes")
    assert [(timex.anchor.text or "").endswith(", not checked]") for timex in found.timexes] == [True]
    checked_too = extract(
        "They met during his first term as U.S. president under Clinton.", dct="2001-06-01", only="timexes"
    )
    assert all("not checked" not in (timex.anchor.text or "") for timex in checked_too.timexes)
    told = extract(
        "They met at Christmas 2019, at Easter 2020 and in the First World War.", dct="2023-06-01", only="timexes"
    ).timexes
    marked = {timex.text: "not checked" in (timex.anchor.text or "") for timex in told}
    assert marked == {"Christmas 2019": True, "Easter 2020": False, "the First World War": False}

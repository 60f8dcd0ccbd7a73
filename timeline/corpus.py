"""What is found in the articles of all inputs, each worked on once and then kept in the store."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple, TypeAlias

from pydantic import TypeAdapter

from timeline import dating, errors, merge
from timeline.analysis import Extraction, analyse
from timeline.articles.discover import STANDARD_INPUT, Located
from timeline.articles.read import read
from timeline.articles.split import Piece
from timeline.articles.stated import beside_of
from timeline.collector import seldom_collected
from timeline.errors import ArticleError, TimelineError
from timeline.extractions import Extractions, Held, to_bytes
from timeline.limits import ANALYSING, READING, limited
from timeline.models import Article
from timeline.options import Options
from timeline.problems import left_out, name
from timeline.runners import Runner
from timeline.store import Store, pack, unpack
from timeline.tables import own

Result: TypeAlias = Extraction | TimelineError

_TRIES = 3  # of reading a file that is written meanwhile


class Entry(NamedTuple):
    """An article in the list of all: ``content`` is the key of its Extraction in the store.

    ``lack``: what it lacks to be dated, None where it is; ``doubt``: what speaks against its day, if anything does;
    ``card``: for merging.
    """

    id: str
    content: str
    lack: str | None
    doubt: str | None
    language: str | None
    card: merge.Card


class Found(NamedTuple):
    """What is found of an input; ``share`` of all inputs that are done with it, 0..1; ``known``: from the store."""

    located: Located
    share: float
    results: Sequence[Entry | TimelineError]
    known: bool


class Way(NamedTuple):
    """How inputs are read: ``days`` has the DCT by the name of a file, ``tables`` are the users' own.

    ``followed``: those asked for whom no table knows; as no frame tells what matters of them, all that is told does.
    ``articles`` holds what is found, where merging follows in this process.
    """

    options: Options
    days: Mapping[str, str]
    articles: Extractions
    tables: own.OwnTables = own.OwnTables()
    followed: Sequence[str] = ()


class Worked(NamedTuple):
    """The packed list of an input's articles, and those by their keys; ``key``: None where the list has a problem."""

    key: bytes | None
    entries: bytes
    articles: Sequence[tuple[bytes, bytes]] = ()


class _Fault(NamedTuple):
    """A TimelineError as bytes."""

    kind: str
    message: str


class _Waiting(NamedTuple):
    piece: Piece
    key: bytes | None
    known: bool


def found_in(pieces: Iterable[Piece], way: Way, run: Runner, store: Store) -> Iterator[Found]:
    """Yield what is found in each piece, in their order.

    What the store has is taken from there, the rest is worked on by the runner and put into it.
    """
    waiting: deque[_Waiting] = deque()
    ids: Counter[str] = Counter()

    def unknown() -> Iterator[Located]:
        for piece in pieces:
            key = None if piece.problem else _key(way, piece.located)
            known = piece.problem is not None or (key is not None and key in store)
            # The bytes of what is known need not wait with it.
            waiting.append(_Waiting(piece._replace(located=piece.located._replace(data=None)), key, known))
            if not known:
                yield piece.located

    def ready() -> Iterator[Found]:
        while waiting and waiting[0].known:
            piece, key, _ = waiting.popleft()
            results = _decoded(store[key]) if key else [piece.problem] if piece.problem else []
            yield Found(piece.located, piece.share, _numbered(piece.located, results, ids), known=key is not None)

    for worked in run(partial(work, way), unknown()):
        yield from ready()
        piece = waiting.popleft().piece
        for content, article in worked.articles:
            store.put(content, article)
        if worked.key is not None:  # last: where it is kept, so are they
            store.put(worked.key, worked.entries)
        results = _decoded(unpack(worked.entries))
        yield Found(piece.located, piece.share, _numbered(piece.located, results, ids), known=False)
    yield from ready()


def work(way: Way, located: Located) -> Worked:
    """Read an input and analyse its articles, perhaps in another process."""
    own.put(way.tables)
    for _ in range(_TRIES):
        key = _key(way, located)
        results = _read_and_analyse(way, located)
        if _key(way, located) == key:
            break
    else:
        key = None  # it is written faster than read
    entries: list[Entry | TimelineError] = []
    articles = []
    for result in results:
        if isinstance(result, TimelineError):
            key = None
            entries.append(result)
            continue
        value = to_bytes(result)
        content, held = hashlib.sha256(value), Held(result, merge.Mentions(*result))
        articles.append((content.digest(), pack(value)))
        entries.append(_entry(held, content.hexdigest()))
        way.articles.hold(content.hexdigest(), held)
    return Worked(key, pack(_encoded(entries)), articles)


def _entry(held: Held, content: str) -> Entry:
    article = held.found.article
    lack = None if article.dct.day else dating.lack(article)
    return Entry(article.id, content, lack, dating.doubts(article), article.language, merge.card(held.mentions))


def lost(located: Located) -> Worked:
    """Say that a process has died over an input, twice."""
    problem = ArticleError(
        f"{located.where}: cannot be analysed: the process that did it has died, perhaps for want of memory; "
        "it is left out"
    )
    return Worked(None, pack(_encoded([problem])))


def _key(way: Way, located: Located) -> bytes | None:
    """Hash all that the results of this one input hang on; None where it cannot be read."""
    options, found = way.options, hashlib.sha256()
    given = (
        located.name,
        way.days.get(located.name),
        options.date,
        options.max_size,
        options.allow_file_time,
        way.followed,
    )
    found.update(repr((*given, located.part is None)).encode("utf-8", "surrogatepass"))
    try:
        if located.path != STANDARD_INPUT:
            _add(found, _bytes_of_sidecar(located))
            if options.allow_file_time:
                found.update(str(located.path.stat().st_mtime_ns).encode())
        _add(found, _bytes(located, options.max_size))
    except OSError:
        return None
    return found.digest()


def _add(found: hashlib._Hash, data: bytes) -> None:
    found.update(b"\0%d\0" % len(data))
    found.update(data)


def _bytes_of_sidecar(located: Located) -> bytes:
    try:
        return beside_of(located.path).read_bytes()
    except FileNotFoundError:
        return b""


def _bytes(located: Located, most: int) -> bytes:
    if located.data is not None:
        return located.data
    with located.path.open("rb") as file:
        return file.read(most + 1)


def _read_and_analyse(way: Way, located: Located) -> list[Result]:
    options, results = way.options, list[Result]()
    try:
        with limited(_size(located), located.where, READING):
            articles = read(
                located,
                date=way.days.get(located.name),
                default_date=options.date,
                max_size=options.max_size,
                allow_file_time=options.allow_file_time,
                report=results.append,
            )
    except TimelineError as error:
        return [*results, error]
    except Exception as error:
        return [*results, left_out(f"{located.where}: cannot be read", "it", error)]
    with seldom_collected():
        results += (_analysed(article, located, way.followed) for article in articles)
    return results


def _analysed(article: Article, located: Located, followed: Sequence[str]) -> Result:
    try:
        with limited(len(article.text), name(article.id, located), ANALYSING):
            return analyse(article, typed_only=True, followed=followed)
    except TimelineError as error:
        return error
    except Exception as error:
        return left_out(f"{name(article.id, located)}: cannot be analysed", "it", error)


def _size(located: Located) -> int:
    try:
        return located.path.stat().st_size if located.data is None else len(located.data)
    except OSError:
        return 0  # which reading it will tell


def _numbered(
    located: Located, results: Iterable[Entry | TimelineError], ids: Counter[str]
) -> list[Entry | TimelineError]:
    """Number the articles of one file that have the same id, where its articles come one by one."""
    if located.part is None:
        return list(results)
    named: list[Entry | TimelineError] = []
    for result in results:
        if isinstance(result, TimelineError):
            named.append(result)
            continue
        number = ids[result.id] = ids[result.id] + 1
        named.append(result if number == 1 else result._replace(id=f"{result.id}~{number}"))
    return named


@cache
def _entries() -> TypeAdapter[list[Entry | _Fault]]:
    return TypeAdapter(list[Entry | _Fault])


def _encoded(results: Iterable[Entry | TimelineError]) -> bytes:
    told = [_Fault(type(one).__name__, str(one)) if isinstance(one, TimelineError) else one for one in results]
    return _entries().dump_json(told)


def _decoded(value: bytes) -> list[Entry | TimelineError]:
    return [_error(one) if isinstance(one, _Fault) else one for one in _entries().validate_json(value)]


def _error(fault: _Fault) -> TimelineError:
    kind: Callable[[str], TimelineError] = getattr(errors, fault.kind, ArticleError)
    return kind(fault.message)

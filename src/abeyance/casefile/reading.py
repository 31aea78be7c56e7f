"""``case.yaml`` to a CaseFile, with every problem at once and its place.

sources:
  letter:
    document: documents/letter.txt
    kind: congressional letter
    dated: 2017-05-01
    claims:
      - mateo.nationality @¶1: Guatemala
      - stay-2017 @¶5: {filing: stay request, forum: ICE, decided: 2017-03-02, outcome: denied}
"""

import os
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from abeyance.casefile import documents, yamlnodes
from abeyance.casefile.claims import CaseFile, Source
from abeyance.casefile.othernames import KINDS_AND_SPEAKERS
from abeyance.casefile.record import CASE
from abeyance.casefile.remarks import Enough, Fields, Remarks
from abeyance.casefile.standing import KINDS, SPEAKERS
from abeyance.casefile.statements import Pair, Statements
from abeyance.casefile.succession import circles, loose_ends
from abeyance.casefile.yamlnodes import Node, spaced
from abeyance.logic.values import ANY_DAY, NEVER
from abeyance.problems import Problem, Unusable

FILE = "case.yaml"
FILE_WORDS = ("case", "respondent", "sources")
SOURCE_WORDS = (
    "document",
    "sha256",
    "kind",
    "title",
    "speaker",
    "dated",
    "had",
    "recorded",
    "by",
    "cleared",
    "privileged",
    "work product",
    "claims",
)
MOST_CLAIMS = 10_000
MOST_SUBJECTS = 2_000
MOST_SOURCES = 2_000
MOST_WORDS_ON_LISTS = 500
MOST_IDENTITIES = 200
MOST_ABOUT_ONE = 500
_NAME = re.compile(r"[\w-]+")
_SHA256 = re.compile("[0-9a-f]{64}")


def file_of(case: Path) -> Path:
    """The ``case.yaml`` of a case, which is named by its folder or by the file itself.

    One that is a link is the case where the file really lies: its documents and its history are there, whichever way it is
    come to.
    """
    path = case / FILE if case.is_dir() else case
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def read_case(case: Path, *, look_at_documents: bool = True) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """The case in a folder (or of a ``case.yaml``) and every problem with it; no case where it could not be read at all.

    Documents are looked at too, unless told otherwise: whether they are there, are the ones that were recorded, and have
    the places that claims name.
    """
    path = file_of(case)
    root, _, problems = yamlnodes.load(path, str(path))
    if root is None:
        return None, tuple(problems)
    return case_of(root, path, problems, look_at_documents=look_at_documents)


def open_case(case: Path) -> CaseFile:
    """The case in a folder, without a look at its documents.  Raises Unusable, with every problem, unless all of it can be read."""
    found, problems = read_case(case, look_at_documents=False)
    if found is None or problems:
        raise Unusable(problems)
    return found


def case_of(
    root: Node, path: Path, problems: Sequence[Problem] = (), *, look_at_documents: bool = False
) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """The case that YAML nodes say, and every problem with it on top of ``problems``; ``path`` is the file they come from."""
    remarks = Remarks(str(path), problems)
    try:
        case = _Reader(remarks, path.parent if look_at_documents else None).case(root)
    except Enough:
        case = None
    return case, tuple(sorted(set(remarks.problems)))


class _Reader:
    """Reads the file and its sources; ``statements`` reads the claims."""

    def __init__(self, remarks: Remarks, folder: Path | None) -> None:
        self.remarks, self.folder = remarks, folder
        self.looked_at: dict[str, documents.Found] = {}

    def case(self, root: Node) -> CaseFile | None:
        if root.pairs is None:
            self.remarks.add(root, "E101", "a case file is a map", "begin with case:, respondent: and sources:")
            return None
        self._only(root, FILE_WORDS, "a case file")
        name, respondent = self._name(root, "case"), self._name(root, "respondent")
        sources_node = root.get("sources")
        if sources_node is None or (sources_node.pairs is None and not sources_node.is_empty):
            what, hint = "sources: must be a map of sources", "write sources:, then one key a source"
            self.remarks.add(sources_node or root, "E102", what, hint)
            return None
        statements = Statements(self.remarks, respondent)
        read = [(self._source(key, node), node) for key, node in sources_node.pairs or ()]
        statements.misdated = {s.key for s, node in read if s.dated == ANY_DAY and node.get("dated")}
        lines = [(source, node, self._lines(node)) for source, node in read]
        for source, _, pairs in lines:
            for pair in pairs:
                statements.introduce(pair, source)
        for source, node, pairs in lines:
            text = self._document(source, node)
            for pair in pairs:
                statements.read(pair, source, text)
        case = CaseFile(
            name,
            respondent,
            tuple(source for source, _ in read),
            tuple(subject for subject in statements.subjects.values() if subject.key != CASE),
            tuple(statements.claims),
            tuple(statements.completeness),
            tuple(statements.identities),
        )
        if self._fits(case, root):
            self._follow(case)
        return case

    def _only(self, node: Node, allowed: tuple[str, ...], what: str) -> None:
        for key, _ in node.pairs or ():
            if spaced(key.text) not in allowed:
                hint = self.remarks.nearest(key.text or "", allowed)
                self.remarks.add(key, "E103", f"{(key.text or '')[:60]!r} has no meaning in {what}", hint)

    def _name(self, node: Node, key: str) -> str:
        value = node.get(key)
        if value is None or value.is_empty:
            self.remarks.add(value or node, "E104", f"{key}: is missing", f"write {key}: and a short name")
            return ""
        name = Fields.of(node, self.remarks).text(key)
        if name and (not _NAME.fullmatch(name) or (key, name) == ("respondent", CASE)):
            hint = "write a short name of letters, digits, - and _; the respondent is not called case"
            self.remarks.add(value, "E130", f"{name[:60]!r} is not one word", hint)
            return ""
        return name

    def _fits(self, case: CaseFile, root: Node) -> bool:
        """Whether the file is of a size that can be worked with."""
        about_one = Counter((claim.subject, claim.fact) for claim in case.claims)
        fits = True
        for number, most, what in (
            (len(case.sources), MOST_SOURCES, "sources"),
            (len(case.claims), MOST_CLAIMS, "claims"),
            (len(case.subjects), MOST_SUBJECTS, "subjects"),
            (len(case.completeness), MOST_WORDS_ON_LISTS, "words on lists"),
            (len(case.identities), MOST_IDENTITIES, "words on who is who"),
            (max(about_one.values(), default=0), MOST_ABOUT_ONE, "claims about one fact of one subject"),
        ):
            if number > most:
                fits = False
                hint = f"there can be at most {most:,}; keep one case to a file"
                self.remarks.add(root, "E137", f"there are {number:,} {what}", hint)
        return fits

    def _follow(self, case: CaseFile) -> None:
        """Check what statements do to others, which may stand anywhere in the file."""
        sources = [source.key for source in case.sources]
        for statement, reference in loose_ends(case):
            what = f"{reference} says nothing about this that could be meant"
            hint = "name the source of another claim about the same thing; " + self.remarks.nearest(reference, sources)
            self.remarks.add(Node(statement.line, statement.column), "E132", what, hint)
        for statement in circles(case):
            what, hint = "claims end each other in a circle", "let the one that holds end the others, and none end it"
            self.remarks.add(Node(statement.line, statement.column), "E133", what, hint)

    # --- sources ----------------------------------------------------------------------------------------------------

    def _source(self, key: Node, node: Node) -> Source:
        name = key.text or ""
        if not _NAME.fullmatch(name):
            hint = "write a short name of letters, digits, - and _, without blanks or dots"
            self.remarks.add(key, "E130", f"{name[:60]!r} is not one word", hint)
        if node.pairs is None:
            what, hint = f"the source {name[:60]} must be a map", "write kind:, dated: and claims: under it"
            self.remarks.add(node, "E105", what, hint)
            return Source(name, "other", key.line)
        self._only(node, SOURCE_WORDS, "a source")
        fields = Fields.of(node, self.remarks)
        if node.get("kind") is None:
            what = f"the source {name[:60]} does not say what kind it is"
            self.remarks.add(key, "E106", what, f"add kind: one of {', '.join(KINDS)}")
        dated = fields.days("dated", ANY_DAY)
        sha256 = fields.text("sha256").lower()
        if sha256 and not _SHA256.fullmatch(sha256):
            hint = "copy it from: sha256sum FILE"
            self.remarks.add(fields.fields["sha256"], "E138", "sha256: is 64 hexadecimal digits", hint)
        return Source(
            name,
            fields.one_of("kind", KINDS, KINDS_AND_SPEAKERS) or "other",
            key.line,
            fields.text("document") or None,
            sha256 or None,
            dated,
            fields.days("had", (dated[0], NEVER)),  # not before it was made; beyond that nobody knows
            fields.date("recorded"),
            fields.text("by"),
            fields.one_of("speaker", SPEAKERS, KINDS_AND_SPEAKERS),
            fields.text("title"),
            fields.words("cleared") or frozenset(),
            fields.flag("privileged") or False,
            fields.flag("work product") or False,
        )

    def _document(self, source: Source, node: Node) -> documents.PlainText | None:
        """The text of a source's document, where it is plain text; notes what is wrong with the document."""
        if not source.document:
            return None
        place = node.get("document") or node
        if not documents.is_inside(source.document):
            what, hint = "a document lies below the case's own folder", "copy it into documents/ and name it from there"
            self.remarks.add(place, "E110", what, hint)
            return None
        if self.folder is None:
            return None
        found = self.looked_at.get(source.document) or documents.look_at(self.folder, source.document)
        self.looked_at[source.document] = found
        if found.wrong:
            self.remarks.add(place, *found.wrong)
        elif source.sha256 and found.sha256 != source.sha256:
            what = "the document is not the one that was recorded: its SHA-256 differs"
            hint = "bring the original back, or record the new one as a source of its own"
            self.remarks.add(place, "E112", what, hint)
        return found.text

    def _lines(self, node: Node) -> list[Pair]:
        value = node.get("claims") if node.pairs is not None else None
        if value is None or value.is_empty:
            return []
        if value.items is None:
            self.remarks.add(value, "E113", "claims: must be a list", "begin every claim with a dash")
        found = []
        for item in value.items or ():
            if item.pairs is None or len(item.pairs) != 1:
                what, hint = "a claim is one line: subject.fact: value", "write - mateo.nationality @¶1: Guatemala"
                if ":" in (item.text or ""):
                    hint = "put a blank after the colon, an ordinary one"
                self.remarks.add(item, "E113", what, hint)
            else:
                found.append(item.pairs[0])
        return found

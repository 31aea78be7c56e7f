"""A new case: its file, with what a person needs to know to go on, and the schema by which editors complete it."""

import json
from datetime import date
from pathlib import Path

from abeyance.casefile.casefolder import CaseFolder, begin
from abeyance.casefile.schema import schema

SCHEMA = ".case.schema.json"

_TEXT = """\
# yaml-language-server: $schema={schema}
# A case: every fact is a claim of a source.  What nobody says is left out; it is unknown.
case: {case}
respondent: {respondent}  # the word by which claims speak of the person; the full name is a claim

# A source says what kind it is, when it was made and when the office had it; then what it says, a line each, and where:
#
#   letter:
#     document: documents/letter.pdf
#     kind: letter
#     dated: 2017-05-01
#     had: 2017-05-02
#     claims:
#       - {respondent}.nationality @¶1: Guatemala
#       - order-1 @p2¶5: {{order: removal, by: immigration judge, decided: 2012-03-01}}
#       - motion-1 @¶6: {{filing: motion to reopen, forum: Board, of: order-1, received: 2017-04-17}}
#       - convictions.none @¶7: {{as of: 2017-05-01}}
#
# abeyance add enters a document or a claim; abeyance check shows what cannot be read, abeyance facts what is known.
sources:
"""


def new_case(case: str, respondent: str) -> str:
    """The text of a case file without sources; both names are single words."""
    return _TEXT.format(schema=SCHEMA, case=case, respondent=respondent)


def begin_case(folder: Path, case: str, respondent: str, recorded: date, by: str) -> CaseFolder:
    """A new case in a folder, sealed, with the schema beside it.  Raises Unusable, and where there is a case already."""
    text = json.dumps(schema(), ensure_ascii=False, separators=(",", ":")) + "\n"
    return begin(folder, new_case(case, respondent), recorded, by, {SCHEMA: text.encode()})

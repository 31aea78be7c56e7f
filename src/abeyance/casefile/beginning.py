"""The text of a new case file, with what a person needs to know to go on."""

_TEXT = """\
# A case: every fact is a claim of a source.  What nobody says is left out; it is unknown.
case: {case}
# The word by which claims speak of the person; the full name is a claim.
respondent: {respondent}

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
    return _TEXT.format(case=case, respondent=respondent)

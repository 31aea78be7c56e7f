"""What a request for a stay has to prove on paper, whatever its merits."""

from abeyance.casefile.vocabulary import Case, Instruction, Person
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import ON, Bool, months


@provision(
    "need.written-instruction",
    "BIA fact sheet on emergency stay requests (March 2018)",
    "Form I-246, instructions",
    subject=Instruction,
    confidence=Confidence.PROBABLY,
    doubt="the fact sheet was read in a summary only",
)
def instruction_written(case: Case, instruction: Instruction) -> Bool:
    """the day to leave can be shown in writing, as the Board and ICE ask"""
    return instruction.written


@provision(
    "need.passport",
    "Form I-246, instructions",
    subject=Person,
    confidence=Confidence.PROBABLY,
    doubt="ICE counts six months from the end of the stay that is asked for; from the day asked about is the least it takes",
)
def passport_long_enough(case: Case, person: Person) -> Bool:
    """the passport is valid for six months or more from the day asked about, the least that Form I-246 asks"""
    return person.passport_until >= ON + months(6)

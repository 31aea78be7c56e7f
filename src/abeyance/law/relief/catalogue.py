"""Every relief that a brief speaks of, in its order."""

from abeyance.law.relief.adjustment import ADJUST_245A, ADJUST_245I
from abeyance.law.relief.asylum import ASYLUM
from abeyance.law.relief.cancellation import CANCELLATION
from abeyance.law.relief.daca import DACA
from abeyance.law.relief.lpr_cancellation import RESIDENT_CANCELLATION
from abeyance.law.relief.nacara import NACARA
from abeyance.law.relief.registry import REGISTRY
from abeyance.law.relief.reliefs import Relief
from abeyance.law.relief.suspension import SUSPENSION
from abeyance.law.relief.tps import TPS
from abeyance.law.relief.unlawful_presence import WAIVER_601A
from abeyance.law.relief.withholding import CAT_DEFERRAL, CAT_WITHHOLDING, WITHHOLDING

RELIEFS: tuple[Relief, ...] = (
    ASYLUM,
    WITHHOLDING,
    CAT_WITHHOLDING,
    CAT_DEFERRAL,
    CANCELLATION,
    RESIDENT_CANCELLATION,
    SUSPENSION,
    NACARA,
    ADJUST_245A,
    ADJUST_245I,
    WAIVER_601A,
    REGISTRY,
    TPS,
    DACA,
)

"""Every relief that a brief speaks of, in its order."""

from abeyance.law.relief.cancellation import CANCELLATION
from abeyance.law.relief.reliefs import Relief

RELIEFS: tuple[Relief, ...] = (CANCELLATION,)

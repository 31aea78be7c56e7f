"""How many examples the properties are asked of: 3,000 unless ABEYANCE_EXAMPLES says another number.

The usual run asks the same examples every time; another number asks new ones.
"""

import os

from hypothesis import HealthCheck, settings

USUAL = 3_000
EXAMPLES = int(os.environ.get("ABEYANCE_EXAMPLES", USUAL))

settings.register_profile(
    "logic",
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=EXAMPLES == USUAL,
    suppress_health_check=list(HealthCheck),
)

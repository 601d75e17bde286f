"""Times calls of the package; one line each, the seconds of the quickest run and its name.

`cargo bench -p worthwhile-benches --bench python` runs this in turns with the Rust library.
"""

import json
import sys
import timeit
from pathlib import Path

import worthwhile

TEXT = Path(sys.argv[1]).read_text("utf-8")
CASE = json.loads(TEXT)
PLAN = worthwhile.Plan(CASE)
OVERRIDES = {"/person/time/free_hours_per_week": 10.0}
# So little is computed that what the package adds would show.
QUICK = {"scenarios": 64, "levers": False}

STEPS = {
    "assess(text)": lambda: worthwhile.assess(TEXT),
    "assess(dict)": lambda: worthwhile.assess(CASE),
    "assess(dict).question.verdict": lambda: worthwhile.assess(CASE).question.verdict,
    "assess(dict).to_dict()": lambda: worthwhile.assess(CASE).to_dict(),
    "Plan(dict)": lambda: worthwhile.Plan(CASE),
    "plan.assess(overrides=...)": lambda: PLAN.assess(overrides=OVERRIDES),
    "plan.samples()": lambda: PLAN.samples(),
    "quick assess(text)": lambda: worthwhile.assess(TEXT, **QUICK),
    "quick assess(dict)": lambda: worthwhile.assess(CASE, **QUICK),
}

for name, step in STEPS.items():
    print(min(timeit.repeat(step, number=1, repeat=10)), name)

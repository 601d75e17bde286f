"""Cases that hypothesis makes of the schema, judged by the command.

A schema cannot say everything, so most of what it allows is refused: a preset that nobody has, a
range with its ends swapped. Such a case is mended as somebody would who has only the problems that
it was refused with. So both halves of the claim are tried: what the schema allows is accepted, or
refused for what only the reader sees.
"""

import copy
import json
import subprocess
from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis_jsonschema import from_schema
from jsonschema import Draft202012Validator

# What an item needs that overrides none of a preset, and a person to be served at all.
COMPLETE = {
    "Person": ["time", "motivations"],
    "Pursuit": ["preset"],
    "Activity": ["kind", "hours", "per_year"],
    "Benefit": ["category", "strength"],
    "Cost": ["id", "money_per_year"],
}
ROUNDS = 30


def judge(contract, reader_only, worthwhile):
    """Judges cases of the contract and of a narrower one; gives what there was, in words."""
    seen = Counter()
    judged = Judge(contract, reader_only, worthwhile, seen)
    # The generator knows draft 7, and reads the same definitions there.
    plain = small({key: value for key, value in contract.items() if key not in ("$schema", "$id")})
    generate(plain, 20, lambda case: judged.follow(case, "any"))
    generate(familiar(plain), 30, lambda case: judged.follow(case, "familiar"))
    # Each kind is there in numbers, and what is accepted is more than the bare minimum.
    assert seen["accepted at once"] >= 3 and seen["refused"] >= 30, seen
    assert seen["any, accepted in the end"] >= 12, seen
    assert seen["familiar, accepted in the end"] >= 20, seen
    assert len(judged.names) >= 50, sorted(judged.names)
    return (
        f"{seen['made']} cases made, {seen['accepted at once']} accepted as they are, "
        f"{seen['accepted'] - seen['accepted at once']} once mended, "
        f"{seen['refused']} refusals for what only the reader sees, "
        f"{len(judged.names)} different fields in what is accepted"
    )


def generate(schema, count, follow):
    @settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(from_schema(schema))
    def each(case):
        follow(case)

    each()


def small(value):
    """The same with short lists and texts: what is long takes minutes and shows nothing more."""
    if isinstance(value, list):
        return [small(item) for item in value]
    if not isinstance(value, dict):
        return value
    most = {"maxItems": 2, "maxLength": 20, "maxProperties": 3}
    return {
        key: min(inner, most[key]) if key in most and isinstance(inner, int) else small(inner)
        for key, inner in value.items()
    }


def familiar(value):
    """The same with whole items, and only with names that the schema has as examples."""
    if isinstance(value, list):
        return [familiar(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "pattern" in value and "examples" in value:
        return {"enum": value["examples"]}
    narrow = {key: familiar(inner) for key, inner in value.items()}
    if value.get("title") in COMPLETE:
        narrow["required"] = COMPLETE[value["title"]]
    return narrow


class Judge:
    """Asks the command, and mends what is refused."""

    def __init__(self, contract, reader_only, worthwhile, seen):
        self.valid = Draft202012Validator(contract).is_valid
        self.reader_only, self.worthwhile, self.seen = reader_only, worthwhile, seen
        self.names = set()

    def follow(self, case, kind):
        """A case, and what becomes of it when it is mended round by round."""
        self.seen["made"] += 1
        for turn in range(ROUNDS):
            problems = self.problems(case)
            if not problems:
                self.seen["accepted"] += 1
                self.seen["accepted at once"] += turn == 0
                self.seen[f"{kind}, accepted in the end"] += 1
                self.names |= names(case)
                return
            # The last first: what is left out does not move what stands before it.
            for problem in reversed(problems):
                case = self.mended(case, problem)

    def problems(self, case):
        """The errors that the reader finds, none of which the schema should have found."""
        assert self.valid(case), json.dumps(case)[:2000]
        run = subprocess.run(
            [self.worthwhile, "check", "--format", "json", "-"],
            input=json.dumps(case), capture_output=True, text=True, timeout=60,
        )
        problems = json.loads(run.stdout)["problems"]
        errors = [problem for problem in problems if problem["severity"] == "error"]
        assert run.returncode == (3 if errors else 0), run
        codes = {problem["code"] for problem in errors}
        assert codes <= self.reader_only, f"{codes - self.reader_only}: {json.dumps(case)[:2000]}"
        self.seen["refused"] += bool(errors)
        return errors

    def mended(self, case, problem):
        """The case with the least changed that the problem speaks of."""
        return next((other for other in remedies(case, problem) if self.valid(other)), case)


def remedies(case, problem):
    """What could be done about a problem, the least first."""
    code, data = problem["code"], problem.get("data", {})
    way = problem["path"].split("/")[1:]
    found = at(case, way)
    if found is None:
        return
    if code == "no_motivation":
        kept = {key: of for key, of in found.items() if key != "motivation_ranking"}
        yield changed(case, way, {**kept, "motivations": {"altruism": 8}})
    elif code == "incomplete_item" and data["allowed"] == "id":
        yield changed(case, way, {**found, "id": f"own-{way[-1]}"})
    elif code == "empty_pursuit":
        yield changed(case, way, {**found, "costs": [{"money_per_year": 100.0}]})
    elif code == "during_missing":
        yield changed(case, way, {**found, "during": "always"})
    elif code == "incomplete_item" and isinstance(data.get("allowed"), str):
        yield changed(case, way, {**found, data["allowed"]: 0.5})
    elif code == "duplicate_id":
        yield changed(case, way, {**found, "id": data["suggestion"]})
    elif "suggestion" in data:
        yield changed(case, way, data["suggestion"])
    elif isinstance(data.get("allowed"), list):
        yield from (changed(case, way, allowed) for allowed in data["allowed"])
    # Of an estimate that holds no water, one of its numbers.
    inside = found.values() if isinstance(found, dict) else []
    yield from (changed(case, way, part) for part in inside if isinstance(part, float))
    # What cannot be put right is left out, with as little around it as the schema allows.
    for length in range(len(way), 0, -1):
        yield changed(case, way[:length])


def at(case, way):
    """What the way leads to, or nothing: that may be left out by now."""
    for step in way:
        try:
            case = case[int(step) if isinstance(case, list) else step]
        except (KeyError, IndexError):
            return None
    return case


def changed(case, way, *value):
    """A copy with the value at the end of the way, or with nothing there."""
    copied = copy.deepcopy(case)
    inside = at(copied, way[:-1])
    last = int(way[-1]) if isinstance(inside, list) else way[-1]
    if value:
        inside[last] = value[0]
    else:
        del inside[last]
    return copied


def names(value):
    """The names of all fields in a document."""
    if isinstance(value, list):
        return set().union(*map(names, value))
    if not isinstance(value, dict):
        return set()
    return set(value).union(*map(names, value.values()))

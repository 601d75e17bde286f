"""Years of hours, money and unmet needs, and how they merge."""

from dataclasses import dataclass, field

import numpy as np


def is_nothing(number):
    return np.ndim(number) == 0 and number == 0


@dataclass
class Life:
    """A profile: what is not there is 1 of unmet shares and ease, and 0 of the rest."""

    unmet: dict = field(default_factory=dict)
    ease: object = 1.0
    loaded: object = 0.0
    felt: object = 0.0
    rest: object = 0.0
    money: object = 0.0

    @property
    def hours(self):
        return plus(self.loaded, self.rest)


NOTHING = Life()


def plus(one, two):
    """The sum, without a pass over a column where the other is nothing."""
    if is_nothing(one):
        return two
    return one if is_nothing(two) else one + two


def times(one, two):
    """Unmet shares of both."""
    both = dict(one)
    for motive, own in two.items():
        both[motive] = both[motive] * own if motive in both else own
    return both


def merge(one, two):
    if one is NOTHING or two is NOTHING:
        return one if two is NOTHING else two
    return Life(
        unmet=times(one.unmet, two.unmet),
        ease=one.ease if np.ndim(two.ease) == 0 and two.ease == 1 else one.ease * two.ease,
        loaded=plus(one.loaded, two.loaded),
        felt=plus(one.felt, two.felt),
        rest=plus(one.rest, two.rest),
        money=plus(one.money, two.money),
    )

"""Which pairs are made anew when the engine, the model or the glossary has changed."""

from __future__ import annotations

from collections.abc import Callable

from reader.model import Engine, EngineName, Pair, Status

Staleness = Callable[[Pair, Engine], bool]
"""Whether a pair is to be made anew by this engine."""


def never_stale(_pair: Pair, _engine: Engine) -> bool:
    """What is done stands."""
    return False


def is_by_another_model(pair: Pair, engine: Engine) -> bool:
    """Whether a model made the pair and another one is in use now. A gloss takes no model's place."""
    made, now = pair.maker, engine
    if EngineName.GLOSS in (pair.engine, now.name) or pair.status is not Status.TRANSLATED or made is None:
        return False
    return (made.name, made.package, made.version) != (now.name, now.package, now.version)


def is_gloss(pair: Pair, _engine: Engine) -> bool:
    """Whether the pair is word by word, where each word may be the glossary's."""
    return pair.engine is EngineName.GLOSS and pair.status is Status.TRANSLATED

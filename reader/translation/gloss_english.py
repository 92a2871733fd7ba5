"""English word forms: plurals, verb forms and articles for the gloss engine."""

from __future__ import annotations

_VOWELS = "aeiou"

_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "mouse": "mice", "ox": "oxen", "goose": "geese", "life": "lives", "wife": "wives", "knife": "knives",
    "leaf": "leaves", "half": "halves", "thief": "thieves", "wolf": "wolves", "self": "selves", "shelf": "shelves",
    "crisis": "crises", "axis": "axes", "analysis": "analyses", "basis": "bases", "hypothesis": "hypotheses",
    "thesis": "theses",
    "phenomenon": "phenomena", "criterion": "criteria", "datum": "data", "bacterium": "bacteria", "virus": "viruses",
    "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "echo": "echoes", "dead": "dead",
    "casualty": "casualties", "aircraft": "aircraft", "series": "series", "species": "species", "means": "means",
    "sheep": "sheep", "fish": "fish", "media": "media", "people": "people", "police": "police", "headquarters":
    "headquarters", "information": "information", "news": "news", "equipment": "equipment", "personnel": "personnel",
    "mm": "mm", "cm": "cm", "km": "km", "kg": "kg", "centimetre": "centimetres", "percent": "percent",
}  # fmt: skip
_COUNTED_INGS = frozenset(
    ("building", "meeting", "painting", "feeling", "ring", "king", "thing", "wing", "string", "being")
)
_NOUNS_IN_ING = frozenset(
    ("killing", "bombing", "shelling", "hearing", "ruling", "beginning", "morning", "evening", "ending", "warning",
     "finding", "receding", "opening", "gathering", "funding", "training", "fishing", "shooting", "spring",
     "housing", "setting")
)  # fmt: skip
_SUPERLATIVES = {"more": "most", "better": "best", "worse": "worst", "less": "least", "fewer": "fewest"}
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()} | {"people": "people"}

# Base form, past tense, past participle.
_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken
breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst
buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come
cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought
find found found|flee fled fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone|grind ground ground
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held
hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leave left left
lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met
overcome overcame overcome|overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|read read read
rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone
shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|spin spun spun|split split split
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
undergo underwent undergone|understand understood understood|undertake undertook undertaken|uphold upheld upheld
wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound
withdraw withdrew withdrawn|withstand withstood withstood|write wrote written
"""
_PASTS = {
    base: (past, participle)
    for base, past, participle in (entry.split() for entry in _IRREGULAR.replace("\n", "|").split("|") if entry)
}
_DOUBLED = """
admit ban begin bet chat commit compel control cut defer dig drag drop equip expel fit get grab hit incur knit let map
occur omit permit plan plot prefer propel put quit rebel refer regret rid rob rub run scan set shed ship shut sit skip
slip spin split spot stab step stop submit swim tap tip transfer transmit trap trim win wrap
"""
_DOUBLING = frozenset(_DOUBLED.split())
_GIVEN_INFLECTED = {"was": "be", "were": "be", "is": "be", "are": "be", "said": "say", "had": "have"}
_BE = {"past": "was", "pasts": "were", "third": "is", "present": "are", "participle": "been", "ing": "being"}


def plural(noun: str) -> str:
    """The plural of a noun or noun phrase ("site", "act of war"); what is plural already stays as it is."""
    head, of, rest = noun.partition(" of ")
    before, space, word = head.rpartition(" ")
    return before + space + _plural_word(word) + of + rest


def _plural_word(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if word in _SINGULARS or is_plural(word) or (word.endswith("ing") and word not in _COUNTED_INGS):
        return word
    if word.endswith("man") and word not in ("human", "german", "roman", "ottoman", "shaman", "talisman"):
        return word[:-3] + "men"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def is_plural(noun: str) -> bool:
    """Whether the phrase looks plural by its form."""
    word = noun.partition(" of ")[0].rpartition(" ")[2]
    if word in _SINGULARS:
        return True
    if word.endswith("men") and len(word) > 5 and word not in ("specimen", "regimen", "acumen", "abdomen"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "ness", "news"))


def singular(noun: str) -> str:
    """The singular of a noun or noun phrase."""
    head, of, rest = noun.partition(" of ")
    before, space, word = head.rpartition(" ")
    if word in _SINGULARS:
        word = _SINGULARS[word]
    elif is_plural(word):
        if word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif word.endswith(("sses", "xes", "ches", "shes", "zzes")):
            word = word[:-2]
        else:
            word = word[:-1]
    return before + space + word + of + rest


def superlative(comparative: str) -> str:
    """The superlative for a comparative ("faster", "more important"), empty for any other word."""
    first, space, rest = comparative.partition(" ")
    if first in _SUPERLATIVES:
        return _SUPERLATIVES[first] + space + rest
    return first[:-2] + "est" if first.endswith("er") and not rest else ""


def gerund_of(noun: str) -> bool:
    """Whether the noun is a verbal one that takes its object without "of" ("securing")."""
    return noun.endswith("ing") and noun not in _NOUNS_IN_ING and noun not in _COUNTED_INGS


def verb(phrase: str, form: str) -> str:
    """The verb phrase ("carry out", "be written") with its first word in the form wanted: "base", "third" (he, it),
    "present" (they), "past" (he, it), "pasts" (they), "participle" or "ing"."""
    first, space, rest = phrase.partition(" ")
    first = _GIVEN_INFLECTED.get(first, first)
    if first == "be":
        return _BE.get(form, "be") + space + rest
    return _verb_word(first, form) + space + rest


def _verb_word(word: str, form: str) -> str:
    if form in ("base", "present") or not word:
        return word
    if form == "third":
        if word in ("do", "go"):
            return word + "es"
        return "has" if word == "have" else _plural_word(word) if not word.endswith("s") else word + "es"
    if form == "ing":
        if word.endswith("ie"):
            return word[:-2] + "ying"
        if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
            return word[:-1] + "ing"
        return _doubled(word) + "ing"
    if word in _PASTS:
        return _PASTS[word][1 if form == "participle" else 0]
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _doubled(word: str) -> str:
    return word + word[-1] if word in _DOUBLING else word


def indefinite_article(following: str) -> str:
    """ "a" or "an", by the letter the next word begins with."""
    word = following.lower()
    if word.startswith(("uni", "use", "usu", "euro", "one", "u.s", "uk", "un ")):
        return "a"
    return "an" if word[:1] in _VOWELS or word.startswith(("hour", "honest", "honour", "honor", "heir")) else "a"


def stem(word: str) -> str:
    """A rough key under which the forms of one word fall together ("carried" and "carries", "sites" and "site")."""
    word = _BASES.get(word, singular(word))
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word.removesuffix(ending)
            if word[-1] == word[-2]:
                word = word[:-1]
            break
    return word.removesuffix("e").removesuffix("i").removesuffix("y")


_BASES = {form: base for base, forms in _PASTS.items() for form in forms}
_BASES |= {"is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "has": "have", "does": "do", "goes": "go"}

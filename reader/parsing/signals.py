"""What the wording of a single line says for or against it being furniture, a byline, a caption and so on.

Every function looks at one line alone and gives weights that add up with others: about 1 is a hint, 2 a likelihood, 4
as good as certain. Where the line stands among its neighbours is weighed in ``sheet``, ``head`` and ``body``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.arabic.folding import fold, fold_with_map
from reader.parsing import vocabulary as v
from reader.parsing.clauses import names_no_one

if TYPE_CHECKING:
    from reader.parsing.lines import Line

_FONT_WIDGET = re.compile(
    r"(?:(?:[+\-−–±]\s*(?:[aAtT]|[أاآع])|(?:[aAtT]|[أاآع])\s*[+\-−–±]{1,2}|[aAأ]{1,3}|(?:[aAأ]\s+){1,3}[aAأ])"
    r"[\s|/،,]*)+",
)
_ADDRESS = re.compile(r"(?:https?://|www\.|(?:t|wa)\.me/|(?:fb|youtu|bit)\.\w+/)\S+|(?<!\S)\S+@\S+\.\w+", re.IGNORECASE)
_HASHTAGS = re.compile(r"(?:#[\w_]+[\s،,|]*)+")
_HANDLE = re.compile(r"@[\w.]+")
_IMAGE_FILE = re.compile(
    r"[^\n<>|]{1,160}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|jfif|heic)(?:\?\S*)?", re.IGNORECASE
)
_COUNTER = re.compile(
    r"[\d.,٬]+\s*(?:k|m|ألف|الف)?\s*(?:مشاهدة|مشاهده|مشاهدات|قراءة|تعليق|تعليقات|تعليقا|اعجاب|إعجاب|زيارة|متابع|مشترك|"
    r"views?|comments?|shares?|likes?|reposts?|retweets?|followers?|subscribers?|vues?|commentaires?)",
    re.IGNORECASE,
)
_REACTIONS = re.compile(r"(?:[^\w\s\d.,:/%+-]+\s*[\d.,]+\s*[kKmM]?\s*)+")
"""Emoji with how many chose each."""
_FOLLOW = re.compile(r"تابع(?:و?نا|وا|ي|ونا)?\s.*\b(?:علي|عبر|في)\b")
_LIST_MARK = re.compile(r"list of \d+ items?|list \d+ of \d+|end of list")
"""What a screen reader is told about a list."""
_ISSUE = re.compile(r"(?:^|[-–|،,])\s*العدد:? \d+\s*(?:$|[-–|،,(])")
_READING_TIME = re.compile(
    r"(?:قراءه|read)\b.*\b\d+ (?:دقيقه|دقايق|دقيقتان|min)|\b\d+ ?(?:دقيقه|دقايق|min)\w* (?:ل?ل?قراءه|read)"
)
_CRUMB_STEP = re.compile(r"\s*[>›»⟩→←\\/|•]\s*|\s+-\s+")
_CRUMB_LEAD = re.compile(r"^(?:أنت هنا|انت هنا|you are here)\s*:?\s*", re.IGNORECASE)
_AGE = re.compile(r"\d{1,2}\s?(?:h|m|d|w|hrs?|mins?|س|د|ي)(?:\s*[·•]\W*)?", re.IGNORECASE)
_TRAILING_CREDIT = re.compile(
    r"\W(?:photo|photos|credit|credits|crédits?|تصوير|عدسه)\s*[:/]\s*.{2,40}$"
    r"|\s(?:reuters|afp|ap|epa|getty(?: images)?|anadolu)$|\W(?:(?:ال)?صوره من (?:ال)?ارشيف|صوره ارشيفيه)\W*$"
)
_CLOSED_CREDIT = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\s*\.?$")
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_HOUR = r"\d{1,2}:\d{2}(?::\d{2})?\s*(?:[صم]|[ap]\.?m\.?)?"
_WHATSAPP = re.compile(
    rf"[\[(]?\s*(?:{_DAY}\s*[،,]?\s*{_HOUR}|{_HOUR}\s*[،,]\s*{_DAY})\s*[\])]?\s*[-–]?\s*"
    r"[^:،.\n]{1,40}:\s*",
    re.IGNORECASE,
)
_CHAT_SYSTEM = re.compile(
    r"[\[(]?\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s*[،,]\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[صم]|[ap]\.?m\.?)?\s*[\])]?\s+[-–]\s+"
    r"(?=.*(?:encrypted|مشفرة))",
    re.IGNORECASE,
)
_TICKER = re.compile(r"\W*(?:\d{1,2}:\d\d\s+\w|(?:خبر )?عاجل\s*[|:\-–]|breaking\s*[|:\-–])")
_TELEGRAM = re.compile(
    r"[^\n\[\]]{1,40},?\s*\[\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*[,،]?\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?\s*\]:?"
)
_LABEL_END = r"\s*(?P<mark>(?:\.{2,}|…|[:|\-–—>»←/،؛!؟\])*]|\.)*)\s*"
_QUOTED = re.compile("^[\"“«„‹'](?P<inside>.+)[\"”»“›'][.،؟!]?$")


@dataclass(frozen=True, slots=True)
class Finding:
    """A weight, and the reason that is told when it decides."""

    weight: float
    reason: str


HEADLINE_LABELS = {("شاهد",), ("شاهدوا",)}
"""Labels of related headlines that open an article's own headline as well."""
NOTHING = Finding(0.0, "")
NUMBER_ALONE = "number alone"
LIST_MARK = "list mark"


def _coverage(line: Line, words: frozenset[str]) -> tuple[float, int]:
    """The share of the line's words that are among ``words`` or say nothing either way, and how many are among them."""
    own = [token for token in line.tokens if token in words]
    neutral = [token for token in line.tokens if token in v.GLUE or token.isdecimal()]
    covered = len(own) + sum(1 for token in neutral if token not in words)
    return (covered / len(line.tokens) if line.tokens else 0.0), len(own)


def furniture(line: Line) -> Finding:
    """How much the wording speaks for page furniture.

    A line wholly made of a widget's words is one; a phrase of such wording counts in a short line, less the longer the
    line and when it ends as a sentence does.
    """
    if not line.tokens or not line.has_letters:
        if _FONT_WIDGET.fullmatch(line.text):
            return Finding(4.0, "font widget")
        if line.words <= 12 and any(ord(c) > 0x2190 for c in line.text) and _REACTIONS.fullmatch(line.text):
            return Finding(4.0, "counter")
        digits = any(character.isdigit() for character in line.text)
        return Finding(1.5, NUMBER_ALONE) if digits else Finding(4.0, "ornament")
    if line.words > 40:
        return NOTHING
    best = _by_shape(line)
    for reason, words in v.WIDGET_WORDS.items():
        covered, own = _coverage(line, words)
        if own and covered == 1.0 and len(line.tokens) <= 12:
            best = _stronger(best, Finding(4.0 if own > 1 or len(line.tokens) == 1 else 2.5, reason))
        elif own >= 2 and covered >= 0.6 and line.words <= 10:
            best = _stronger(best, Finding(2.5, reason))
    for reason, phrases in v.WIDGET_PHRASES.items():
        found = [(place, phrase) for phrase in phrases if (place := _find(line.folded, phrase)) >= 0]
        if not found:
            continue
        share = min(1.0, sum(len(phrase.split()) for _, phrase in found) / max(len(line.tokens), 1))
        if reason in v.NAMES and share < 0.6:
            continue
        weight = 2.0 + 2.0 * share + (0.7 if min(found)[0] <= 12 else 0.0)
        if reason not in v.NOTICES:
            weight -= 0.09 * max(line.words - 8, 0) + (1.2 if line.stops and line.words > 8 else 0.0)
        best = _stronger(best, Finding(weight, reason))
    return best


def _by_shape(line: Line) -> Finding:
    """Furniture that is known by its shape rather than by its words."""
    text = line.text
    bare = _FONT_WIDGET.sub(" ", text).strip(" :|/-،,")
    if _FONT_WIDGET.search(text) and (not bare or fold(bare) in v.WIDGET_PHRASES["font widget"]):
        return Finding(4.0, "font widget")
    if line.words <= 14 and _HASHTAGS.fullmatch(text):
        return Finding(3.5 if text.count("#") > 1 else 2.5, "tags")
    if _ADDRESS.fullmatch(text):
        return Finding(3.5, "address")
    if line.words <= 7 and _ADDRESS.search(text):
        return Finding(2.4, "address")
    if line.words <= 3 and _HANDLE.fullmatch(text):
        return Finding(2.2, "address")
    if (
        line.words <= 8
        and _FOLLOW.match(line.folded)
        and any(token in v.WIDGET_WORDS["share button"] for token in line.tokens[2:])
    ):
        return Finding(3.0, "follow us")
    if line.words <= 4 and "°" in text:
        return Finding(3.0, "weather")
    if line.words <= 8 and _LIST_MARK.fullmatch(line.folded):
        return Finding(4.0, LIST_MARK)
    if line.words <= 12 and _ISSUE.search(line.folded) and not line.stops:
        return Finding(2.4, "masthead")
    if line.words <= 4 and _AGE.fullmatch(text):
        return Finding(3.5, "relative time, no date")
    if line.words <= 4 and _COUNTER.fullmatch(line.text.strip("()[] ")):
        return Finding(4.0, "counter")
    if line.words <= 6 and _READING_TIME.search(line.folded):
        return Finding(4.0, "reading time")
    if line.tokens and line.tokens[0] in v.COMMENT_WORDS and len(line.tokens) <= 3 and _is_number(line.tokens[1:]):
        return Finding(3.5, "comment widget")
    if line.tokens and line.tokens[0] in v.TAG_LABELS and (len(line.tokens) == 1 or ":" in text[:14]):
        return Finding(4.0, "tags")
    if _is_breadcrumb(line):
        return Finding(3.5, "breadcrumb")
    return NOTHING


def _is_number(tokens: tuple[str, ...]) -> bool:
    return all(token.isdecimal() for token in tokens)


def _is_breadcrumb(line: Line) -> bool:
    """ "الرئيسية > أخبار > سوريا": short steps, the first of them home, or arrows between three and more."""
    steps = [step for step in _CRUMB_STEP.split(_CRUMB_LEAD.sub("", line.text)) if step.strip()]
    if len(steps) < 2 or line.stops or any(len(step.split()) > 5 for step in steps[:-1]):
        return False
    if fold(steps[0]).strip() in {"الرييسيه", "home", "الصفحه الرييسيه"}:
        return True
    arrows = sum(line.text.count(arrow) for arrow in ">›⟩")
    return arrows == len(steps) - 1 and len(steps) >= 3


def _stronger(one: Finding, other: Finding) -> Finding:
    return other if other.weight > one.weight else one


def _find(folded: str, phrase: str) -> int:
    """Where the phrase stands in the line, not as the inside of a longer word; -1 where it does not."""
    place = folded.find(phrase)
    end = place + len(phrase)
    before = place - 1 if folded[max(place - 1, 0) : place] in {"و", "ف"} else place  # a conjunction is no part of it
    if place < 0 or folded[max(before - 1, 0) : before].isalnum():
        return -1
    return -1 if folded[end : end + 1].isalnum() and phrase[-1].isalnum() else place


def image_file(line: Line) -> bool:
    """Whether the line names a picture's file."""
    return line.words <= 8 and _IMAGE_FILE.fullmatch(line.text) is not None


def split_label(
    line: Line, labels: tuple[str, ...], needs_mark: frozenset[str] = frozenset()
) -> tuple[str, str] | None:
    """The label at the line's beginning and what follows it, each in the line's spelling; None where none is.

    A label in ``needs_mark`` counts only with punctuation after it. What follows may be empty.
    """
    folded, offsets = fold_with_map(line.text[:120])
    lead = len(folded) - len(folded.lstrip(" \"'«[(*•-–|<>»◾▪🔹🔴📌"))
    for label in labels:
        if not folded.startswith(label, lead) or folded[lead + len(label) : lead + len(label) + 1].isalnum():
            continue
        end = re.compile(_LABEL_END).match(folded, lead + len(label))
        if end is None or (label in needs_mark and not end["mark"] and end.end() < len(folded)):
            continue
        # A label that ends its line takes the whole of it, closing brackets too.
        cut = offsets[end.end()] if end.end() < len(folded) or len(line.text) > 120 else len(line.text)
        rest = line.text[cut:]
        if not re.search(r"\w", rest):
            return line.text, ""
        return line.text[:cut].rstrip(), rest
    return None


def related(line: Line) -> tuple[str, str] | None:
    """The label and the headline of a "read also" line; the headline is empty where the label stands alone."""
    parts = split_label(line, v.READ_ALSO, v.NEEDS_MARK)
    if parts is None:
        return None
    headline = parts[1]
    if headline and (len(headline.split()) > 30 or (line.words > 20 and line.stops)):
        return None
    return parts


def byline_label(line: Line) -> tuple[str, str] | None:
    """The label and the name of a byline that says it is one."""
    if line.words > 12 or (line.stops and line.words > 8):
        return None
    parts = split_label(line, v.BYLINE_LABELS, frozenset(v.BYLINE_LABELS) - v.BARE_LABELS)
    return parts if parts and parts[1] else None


def byline(line: Line) -> float:
    """How much the wording speaks for a byline: a label before a name, an agency, a place with an agency."""
    if line.words > 12 or line.is_prose:
        return 0.0
    weight = 0.0
    label = byline_label(line)
    if label:
        named = len(label[1].split()) <= 4 and not names_no_one(type(line)(line.number, label[1]))
        weight += 3.0 if label[0].rstrip().endswith((":", "/", "-", "|")) else 2.2 if named else 0.5
    head = line.text.replace(" ـ ", " - ").rpartition(" - ")[0]
    if head and len(head.split()) >= 4:
        return weight  # an agency behind a dash is a caption's credit where a whole clause stands before it
    sure = any(token in v.AGENCIES for token in line.tokens) or re.search(v.AGENCY_PATTERN, line.folded) is not None
    agencies = [token for token in line.tokens if token in v.AGENCIES or token in v.MAYBE_AGENCIES]
    if sure or agencies:
        weight += (2.0 if sure else 0.8) if line.words <= 8 else 0.5
        beside_place = line.words <= 8 and re.search(r"\s[-–—]|[-–—]\s|/|\||\+", line.text)
        if beside_place or (len(line.tokens) == len(agencies) and line.words <= 3):
            weight += 1.5
    if _HANDLE.search(line.text) and line.words <= 6:
        weight += 1.0
    if line.text.endswith(":") or line.stops:
        weight -= 1.5
    return weight


def credit_label(line: Line) -> tuple[str, str] | None:
    """The label and the text of a caption or an image credit that says it is one."""
    if line.words > 45:
        return None
    parts = split_label(line, v.CREDIT_LABELS, frozenset(v.CREDIT_LABELS))
    return parts if parts and parts[1] else None


def caption(line: Line) -> float:
    """How much the wording speaks for a picture's caption: a credit in brackets at its end, or a label."""
    if line.words > 45:
        return 0.0
    weight = 0.0
    if credit_label(line):
        weight += 3.0
    if line.words > 3 and _TRAILING_CREDIT.search(line.folded):
        weight += 3.0
    closing = _CLOSED_CREDIT.search(line.text)
    head, _, tail = line.text.rpartition(" - ")
    if len(head.split()) >= 4 and tail and all(token in v.CREDITS for token in fold(tail).split()):
        weight += 3.0
    if closing and len(line.text[: closing.start()].split()) > 2:
        tokens = fold(closing[1]).replace("/", " ").split()
        known = any(token.strip(".-،") in v.CREDITS for token in tokens) or re.search(
            v.AGENCY_PATTERN, fold(closing[1])
        )
        weight += 3.0 if known else 1.0
    if line.stops and not closing:
        weight -= 0.5
    return weight


def has_credit(line: Line) -> bool:
    """Whether a caption ends in its credit already."""
    return _CLOSED_CREDIT.search(line.text) is not None


def is_credit(line: Line) -> bool:
    """Whether the line is a credit alone: "(رويترز)", "Getty Images", "تصوير: فلان"."""
    if line.words > 6 or line.stops:
        return False
    tokens = [token for token in line.tokens if token not in v.GLUE]
    if tokens and all(token in v.CREDITS for token in tokens):
        return True
    label = credit_label(line)
    return label is not None and line.words <= 6 and not fold(label[0]).startswith(("صوره", "الصوره", "التعليق"))


def ticker(line: Line) -> bool:
    """Whether the line is one of a news ticker: a time of day, or the word for "breaking", before a headline."""
    return line.words > 3 and _TICKER.match(line.folded) is not None


def opens_key_points(line: Line) -> bool:
    """Whether the line is the label over a list of what matters in the article."""
    return line.words <= 5 and line.folded.rstrip(" :") in v.KEY_POINTS


def chat_header(line: Line) -> tuple[str, str] | None:
    """The header of a forwarded chat message ("[24/2/2021, 07:13] Amal:") and the message after it, which may be
    empty."""
    match = _WHATSAPP.match(line.text) or _TELEGRAM.fullmatch(line.text) or _CHAT_SYSTEM.match(line.text)
    if match is None:
        return None
    return line.text[: match.end()].rstrip(), line.text[match.end() :]


def quotation(line: Line) -> bool:
    """Whether the whole line stands in one pair of quotation marks."""
    match = _QUOTED.match(line.text)
    if match is None or line.words < 5:
        return False
    inside = match["inside"]
    return not any(mark in inside for mark in '"“”«»') or inside.count("«") == inside.count("»") > 0

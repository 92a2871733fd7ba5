"""Roots out of a dictionary of stems written as the analyser's is: by headings, by groups, and where there is none."""

from __future__ import annotations

import pytest

from reader.arabic.lexicon_roots import Roots

DICTIONARY = """; a comment
;--- Hkm
;; Hakam-u_1
Hkm\tHakam\tPV\tgovern
Hkm\tHokum\tIV\tgovern
;; muHAkamap_1
mHAkm\tmuHAkam\tNapAt\ttrial
;
;; Hukuwmap_1
Hkwm\tHukuwm\tNapAt\tgovernment
;; Hakawati_1
Hkwty\tHakawati\tN\tstoryteller
;
;; baraz-u_1
brz\tbaraz\tPV\tappear
;; mubAriz_1
mbArz\tmubAriz\tNall\tcompetitor
;
;--- Hd
;; Had~-u_1
Hd\tHad~\tPV\tlimit
;; Huduwd_1
Hdwd\tHuduwd\tN\tborders
;
;--- rAs
;; ra>as-a_1
r>s\tra>as\tPV\thead
;; ra}iys_1
r}ys\tra}iys\tN/ap\tpresident
;; rAbAyiyt$_1
rAbAyyt$\trAbAyiyt$\tN0\tRabaitsch
;
;--- dnw/y
;; danA-u_1
dnA\tdanA\tPV\tbe near
;
;--- $fw
;; $afaY_1
$fY	$afaY	PV	heal
;; $ifA'_1
$fA'	$ifA'	N	healing
;
;--- trk(2) "Turkey"
;; tar~ak_1
trk\ttar~ak\tPV\tmake Turkish
;
;--- wfq
;; wafiq-i_1
wfq\twafiq\tPV\tbe right
;; {it~ifAq_1
AtfAq\t{it~ifAq\tN/At\tagreement
;
;--- krl
;; kArol_1
kArl\tkArol\tN0\tKarl
"""


@pytest.fixture(scope="module")
def roots() -> Roots:
    return Roots(DICTIONARY.split("\n"))


@pytest.mark.parametrize(
    ("lemma", "root"),
    [
        ("Hakam-u_1", "Hkm"),
        ("muHAkamap_1", "Hkm"),
        ("Hukuwmap_1", "Hkm"),
        ("mubAriz_1", "brz"),
        ("Had~-u_1", "Hdd"),
        ("Huduwd_1", "Hdd"),
        ("ra}iys_1", "rAs"),
        ("danA-u_1", "dnw"),
        ("$ifA'_1", "$fy"),
        ("tar~ak_1", "trk"),
        ("{it~ifAq_1", "wfq"),
    ],
)
def test_a_lemma_has_the_root_of_its_heading_or_of_the_plain_verb_beside_it(
    roots: Roots, lemma: str, root: str
) -> None:
    assert roots.of(lemma) == root


@pytest.mark.parametrize("lemma", ["Hakawati_1", "rAbAyiyt$_1", "kArol_1", "no such lemma"])
def test_what_cannot_be_of_the_root_it_stands_under_or_stands_under_no_verbs_has_none(roots: Roots, lemma: str) -> None:
    assert roots.of(lemma) is None

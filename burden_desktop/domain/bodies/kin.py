"""Records that may be one family (同件): what one is to the other, and the evidence; a person decides."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..texts import Sentence, label


class Relation(StrEnum):
    """What the proposed record is to the one that was asked about."""

    SAME = "same"
    REISSUE = "reissue"
    FORWARDING = "forwarding"
    LAYERED = "layered"


RELATIONS: Final = {
    Relation.SAME: label("同一份文件"),
    Relation.REISSUE: label("重发或更正"),
    Relation.FORWARDING: label("转发"),
    Relation.LAYERED: label("层层开会"),
}


@dataclass(frozen=True, slots=True)
class Kin:
    """`number` is the record proposed; `evidence` says why, a sentence each."""

    number: str
    title: str
    relation: Relation
    evidence: tuple[Sentence, ...]

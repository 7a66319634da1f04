"""What the verifier says of a file: separate answers first, then one verdict."""

from dataclasses import dataclass

from ..texts import Sentence


@dataclass(frozen=True, slots=True)
class Verdict:
    """`intact`: signature and digest hold. `whole_file`: the signature covers every byte. `trusted`: signed with
    the certificate pinned for the point. `accepted` only if all hold and nothing stands in `reasons`."""

    file: str
    accepted: bool
    intact: bool
    whole_file: bool
    trusted: bool
    signer: str | None = None
    point: str | None = None
    month: str | None = None
    revision: int | None = None
    signed_at: str | None = None
    chain_head: str | None = None
    notices: tuple[Sentence, ...] = ()
    reasons: tuple[Sentence, ...] = ()

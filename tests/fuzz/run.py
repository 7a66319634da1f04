"""`python -m tests.fuzz.run TARGET [CASES]`: coverage-guided by atheris where it is installed, else by seeded mutation.

A case that raises an unnamed exception, or takes more than SECONDS, ends the run with the bytes in out/fuzz/.
"""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .targets import TARGETS, Target

SECONDS: Final = 5.0
LONGEST: Final = 2_000  # bytes
OUT: Final = Path("out/fuzz")


def mutated(seeds: tuple[bytes, ...], cases: int, seed: int) -> Iterator[bytes]:
    """Bytes changed, cut out, doubled, spliced and strewn in; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(cases):
        content = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(content) + 1)
            match chance.randrange(5):
                case 0 if content:
                    content[at % len(content)] = chance.randrange(256)
                case 1:
                    del content[at : at + chance.randint(1, 9)]
                case 2:
                    content[at:at] = content[at : at + chance.randint(1, 30)]
                case 3:
                    other = chance.choice(seeds)
                    start = chance.randrange(len(other))
                    content[at:at] = other[start : start + chance.randint(1, 40)]
                case _:
                    content[at:at] = chance.randbytes(chance.randint(1, 20))
        yield bytes(content[:LONGEST])


def tried(target: Target, content: bytes) -> None:
    """Run one case. Raises what it raises, and TimeoutError when it took too long."""
    begun = time.process_time()
    target.run(content)
    if time.process_time() - begun > SECONDS:
        raise TimeoutError(f"{time.process_time() - begun:.1f} s")


def by_mutation(target: Target, cases: int, seed: int) -> int:
    """How many cases were run. A failing one is kept in OUT and raises."""
    for number, content in enumerate(mutated(target.seeds, cases, seed)):
        try:
            tried(target, content)
        except BaseException:
            OUT.mkdir(parents=True, exist_ok=True)
            (OUT / f"failed-{seed}-{number}").write_bytes(content)
            raise
    return cases


def by_coverage(name: str, target: Target, cases: int) -> None:
    """Never returns: libFuzzer ends the process, with 0 when all cases passed."""
    import atheris  # type: ignore[import-not-found,unused-ignore]  # only where it is installed

    corpus = OUT / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(content)
    atheris.instrument_all()
    atheris.Setup(
        [sys.argv[0], f"-runs={cases}", f"-max_len={LONGEST}", "-timeout=10", f"-artifact_prefix={OUT}/failed-{name}-", "-print_final_stats=1", str(corpus)],
        lambda content: tried(target, content),
    )
    atheris.Fuzz()


def main() -> None:
    name = sys.argv[1]
    target = TARGETS[name]
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else target.long
    try:
        import atheris  # noqa: F401
    except ImportError:
        print(f"{name}: {by_mutation(target, cases, seed=int(time.time()))} cases by mutation, none failed")
        return
    by_coverage(name, target, cases)


if __name__ == "__main__":
    main()

"""Writes resources/letters/ anew from pypinyin: run by hand when that library brings new words, never by the program.

The program itself goes without the library: its dictionary costs 0.2 s and 60 MB in one piece, during which the window
would stand still, and nothing but the first letter of each syllable is wanted.
"""

from collections import defaultdict
from pathlib import Path
from typing import Final

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS

FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "letters"


def letters_of(text: str) -> str:
    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER, errors="default")).lower()


def main() -> None:
    of: dict[str, str] = {}
    for code in sorted(PINYIN_DICT):
        letter = letters_of(chr(code))[:1]
        if letter and letter != chr(code):
            of[chr(code)] = letter
    by_letter: dict[str, list[str]] = defaultdict(list)
    for character, letter in of.items():
        by_letter[letter].append(character)
    plain, odd = [], []
    for phrase in sorted(PHRASES_DICT):
        if len(phrase) < 2 or not RE_HANS.fullmatch(phrase):
            continue
        letters = letters_of(phrase)
        if len(letters) != len(phrase) or letters == "".join(of.get(character, character) for character in phrase):
            plain.append(phrase)
        else:
            odd.append(f"{phrase} {letters}")
    FOLDER.mkdir(exist_ok=True)
    lines = [letter + "".join(by_letter[letter]) for letter in sorted(by_letter)]
    for name, written in (("characters.txt", lines), ("words.txt", plain), ("readings.txt", odd)):
        (FOLDER / name).write_text("\n".join(written) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""How far a file to be written may take the place of another."""

from enum import Enum


class Over(Enum):
    """What the new file may take the place of. A file with the very same content is left as it is in any case."""

    NOTHING = "nothing"
    EARLIER = "earlier"
    """What the program wrote there before, unsigned and unchanged since."""
    ASKED = "asked"
    """Any file: whoever named the place was asked, or said so. Not what is never replaced."""

"""The text of a saved web page or of a mail, as its reader sees it: no scripts, no attachments, nothing fetched."""

import email
import email.policy
import re
from html.parser import HTMLParser
from typing import Final

from ...domain.errors.reading import UnreadableFile
from ...domain.texts import say
from .encoding import decode

_BLOCKS: Final = frozenset(["p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "section", "article", "header", "footer", "ul", "ol", "dl", "dt", "dd", "title", "hr", "pre"])
_UNSEEN: Final = frozenset({"script", "style", "head", "noscript", "template", "select", "nav"})
_OFFICE_MARK: Final = re.compile(r"<!\[[^>\]]{0,200}\]?>")  # <![if !supportLists]> of pages saved by Word
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.words.append("\n")
        elif tag in ("td", "th"):
            self.words.append("\t")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(re.sub(r"[ \t\r\n]+", " ", data))


def html_text(markup: str) -> str:
    """Block by block a line, cells kept apart by tabs."""
    reader = _Words()
    reader.feed(_OFFICE_MARK.sub("", markup))
    reader.close()
    lines = (line.strip(" ") for line in "".join(reader.words).split("\n"))
    return "\n".join(line.strip("\t") for line in lines if line.strip())


def html_file_text(name: str, content: bytes) -> str:
    """Raises UnreadableFile when the page is broken or in an unknown encoding."""
    try:
        return html_text(_page(content))
    except UnicodeDecodeError as error:
        raise UnreadableFile(file=name, detail=say("文字编码无法识别")) from error
    except AssertionError as error:  # how the standard parser says that a mark is none
        raise UnreadableFile(file=name, detail=say("文件已损坏")) from error


def _page(content: bytes) -> str:
    told = _CHARSET.search(content[:2048])
    if told:
        try:
            return content.decode(told[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # the page is wrong about itself
    return decode(content)


def mail_text(name: str, content: bytes) -> str:
    """The body; attachments are files of their own. Raises UnreadableFile as `html_file_text`."""
    try:
        return _mail(content)
    except UnicodeDecodeError as error:
        raise UnreadableFile(file=name, detail=say("文字编码无法识别")) from error
    except (AssertionError, LookupError, ValueError, TypeError, AttributeError) as error:  # the mail package on broken heads
        raise UnreadableFile(file=name, detail=say("文件已损坏")) from error


def _mail(content: bytes) -> str:
    message = email.message_from_bytes(content, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    if body is None:
        return str(message.get("subject", ""))
    packed = body.get_payload(decode=True)
    words = decode(packed) if isinstance(packed, bytes) else ""
    return words if body.get_content_type() == "text/plain" else html_text(words)

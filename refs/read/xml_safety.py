"""XML read with nothing fetched, no entity expanded, and bounds on size and depth."""

from __future__ import annotations

from html.entities import html5
from typing import TYPE_CHECKING, Any

from refs.errors import DamagedFile, InputError, TooLarge, reason_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_XML_BYTES = 100_000_000
MAX_MARKS = 3_000_000
"""Tags, and attributes, that a file may have; each takes a hundred bytes of memory."""
MAX_ENTITIES = 2_000
"""More declared entities than any journal's own set of characters."""
MAX_ENTITY_LENGTH = 64


def parse_xml(data: bytes, name: str, *, recover: bool = False) -> _Element:
    """Return the root element of an XML file.

    Character entities of HTML and those that the file itself declares as a short text are put in;
    nothing outside the file is ever read. With ``recover`` a file that is not well-formed gives what
    could be read of it.

    Raises:
        TooLarge: more than ``MAX_XML_BYTES`` or ``MAX_MARKS``, or nested deeper than 256.
        InputError: it declares entities within entities, as only an attack does.
        DamagedFile: it is not well-formed.
    """
    from lxml import etree

    if len(data) > MAX_XML_BYTES:
        limit = MAX_XML_BYTES // 1_000_000
        raise TooLarge(f"{name}: {len(data):,} bytes of XML are more than {limit} MB; hand in a smaller part")
    refuse_crowded(data, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
        recover=recover,
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = str(error)
        if "epth" in message:  # NOTE: "Excessive depth in document: 256 use XML_PARSE_HUGE option"
            raise TooLarge(f"{name}: elements are nested deeper than 256; flatten the file") from error
        if "amplification" in message:  # NOTE: "Maximum entity amplification factor exceeded"
            raise InputError(
                f"{name}: declares XML entities that grow without bound; "
                "remove the DOCTYPE and hand the file in again"
            ) from error
        raise DamagedFile(
            f"{name}: not well-formed XML ({reason_of(error)}); export the file again"
        ) from error
    if root is None:
        raise DamagedFile(f"{name}: holds no XML element; export the file again")
    element: _Element = root
    _put_in_entities(element, name)
    return element


def refuse_crowded(data: bytes, name: str) -> None:
    """Raise TooLarge for markup with more than ``MAX_MARKS`` tags or attributes."""
    if data.count(b"<") > MAX_MARKS or data.count(b"=") > MAX_MARKS:
        raise TooLarge(f"{name}: more than {MAX_MARKS:,} tags or attributes; hand in a smaller part")


def _put_in_entities(root: _Element, name: str) -> None:
    """Replace entity nodes by their characters, in place; an unknown one keeps its printed form."""
    from lxml import etree

    declared = _declared_entities(root, name)
    for node in list(root.iter(etree.Entity)):
        entity: Any = node
        text = declared.get(entity.name) or html5.get(f"{entity.name};") or entity.text or ""
        _replace_by_text(node, text)


def _declared_entities(root: _Element, name: str) -> dict[str, str]:
    """Return the short texts that the file declares entities for.

    >>> from lxml import etree
    >>> parser = etree.XMLParser(resolve_entities=False)
    >>> root = etree.fromstring('<!DOCTYPE a [<!ENTITY eacute "é">]><a>&eacute;</a>', parser)
    >>> _declared_entities(root, "a.xml")
    {'eacute': 'é'}
    """
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is None:
        return {}
    entities: dict[str, str] = {}
    for number, entity in enumerate(dtd.iterentities()):
        content = entity.content or ""
        if number >= MAX_ENTITIES or len(content) > MAX_ENTITY_LENGTH or "&" in content.replace("&#", ""):
            raise InputError(
                f"{name}: declares XML entities ({entity.name}) that could grow without bound; "
                "remove the DOCTYPE and hand the file in again"
            )
        entities[entity.name] = content
    return entities


def _replace_by_text(node: _Element, text: str) -> None:
    """Put a text, with the node's tail, in the node's place."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    text += node.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    node.tail = None
    parent.remove(node)


def local_name(element: _Element) -> str:
    """Return an element's name without its namespace.

    >>> from lxml import etree
    >>> local_name(etree.fromstring('<p xmlns="http://www.tei-c.org/ns/1.0"/>'))
    'p'
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def plain_text(element: _Element) -> str:
    """Return all text inside an element, runs of blanks made one.

    >>> from lxml import etree
    >>> plain_text(etree.fromstring("<p>Self  and <i>Identity</i></p>"))
    'Self and Identity'
    """
    return " ".join("".join(map(str, element.itertext())).split())

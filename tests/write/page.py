"""A page as a reader meets it: its elements in order, with the text in each."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "use", "rect", "line", "wbr", "circle", "path"}


@dataclass(eq=False, repr=False)
class Element:
    """An element, its attributes, and all the text inside it."""

    name: str
    attributes: dict[str, str]
    parents: tuple["Element", ...] = ()
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<{self.name} {self.attributes}>"

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def inside(self, name: str) -> bool:
        return any(p.name == name for p in self.parents)


class Page(HTMLParser):
    """Reads a page whose elements are all closed; ``elements`` has them in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(text)
        self.close()
        assert not self.open, f"not closed: {[e.name for e in self.open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        if self.open:
            self.open[-1].children.append(element)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1].name == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, name: str = "", class_: str = "") -> list[Element]:
        """The elements of a name and a class."""
        return [e for e in self.elements if (not name or e.name == name) and (not class_ or class_ in e.classes)]

    def one(self, name: str = "", class_: str = "") -> Element:
        """The only one."""
        (found,) = self.all(name, class_)
        return found

    def section(self, id_: str) -> str:
        """The text of the section under a heading."""
        (found,) = [e for e in self.elements if e.attributes.get("aria-labelledby") == id_]
        return found.text

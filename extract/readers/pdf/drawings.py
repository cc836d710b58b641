"""A page in pdfium → what is drawn on it besides letters: painted paths and pictures, and the order of it all."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Literal, NamedTuple

import pypdfium2.raw as pdfium_c

from nghiquyet.extract.model import BBox
from nghiquyet.extract.readers.pdf.layers import layer_of
from nghiquyet.extract.readers.pdf.page_frame import Transform

Point = tuple[float, float]
Colour = tuple[int, int, int]
Kind = Literal["line", "rect", "curve"]

# Forms hold forms: an estimate of the depth that no program's output reaches.
DEPTH_LIMIT = 12
# The densest page met has 30,000 objects; a form of 4 KB can be drawn a million times.
OBJECT_LIMIT = 100_000
# A page of letters drawn as outlines has tens of thousands of points; what comes after so many is only counted.
POINT_LIMIT = 200_000
OPAQUE = 255
# Of 255: whiter than this is the paper's colour. Pale rulings are seen, letters as pale are not.
WHITE, WHITE_LETTERS = 252, 240


@dataclass(frozen=True, slots=True)
class PaintedPath:
    """A painted path without a break, of the kinds that pdfplumber knows.

    A colour is None where it is no plain one. ``clip`` is the part of the page that the shape can be seen in, ``order``
    how many objects were drawn before it; ``opaque``: nothing shows through.
    """

    kind: Kind
    points: tuple[Point, ...]
    stroked: bool
    filled: bool
    line_colour: Colour | None
    fill_colour: Colour | None
    clip: BBox | None
    order: int
    opaque: bool = True

    @property
    def box(self) -> BBox:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return (min(xs), min(ys), max(xs), max(ys))


class TextPaint(Enum):
    """What letters are drawn with: ink, ink of the paper's colour, none, or on a layer that is not shown."""

    INK = auto()
    WHITE = auto()
    NONE = auto()
    OFF = auto()


class TextObject(NamedTuple):
    """A text object of pdfium: ``to_page`` leads from the space of its matrix, which is a form's if it is in one."""

    order: int
    handle: Any
    to_page: Transform
    clip: BBox | None
    paint: TextPaint
    colour: tuple[int, ...] = ()  # of its fill, and how opaque; empty where it is no plain one
    slope: int = 0  # degrees clockwise that its baseline lies aslant on the page

    @property
    def darkness(self) -> float:
        """How dark the letters are on paper: 0 for white, 1 for black and for colours that are no plain ones."""
        if len(self.colour) != 4:
            return 1.0
        red, green, blue, alpha = self.colour
        return (1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255) * alpha / 255


class Picture(NamedTuple):
    """A picture of pdfium, where it stands and the part of the page that it can be seen in; None: all of it."""

    order: int
    box: BBox
    clip: BBox | None
    handle: Any

    @property
    def seen(self) -> BBox:
        return self.box if self.clip is None else shared_box(self.box, self.clip)


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page of a document.

    ``unread`` counts paths that were not looked at, ``objects`` all that was met.
    """

    document: Any = None
    page: Any = None
    hidden: Callable[[], frozenset[bytes]] = frozenset  # the layers that are not shown
    shapes: list[PaintedPath] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    texts: dict[int, TextObject] = field(default_factory=dict)
    unread: int = 0
    points: int = 0
    objects: int = 0


def page_to_drawing(
    document: Any, page: Any, to_page: Transform, hidden: Callable[[], frozenset[bytes]] = frozenset
) -> Drawing:
    """What is drawn on a page of pdfium; ``to_page`` leads from its content's space to the page's points.

    ``hidden`` gives the names of the layers that are not shown; it is asked where something stands on one.
    """
    drawing = Drawing(document, page, hidden)
    count = pdfium_c.FPDFPage_CountObjects(page)
    _collect(drawing, (pdfium_c.FPDFPage_GetObject(page, i) for i in range(count)), to_page, None, DEPTH_LIMIT)
    return drawing


def _collect(drawing: Drawing, handles: Iterator[Any], to_page: Transform, clip: BBox | None, depth: int) -> None:
    for handle in handles:
        drawing.objects += 1
        if drawing.objects > OBJECT_LIMIT:
            return
        kind = pdfium_c.FPDFPageObj_GetType(handle)
        layer = layer_of(handle)
        off = layer is not None and layer in drawing.hidden()
        if off and kind != pdfium_c.FPDF_PAGEOBJ_TEXT:
            continue
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            key = ctypes.cast(handle, ctypes.c_void_p).value or 0
            clip_of = _clipped(handle, to_page, clip)
            way = _matrix(handle).then(to_page)
            slope = round(math.degrees(math.atan2(way.b, way.a))) if way.a or way.b else 0
            paint, colour = (TextPaint.OFF, ()) if off else _paint(handle)
            drawing.texts[key] = TextObject(drawing.objects, handle, to_page, clip_of, paint, colour, slope)
        elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            _add_path(drawing, handle, to_page, clip)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            box = _matrix(handle).then(to_page).box(0, 0, 1, 1)
            drawing.pictures.append(Picture(drawing.objects, box, _clipped(handle, to_page, clip), handle))
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth:
            count = pdfium_c.FPDFFormObj_CountObjects(handle)
            inner = (pdfium_c.FPDFFormObj_GetObject(handle, i) for i in range(count))
            _collect(drawing, inner, _matrix(handle).then(to_page), _clipped(handle, to_page, clip), depth - 1)


def _paint(handle: Any) -> tuple[TextPaint, tuple[int, ...]]:
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(handle)
    if mode in (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP):
        return TextPaint.NONE, ()
    outlined = mode in (pdfium_c.FPDF_TEXTRENDERMODE_STROKE, pdfium_c.FPDF_TEXTRENDERMODE_STROKE_CLIP)
    of = pdfium_c.FPDFPageObj_GetStrokeColor if outlined else pdfium_c.FPDFPageObj_GetFillColor
    colour, alpha = _colour(handle, of)
    plain = () if colour is None else (*colour, alpha)
    if mode not in (pdfium_c.FPDF_TEXTRENDERMODE_FILL, pdfium_c.FPDF_TEXTRENDERMODE_FILL_CLIP):
        return TextPaint.INK, plain
    if alpha == 0:
        return TextPaint.NONE, plain
    white = colour is not None and min(colour) >= WHITE_LETTERS
    return (TextPaint.WHITE if white else TextPaint.INK), plain


def is_white(colour: Colour | None) -> bool:
    """True for the paper's colour; a colour that is not plain (None) is another."""
    return colour is not None and min(colour) >= WHITE


def _matrix(handle: Any) -> Transform:
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(handle, matrix)
    return Transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _add_path(drawing: Drawing, handle: Any, to_page: Transform, clip: BBox | None) -> None:
    filled, stroked = ctypes.c_int(), pdfium_c.FPDF_BOOL()
    pdfium_c.FPDFPath_GetDrawMode(handle, filled, stroked)
    count = pdfium_c.FPDFPath_CountSegments(handle)
    drawing.points += count
    if not (filled.value or stroked.value):
        return
    if drawing.points > POINT_LIMIT:
        drawing.unread += 1
        return
    line, _ = _colour(handle, pdfium_c.FPDFPageObj_GetStrokeColor)
    fill, alpha = _colour(handle, pdfium_c.FPDFPageObj_GetFillColor)
    opaque = alpha == OPAQUE and not pdfium_c.FPDFPageObj_HasTransparency(handle)
    painted = bool(stroked.value), bool(filled.value), line, fill, _clipped(handle, to_page, clip), drawing.objects
    for letters, points in _subpaths(handle, count, _matrix(handle).then(to_page)):
        kind, points = _sorted(letters, points)
        drawing.shapes.append(PaintedPath(kind, tuple(points), *painted, opaque))


def _colour(handle: Any, of: Any) -> tuple[Colour | None, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not of(handle, red, green, blue, alpha):
        return None, OPAQUE
    return (red.value, green.value, blue.value), alpha.value


def _subpaths(handle: Any, count: int, to_page: Transform) -> Iterator[tuple[str, list[Point]]]:
    """The path's parts: how the pen goes (``m`` sets it down, ``l`` draws, ``c`` bends, ``h`` closes) and where to."""
    x, y = ctypes.c_float(), ctypes.c_float()
    to_x, to_y = ctypes.byref(x), ctypes.byref(y)
    letters, bends = "", 0
    points: list[Point] = []
    for i in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(handle, i)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            bends = (bends + 1) % 3
            if bends:
                continue  # two points a bend is drawn by, and does not go through
        pdfium_c.FPDFPathSegment_GetPoint(segment, to_x, to_y)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield letters, points
            letters, points = "", []
        letters += "m" if not points else "c" if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO else "l"
        points.append(to_page.point(x.value, y.value))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            letters += "h"
    if len(points) > 1:
        yield letters, points


def _sorted(letters: str, points: list[Point]) -> tuple[Kind, list[Point]]:
    """The kind of a path, and the points it goes through, as pdfminer sorts them for pdfplumber."""
    if letters.endswith("h"):
        if len(points) > 3 and letters.endswith("lh") and points[-1] == points[0]:
            letters, points = letters[:-2] + "h", points[:-1]
        points = [*points, points[0]]
    if letters in ("ml", "mlh"):
        return "line", points[:2]
    if letters in ("mlllh", "mllll") and points[0] == points[4] and _square(points):
        return "rect", points[:4]
    return "curve", points


def _square(points: list[Point]) -> bool:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[:4]
    return (x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0) or (y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0)


def _clipped(handle: Any, to_page: Transform, clip: BBox | None) -> BBox | None:
    """The part of the page that an object can be seen in, within ``clip``; None if it is not clipped."""
    path = pdfium_c.FPDFPageObj_GetClipPath(handle)
    for i in range(max(pdfium_c.FPDFClipPath_CountPaths(path), 0) if path else 0):
        box = _clip_box(path, i, to_page)
        if box is not None:
            clip = box if clip is None else shared_box(clip, box)
    return clip


def _clip_box(path: Any, number: int, to_page: Transform) -> BBox | None:
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for i in range(min(pdfium_c.FPDFClipPath_CountPathSegments(path, number), POINT_LIMIT)):
        segment = pdfium_c.FPDFClipPath_GetPathSegment(path, number, i)
        if pdfium_c.FPDFPathSegment_GetPoint(segment, x, y):
            points.append(to_page.point(x.value, y.value))
    if not points:
        return None
    return (min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points))


def shared_box(a: BBox, b: BBox) -> BBox:
    """What lies in both boxes; a box that ends before it begins where nothing does."""
    return (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))

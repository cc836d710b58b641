from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.readers.pdf.damaged_streams import damage_of

TEXT = b"BT /F1 12 Tf (Nhiem vu so 1) Tj ET\n" * 40


def file(packed: bytes, entries: bytes = b"/Filter /FlateDecode", trailer: bytes = b"") -> bytes:
    length = str(len(packed)).encode()
    return (
        b"%PDF-1.4\n1 0 obj\n<< "
        + entries
        + b" /Length "
        + length
        + b" >>\nstream\n"
        + packed
        + (b"\nendstream\nendobj\ntrailer << " + trailer + b" >>")
    )


def is_damaged(data: bytes) -> bool:
    return [t.code for t in damage_of(data)] == ["file-damaged"]


def test_a_whole_stream_and_one_without_its_check_sum_are_whole() -> None:
    packed = zlib.compress(TEXT)
    assert not is_damaged(file(packed))
    assert not is_damaged(file(packed[:-4]))
    assert not is_damaged(file(packed, b"/Filter [ /FlateDecode ]"))
    assert not is_damaged(file(b""))


def test_a_stream_that_breaks_off_or_is_spoilt_is_told() -> None:
    packed = zlib.compress(TEXT)
    assert is_damaged(file(packed[: len(packed) // 3]))
    assert is_damaged(file(packed[:2] + b"\xff" * 40))
    assert is_damaged(file(packed)[:-60])


@pytest.mark.parametrize(
    ("entries", "trailer"),
    [
        (b"/Subtype /Image /Filter /FlateDecode", b""),
        (b"/Filter /FlateDecode /Subtype /Image", b""),
        (b"/Filter /DCTDecode", b""),
        (b"/Filter /FlateDecode", b"/Encrypt 5 0 R"),
    ],
)
def test_pictures_other_packings_and_encrypted_files_are_not_judged(entries: bytes, trailer: bytes) -> None:
    assert not is_damaged(file(zlib.compress(TEXT)[:30], entries, trailer))


def test_what_unpacks_to_more_than_any_text_is_not_unpacked_whole() -> None:
    bomb = zlib.compress(bytes(1 << 26))
    assert not is_damaged(file(bomb[: len(bomb) // 2]))


@given(st.binary(max_size=200), st.integers(1, 190))
def test_a_stream_cut_anywhere_before_its_last_block_ends_is_told(noise: bytes, cut: int) -> None:
    packed = zlib.compress(TEXT + noise)
    assert not is_damaged(file(packed)) or b"endstream" in packed
    shorter = packed[: len(packed) - 5 - cut % (len(packed) - 8)]
    assert is_damaged(file(shorter)) or not shorter.strip()

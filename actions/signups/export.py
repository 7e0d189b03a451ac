"""The list of sign-ups as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import Cell

from actions.signups.store import Signup
from knowledge.clock import BRUSSELS

HEADER = ("Vacature", "Infosessie", "Referentie", "Stand", "Naam", "E-mail", "Ingeschreven op")
STATUS = {"confirmed": "ingeschreven", "waiting": "wachtlijst", "requested": "aangevraagd", "cancelled": "geannuleerd"}


def rows(signups: Sequence[Signup]) -> list[tuple[str, ...]]:
    """A row for each sign-up, in the order of `HEADER`."""
    return [(item.title, item.text, item.reference, STATUS[item.status], item.name, item.email, _moment(item.signed_up_at)) for item in signups]


def _moment(at: datetime) -> str:
    return f"{at.astimezone(BRUSSELS):%Y-%m-%d %H:%M}"


def csv_file(signups: Sequence[Signup]) -> bytes:
    """Semicolons and a byte order mark, as spreadsheets here expect; a cell that could be taken for a formula gets an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([_harmless(value) for value in row] for row in rows(signups))
    return text.getvalue().encode("utf-8-sig")


def xlsx_file(signups: Sequence[Signup]) -> bytes:
    """One sheet; every cell is plain text, whatever it begins with."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Inschrijvingen"
    for number, row in enumerate([HEADER, *rows(signups)], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            assert isinstance(cell, Cell)
            cell.value = value
            cell.data_type = "s"
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _harmless(value: str) -> str:
    # The characters that OWASP lists for CSV injection.
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value

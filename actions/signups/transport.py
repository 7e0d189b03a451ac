"""Where mails go: a mail server, or a folder on an installation without one."""

from __future__ import annotations

import logging
import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from knowledge.settings import Settings

log = logging.getLogger(__name__)

_SECONDS = 20.0
_PATIENT_CODES = range(400, 500)


class Unavailable(Exception):
    """The message cannot leave now; a later try may succeed. `whole` tells that no other can leave either, `pause` how long to stay away."""

    def __init__(self, reason: str, *, whole: bool = True, pause: timedelta = timedelta()) -> None:
        super().__init__(reason)
        self.whole, self.pause = whole, pause


class Refused(Exception):
    """The other side will never take this message (an address that does not exist)."""


class Connection(Protocol):
    """An open way out."""

    def send(self, mail: EmailMessage, name: str) -> None:
        """Hands a mail over; `name` identifies it without personal data. Raises Unavailable or Refused."""


class Transport(Protocol):
    """A way out for mails."""

    def connect(self) -> AbstractContextManager[Connection]:
        """A connection for a batch of mails. Raises Unavailable."""


class MailFolder:
    """Writes each mail to a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        log.info("no mail server is set (BOT_SMTP_HOST): mails are written to %s", folder)

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """The folder is its own connection."""
        yield self

    def send(self, mail: EmailMessage, name: str) -> None:
        """Writes the file whole or not at all."""
        part = self._folder / f".{name}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(bytes(mail))
            os.replace(part, self._folder / f"{name}.eml")
        except OSError as error:
            with suppress(OSError):
                part.unlink()
            raise Unavailable(type(error).__name__) from None


class MailServer:
    """Sends by SMTP, with TLS and a login where the settings say so."""

    def __init__(self, settings: Settings) -> None:
        assert settings.smtp_host is not None
        self._settings = settings

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A logged-in connection."""
        try:
            server = self._open()
        except (OSError, smtplib.SMTPException) as error:
            raise Unavailable(type(error).__name__) from None
        try:
            yield _Smtp(server)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()

    def _open(self) -> smtplib.SMTP:
        settings = self._settings
        host, port = str(settings.smtp_host), settings.smtp_port
        if settings.smtp_security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=_SECONDS, context=ssl.create_default_context())
        else:
            server = smtplib.SMTP(host, port, timeout=_SECONDS)
        try:
            if settings.smtp_security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password.get_secret_value() if settings.smtp_password else "")
        except BaseException:
            server.close()
            raise
        return server


class _Smtp:
    def __init__(self, server: smtplib.SMTP) -> None:
        self._server = server

    def send(self, mail: EmailMessage, name: str) -> None:
        try:
            self._server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            # Its text holds the address: only the code goes on.
            code = next(iter(error.recipients.values()))[0]
            raise (Unavailable(str(code), whole=False) if code in _PATIENT_CODES else Refused(str(code))) from None
        except smtplib.SMTPResponseException as error:
            raise (Unavailable(str(error.smtp_code)) if error.smtp_code in _PATIENT_CODES else Refused(str(error.smtp_code))) from None
        except (OSError, smtplib.SMTPException) as error:
            raise Unavailable(type(error).__name__) from None


def transport_of(settings: Settings) -> Transport:
    """The mail server of the settings, or the folder mail/ in the data folder."""
    return MailServer(settings) if settings.smtp_host else MailFolder(mail_folder(settings))


def mail_folder(settings: Settings) -> Path:
    """Where mails lie on an installation without a mail server."""
    return settings.data_dir / "mail"


def remove_mails(folder: Path | None, reference: str) -> None:
    """Removes the mails about a sign-up or call-back request that lie in the folder."""
    for path in folder.glob(f"{reference}-*.eml") if folder else ():
        path.unlink(missing_ok=True)

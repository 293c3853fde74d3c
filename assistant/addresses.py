"""E-mail addresses: what passes for one, in a profile and in the header of a message."""

from __future__ import annotations

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email


def valid_email(text: str) -> str:
    """The address as it should be written, reserved domains (.example) included; raises ValueError with the reason."""
    reserved = text.rpartition(".")[2].rpartition("@")[2].lower() in SPECIAL_USE_DOMAIN_NAMES
    ending = ".example" if reserved else ""
    try:
        return validate_email(text + ending, check_deliverability=False).normalized.removesuffix(ending)
    except EmailNotValidError as error:
        raise ValueError(" ".join(str(error).split())) from error

"""Waits until its standard input is closed, reads HTML from its third descriptor, and writes a tagged PDF on
standard output. Opens nothing else. Nobody needs it for a minute: it ends.

WeasyPrint fetches whatever the HTML names: its own command line was seen to put /etc/passwd into a PDF by
way of <link rel=attachment>. So the fetcher below refuses every address. What else is taken away from this
process stands in confine.cpp.
"""
import re
import signal
import sys

READY_S = 60
signal.alarm(READY_S)  # before the libraries, which take most of the time

import pydyf
import weasyprint
import weasyprint.text.fonts

HTML_BYTES_MAX = 2 << 20


def refuse(url, *_, **__):
    raise ValueError("no address is opened")


CLAIM = re.compile(rb'\s(xmlns:pdfuaid|pdfuaid:part)="[^"]*"')


def without_claim(_, pdf):
    """Takes the claim of PDF/UA out of the metadata, which this version does not meet (rule PA9)."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and thing.extra.get("Type") == "/Metadata":
            thing.stream = [CLAIM.sub(b"", part) for part in thing.stream]


def main():
    sys.stdin.buffer.read()
    signal.alarm(0)
    with open(3, "rb") as given:
        html = given.read(HTML_BYTES_MAX + 1)
    if len(html) > HTML_BYTES_MAX:
        sys.exit("the HTML is too long")
    # WeasyPrint makes a folder for fonts it fetches. Nothing is fetched, and this process may not write.
    weasyprint.text.fonts.mkdtemp = lambda **_: "/nowhere"
    sheet = weasyprint.HTML(string=html.decode("utf-8"), base_url=None, url_fetcher=refuse)
    pdf = sheet.write_pdf(variant="pdf/ua-1", finisher=without_claim)
    sys.stdout.buffer.write(pdf)


main()

"""Makes a tagged PDF of each HTML that is handed in, in a process of its own.

This process reads the libraries once, which takes most of the time of one sheet, and then only waits. Its
standard input is a socket that somebody else opened: each message on it brings two descriptors, the HTML and
where to write the PDF. For each it begins a child, which makes one sheet and ends. So no sheet sees another.
It ends when nobody needs it for a minute, or when the server at the other end of the socket is gone. The one
argument is how many seconds a sheet may take.

WeasyPrint fetches whatever the HTML names: its own command line was seen to put /etc/passwd into a PDF by
way of <link rel=attachment>. So the fetcher below refuses every address. What else is taken away from this
process and its children stands in confine.cpp.
"""
import os
import re
import signal
import socket
import sys

READY_S = 60
signal.alarm(READY_S)  # before the libraries, which take most of the time

import pydyf
import weasyprint
import weasyprint.text.fonts

HTML_BYTES_MAX = 2 << 20
SHEET_S_MAX = int(sys.argv[1])


def refuse(url, *_, **__):
    raise ValueError("no address is opened")


CLAIM = re.compile(rb'\s(xmlns:pdfuaid|pdfuaid:part)="[^"]*"')


def without_claim(_, pdf):
    """Takes the claim of PDF/UA out of the metadata, which this version does not meet (rule PA9)."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and thing.extra.get("Type") == "/Metadata":
            thing.stream = [CLAIM.sub(b"", part) for part in thing.stream]


def make(html_file, pdf_file):
    """Reads one file to its end and writes the other. The sheet is whole when its last line is there."""
    with open(html_file, "rb") as given:
        html = given.read(HTML_BYTES_MAX + 1)
    if len(html) > HTML_BYTES_MAX:
        sys.exit("the HTML is too long")
    # WeasyPrint makes a folder for fonts it fetches. Nothing is fetched, and this process may not write.
    weasyprint.text.fonts.mkdtemp = lambda **_: "/nowhere"
    sheet = weasyprint.HTML(string=html.decode("utf-8"), base_url=None, url_fetcher=refuse)
    pdf = sheet.write_pdf(variant="pdf/ua-1", finisher=without_claim)
    with open(pdf_file, "wb") as taken:
        taken.write(pdf)


def main():
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the children: the PDF says how it went
    door = socket.socket(fileno=0)
    while True:
        message, files, _, _ = socket.recv_fds(door, 1, 2)
        if not message:
            return
        signal.alarm(READY_S)
        if os.fork() == 0:
            signal.alarm(SHEET_S_MAX)
            door.close()
            try:
                make(*files)
                os._exit(0)
            finally:
                os._exit(1)
        for file in files:
            os.close(file)


main()

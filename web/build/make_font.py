#!/usr/bin/python3
"""Makes src/look/fonts/legible.woff2, the one font of the first screen, out of the npm package of the typeface.

Atkinson Hyperlegible Next (OFL 1.1): Latin, the four Welsh letters that its Latin file lacks, and the weights
from 400 to 700 only. Needs python3-fonttools and python3-brotli of Debian; run it when the package changes.
"""
import io
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

WEB = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = WEB / "node_modules/@fontsource-variable/atkinson-hyperlegible-next"
OUT = WEB / "src/look/fonts"
WELSH = "ŵŷŴŶ"
KEPT = [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, WELSH + "–—‘’“”•…′€←↑→↓−✓")]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]


def opened(part):
    return TTFont(PACKAGE / f"files/atkinson-hyperlegible-next-{part}-wght-normal.woff2")


def add_letters(font, source, letters):
    """Copies composite letters whose parts both files have. HVAR goes: it counts glyphs by their place."""
    font.ensureDecompiled()  # tables read later would find more glyphs than they have
    names = source.getBestCmap()
    order = font.getGlyphOrder()
    for letter in letters:
        name = names[ord(letter)]
        glyph = source["glyf"][name]
        assert glyph.isComposite() and all(part.glyphName in order for part in glyph.components), name
        order.append(name)
        font["glyf"].glyphs[name] = glyph
        font["hmtx"][name] = source["hmtx"][name]
        font["gvar"].variations[name] = source["gvar"].variations[name]
        for table in font["cmap"].tables:
            table.cmap[ord(letter)] = name
    font.setGlyphOrder(order)
    del font["HVAR"]


def written_and_read(font):
    """The subsetter wants every glyph in every table, as a file has it and a changed font does not."""
    kept = io.BytesIO()
    font.flavor = None
    font.save(kept)
    kept.seek(0)
    return TTFont(kept)


def main():
    font = opened("latin")
    add_letters(font, opened("latin-ext"), WELSH)
    font = written_and_read(instancer.instantiateVariableFont(font, {"wght": (400, 700)}))
    options = subset.Options(layout_features=FEATURES, flavor="woff2", name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)
    font.flavor = "woff2"
    OUT.mkdir(exist_ok=True)
    font.save(OUT / "legible.woff2")
    (OUT / "LICENSE").write_text((PACKAGE / "LICENSE").read_text())


main()

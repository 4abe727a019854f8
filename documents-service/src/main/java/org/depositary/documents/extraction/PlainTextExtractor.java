package org.depositary.documents.extraction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads plain text: the text stays as it is, and its lines are put together to paragraphs again. */
final class PlainTextExtractor implements Extractor {

    @Override
    public FileKind reads() {
        return FileKind.PLAIN_TEXT;
    }

    @Override
    public Structure read(Source source) {
        Decoded decoded =
                Decoded.of(source, source.declared().charset().stream().toList());
        List<Line> lines = Line.of(decoded.text(), source.deadline());
        OptionalInt pages = pages(decoded.text());
        Layout layout = Layout.of(lines);
        List<Block> raw = PlainBlocks.of(lines, layout, pages.isPresent(), source.deadline());
        List<Block> described = HeaderLines.mark(decoded.text(), raw);
        List<Block> blocks = Headings.mark(decoded.text(), described, layout.wrapped());
        return new Structure(
                decoded.text(),
                blocks,
                HeaderLines.description(decoded.text(), blocks, layout.paragraphGap()),
                Optional.empty(),
                pages,
                decoded.problem());
    }

    /** Only form feeds tell pages; a trailing one ends the last page. */
    private static OptionalInt pages(String text) {
        long feeds = text.stripTrailing().chars().filter(c -> c == '\f').count();
        return feeds == 0 ? OptionalInt.empty() : OptionalInt.of((int) feeds + 1);
    }
}

package org.depositary.documents.extraction.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.depositary.documents.extraction.numbering.ListNumber;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * How the lists of an OpenDocument text print their numbers (ODF 1.3, part 3, 16.30). The styles stand in the part {@code
 * styles.xml} and before the text.
 */
final class OpenDocumentListStyles extends DefaultHandler {

    private static final int MOST_LEVELS = 10;

    /**
     * One level of a list.
     *
     * @param format such as {@code 1} or {@code a}; empty if the level has no number
     * @param shown the number of levels in the number: 2 for {@code 1.2}
     */
    record Level(String format, String prefix, String suffix, int start, int shown) {
        static final Level BULLET = new Level("", "", "", 1, 1);
    }

    private final Map<String, Map<Integer, Level>> styles = new HashMap<>();
    private Map<Integer, Level> open = new HashMap<>();

    /** Reads the part with the styles. Without it, the lists in the text may still have styles of their own. */
    static OpenDocumentListStyles of(Path file) {
        var styles = new OpenDocumentListStyles();
        try (var zip = new ZipFile(file.toFile())) {
            var part = zip.getEntry("styles.xml");
            if (part != null) {
                XMLReaderUtils.parseSAX(zip.getInputStream(part), styles, new ParseContext());
            }
        } catch (IOException | SAXException | TikaException damaged) {
            // Tika reads the same part again and reports the damage.
            return styles;
        }
        return styles;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "list-style" -> {
                open = new HashMap<>();
                styles.put(OpenDocumentFilter.value(attributes, "name"), open);
            }
            case "list-level-style-number" -> open.put(number(attributes, "level", 1), level(attributes));
            case "list-level-style-bullet", "list-level-style-image" ->
                open.put(number(attributes, "level", 1), Level.BULLET);
            default -> {}
        }
    }

    private static Level level(Attributes attributes) {
        return new Level(
                OpenDocumentFilter.value(attributes, "num-format"),
                OpenDocumentFilter.value(attributes, "num-prefix"),
                OpenDocumentFilter.value(attributes, "num-suffix"),
                number(attributes, "start-value", 1),
                number(attributes, "display-levels", 1));
    }

    static int number(Attributes attributes, String name, int otherwise) {
        String value = OpenDocumentFilter.value(attributes, name);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }

    Level level(String style, int depth) {
        return styles.getOrDefault(style, Map.of()).getOrDefault(depth, Level.BULLET);
    }

    /**
     * Returns the number of an item as printed, such as {@code 1.2} or {@code b)}. Empty for a bullet.
     *
     * @param counters the number of the item on each level; the last one is its own
     */
    Optional<String> printed(String style, List<Integer> counters) {
        Level own = level(style, counters.size());
        if (own.format().isEmpty() || counters.size() > MOST_LEVELS) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (int depth = Math.max(1, counters.size() - own.shown() + 1); depth <= counters.size(); depth++) {
            String format = level(style, depth).format();
            if (!format.isEmpty()) {
                parts.add(ListNumber.format(format.charAt(0), counters.get(depth - 1)));
            }
        }
        return Optional.of(own.prefix() + String.join(".", parts) + own.suffix());
    }
}

package org.depositary.gateway.cite;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.feeds.text.DateText;

/** Writes a citation as one line of text. */
final class CitationText {

    private CitationText() {}

    static String of(CitedRecord cited) {
        boolean isEntry = cited.type().equals(CitedRecord.ENTRY);
        var date = cited.issued().map(CitationText::date);
        var parts = Stream.of(
                        cited.author().filter(author -> !isEntry).stream(),
                        Stream.of(cited.title()
                                + date.filter(day -> !isEntry)
                                        .map(" (%s)"::formatted)
                                        .orElse("")),
                        cited.publisher().stream(),
                        Stream.of(cited.container()
                                + cited.version().map(", version "::concat).orElse("")
                                + date.filter(day -> isEntry)
                                        .map(", last changed "::concat)
                                        .orElse("")),
                        cited.notes().stream())
                .flatMap(part -> part)
                .map(part -> part.replaceAll("\\s+", " ").strip());
        return parts.map(part -> part.endsWith(".") ? part : part + ".").collect(Collectors.joining(" "))
                + " As known at %s: %s\n"
                        .formatted(cited.address().knownAt(), cited.address().text());
    }

    private static String date(String edtf) {
        return edtf.contains("/") ? DateText.point(edtf) : DateText.name(edtf);
    }
}

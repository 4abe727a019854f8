package org.depositary.gateway.cite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a citation as an entry of BibTeX. {@code date} is for BibLaTeX, which reads EDTF; BibTeX reads {@code year}. */
final class BibtexEntry {

    /** Macros that every bibliography style defines. */
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private BibtexEntry() {}

    static String of(CitedRecord cited) {
        var fields = new LinkedHashMap<String, String>();
        cited.author().ifPresent(author -> fields.put("author", verbatim(author)));
        fields.put("title", verbatim(cited.title()));
        cited.issued().ifPresent(edtf -> addDate(fields, edtf));
        fields.put("howpublished", text(cited.container()));
        cited.publisher().ifPresent(publisher -> fields.put("publisher", verbatim(publisher)));
        cited.place().ifPresent(place -> fields.put("address", text(place)));
        cited.pages().ifPresent(pages -> fields.put("pages", text(pages)));
        cited.language().ifPresent(language -> fields.put("langid", text(language)));
        cited.version().ifPresent(version -> fields.put("version", text(version)));
        if (!cited.notes().isEmpty()) {
            fields.put("note", text(String.join(". ", cited.notes())));
        }
        fields.put("url", "{%s}".formatted(cited.address().text()));
        fields.put("urldate", text(cited.accessed()));
        return fields.entrySet().stream()
                .map(field -> "  %s = %s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",\n", "@misc{%s,\n".formatted(cited.key()), "\n}\n"));
    }

    private static void addDate(Map<String, String> fields, String edtf) {
        CitedDate.parse(edtf).ifPresent(date -> {
            fields.put("year", text(String.valueOf(date.year())));
            date.month().ifPresent(month -> fields.put("month", MONTHS.get(month - 1)));
        });
        fields.put("date", "{%s}".formatted(edtf));
    }

    /** A text in which styles change neither capitals nor the order of names. */
    private static String verbatim(String text) {
        return "{%s}".formatted(text(text));
    }

    private static String text(String text) {
        return "{%s}".formatted(BibtexText.escaped(text));
    }
}

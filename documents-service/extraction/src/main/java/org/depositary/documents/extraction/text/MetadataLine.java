package org.depositary.documents.extraction.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.documents.extraction.structure.TextLines;

/**
 * A line with a metadata field: {@code [Date] July 5, 2005}, {@code Author: …}, or a byline.
 *
 * @param field the name of the field, such as {@code date}; for an unknown label in brackets, the label as a slug
 * @param value the value in one line; may be empty
 */
record MetadataLine(String field, String value, Form form) {
    enum Form {
        BRACKETED,
        COLON,
        BYLINE
    }

    private static final Pattern BRACKETED = Pattern.compile("^\\[(\\p{L}[^\\]\\d]{1,30})\\]\\s*(.*)$", Pattern.DOTALL);
    private static final Pattern COLON =
            Pattern.compile("^(\\p{L}[\\p{L} ]{1,20}?)\\s?[:：]\\s*(\\S.*)$", Pattern.DOTALL);
    /**
     * The quantifiers are possessive, because otherwise a long line of capitals would cause exponential backtracking.
     */
    private static final Pattern BYLINE = Pattern.compile(
            "^(?i:door|by|von|par|por|av|автор)\\s+"
                    + "((?:(?:\\p{Lu}[\\p{L}.'’-]*+|(?:van|von|der|den|de|di|la|le|el|al|bin|ibn|and|en|und|et|и)\\b|[,&])\\s*+)++)$");

    private static final Map<String, String> FIELDS = fields(Map.of(
            "title", "title titel titre título titolo заголовок название назва başlık 标题",
            "author", "author authors auteur auteurs autor autore автор авторы 作者",
            "date", "date datum fecha data published gepubliceerd дата tarih 日期",
            "place", "place plaats ort lieu lugar luogo место місце 地点",
            "publisher", "source publisher bron uitgever quelle fuente источник издатель джерело 来源"));

    static Optional<MetadataLine> of(String text) {
        return labelled(BRACKETED.matcher(text), Form.BRACKETED)
                .or(() -> labelled(COLON.matcher(text), Form.COLON).filter(MetadataLine::known))
                .or(() -> byline(text));
    }

    boolean bracketed() {
        return form == Form.BRACKETED;
    }

    boolean isLabelled() {
        return form != Form.BYLINE;
    }

    boolean known() {
        return FIELDS.containsValue(field);
    }

    private static Optional<MetadataLine> labelled(Matcher matcher, Form form) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String label = matcher.group(1).strip().toLowerCase(Locale.ROOT);
        String field = FIELDS.getOrDefault(label, label.replaceAll("[^\\p{L}\\p{N}]+", "-"));
        return Optional.of(new MetadataLine(field, TextLines.inOneLine(matcher.group(2)), form));
    }

    private static Optional<MetadataLine> byline(String text) {
        Matcher matcher = BYLINE.matcher(TextLines.inOneLine(text));
        return matcher.matches() && TextLines.countWords(matcher.group(1)) <= 10
                ? Optional.of(new MetadataLine("author", matcher.group(1).strip(), Form.BYLINE))
                : Optional.empty();
    }

    private static Map<String, String> fields(Map<String, String> labelsOfField) {
        return labelsOfField.entrySet().stream()
                .flatMap(field -> Stream.of(field.getValue().split(" ")).map(label -> Map.entry(label, field.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

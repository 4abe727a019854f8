package org.depositary.documents.extraction.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Removes what belongs to the pages and not to the text: page numbers, and heads and feet that repeat.
 *
 * @param lines the lines of the text
 * @param removed the other lines
 */
record PdfPageFurniture(List<PdfLine> lines, List<PdfLine> removed) {

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?iu)(?:(?:page|pagina|seite|p\\.|стр\\.?|страница)\\s*)?[-–—]?\\s?(?:\\d{1,4}|[ivxlc]{1,7})\\s?[-–—]?"
                    + "(?:\\s?(?:/|of|van|von|из|sur)\\s?\\d{1,4})?");
    static final int REPEATS = 3;

    static PdfPageFurniture remove(List<PdfLine> lines) {
        Map<Integer, List<PdfLine>> pages = new TreeMap<>();
        lines.forEach(line ->
                pages.computeIfAbsent(line.page(), none -> new ArrayList<>()).add(line));
        Map<String, Integer> repeated = new HashMap<>();
        pages.values().forEach(page -> edges(page).forEach(line -> repeated.merge(pattern(line), 1, Integer::sum)));
        int enough = Math.max(REPEATS, pages.size() / 3);
        List<PdfLine> removed = new ArrayList<>();
        pages.values().forEach(page -> edges(page).stream()
                .filter(line -> isPageNumber(line, page) || repeated.get(pattern(line)) >= enough)
                .forEach(line -> {
                    page.remove(line);
                    removed.add(line);
                }));
        return new PdfPageFurniture(
                pages.values().stream().flatMap(List::stream).toList(), removed);
    }

    /** Returns the lines that may be furniture: the highest and the lowest line of a page. */
    private static List<PdfLine> edges(List<PdfLine> page) {
        if (page.size() < 2) {
            return List.of();
        }
        PdfLine top = page.getFirst();
        PdfLine bottom = page.getFirst();
        for (PdfLine line : page) {
            top = line.y() < top.y() ? line : top;
            bottom = line.y() >= bottom.y() ? line : bottom;
        }
        return top == bottom ? List.of(top) : List.of(top, bottom);
    }

    /** A page number stands apart from the text, so a table cell at the edge of a page is none. */
    private static boolean isPageNumber(PdfLine line, List<PdfLine> page) {
        return PAGE_NUMBER.matcher(line.text()).matches()
                && page.stream()
                        .filter(other -> other != line)
                        .allMatch(other -> Math.abs(other.y() - line.y()) > line.size() * 1.3f);
    }

    /** Numbers change from page to page, so they do not count. */
    static String pattern(PdfLine line) {
        return Math.round(line.y() / 4) + " " + line.text().replaceAll("\\d+", "#");
    }
}

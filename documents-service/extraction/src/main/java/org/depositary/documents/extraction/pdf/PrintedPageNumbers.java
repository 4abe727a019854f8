package org.depositary.documents.extraction.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the page numbers in the heads and feet of pages. They must count up with the pages. */
final class PrintedPageNumbers {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})(?![\\p{L}\\p{N}])");
    private static final Pattern ROMAN = Pattern.compile("c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})");
    private static final int FEWEST_PAGES = 2;

    /**
     * A number on a page.
     *
     * @param ahead how far it is ahead of the number of the page in the file
     */
    private record Printed(int page, String label, boolean roman, int ahead) {}

    private PrintedPageNumbers() {}

    /** Returns the printed numbers by page. Arabic and Roman numbers count separately. */
    static Map<Integer, String> of(List<PdfLine> furniture) {
        List<Printed> all = new ArrayList<>();
        furniture.forEach(line -> add(line, all));
        Map<Integer, String> labels = new TreeMap<>();
        for (boolean roman : new boolean[] {true, false}) {
            counting(all.stream().filter(it -> it.roman() == roman).toList())
                    .forEach(it -> labels.put(it.page(), it.label()));
        }
        return labels;
    }

    private static void add(PdfLine line, List<Printed> all) {
        Matcher number = NUMBER.matcher(line.text());
        while (number.find()) {
            String label = number.group();
            boolean roman = !Character.isDigit(label.charAt(0));
            int value = roman ? roman(label.toLowerCase(Locale.ROOT)) : Integer.parseInt(label);
            if (value > 0) {
                all.add(new Printed(line.page(), label, roman, value - line.page()));
            }
        }
    }

    /** Returns the numbers that are as far ahead as most. Empty if most pages with numbers disagree. */
    private static List<Printed> counting(List<Printed> numbers) {
        Map<Integer, List<Printed>> byDistance = numbers.stream().collect(Collectors.groupingBy(Printed::ahead));
        List<Printed> most = byDistance.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        long pages = numbers.stream().map(Printed::page).distinct().count();
        long counted = most.stream().map(Printed::page).distinct().count();
        return counted >= FEWEST_PAGES && counted * 4 >= pages * 3 ? most : List.of();
    }

    private static int roman(String number) {
        if (!ROMAN.matcher(number).matches()) {
            return 0;
        }
        Map<Character, Integer> values = Map.of('i', 1, 'v', 5, 'x', 10, 'l', 50, 'c', 100);
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int value = values.get(number.charAt(i));
            boolean before = i + 1 < number.length() && values.get(number.charAt(i + 1)) > value;
            sum += before ? -value : value;
        }
        return sum;
    }
}

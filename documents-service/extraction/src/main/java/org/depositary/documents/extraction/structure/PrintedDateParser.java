package org.depositary.documents.extraction.structure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses printed dates, such as {@code July 5, 2005} or {@code 5 июля 2005 г.}, to EDTF. Ambiguous dates such as {@code
 * 07/05/2005} are ignored.
 */
public final class PrintedDateParser {
    private static final Map<String, Integer> MONTHS =
            months("en", "nl", "de", "fr", "es", "it", "ru", "uk", "be", "tr");
    private static final String MONTH = "(\\p{L}{3,12})\\.?";
    private static final String YEAR = "(\\d{4})(?!\\d)";

    private static final List<Form> FORMS = List.of(
            new Form(
                    "^" + YEAR + "-(\\d{2})-(\\d{2})(?:T.*)?",
                    it -> day(it.group(1), number(it.group(2)), it.group(3))),
            new Form(YEAR + "年(\\d{1,2})月(\\d{1,2})日", it -> day(it.group(1), number(it.group(2)), it.group(3))),
            new Form(
                    "(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\." + YEAR,
                    it -> day(it.group(3), number(it.group(2)), it.group(1))),
            new Form(
                    "(?<![\\d–-])(\\d{1,2})\\.?(?:\\s+de)?\\s+" + MONTH + "(?:\\s+de)?,?\\s+" + YEAR,
                    it -> day(it.group(3), month(it.group(2)), it.group(1))),
            new Form(
                    MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+" + YEAR,
                    it -> day(it.group(3), month(it.group(1)), it.group(2))),
            new Form("^" + MONTH + ",?\\s+" + YEAR + "$", it -> monthOf(it.group(2), month(it.group(1)))),
            new Form("^" + YEAR + "-(\\d{2})$", it -> monthOf(it.group(1), number(it.group(2)))),
            new Form("^" + YEAR + "$", it -> Optional.of(it.group(1))));

    private record Form(Pattern pattern, Function<MatchResult, Optional<String>> reading) {
        Form(String pattern, Function<MatchResult, Optional<String>> reading) {
            this(Pattern.compile(pattern), reading);
        }

        Stream<String> in(String text) {
            return pattern.matcher(text).results().map(reading).flatMap(Optional::stream);
        }
    }

    private PrintedDateParser() {}

    public static Optional<String> toEdtf(String text) {
        return FORMS.stream().flatMap(form -> form.in(text.strip())).findFirst();
    }

    private static Optional<String> day(String year, OptionalInt month, String day) {
        try {
            return month.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(Integer.parseInt(year), month.getAsInt(), Integer.parseInt(day))
                            .toString());
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<String> monthOf(String year, OptionalInt month) {
        return month.stream()
                .filter(it -> it >= 1 && it <= 12)
                .mapToObj(it -> "%s-%02d".formatted(year, it))
                .findFirst();
    }

    private static OptionalInt number(String digits) {
        return OptionalInt.of(Integer.parseInt(digits));
    }

    private static OptionalInt month(String name) {
        Integer month = MONTHS.get(name.toLowerCase(Locale.ROOT));
        return month == null ? OptionalInt.empty() : OptionalInt.of(month);
    }

    private static Map<String, Integer> months(String... languages) {
        Map<String, Integer> months = new HashMap<>();
        for (String language : languages) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                for (Month month : Month.values()) {
                    String name =
                            month.getDisplayName(style, Locale.of(language)).toLowerCase(Locale.ROOT);
                    months.putIfAbsent(name.replace(".", ""), month.getValue());
                }
            }
        }
        return Map.copyOf(months);
    }
}

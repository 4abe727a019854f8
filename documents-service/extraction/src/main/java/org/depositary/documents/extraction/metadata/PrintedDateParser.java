package org.depositary.documents.extraction.metadata;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parses printed dates, such as {@code July 5, 2005} or {@code 5 июля 2005 г.}, to EDTF. Ambiguous dates such as {@code
 * 07/05/2005} are ignored.
 */
public final class PrintedDateParser {
    private static final String[] LANGUAGES = {"en", "nl", "de", "fr", "es", "it", "ru", "uk", "be", "tr"};
    private static final Map<String, Integer> MONTHS = months(LANGUAGES);
    private static final Set<String> WEEKDAYS = weekdays(LANGUAGES);
    private static final String MONTH = "(\\p{L}{3,12})\\.?";
    private static final String HAN_DIGITS = "〇零○一二三四五六七八九";
    private static final String HAN_NUMBER = "\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[" + HAN_DIGITS + "]{1,2}";
    private static final String YEAR = "(\\d{4})(?!\\d)";

    private static final List<Form> FORMS = List.of(
            new Form(
                    "^" + YEAR + "-(\\d{2})-(\\d{2})(?:T.*)?",
                    it -> day(it.group(1), number(it.group(2)), it.group(3))),
            new Form(
                    "([\\d" + HAN_DIGITS + "]{4})年(" + HAN_NUMBER + ")月(" + HAN_NUMBER + ")日",
                    it -> day(digits(it.group(1)), number(digits(it.group(2))), digits(it.group(3)))),
            new Form(
                    "(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\." + YEAR,
                    it -> day(it.group(3), number(it.group(2)), it.group(1))),
            new Form(
                    "(?<![\\d–-])(\\d{1,2})(?:\\.|st|nd|rd|th|er|e|º)?(?:\\s+(?:de|day\\s+of|of))?\\s+" + MONTH
                            + "(?:\\s+de)?,?\\s+" + YEAR,
                    it -> day(it.group(3), month(it.group(2)), it.group(1))),
            new Form(
                    MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+" + YEAR,
                    it -> day(it.group(3), month(it.group(1)), it.group(2))),
            new Form("^" + MONTH + ",?\\s+" + YEAR + "$", it -> monthOf(it.group(2), month(it.group(1)))),
            new Form("^" + YEAR + "-(\\d{2})$", it -> monthOf(it.group(1), number(it.group(2)))),
            new Form("^" + YEAR + "$", it -> Optional.of(it.group(1))));

    /**
     * A date in a text.
     *
     * @param start the offset of its first character
     * @param end the offset after its last character
     */
    public record PrintedDate(String edtf, int start, int end) {}

    private record Form(Pattern pattern, Function<MatchResult, Optional<String>> reading) {
        Form(String pattern, Function<MatchResult, Optional<String>> reading) {
            this(Pattern.compile(pattern), reading);
        }

        Stream<PrintedDate> in(String text) {
            return pattern.matcher(text)
                    .results()
                    .flatMap(match ->
                            reading
                                    .apply(match)
                                    .map(edtf -> new PrintedDate(edtf, match.start(), match.end()))
                                    .stream());
        }
    }

    private PrintedDateParser() {}

    public static Optional<String> toEdtf(String text) {
        return FORMS.stream().flatMap(form -> form.in(text.strip())).findFirst().map(PrintedDate::edtf);
    }

    /** Finds the first date in a text. */
    public static Optional<PrintedDate> find(String text) {
        return all(text).stream().findFirst();
    }

    /** Finds all dates in a text, in its order. */
    public static List<PrintedDate> all(String text) {
        return FORMS.stream()
                .flatMap(form -> form.in(text))
                .sorted(Comparator.comparingInt(PrintedDate::start)
                        .thenComparing(PrintedDate::end, Comparator.reverseOrder()))
                .toList();
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

    /** Returns a Chinese number below 100, or a year, in digits: 二〇〇一 is 2001, 十五 is 15. */
    private static String digits(String number) {
        String digits = number.codePoints()
                .map(c -> HAN_DIGITS.indexOf(c) < 0 ? c : '0' + Math.max(0, HAN_DIGITS.indexOf(c) - 2))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int ten = digits.indexOf('十');
        if (ten < 0) {
            return digits;
        }
        String tens = ten == 0 ? "1" : digits.substring(0, ten);
        return tens + (ten + 1 == digits.length() ? "0" : digits.substring(ten + 1));
    }

    private static OptionalInt number(String digits) {
        return OptionalInt.of(Integer.parseInt(digits));
    }

    private static OptionalInt month(String name) {
        Integer month = MONTHS.get(name.toLowerCase(Locale.ROOT));
        return month == null ? OptionalInt.empty() : OptionalInt.of(month);
    }

    /** Whether the text is only the name of a day of the week. */
    public static boolean isWeekday(String text) {
        return WEEKDAYS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static Set<String> weekdays(String... languages) {
        return Stream.of(languages)
                .flatMap(language -> Stream.of(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.of(language))))
                .map(day -> day.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
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

package org.depositary.documents.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads a title and a date in the name of a file, such as {@code Astana_Declaration_2005-07-05.pdf}. */
final class FileNameMetadata {

    private static final Pattern EXTENSION = Pattern.compile("\\.[\\p{L}\\p{N}]{1,5}$");
    private static final Pattern SEPARATORS = Pattern.compile("[_+\\s]+|(?<=\\p{L})-|-(?=\\p{L})");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}{3,}(?![\\p{L}\\p{N}])");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{4}");

    private FileNameMetadata() {}

    /** Returns the words of a file name. Empty unless it has two words: {@code scan0012} is no title. */
    static Optional<String> title(String filename) {
        String words = SEPARATORS
                .matcher(EXTENSION.matcher(filename).replaceFirst(""))
                .replaceAll(" ")
                .strip();
        return Optional.of(words)
                .filter(it -> WORD.matcher(it).results().count() >= 2
                        || CHINESE.matcher(it).find());
    }

    /** Returns the day in a file name (EDTF), if it is printed as year, month and day. */
    static Optional<String> date(String filename) {
        return DAY.matcher(filename)
                .results()
                .map(MatchResult::group)
                .filter(FileNameMetadata::isDay)
                .findFirst();
    }

    private static boolean isDay(String date) {
        try {
            LocalDate.parse(date);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }
}

package org.depositary.documents.extraction.formula;

import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.metadata.PrintedDateParser;
import org.depositary.documents.extraction.metadata.PrintedDateParser.PrintedDate;

/** Finds the name of a town in a formula: "at Shanghai", "в городе Шанхае", "在上海". */
final class PrintedPlace {
    private static final String NAME_WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]*+";

    /** One to four words with a capital. The words that follow a place in capitals are no part of it. */
    private static final String NAME =
            "(?:St\\.\\s?)?" + NAME_WORD + "(?:[ -](?!(?iu:on|this|op|am|le|el|il|den)\\b)" + NAME_WORD + "){0,3}+";

    private static final Pattern AFTER_PREPOSITION = Pattern.compile("(?<!\\p{L})(?iu:at|in|te|à|en|zu|a|в|во|у)\\s+"
            + "(?:(?iu:the\\s+(?:city|town)\\s+of|de\\s+stad|la\\s+ville\\s+de|la\\s+ciudad\\s+de|городе|місті)\\s+"
            + "|[гм]\\.\\s*)?(" + NAME + ")(?!\\s+(?:and|und|en|et|y|e|и)\\s)");

    private static final Pattern CHINESE = Pattern.compile(
            "(?:订于|签于|署于|作于|成于|在|于)\\s*(\\p{IsHan}{2,8}?)市?" + "(?=举行|会晤|召开|签|订|通过|作成|缔|[，。；、,.;（(]|\\s|$)");

    private static final Pattern ALONE = Pattern.compile("(?:[гм]\\.\\s*|город\\s+)?(" + NAME + "|\\p{IsHan}{2,6})");

    /** The word "year" after a Russian, Ukrainian or Belarusian date. */
    private static final Pattern YEAR = Pattern.compile("^\\s*(?:года|году|г\\.|року|р\\.)");

    private static final Pattern BEFORE_DATE = Pattern.compile("[,，(（]$|^\\p{IsHan}+$");
    private static final Pattern AFTER_DATE = Pattern.compile("^[,，.)）。]|^\\p{IsHan}+$");
    private static final Pattern PUNCTUATION =
            Pattern.compile("^[\\s,，(（]+|[\\s,，.)）。]+$|[,，)(）（](?=\\s)|(?<=\\s)[,，)(）（.]");

    private PrintedPlace() {}

    /** Returns the first place near a date. */
    static Optional<String> near(PrintedDate date, String text, int distance) {
        return AFTER_PREPOSITION
                .matcher(text)
                .results()
                .filter(match -> match.end(1) <= date.start() && date.start() - match.end(1) <= distance
                        || match.start(1) >= date.end() && match.start(1) - date.end() <= distance)
                .findFirst()
                .or(() -> CHINESE.matcher(text)
                        .results()
                        .filter(match -> match.start(1) >= date.end() && match.start() - date.end() <= 2)
                        .findFirst())
                .map(match -> match.group(1));
    }

    /**
     * Returns the place that a line has next to a date, with a comma between them. Empty if the line contains anything
     * else: "Published 5 July 2005" names no place.
     */
    static Optional<String> inLine(String line, PrintedDate date) {
        String before = line.substring(0, date.start()).strip();
        String after = YEAR.matcher(line.substring(date.end())).replaceFirst("").strip();
        boolean separated = (before.isEmpty() || BEFORE_DATE.matcher(before).find())
                && (after.isEmpty() || AFTER_DATE.matcher(after).find());
        return Optional.of(ALONE.matcher(withoutPunctuation(before + " " + after)))
                .filter(it -> separated && it.matches())
                .map(it -> it.group(1));
    }

    /** Whether a line is only a date, perhaps with the day of the week. */
    static boolean isOnlyDate(String line, PrintedDate date) {
        String after = YEAR.matcher(line.substring(date.end())).replaceFirst("");
        String rest = withoutPunctuation(line.substring(0, date.start()) + " " + after);
        return rest.isEmpty() || PrintedDateParser.isWeekday(rest);
    }

    private static String withoutPunctuation(String words) {
        return PUNCTUATION.matcher(words).replaceAll("").strip();
    }
}

package org.depositary.gateway.feeds.text;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes EDTF expressions in plain English: {@code 2001-06} is "in June 2001". Other expressions stay as they are. */
public final class DateText {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final Pattern DECADE = Pattern.compile("(\\d{3})X");
    private static final Pattern DOUBTED = Pattern.compile("(.+)([~?%])");
    private static final String OPEN = "..";

    private DateText() {}

    /** When something happened: "on 15 June 2001", "between 2007 and 2010", "on an unknown day". */
    public static String point(String edtf) {
        var sides = sides(edtf);
        if (sides.length == 1) {
            return preposition(edtf) + name(edtf);
        }
        if (isOpen(sides[0])) {
            return isOpen(sides[1]) ? "on an unknown day" : "not later than " + name(sides[1]);
        }
        return isOpen(sides[1])
                ? "not before " + name(sides[0])
                : "between %s and %s".formatted(name(sides[0]), name(sides[1]));
    }

    /** How long something lasted: "from 9 August 2007 to 17 August 2007", "in 2007". */
    public static String period(String edtf) {
        var sides = sides(edtf);
        if (sides.length == 1) {
            return preposition(edtf) + name(edtf);
        }
        if (isOpen(sides[0])) {
            return isOpen(sides[1]) ? "for an unknown time" : "until " + name(sides[1]);
        }
        return isOpen(sides[1])
                ? "from %s on".formatted(name(sides[0]))
                : "from %s to %s".formatted(name(sides[0]), name(sides[1]));
    }

    /** A date as the beginning or the end of something: "15 June 2001", "a day between 2007 and 2010". */
    public static String bound(String edtf) {
        var sides = sides(edtf);
        if (sides.length == 1) {
            return name(edtf);
        }
        return isOpen(sides[0]) && isOpen(sides[1]) ? "an unknown day" : "a day " + point(edtf);
    }

    /** The name of one date: "15 June 2001", "about 2008". */
    public static String name(String edtf) {
        var doubted = DOUBTED.matcher(edtf);
        if (doubted.matches()) {
            return (doubted.group(2).equals("?") ? "perhaps " : "about ") + name(doubted.group(1));
        }
        if (DAY.matcher(edtf).matches()) {
            var day = LocalDate.parse(edtf);
            return "%d %s %d".formatted(day.getDayOfMonth(), month(day.getMonth()), day.getYear());
        }
        var month = MONTH.matcher(edtf);
        if (month.matches()) {
            return month(Month.of(Integer.parseInt(month.group(2)))) + " " + month.group(1);
        }
        var decade = DECADE.matcher(edtf);
        return decade.matches() ? "the %s0s".formatted(decade.group(1)) : edtf;
    }

    private static String preposition(String edtf) {
        var certain = DOUBTED.matcher(edtf).replaceFirst("$1");
        return DAY.matcher(certain).matches() ? "on " : "in ";
    }

    private static String month(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String[] sides(String edtf) {
        return edtf.split("/", -1);
    }

    private static boolean isOpen(String side) {
        return side.isEmpty() || side.equals(OPEN);
    }
}

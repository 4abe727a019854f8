package org.depositary.exercises.imports.staging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a latitude or longitude: as decimal degrees ({@code 43.8}, {@code -5,25}), or with degrees, minutes, seconds or
 * a letter ({@code 43°48'30"N}, {@code 43.8 N}).
 */
final class FileCoordinate {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}([.,][0-9]{1,20})?");
    private static final String NUMBER = "([0-9]{1,3}(?:[.,][0-9]{1,20})?)";
    private static final Pattern DEGREES = Pattern.compile("([NSEW])?\\s*([-+−])?" + NUMBER + "\\s*°?\\s*(?:" + NUMBER
            + "\\s*['′’]\\s*)?(?:" + NUMBER + "\\s*(?:\"|″|”|'')\\s*)?([NSEW])?");

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final int SCALE = 6;

    private FileCoordinate() {}

    /**
     * @param column {@code lat} or {@code lon}
     * @throws RowRejection if the text is not a coordinate of that axis
     */
    static BigDecimal parse(String column, String text) {
        if (DECIMAL.matcher(text).matches()) {
            return number(text);
        }
        var parts = DEGREES.matcher(text.toUpperCase(Locale.ROOT));
        if (!parts.matches() || parts.group(1) != null && parts.group(6) != null) {
            throw new RowRejection(column, "'%s' is not a number of degrees, such as 43.8".formatted(text));
        }
        return signed(column, text, parts, degrees(column, text, parts));
    }

    private static BigDecimal degrees(String column, String text, Matcher parts) {
        var degrees = number(parts.group(3));
        if (parts.group(4) == null && parts.group(5) == null) {
            return degrees;
        }
        var minutes = parts.group(4) == null ? BigDecimal.ZERO : number(parts.group(4));
        var seconds = parts.group(5) == null ? BigDecimal.ZERO : number(parts.group(5));
        if (minutes.compareTo(SIXTY) >= 0 || seconds.compareTo(SIXTY) >= 0) {
            throw new RowRejection(column, "'%s' has 60 minutes or seconds, or more".formatted(text));
        }
        var ofDegree = minutes.add(seconds.divide(SIXTY, SCALE + 2, RoundingMode.HALF_EVEN))
                .divide(SIXTY, SCALE, RoundingMode.HALF_EVEN);
        return degrees.add(ofDegree).stripTrailingZeros();
    }

    private static BigDecimal signed(String column, String text, Matcher parts, BigDecimal degrees) {
        var letter = parts.group(1) == null ? parts.group(6) : parts.group(1);
        boolean isNegative = parts.group(2) != null && !parts.group(2).equals("+");
        if (letter == null) {
            return isNegative ? degrees.negate() : degrees;
        }
        if (!(column.equals("lat") ? "NS" : "EW").contains(letter) || parts.group(2) != null) {
            throw new RowRejection(
                    column, "'%s' is not a %s".formatted(text, column.equals("lat") ? "latitude" : "longitude"));
        }
        return "SW".contains(letter) ? degrees.negate() : degrees;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}

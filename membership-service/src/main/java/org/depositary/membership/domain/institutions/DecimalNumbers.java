package org.depositary.membership.domain.institutions;

import java.math.BigDecimal;
import org.depositary.vocabulary.Violations;

/** Numbers as sources give them: decimal, and no longer than every reader of JSON keeps them exactly. */
final class DecimalNumbers {

    /** What a double keeps of a decimal number. */
    private static final int MOST_DIGITS = 15;

    private DecimalNumbers() {}

    static void check(Violations violations, String pointer, BigDecimal number) {
        violations.require(isShort(number), pointer, "A number has at most %d digits.".formatted(MOST_DIGITS));
    }

    /** In the one form that it has, where it is short: 1e3 and 1000.0 are 1000. */
    static BigDecimal plain(BigDecimal number) {
        if (!isShort(number)) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Asked of the exponent first: writing 1e999999999 in full would take all memory. */
    private static boolean isShort(BigDecimal number) {
        return number.scale() <= MOST_DIGITS
                && number.scale() > -MOST_DIGITS
                && number.precision() - Math.min(number.scale(), 0) <= MOST_DIGITS;
    }
}

package org.depositary.membership.domain.institutions;

import java.math.BigDecimal;
import org.depositary.vocabulary.validation.ViolationCollector;

/** Validates decimal numbers. Every JSON parser must keep them exactly, so their length is limited. */
final class DecimalNumberValidator {

    /** The maximum number of significant digits: a double-precision number keeps 15 exactly. */
    private static final int MOST_DIGITS = 15;

    private DecimalNumberValidator() {}

    static void check(ViolationCollector violations, String pointer, BigDecimal number) {
        violations.require(isShort(number), pointer, "A number can have at most %d digits.".formatted(MOST_DIGITS));
    }

    /**
     * Returns the canonical form of a number: 1e3 and 1000.0 both become 1000. The number must be short, see {@link
     * #isShort}.
     */
    static BigDecimal plain(BigDecimal number) {
        if (!isShort(number)) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Whether the number has few enough digits. Checks the exponent first, because writing 1e999999999 in full would
     * use up the memory.
     */
    private static boolean isShort(BigDecimal number) {
        return number.scale() <= MOST_DIGITS
                && number.scale() > -MOST_DIGITS
                && number.precision() - Math.min(number.scale(), 0) <= MOST_DIGITS;
    }
}

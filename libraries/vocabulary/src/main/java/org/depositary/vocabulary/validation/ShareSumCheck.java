package org.depositary.vocabulary.validation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * Warns if the shares of a budget do not add up to 100 percent. They are stored anyway, because they are what the
 * source says.
 */
public final class ShareSumCheck {

    /** The only unit whose shares must add up to a known sum, 100. */
    public static final String PERCENT = "percent";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private ShareSumCheck() {}

    /** Returns a warning such as {@code shares sum to 103}. Empty if the sum is 100 or the unit is not percent. */
    public static Optional<String> warning(String unit, Collection<BigDecimal> shares) {
        var sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return unit.equals(PERCENT) && sum.compareTo(WHOLE) != 0
                ? Optional.of("shares sum to " + sum.stripTrailingZeros().toPlainString())
                : Optional.empty();
    }
}

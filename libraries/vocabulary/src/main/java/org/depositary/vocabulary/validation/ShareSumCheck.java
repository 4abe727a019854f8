package org.depositary.vocabulary.validation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** Checks the sum of shares. Shares are stored as the source has them, even if they do not add up. */
public final class ShareSumCheck {

    /** The unit whose whole is 100. */
    public static final String PERCENT = "percent";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private ShareSumCheck() {}

    /** A warning such as {@code shares sum to 103}. Empty if the sum is right or the unit is not percent. */
    public static Optional<String> warning(String unit, Collection<BigDecimal> shares) {
        var sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return unit.equals(PERCENT) && sum.compareTo(WHOLE) != 0
                ? Optional.of("shares sum to " + sum.stripTrailingZeros().toPlainString())
                : Optional.empty();
    }
}

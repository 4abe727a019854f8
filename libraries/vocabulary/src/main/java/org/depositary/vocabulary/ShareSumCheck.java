package org.depositary.vocabulary;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** Shares of a whole: told as a source has them, even where they do not add up. */
public final class ShareSumCheck {

    /** The unit in which a whole is 100. */
    public static final String PERCENT = "percent";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private ShareSumCheck() {}

    /** What looks odd about shares in this unit: {@code shares sum to 103}; nothing where they may be right. */
    public static Optional<String> warning(String unit, Collection<BigDecimal> shares) {
        var sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return unit.equals(PERCENT) && sum.compareTo(WHOLE) != 0
                ? Optional.of("shares sum to " + sum.stripTrailingZeros().toPlainString())
                : Optional.empty();
    }
}

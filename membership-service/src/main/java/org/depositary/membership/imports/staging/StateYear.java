package org.depositary.membership.imports.staging;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** The years that a row of {@code state-years} can have: from 1000 to the next one. */
final class StateYear {

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    private StateYear() {}

    static int latest() {
        return LocalDate.now(ZoneOffset.UTC).getYear() + 1;
    }

    static Optional<Integer> parse(String text) {
        return Optional.of(text)
                .filter(given -> YEAR.matcher(given).matches())
                .map(Integer::valueOf)
                .filter(year -> year <= latest());
    }
}

package org.depositary.documents.domain.instruments;

import java.time.DateTimeException;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A rule by which an instrument enters into force: so many parties consent to be bound, then a time passes (Vienna
 * Convention on the Law of Treaties, article 24).
 *
 * @param ratifications the number of ratifications, acceptances, approvals and accessions
 * @param after the time after the last of them, an ISO 8601 duration of days, weeks, months or years; absent: none
 */
public record InForceRule(int ratifications, Optional<String> after) {

    /** Narrower than {@link Period#parse}: PostgreSQL, which computes the date, refuses signs and small letters. */
    private static final Pattern DURATION = Pattern.compile("P(\\d{1,5}Y)?(\\d{1,5}M)?(\\d{1,5}W)?(\\d{1,5}D)?");

    private static final int MOST_RATIFICATIONS = 1_000;
    private static final int MOST_YEARS = 100;

    void check(ViolationCollector violations, String pointer) {
        violations.require(
                ratifications >= 1 && ratifications <= MOST_RATIFICATIONS,
                pointer + "/ratifications",
                "The number must be from 1 to %d.".formatted(MOST_RATIFICATIONS));
        after.ifPresent(time -> violations.require(
                isTime(time),
                pointer + "/after",
                "'%s' is not a duration of days, weeks, months or years, such as P30D. At most %d years are allowed."
                        .formatted(time, MOST_YEARS)));
    }

    private static boolean isTime(String after) {
        try {
            var time = Period.parse(after);
            return DURATION.matcher(after).matches()
                    && time.toTotalMonths() <= MOST_YEARS * 12L
                    && time.getDays() <= MOST_YEARS * 366;
        } catch (DateTimeException | ArithmeticException unreadable) {
            return false;
        }
    }
}

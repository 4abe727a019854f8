package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.validation.ViolationCollector;

/** Checks of fields that several kinds of institutional facts share. */
final class InstitutionFieldChecks {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private InstitutionFieldChecks() {}

    /** Requires the id of an organ to be a slug. The organ may be unregistered. */
    static void checkSlug(ViolationCollector violations, String pointer, String id) {
        violations.require(
                SLUG.matcher(id).matches(),
                pointer,
                "An organ id must be a slug: lower-case letters, digits and hyphens, at most 63.");
    }

    static void checkOrgan(ViolationCollector violations, Optional<String> organ) {
        organ.ifPresent(id -> checkSlug(violations, "#/organ", id));
    }

    static void checkTexts(ViolationCollector violations, String pointer, List<String> texts, int most) {
        violations.checkEach(
                pointer,
                texts,
                most,
                (at, text) -> violations.checkText(at, Optional.of(text), InstitutionalFact.LONGEST));
    }

    /** Rejects an end that certainly lies before the start. */
    static void checkOrder(
            ViolationCollector violations, String pointer, Optional<PartialDate> start, Optional<PartialDate> end) {
        var began = start.flatMap(PartialDate::earliest);
        var ended = end.flatMap(PartialDate::latest);
        violations.require(
                began.isEmpty() || ended.isEmpty() || !ended.get().isBefore(began.get()),
                pointer,
                "The period ends before it begins.");
    }
}

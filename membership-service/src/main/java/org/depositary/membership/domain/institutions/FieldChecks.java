package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Violations;

/** Checks what several kinds of fact have in common. */
final class FieldChecks {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private FieldChecks() {}

    /** The id of an organ; whether there is one, nobody has to know yet. */
    static void slug(Violations violations, String pointer, String id) {
        violations.require(
                SLUG.matcher(id).matches(),
                pointer,
                "An organ's id is a slug: lower-case letters, digits and hyphens, at most 63.");
    }

    static void organ(Violations violations, Optional<String> organ) {
        organ.ifPresent(id -> slug(violations, "#/organ", id));
    }

    static void texts(Violations violations, String pointer, List<String> texts, int most) {
        violations.checkEach(
                pointer,
                texts,
                most,
                (at, text) -> violations.checkText(at, Optional.of(text), InstitutionalFact.LONGEST));
    }

    /** What certainly ended before it began never was. */
    static void order(Violations violations, String pointer, Optional<PartialDate> start, Optional<PartialDate> end) {
        var began = start.flatMap(PartialDate::earliest);
        var ended = end.flatMap(PartialDate::latest);
        violations.require(
                began.isEmpty() || ended.isEmpty() || !ended.get().isBefore(began.get()),
                pointer,
                "It ends before it begins.");
    }
}

package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.vocabulary.Flaws;
import org.depositary.vocabulary.PartialDate;

/** Checks what several kinds of fact have in common. */
final class References {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private References() {}

    /** The id of an organ; whether there is one, nobody has to know yet. */
    static void slug(Flaws flaws, String pointer, String id) {
        flaws.unless(
                SLUG.matcher(id).matches(),
                pointer,
                "An organ's id is a slug: lower-case letters, digits and hyphens, at most 63.");
    }

    static void organ(Flaws flaws, Optional<String> organ) {
        organ.ifPresent(id -> slug(flaws, "#/organ", id));
    }

    static void texts(Flaws flaws, String pointer, List<String> texts, int most) {
        flaws.each(pointer, texts, most, (at, text) -> flaws.text(at, Optional.of(text), InstitutionalFact.LONGEST));
    }

    /** What certainly ended before it began never was. */
    static void order(Flaws flaws, String pointer, Optional<PartialDate> start, Optional<PartialDate> end) {
        var began = start.flatMap(PartialDate::earliest);
        var ended = end.flatMap(PartialDate::latest);
        flaws.unless(
                began.isEmpty() || ended.isEmpty() || !ended.get().isBefore(began.get()),
                pointer,
                "It ends before it begins.");
    }
}

package org.depositary.vocabulary.sources;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.validation.Violation;

/**
 * The time for which sources speak. What they leave open is certain up to the last day that {@code until} can mean, and
 * only possible after it.
 *
 * @param until the end of the coverage; without bounds if the sources confirm nothing
 */
public record SourceCoverage(PartialDate until) {

    /** The coverage of a source that confirms nothing: its end is unknown. */
    private static final String NOTHING = "../";

    private static final Comparator<PartialDate> BY_LAST_DAY =
            Comparator.comparing(date -> date.latest().orElse(LocalDate.MIN));

    /** Returns the error in a coverage from outside. */
    public static Optional<Violation> violation(String pointer, String covers) {
        try {
            return Period.parse(covers).end().edtf().isEmpty()
                    ? Optional.of(
                            new Violation(pointer, "A coverage has an end, as in 1816/2014, or '..' without one."))
                    : Optional.empty();
        } catch (IllegalArgumentException invalid) {
            return Optional.of(new Violation(pointer, invalid.getMessage()));
        }
    }

    /**
     * Returns the source with its coverage, for a source that is added to a fact. If it states none, it speaks up to its
     * publication; without a date of publication, it confirms nothing.
     */
    public static Source ofAdded(Source source) {
        return source.covers() == null ? source.withCovers(untilPublished(source.published())) : source;
    }

    private static String untilPublished(String published) {
        if (published == null) {
            return NOTHING;
        }
        var end = Period.parse(published).end();
        // EDTF level 1 has no X inside an interval, so such a date is replaced by its last day.
        return end.latest()
                .map(day -> "../" + (end.edtf().contains("X") ? day.toString() : end.edtf()))
                .orElse(NOTHING);
    }

    /**
     * Returns the coverage of the sources of one fact: the one that ends last. Empty if a source speaks without end.
     *
     * @param sets the coverage of each set that has one
     */
    public static Optional<SourceCoverage> of(List<Source> sources, Map<String, String> sets) {
        var ends = sources.stream().map(source -> end(source, sets)).toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(BY_LAST_DAY).map(SourceCoverage::new)
                : Optional.empty();
    }

    /** Returns a coverage from an event. Empty if it has no end. */
    public static Optional<SourceCoverage> ofInterval(String covers) {
        return Optional.of(end(covers)).filter(end -> !end.edtf().equals("..")).map(SourceCoverage::new);
    }

    /** Returns the end of the source's coverage. Empty if it has none. */
    private static Optional<PartialDate> end(Source source, Map<String, String> sets) {
        var covers = source.set() == null ? source.covers() : sets.getOrDefault(source.set(), source.covers());
        return Optional.ofNullable(covers).flatMap(SourceCoverage::ofInterval).map(SourceCoverage::until);
    }

    private static PartialDate end(String covers) {
        return covers.equals(NOTHING)
                ? new PartialDate("", Optional.empty(), Optional.empty(), false)
                : Period.parse(covers).end();
    }

    /** Whether the sources do not speak for the day. */
    public boolean endsBefore(LocalDate day) {
        return until.latest().map(day::isAfter).orElse(true);
    }
}

package org.depositary.gateway.read.memberships;

import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.gateway.read.ResolvedAsOf;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.WhereClause;
import org.depositary.vocabulary.Certainty;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Period;

/**
 * A span of a status or a candidacy, ended by the dissolution of its organisation where no change ended it before.
 *
 * @param opened id of the change that began it
 * @param closed id of the change that ended it, or would have, had the dissolution not come first
 * @param dissolved whether the dissolution ended it
 * @param founding whether the change that began it made the party a founding member
 * @param disputed whether sources do not agree on the change that began it, or on the one that ended it
 */
public record HeldSpan(
        String status,
        String opened,
        Optional<String> closed,
        PartialDate since,
        Optional<PartialDate> until,
        boolean dissolved,
        boolean founding,
        boolean disputed,
        RawValue sources) {

    /** @param dissolved whether it is that of the organisation */
    private record End(Optional<PartialDate> on, boolean dissolved) {

        private static final Comparator<PartialDate> BY_LATEST =
                Comparator.comparing(date -> date.latest().orElse(LocalDate.MAX));

        /**
         * Whichever came first. A change that took effect no later than the dissolution is what ended the span: there
         * still was something to leave. Otherwise the dissolution did, if the change had not come before, as far as its
         * date tells.
         */
        static End first(Optional<PartialDate> closed, Optional<PartialDate> dissolution) {
            if (dissolution.isEmpty()) {
                return new End(closed, false);
            }
            if (closed.isEmpty()) {
                return new End(dissolution, true);
            }
            return BY_LATEST.compare(closed.get(), dissolution.get()) <= 0
                    ? new End(closed, false)
                    : new End(Optional.of(within(closed.get(), dissolution.get())), true);
        }

        /** The dissolution; or some day from when the change may have been to the dissolution. */
        private static PartialDate within(PartialDate closed, PartialDate dissolution) {
            if (PartialDate.IN_TIME.compare(dissolution, closed) <= 0) {
                return dissolution;
            }
            var start = Period.parse(closed.edtf()).start();
            var end = Period.parse(dissolution.edtf()).end();
            return new Period(bound(start, start.earliest()), bound(end, end.latest())).asPoint();
        }

        /** ISO 8601-2, level 1: no bound of an interval has digits left open, such as 199X. */
        private static PartialDate bound(PartialDate date, Optional<LocalDate> day) {
            return date.edtf().contains("X") ? PartialDate.of(day.orElseThrow()) : date;
        }
    }

    /**
     * Spans with the dissolution beside them. A dissolution is a fact of another stream, so it is joined here and never
     * written into the spans. At most one version of an organisation is known at a point, so LIMIT changes nothing but
     * the plan: a plan for any values takes so many ranges for empty ones, and would compare all organisations with
     * every span.
     */
    public static String known(WhereClause filter) {
        return """
                SELECT s.*, d.*
                FROM span s LEFT JOIN LATERAL (
                    SELECT o.dissolved_edtf, o.dissolved_earliest, o.dissolved_latest, o.dissolved_uncertain
                    FROM organization o WHERE o.id = s.organization AND %s LIMIT 1
                ) d ON true
                WHERE %s AND %s
                """.formatted(ResolvedAsOf.known("o"), ResolvedAsOf.known("s"), filter.text());
    }

    /** On spans known so: whether they certainly or possibly hold on {@code :day}. */
    static final String ON_DAY = """
            start_earliest <= :day AND end_latest > :day AND (dissolved_latest IS NULL OR dissolved_latest > :day)""";

    /** In the order in which {@link #read} reads them. */
    private static final List<String> COLUMNS = List.of(
            "status",
            "opened",
            "closed",
            "start_edtf",
            "start_earliest",
            "start_latest",
            "start_uncertain",
            "end_edtf",
            "end_earliest",
            "end_latest",
            "end_uncertain",
            "dissolved_edtf",
            "dissolved_earliest",
            "dissolved_latest",
            "dissolved_uncertain",
            "founding",
            "disputed",
            "sources");

    /** {@code s.status AS s_status, …}: what {@link #read} reads. */
    public static String columns(String alias) {
        return COLUMNS.stream()
                .map(column -> "%1$s.%2$s AS %1$s_%2$s".formatted(alias, column))
                .collect(Collectors.joining(", "));
    }

    public static Optional<HeldSpan> read(ResultRow row, String alias) throws SQLException {
        var cells = row.from(alias + "_" + COLUMNS.getFirst());
        var status = cells.optionalText();
        if (status.isEmpty()) {
            return Optional.empty();
        }
        var opened = cells.text();
        var closed = cells.optionalText();
        var since = cells.date();
        var end = End.first(cells.optionalDate(), cells.optionalDate());
        return Optional.of(new HeldSpan(
                status.get(),
                opened,
                closed,
                since,
                end.on(),
                end.dissolved(),
                cells.flag(),
                cells.flag(),
                cells.raw()));
    }

    String certainty(LocalDate day) {
        // The query leaves no other spans than those that hold at least possibly.
        return Certainty.onDay(day, since, until).orElse(Certainty.POSSIBLE).json();
    }

    static String url(String change) {
        return "/api/membership-changes/" + change;
    }
}

package org.depositary.gateway.query;

import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.vocabulary.Held;
import org.depositary.vocabulary.PartialDate;

/**
 * A span of a status or a candidacy, ended by the dissolution of its organisation where nothing else ended it.
 *
 * @param opened id of the change that began it
 * @param closed id of the change that ended it
 * @param dissolved whether the dissolution ended it
 * @param disputed whether sources do not agree on the change that began it, or on the one that ended it
 */
record HeldSpan(
        String status,
        String opened,
        Optional<String> closed,
        PartialDate since,
        Optional<PartialDate> until,
        boolean dissolved,
        boolean disputed,
        RawValue sources) {

    /**
     * Spans with the dissolution beside them. A dissolution is a fact of another stream, so it is joined here and never
     * written into the spans. At most one version of an organisation is known at a point, so LIMIT changes nothing but
     * the plan: a plan for any values takes so many ranges for empty ones, and would compare all organisations with
     * every span.
     */
    static String known(Conditions filter) {
        return """
                SELECT s.*, d.*
                FROM span s LEFT JOIN LATERAL (
                    SELECT o.dissolved_edtf, o.dissolved_earliest, o.dissolved_latest, o.dissolved_uncertain
                    FROM organization o WHERE o.id = s.organization AND %s LIMIT 1
                ) d ON true
                WHERE %s AND %s
                """.formatted(AsOf.known("o"), AsOf.known("s"), filter.text());
    }

    /** On spans known so: whether they certainly or possibly hold on {@code :day}. */
    static final String ON_DAY = """
            start_earliest <= :day AND end_latest > :day
            AND (closed IS NOT NULL OR dissolved_latest IS NULL OR dissolved_latest > :day)""";

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
            "disputed",
            "sources");

    /** {@code s.status AS s_status, …}: what {@link #read} reads. */
    static String columns(String alias) {
        return COLUMNS.stream()
                .map(column -> "%1$s.%2$s AS %1$s_%2$s".formatted(alias, column))
                .collect(Collectors.joining(", "));
    }

    static Optional<HeldSpan> read(Row row, String alias) throws SQLException {
        var status = row.optionalText(alias + "_status");
        if (status.isEmpty()) {
            return Optional.empty();
        }
        var closed = row.optionalText(alias + "_closed");
        var dissolution = closed.isPresent() ? Optional.<PartialDate>empty() : row.optionalDate(alias + "_dissolved");
        return Optional.of(new HeldSpan(
                status.get(),
                row.text(alias + "_opened"),
                closed,
                row.date(alias + "_start"),
                dissolution.isPresent() ? dissolution : row.optionalDate(alias + "_end"),
                dissolution.isPresent(),
                row.flag(alias + "_disputed"),
                row.raw(alias + "_sources")));
    }

    String certainty(LocalDate day) {
        // The query leaves no other spans than those that hold at least possibly.
        return Held.on(day, since, until).orElse(Held.Certainty.POSSIBLE).json();
    }

    static String url(String change) {
        return "/api/membership-changes/" + change;
    }
}

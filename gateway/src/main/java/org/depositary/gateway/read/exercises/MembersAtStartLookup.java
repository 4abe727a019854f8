package org.depositary.gateway.read.exercises;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.memberships.MembershipSpan;
import org.depositary.gateway.read.memberships.SetCoverages;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.dates.PartialDate;

/** Finds the members of organisations at the start of exercises, for all exercises of a page in one query. */
public record MembersAtStartLookup(Snapshot snapshot) {

    public record Beginning(String organization, PartialDate start) {}

    /** A party that was certainly or possibly a member at the start. */
    public record Then(String party, Certainty certainty) {}

    private static final String MEMBERS = """
            SELECT e.n, s.*
            FROM unnest(:organizations::text[], :earliest::text[]::date[], :latest::text[]::date[]) WITH ORDINALITY
                AS e (organization, start_earliest, start_latest, n)
            CROSS JOIN LATERAL member_spans_between(e.start_earliest, e.start_latest, :instant) s
            WHERE s.organization = e.organization AND s.organization = ANY (:organizations)
            ORDER BY e.n, s.party, s.start_earliest
            """;

    public Map<Beginning, List<Then>> of(List<Beginning> beginnings) throws SQLException {
        var members = new HashMap<Beginning, List<Then>>();
        if (beginnings.isEmpty()) {
            return members;
        }
        beginnings.forEach(beginning -> members.put(beginning, new ArrayList<>()));
        var query = NamedSql.of(MEMBERS)
                .with(
                        "organizations",
                        beginnings.stream().map(Beginning::organization).toList())
                .with(
                        "earliest",
                        beginnings.stream()
                                .map(b -> text(b.start().earliest(), "-infinity"))
                                .toList())
                .with(
                        "latest",
                        beginnings.stream()
                                .map(b -> text(b.start().latest(), "infinity"))
                                .toList());
        snapshot.together(SetCoverages.statement().then(query), results -> {
            var coverages = SetCoverages.read(results);
            return results.next(row -> add(row, coverages, beginnings, members));
        });
        return members;
    }

    private static boolean add(
            ResultRow row, SetCoverages coverages, List<Beginning> beginnings, Map<Beginning, List<Then>> members)
            throws SQLException {
        var beginning = beginnings.get(row.number("n") - 1);
        var party = row.text("party");
        var then = members.get(beginning);
        var certainty = certainty(beginning.start(), MembershipSpan.read(row, coverages));
        // Keeps one entry for a party that left and rejoined around the start: the certain one, if any.
        then.removeIf(member -> member.party().equals(party) && certainty == Certainty.CERTAIN);
        return then.stream().noneMatch(member -> member.party().equals(party)) && then.add(new Then(party, certainty));
    }

    /** Certain only if the party was a member on every day that the start date can mean. */
    private static Certainty certainty(PartialDate start, MembershipSpan span) {
        boolean always = start.earliest().isPresent()
                && start.latest().isPresent()
                && Stream.of(start.earliest(), start.latest())
                        .flatMap(Optional::stream)
                        .allMatch(day -> span.certainty(day) == Certainty.CERTAIN);
        return always && !start.uncertain() ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }

    private static String text(Optional<LocalDate> bound, String open) {
        return bound.map(LocalDate::toString).orElse(open);
    }
}

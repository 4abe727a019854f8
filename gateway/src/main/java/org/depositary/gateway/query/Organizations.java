package org.depositary.gateway.query;

import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.query.Reads.Versioned;
import org.depositary.gateway.query.Slice.Wanted;
import org.depositary.vocabulary.Parties;

/** Organisations as they were on a day. */
record Organizations(Snapshot snapshot) {

    private static final String KNOWN = "SELECT o.* FROM organization o WHERE " + AsOf.known("o");

    Slice<Organization> search(Optional<String> q, Wanted wanted) throws SQLException {
        return Slice.ofAll(matching(q), Organization::id, wanted);
    }

    /** Those whose id, acronym or any name contains the text, by id. There are hundreds of organisations, not millions. */
    List<Organization> matching(Optional<String> q) throws SQLException {
        var text = q.map(part -> part.strip().toLowerCase(Locale.ROOT)).orElse("");
        return snapshot.list(Sql.of(KNOWN + " AND o.stands ORDER BY o.id"), this::organization).stream()
                .filter(organization -> words(organization)
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text)))
                .toList();
    }

    Optional<Organization> one(String id) throws SQLException {
        return snapshot.first(Sql.of(KNOWN + " AND o.id = :id").with("id", id), this::organization);
    }

    Versioned<OrganizationInFull> inFull(String id) throws SQLException {
        var facts = new Facts(snapshot);
        var registration = facts.require("organization", id);
        var history = facts.history(registration);
        var row = snapshot.first(Sql.of(KNOWN + " AND o.id = :id").with("id", id), this::full);
        return new Versioned<>(row.orElseThrow().with(history.recordings()), history.version());
    }

    /** Those registered among these, as {@link #state} reads them. */
    Sql among(Collection<String> ids) {
        return Sql.of("SELECT o.id, o.statement, o.changes FROM organization o WHERE o.id = ANY (:ids) AND "
                        + AsOf.known("o"))
                .with("ids", ids);
    }

    /** The names of parties, organisations among them. */
    PartyNames names(Collection<String> codes) throws SQLException {
        return names(codes, List.of());
    }

    /** @param known what need not be looked up */
    PartyNames names(Collection<String> codes, List<OrganizationState> known) throws SQLException {
        var byId = new HashMap<String, OrganizationState>();
        known.forEach(organization -> byId.put(organization.id(), organization));
        var others = codes.stream()
                .filter(code -> !byId.containsKey(code) && !Parties.isState(code))
                .toList();
        if (!others.isEmpty()) {
            snapshot.list(among(others), this::state)
                    .forEach(organization -> byId.put(organization.id(), organization));
        }
        return new PartyNames(snapshot.languages(), byId.values());
    }

    /** Refuses what was never registered. */
    void require(String id) throws SQLException {
        if (one(id).isEmpty()) {
            throw Problem.notFound("No organisation '%s' is registered".formatted(id));
        }
    }

    /** It and those it continues, whichever of the two has said so; itself first. */
    List<String> withPredecessors(String id) throws SQLException {
        var sql = """
                WITH RECURSIVE chain (id) AS (
                    SELECT :id::text COLLATE "C"
                    UNION
                    SELECT earlier.id FROM chain CROSS JOIN LATERAL (
                        SELECT o.predecessor FROM organization o
                        WHERE o.id = chain.id AND o.predecessor IS NOT NULL AND %1$s
                        UNION ALL
                        SELECT o.id FROM organization o WHERE chain.id = ANY (o.successors) AND %1$s
                    ) earlier (id)
                )
                SELECT id FROM chain
                """.formatted(AsOf.known("o"));
        return snapshot.list(Sql.of(sql).with("id", id), row -> row.text("id"));
    }

    private Stream<String> words(Organization organization) {
        return Stream.of(
                        Stream.of(organization.id()),
                        organization.acronym().stream(),
                        organization.names().values().stream())
                .flatMap(Function.identity());
    }

    private OrganizationInFull full(Row row) throws SQLException {
        var state = state(row);
        return new OrganizationInFull(
                organization(row),
                state.changes().stream().map(OrganizationInFull.DatedChange::of).toList(),
                row.optionalJson("retracted"),
                List.of());
    }

    private Organization organization(Row row) throws SQLException {
        RawValue sources = row.raw("sources");
        return Organization.of(state(row), row.optionalJson("dispute"), sources, snapshot.languages());
    }

    OrganizationState state(Row row) throws SQLException {
        return OrganizationState.on(snapshot.day(), row.text("id"), row.json("statement"), row.json("changes"));
    }
}

package org.depositary.gateway.read.organizations;

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
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Wanted;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResolvedAsOf;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.Versioned;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.vocabulary.Parties;

/** Organisations as they were on a day. */
public record OrganizationReads(Snapshot snapshot) {

    private static final String KNOWN = "SELECT o.* FROM organization o WHERE " + ResolvedAsOf.known("o");

    public KeysetPage<OrganizationItem> search(Optional<String> q, Wanted wanted) throws SQLException {
        return KeysetPage.ofAll(matching(q), OrganizationItem::id, wanted);
    }

    /** Those whose id, acronym or any name contains the text, by id. There are hundreds of organisations, not millions. */
    public List<OrganizationItem> matching(Optional<String> q) throws SQLException {
        var text = q.map(part -> part.strip().toLowerCase(Locale.ROOT)).orElse("");
        return snapshot.list(NamedSql.of(KNOWN + " AND o.stands ORDER BY o.id"), this::organization).stream()
                .filter(organization -> words(organization)
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text)))
                .toList();
    }

    public Optional<OrganizationItem> one(String id) throws SQLException {
        return snapshot.first(NamedSql.of(KNOWN + " AND o.id = :id").with("id", id), this::organization);
    }

    public Versioned<OrganizationDetail> inFull(String id) throws SQLException {
        var facts = new FactReads(snapshot);
        var registration = facts.require("organization", id);
        var history = facts.history(registration);
        var row = snapshot.first(NamedSql.of(KNOWN + " AND o.id = :id").with("id", id), this::full);
        return new Versioned<>(row.orElseThrow().with(history.recordings()), history.version());
    }

    /** Those registered among these, as {@link #state} reads them. */
    public NamedSql among(Collection<String> ids) {
        return NamedSql.of("SELECT o.id, o.statement, o.changes FROM organization o WHERE o.id = ANY (:ids) AND "
                        + ResolvedAsOf.known("o"))
                .with("ids", ids);
    }

    /** The names of parties, organisations among them. */
    public PartyNames names(Collection<String> codes) throws SQLException {
        return names(codes, List.of());
    }

    /** @param known what need not be looked up */
    public PartyNames names(Collection<String> codes, List<OrganizationState> known) throws SQLException {
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
    public void require(String id) throws SQLException {
        if (one(id).isEmpty()) {
            throw Problem.notFound("No organisation '%s' is registered".formatted(id));
        }
    }

    /** It and those it continues, whichever of the two has said so; itself first. */
    public List<String> withPredecessors(String id) throws SQLException {
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
                """.formatted(ResolvedAsOf.known("o"));
        return snapshot.list(NamedSql.of(sql).with("id", id), row -> row.text("id"));
    }

    private Stream<String> words(OrganizationItem organization) {
        return Stream.of(
                        Stream.of(organization.id()),
                        organization.acronym().stream(),
                        organization.names().values().stream())
                .flatMap(Function.identity());
    }

    private OrganizationDetail full(ResultRow row) throws SQLException {
        var state = state(row);
        return new OrganizationDetail(
                organization(row),
                state.changes().stream().map(OrganizationDetail.DatedChange::of).toList(),
                row.optionalJson("retracted"),
                List.of());
    }

    private OrganizationItem organization(ResultRow row) throws SQLException {
        RawValue sources = row.raw("sources");
        return OrganizationItem.of(state(row), row.optionalJson("dispute"), sources, snapshot.languages());
    }

    public OrganizationState state(ResultRow row) throws SQLException {
        return OrganizationState.on(snapshot.day(), row.text("id"), row.json("statement"), row.json("changes"));
    }
}

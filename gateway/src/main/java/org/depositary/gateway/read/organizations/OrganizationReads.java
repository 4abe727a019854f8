package org.depositary.gateway.read.organizations;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.facts.Retraction;
import org.depositary.gateway.read.lists.Everything;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.vocabulary.parties.PartyLookup;

/** Reads organisations as they were on a day. */
public record OrganizationReads(Snapshot snapshot) {

    /** The list of organisations by id. With a text, only the organisations that match it. */
    public static final ListQuery<Optional<String>, OrganizationItem> ORGANIZATIONS = ListQuery.within(
            ReadScope.MEMBERSHIPS,
            (snapshot, text, page) ->
                    KeysetPage.ofAll(new OrganizationReads(snapshot).matching(text), OrganizationItem::id, page));

    /** All organisations that stand, each with all its dated changes, by id. */
    public static final ListQuery<Everything, OrganizationHistory> HISTORIES = (snapshot, nothing, page) ->
            KeysetPage.ofAll(new OrganizationReads(snapshot).histories(), OrganizationHistory::id, page);

    private static final String ALL = """
            SELECT o.* FROM organizations_at(:instant) o WHERE o.stands ORDER BY o.id
            """;

    private static final String ONE = """
            SELECT o.* FROM organizations_at(:instant) o WHERE o.id = :id
            """;

    private static final String SEVERAL = """
            SELECT o.* FROM organizations_at(:instant) o WHERE o.id = ANY (:ids)
            """;

    private static final String NAMES = """
            SELECT o.id, o.statement, o.changes FROM organizations_at(:instant) o WHERE o.id = ANY (:ids)
            """;

    private static final String WITH_PREDECESSORS = """
            WITH RECURSIVE chain (continued, id) AS (
                SELECT given.id, given.id COLLATE "C" FROM unnest(:ids::text[]) given (id)
                UNION
                SELECT chain.continued, earlier.id FROM chain CROSS JOIN LATERAL (
                    SELECT o.predecessor FROM organizations_at(:instant) o
                    WHERE o.id = chain.id AND o.predecessor IS NOT NULL
                    UNION ALL
                    SELECT o.id FROM organizations_at(:instant) o WHERE chain.id = ANY (o.successors)
                ) earlier (id)
            )
            SELECT continued, id FROM chain
            """;

    /**
     * The organisations whose id, acronym or any name contains the text, ordered by id. Reads all, because a register
     * has hundreds of organisations and not millions.
     */
    public List<OrganizationItem> matching(Optional<String> q) throws SQLException {
        var text = q.map(part -> part.strip().toLowerCase(Locale.ROOT)).orElse("");
        return snapshot.list(NamedSql.of(ALL), this::organization).stream()
                .filter(organization -> words(organization)
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text)))
                .toList();
    }

    private List<OrganizationHistory> histories() throws SQLException {
        return snapshot.list(NamedSql.of(ALL), row -> new OrganizationHistory(organization(row), changes(state(row))));
    }

    public Optional<OrganizationItem> find(String id) throws SQLException {
        return snapshot.first(NamedSql.of(ONE).with("id", id), this::organization);
    }

    /** The organisations with these ids, by id. One that nobody has registered has its id as name. */
    public Map<String, OrganizationItem> findOrName(Collection<String> ids) throws SQLException {
        var found = new HashMap<String, OrganizationItem>();
        ids.forEach(id -> found.put(id, OrganizationItem.unregistered(id)));
        snapshot.list(NamedSql.of(SEVERAL).with("ids", ids), this::organization)
                .forEach(organization -> found.put(organization.id(), organization));
        return found;
    }

    public VersionedAnswer<OrganizationDetail> detail(String id) throws SQLException {
        var facts = new FactReads(snapshot);
        var registration = facts.require("organization", id);
        var history = facts.history(registration);
        var row = snapshot.first(NamedSql.of(ONE).with("id", id), this::detail);
        return new VersionedAnswer<>(row.orElseThrow().with(history), history.version());
    }

    /** Selects the registered organisations with these ids. {@link #state} reads the rows of the result. */
    public NamedSql among(Collection<String> ids) {
        return NamedSql.of(NAMES).with("ids", ids);
    }

    public PartyNameLookup names(Collection<String> codes) throws SQLException {
        return names(codes, List.of());
    }

    /**
     * The names of the states and organisations with these codes.
     *
     * @param known organisations that the caller has already read, which are not read again
     */
    public PartyNameLookup names(Collection<String> codes, List<OrganizationState> known) throws SQLException {
        var byId = new HashMap<String, OrganizationState>();
        known.forEach(organization -> byId.put(organization.id(), organization));
        var others = codes.stream()
                .filter(code -> !byId.containsKey(code) && !PartyLookup.isState(code))
                .toList();
        if (!others.isEmpty()) {
            snapshot.list(among(others), this::state)
                    .forEach(organization -> byId.put(organization.id(), organization));
        }
        return new PartyNameLookup(snapshot.languages(), byId.values());
    }

    /** Returns the page unchanged. If it is empty and the organisation was never registered, throws a 404 problem. */
    public <T> KeysetPage<T> ofKnown(String id, KeysetPage<T> page) throws SQLException {
        if (page.items().isEmpty()) {
            require(id);
        }
        return page;
    }

    /** Throws a 404 problem for an organisation that was never registered. */
    public void require(String id) throws SQLException {
        if (find(id).isEmpty()) {
            throw Problem.notFound("Unknown organisation '%s'".formatted(id));
        }
    }

    /**
     * For each id, the ids of the organisation and its predecessors. The succession may be recorded in either of the two
     * organisations.
     */
    public Map<String, List<String>> withPredecessors(List<String> ids) throws SQLException {
        return snapshot
                .list(
                        NamedSql.of(WITH_PREDECESSORS).with("ids", ids),
                        row -> Map.entry(row.text("continued"), row.text("id")))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Stream<String> words(OrganizationItem organization) {
        return Stream.of(
                        Stream.of(organization.id()),
                        organization.acronym().stream(),
                        organization.names().values().stream())
                .flatMap(Function.identity());
    }

    private OrganizationDetail detail(ResultRow row) throws SQLException {
        var state = state(row);
        return new OrganizationDetail(
                organization(row),
                changes(state),
                row.optional("retracted", Retraction.class),
                row.instant("recorded_from"),
                Optional.empty(),
                List.of());
    }

    private static List<OrganizationDetail.DatedChange> changes(OrganizationState state) {
        return state.changes().stream().map(OrganizationDetail.DatedChange::of).toList();
    }

    private OrganizationItem organization(ResultRow row) throws SQLException {
        return OrganizationItem.of(
                state(row), row.optionalJson("dispute"), row.sources("sources"), snapshot.languages());
    }

    public OrganizationState state(ResultRow row) throws SQLException {
        return OrganizationState.on(snapshot.day(), row.text("id"), row.json("statement"), row.json("changes"));
    }
}

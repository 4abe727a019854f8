package org.depositary.gateway.graph.schema;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.graph.reads.ChangesFetcher;
import org.depositary.gateway.graph.reads.CursorFetcher;
import org.depositary.gateway.graph.reads.JsonFieldFetcher;
import org.depositary.gateway.graph.reads.PartyDetailFetcher;
import org.depositary.gateway.live.ChangePages;
import org.depositary.gateway.read.documents.DocumentWithHits;
import org.depositary.gateway.read.documents.PassageItem;
import org.depositary.gateway.read.exercises.ExerciseItem;
import org.depositary.gateway.read.facts.FactItem;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.read.findings.Finding;
import org.depositary.gateway.read.instruments.InstrumentItem;
import org.depositary.gateway.read.instruments.StandingItem;
import org.depositary.gateway.read.memberships.Member;
import org.depositary.gateway.read.memberships.TimelineItem;
import org.depositary.gateway.read.organizations.OrganizationItem;
import org.depositary.gateway.read.parties.PartyDetail;

/** The query type of the schema, and all types below it. */
@ApplicationScoped
public class QuerySchema {

    private static final List<String> NODES = List.of(
            "Organization",
            "Party",
            "Membership",
            "Span",
            "Exercise",
            "Document",
            "Passage",
            "Instrument",
            "Act",
            "Standing",
            "Finding",
            "RecordedChange");

    /** Links of REST, which are lists here. */
    private static final Set<String> LINKS_OF_PARTY = Set.of("figures", "findings");

    /** The fields of a party that its name alone does not answer. */
    private static final Set<String> DETAILS_OF_PARTY =
            Set.of("names", "aliases", "codes", "from", "until", "predecessors", "successors");

    private final ItemJson json;
    private final ChangePages changes;

    QuerySchema(ItemJson json, ChangePages changes) {
        this.json = json;
        this.changes = changes;
    }

    public GraphQLObjectType query() {
        return GraphQLObjectType.newObject()
                .name("Query")
                .description("The register, as of an effective day and as known at an instant")
                .fields(new RootFields(new FieldFactory(json)).all(new CursorFetcher(), new ChangesFetcher(changes)))
                .build();
    }

    public Set<GraphQLType> types() {
        var types = new JsonTypes(new NestedFields(new FieldFactory(json)).byType());
        types.add("Organization", OrganizationItem.class, Set.of());
        types.add("Party", PartyDetail.class, LINKS_OF_PARTY, this::ofParty);
        types.add("Membership", Member.class, Set.of());
        types.add("Span", TimelineItem.class, Set.of());
        types.add("Exercise", ExerciseItem.class, Set.of());
        types.add("Document", DocumentWithHits.class, Set.of());
        types.add("Passage", PassageItem.class, Set.of());
        types.add("Instrument", InstrumentItem.class, Set.of());
        types.add("Act", FactItem.class, Set.of());
        types.add("Standing", StandingItem.class, Set.of());
        types.add("Finding", Finding.class, Set.of());
        types.add("RecordedChange", ChangePages.FIELDS, Set.of());
        return Stream.concat(types.all().stream(), Connections.types(NODES).stream())
                .collect(Collectors.toSet());
    }

    private DataFetcher<?> ofParty(String field) {
        return DETAILS_OF_PARTY.contains(field) ? new PartyDetailFetcher(json, field) : new JsonFieldFetcher(field);
    }
}

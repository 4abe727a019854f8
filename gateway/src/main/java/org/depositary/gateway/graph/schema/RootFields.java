package org.depositary.gateway.graph.schema;

import static org.depositary.gateway.graph.schema.Arguments.id;
import static org.depositary.gateway.graph.schema.Arguments.page;
import static org.depositary.gateway.graph.schema.Arguments.text;
import static org.depositary.gateway.graph.schema.Arguments.texts;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.documents.DocumentReads;
import org.depositary.gateway.read.documents.DocumentWithHits;
import org.depositary.gateway.read.exercises.ExerciseReads;
import org.depositary.gateway.read.instruments.InstrumentReads;
import org.depositary.gateway.read.memberships.SpanReads;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.gateway.web.parameters.PartyParameterParser;

/** The fields of the query: lists, single objects, and the position in the change log. */
final class RootFields {

    private final FieldFactory fields;

    RootFields(FieldFactory fields) {
        this.fields = fields;
    }

    List<GraphQLFieldDefinition> all(DataFetcher<?> cursor, DataFetcher<?> changes) {
        return Stream.of(
                        Stream.of(cursor(cursor), changes(changes)),
                        new RootLists(fields).all().stream(),
                        Stream.of(organization(), party(), span(), exercise(), document(), instrument()))
                .flatMap(each -> each)
                .toList();
    }

    private static GraphQLFieldDefinition cursor(DataFetcher<?> fetcher) {
        return FieldFactory.field(
                "cursor",
                GraphQLNonNull.nonNull(Scalars.GraphQLString),
                "The position in the change log that this request reads. A stream from there misses nothing",
                List.of(),
                fetcher);
    }

    private static GraphQLFieldDefinition changes(DataFetcher<?> fetcher) {
        return FieldFactory.field(
                "changes",
                Connections.of("RecordedChange"),
                "Changes in the order of recording. The `cursor` of a change is that of streams and feeds",
                page(
                        text("since", "A cursor, or an instant (RFC 3339): only changes recorded then or later"),
                        texts("organization", "Ids of organisations"),
                        texts("party", "Parties, by code or name"),
                        texts("type", "CloudEvents types, or event names"),
                        texts("kind", "membership, document, exercise")),
                fetcher);
    }

    private GraphQLFieldDefinition organization() {
        return fields.one(
                "organization",
                "Organization",
                "One organisation on the day",
                id("id", "Its id, such as sco"),
                (snapshot, given, texts) -> {
                    var name = given.text("id").orElseThrow();
                    return new OrganizationReads(snapshot)
                            .find(name)
                            .orElseThrow(() -> Problem.notFound("Unknown organisation '%s'".formatted(name)));
                });
    }

    private GraphQLFieldDefinition party() {
        return fields.one(
                "party",
                "Party",
                "One party",
                id("code", PartyParameterParser.DESCRIPTION),
                (snapshot, given, texts) -> {
                    var code = PartyParameterParser.party(
                                    given.text("code").orElseThrow(),
                                    given.list().reading())
                            .code();
                    var reads = new PartyReads(snapshot);
                    reads.require(code);
                    return reads.named(List.of(code)).get(code);
                });
    }

    private GraphQLFieldDefinition span() {
        return fields.one(
                "span",
                "Span",
                "One span that the register states",
                id("id", "The id of the membership change that began it"),
                (snapshot, given, texts) ->
                        new SpanReads(snapshot).stated(given.text("id").orElseThrow()));
    }

    private GraphQLFieldDefinition exercise() {
        return fields.one(
                "exercise",
                "Exercise",
                "One exercise. The id of a merged record gives the record that it was merged into",
                id("id", "Its id"),
                (snapshot, given, texts) -> {
                    var name = given.text("id").orElseThrow();
                    var reads = new ExerciseReads(snapshot);
                    return reads.detail(
                                    reads.representing(name).orElse(name),
                                    given.listOfAllDays().onDay())
                            .answer()
                            .exercise();
                });
    }

    private GraphQLFieldDefinition document() {
        return fields.one(
                "document",
                "Document",
                "One document",
                id("id", "The first 32 hexadecimal digits of the SHA-256 of its bytes"),
                (snapshot, given, texts) -> new DocumentWithHits(
                        new DocumentReads(snapshot, texts.mayReadAll())
                                .require(given.text("id").orElseThrow()),
                        List.of()));
    }

    private GraphQLFieldDefinition instrument() {
        return fields.one(
                "instrument",
                "Instrument",
                "One instrument",
                id("id", "Its id, such as sco-charter"),
                (snapshot, given, texts) -> new InstrumentReads(snapshot)
                        .detail(given.text("id").orElseThrow())
                        .answer()
                        .instrument());
    }
}

package org.depositary.gateway.graph.schema;

import static org.depositary.gateway.graph.schema.Arguments.id;
import static org.depositary.gateway.graph.schema.Arguments.list;
import static org.depositary.gateway.graph.schema.Arguments.number;
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
import org.depositary.gateway.graph.reads.FieldArguments;
import org.depositary.gateway.read.documents.DocumentReads;
import org.depositary.gateway.read.documents.DocumentWithHits;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.read.exercises.ExerciseReads;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.read.instruments.InstrumentReads;
import org.depositary.gateway.read.memberships.MemberReads;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.gateway.web.parameters.PartyParameterParser;
import org.depositary.gateway.web.resource.DocumentParameters;
import org.depositary.gateway.web.resource.ExerciseFilterParameters;
import org.depositary.gateway.web.resource.FindingParameters;
import org.depositary.gateway.web.resource.InstrumentParameters;
import org.depositary.gateway.web.resource.MembershipParameters;

/** The fields of the query: the lists of REST with the same filters, and single objects. */
final class RootFields {

    private static final String PARTY = "One party, by any code or unambiguous name";
    private static final String ORGANIZATIONS = "Ids of organisations";
    private static final String FROM = "On or after this date, at least possibly (EDTF)";
    private static final String TO = "On or before this date, at least possibly (EDTF)";

    private final FieldFactory fields;

    RootFields(FieldFactory fields) {
        this.fields = fields;
    }

    List<GraphQLFieldDefinition> all(DataFetcher<?> cursor, DataFetcher<?> changes) {
        return Stream.of(
                        Stream.of(cursor(cursor), changes(changes), findings()),
                        Stream.of(organizations(), organization(), parties(), party(), memberships()),
                        Stream.of(exercises(), exercise(), documents(), document(), instruments(), instrument()))
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
                        texts("organization", ORGANIZATIONS),
                        texts("party", "Parties, by code or name"),
                        texts("type", "CloudEvents types, or event names"),
                        texts("kind", "membership, document, exercise")),
                fetcher);
    }

    private GraphQLFieldDefinition findings() {
        return fields.list(
                "findings",
                "Finding",
                "Possible errors in facts. With `on`, in facts of that day",
                list(texts("kind", "Kinds of finding"), texts("organization", ORGANIZATIONS), text("party", PARTY)),
                given -> new FindingParameters.Findings(
                                given.listOfAllDays(),
                                given.text("kind"),
                                given.text("organization"),
                                given.text("party"))
                        .filter(),
                texts -> FindingReads.FINDINGS);
    }

    private GraphQLFieldDefinition organizations() {
        return fields.list(
                "organizations",
                "Organization",
                "Organisations on the day, by id",
                list(text("q", "Part of a name, an acronym or an id")),
                given -> given.text("q"),
                texts -> OrganizationReads.ORGANIZATIONS);
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

    private GraphQLFieldDefinition parties() {
        return fields.list(
                "parties",
                "Party",
                "Parties: states, former states and organisations",
                list(text("q", "A code or a part of a name, in any language")),
                given -> given.text("q"),
                texts -> PartyReads.PARTIES);
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

    private GraphQLFieldDefinition memberships() {
        return fields.list(
                "memberships",
                "Membership",
                "Statuses and candidacies of all parties on the day",
                list(
                        text("party", PARTY),
                        texts("organization", ORGANIZATIONS),
                        texts("status", "Statuses and candidacies")),
                given -> new MembershipParameters.Memberships(
                                given.list(), given.text("party"), given.text("organization"), given.text("status"))
                        .filter(),
                texts -> MemberReads.MEMBERSHIPS);
    }

    private GraphQLFieldDefinition exercises() {
        return fields.list(
                "exercises",
                "Exercise",
                "Exercises, operations and observation missions by date. With `on`, those of that day",
                list(
                        texts("kind", "exercise, rescue-exercise, operation, observation-mission"),
                        texts("status", "announced, scheduled, running, completed, cancelled"),
                        text("series", "The name of the series"),
                        texts("organization", ORGANIZATIONS),
                        text("party", "A party that took part, itself or as a member of an organisation"),
                        texts("role", "Role of the party, or of any participant"),
                        text("from", FROM),
                        text("to", TO),
                        text("place", "Part of a place's name, or a state"),
                        text("bbox", "west,south,east,north in degrees; west may be greater than east"),
                        number(
                                "minStrength",
                                "The minimum number of troops, compared with the highest reported number")),
                RootFields::exerciseFilter,
                texts -> ExerciseReads.EXERCISES);
    }

    private static ExerciseFilter exerciseFilter(FieldArguments given) {
        return new ExerciseFilterParameters(
                        given.listOfAllDays().reading(),
                        given.text("kind"),
                        given.text("status"),
                        given.text("series"),
                        given.text("organization"),
                        given.text("party"),
                        given.text("role"),
                        given.text("from"),
                        given.text("to"),
                        given.text("place"),
                        given.text("bbox"),
                        given.text("minStrength"))
                .filter();
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

    private GraphQLFieldDefinition documents() {
        return fields.list(
                "documents",
                "Document",
                "Documents, the newest first. With `q`, the best match first, with its passages",
                list(
                        text("q", "Words, \"a phrase\", -not, or"),
                        texts("language", "The main language of the text (BCP 47)"),
                        texts("type", "Types of document"),
                        texts("status", "Statuses of the extraction: ok, partial, no-text, …"),
                        text("from", FROM),
                        text("to", TO)),
                given -> new DocumentParameters(
                                given.list(),
                                given.text("q"),
                                given.text("language"),
                                given.text("type"),
                                given.text("status"),
                                given.text("from"),
                                given.text("to"))
                        .filter(),
                DocumentReads::documents);
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

    private GraphQLFieldDefinition instruments() {
        return fields.list(
                "instruments",
                "Instrument",
                "Treaties, charters, declarations and others, by id",
                list(
                        text("organization", "The id of an organisation to which they belong"),
                        text("party", "A party that a source names, or that did an act"),
                        text("type", "treaty, charter, declaration, …"),
                        text("q", "Part of a name, an acronym or an id")),
                given -> new InstrumentParameters.Instruments(
                                given.list(),
                                given.text("organization"),
                                given.text("party"),
                                given.text("type"),
                                given.text("q"))
                        .filter(),
                texts -> InstrumentReads.INSTRUMENTS);
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

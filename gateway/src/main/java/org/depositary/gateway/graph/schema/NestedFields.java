package org.depositary.gateway.graph.schema;

import static org.depositary.gateway.graph.schema.Arguments.flag;
import static org.depositary.gateway.graph.schema.Arguments.list;
import static org.depositary.gateway.graph.schema.Arguments.page;
import static org.depositary.gateway.graph.schema.Arguments.text;
import static org.depositary.gateway.graph.schema.Arguments.texts;
import static org.depositary.gateway.graph.schema.RestParameters.ofAllDays;
import static org.depositary.gateway.graph.schema.RestParameters.ofDay;

import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.depositary.gateway.graph.reads.JsonFieldFetcher;
import org.depositary.gateway.graph.schema.FieldFactory.NestedList;
import org.depositary.gateway.read.documents.DocumentText;
import org.depositary.gateway.read.instruments.InstrumentReads;
import org.depositary.gateway.read.instruments.StandingReads;
import org.depositary.gateway.read.memberships.MemberReads;
import org.depositary.gateway.read.memberships.TimelineReads;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.gateway.web.resource.InstrumentParameters;
import org.depositary.gateway.web.resource.MembershipParameters;

/**
 * The fields that lead from one object to others: lists of what belongs to it, and objects that it names by their codes.
 * Each is read together for all objects of a list.
 */
final class NestedFields {

    private static final String STATUS = "Statuses and candidacies";
    private static final String PARTY = "One party, by any code or unambiguous name";
    private static final String STANDING = "party, contracting, provisional, signatory. Default: those that are bound";

    private final FieldFactory fields;

    NestedFields(FieldFactory fields) {
        this.fields = fields;
    }

    /** The fields by the name of their type. */
    Map<String, List<GraphQLFieldDefinition>> byType() {
        return Map.of(
                "Organization", List.of(membersOfOrganization(), timelineOfOrganization()),
                "Party", List.of(membershipsOfParty(), timelineOfParty(), instrumentsOfParty()),
                "Membership", List.of(organization(), party()),
                "Span", List.of(organization(), party()),
                "Standing", List.of(party()),
                "ExerciseParticipant", List.of(party()),
                "Act", actFields(),
                "Instrument", List.of(acts(), boundParties()),
                "Document", List.of(passages(), passageCount()));
    }

    private GraphQLFieldDefinition membersOfOrganization() {
        return fields.nested(
                "members",
                "Membership",
                "Statuses and candidacies on the day",
                "id",
                list(texts("status", STATUS), text("party", PARTY)),
                new NestedList<>(
                        ofDay(MembershipParameters.Members.class, MembershipParameters.Members::filter),
                        texts -> MemberReads.MEMBERS,
                        texts -> MemberReads.MEMBERS_OF_EACH_ORGANIZATION));
    }

    private GraphQLFieldDefinition timelineOfOrganization() {
        return fields.nested(
                "timeline",
                "Span",
                "All spans. With `on`, only those that include that day",
                "id",
                list(
                        texts("status", STATUS),
                        text("party", PARTY),
                        flag("withPredecessors", "Also the spans in the organisations that it continues")),
                new NestedList<>(
                        ofAllDays(
                                MembershipParameters.TimelineOfOrganization.class,
                                MembershipParameters.TimelineOfOrganization::filter),
                        texts -> TimelineReads.TIMELINE_OF_ORGANIZATION,
                        texts -> TimelineReads.TIMELINE_OF_EACH_ORGANIZATION));
    }

    private GraphQLFieldDefinition membershipsOfParty() {
        return fields.nested(
                "memberships",
                "Membership",
                "Statuses and candidacies on the day",
                "code",
                list(texts("organization", "Ids of organisations"), texts("status", STATUS)),
                new NestedList<>(
                        ofDay(MembershipParameters.OfParty.class, MembershipParameters.OfParty::filter),
                        texts -> MemberReads.MEMBERSHIPS_OF_PARTY,
                        texts -> MemberReads.MEMBERSHIPS_OF_EACH_PARTY));
    }

    private GraphQLFieldDefinition timelineOfParty() {
        return fields.nested(
                "timeline",
                "Span",
                "All spans. With `on`, only those that include that day",
                "code",
                list(texts("organization", "Ids of organisations"), texts("status", STATUS)),
                new NestedList<>(
                        ofAllDays(MembershipParameters.OfParty.class, MembershipParameters.OfParty::timeline),
                        texts -> TimelineReads.TIMELINE_OF_PARTY,
                        texts -> TimelineReads.TIMELINE_OF_EACH_PARTY));
    }

    private GraphQLFieldDefinition instrumentsOfParty() {
        return fields.nested(
                "instruments",
                "Standing",
                "Instruments by which it is bound on the day",
                "code",
                list(texts("status", STANDING)),
                new NestedList<>(
                        ofDay(
                                InstrumentParameters.InstrumentsOfParty.class,
                                InstrumentParameters.InstrumentsOfParty::filter),
                        texts -> StandingReads.INSTRUMENTS_OF_PARTY,
                        texts -> StandingReads.INSTRUMENTS_OF_EACH_PARTY));
    }

    private GraphQLFieldDefinition acts() {
        return fields.nested(
                "acts",
                "Act",
                "All acts about it, by party",
                "id",
                list(text("party", PARTY), texts("act", "Kinds of act, such as ratification")),
                new NestedList<>(
                        ofDay(InstrumentParameters.Acts.class, InstrumentParameters.Acts::filter),
                        texts -> InstrumentReads.ACTS_OF_INSTRUMENT,
                        texts -> InstrumentReads.ACTS_OF_EACH_INSTRUMENT));
    }

    /** The fields of its statement, which the JSON has beside those of every fact. */
    private List<GraphQLFieldDefinition> actFields() {
        var date = GraphQLTypeReference.typeRef("EffectiveDate");
        var descriptions = new ActDescriptions();
        var types = new LinkedHashMap<String, GraphQLOutputType>();
        List.of("instrument", "act", "territory", "text", "note")
                .forEach(name -> types.put(name, Scalars.GraphQLString));
        List.of("effective", "inForce").forEach(name -> types.put(name, date));
        return Stream.concat(
                        Stream.of(party()),
                        types.entrySet().stream()
                                .map(field -> FieldFactory.field(
                                        field.getKey(),
                                        field.getValue(),
                                        descriptions.of(field.getKey()),
                                        List.of(),
                                        new JsonFieldFetcher(field.getKey()))))
                .toList();
    }

    private GraphQLFieldDefinition boundParties() {
        return fields.nested(
                "boundParties",
                "Standing",
                "Who is bound by it on the day",
                "id",
                list(text("party", PARTY), texts("status", STANDING)),
                new NestedList<>(
                        ofDay(InstrumentParameters.Parties.class, InstrumentParameters.Parties::filter),
                        texts -> StandingReads.PARTIES,
                        texts -> StandingReads.PARTIES_OF_EACH_INSTRUMENT));
    }

    private GraphQLFieldDefinition passages() {
        var list = new NestedList<>((given, id) -> id, DocumentText::passages, DocumentText::passagesOfEach);
        return FieldFactory.field(
                "passages",
                Connections.of("Passage"),
                "The passages of the current text, in order. A restricted document needs the role contributor",
                page(),
                fields.fetcher("id", list));
    }

    private static GraphQLFieldDefinition passageCount() {
        return FieldFactory.field(
                "passageCount",
                Scalars.GraphQLInt,
                "The number of passages: `passages` of REST",
                List.of(),
                new JsonFieldFetcher("passages"));
    }

    private GraphQLFieldDefinition organization() {
        return fields.object(
                "organization",
                "Organization",
                "The organisation. Its id is the `organization` of REST",
                (snapshot, ids) -> new OrganizationReads(snapshot).findOrName(ids));
    }

    private GraphQLFieldDefinition party() {
        return fields.object(
                "party", "Party", "The party. Its code is the `party` of REST", (snapshot, codes) -> new PartyReads(
                                snapshot)
                        .named(codes));
    }
}

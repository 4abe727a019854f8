package org.depositary.gateway.graph.schema;

import static org.depositary.gateway.graph.schema.Arguments.list;
import static org.depositary.gateway.graph.schema.Arguments.number;
import static org.depositary.gateway.graph.schema.Arguments.text;
import static org.depositary.gateway.graph.schema.Arguments.texts;
import static org.depositary.gateway.graph.schema.RestParameters.ofAllDays;
import static org.depositary.gateway.graph.schema.RestParameters.ofDay;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import java.util.List;
import org.depositary.gateway.read.documents.DocumentReads;
import org.depositary.gateway.read.exercises.ExerciseReads;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.read.instruments.InstrumentReads;
import org.depositary.gateway.read.memberships.MemberReads;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.gateway.web.resource.DocumentParameters;
import org.depositary.gateway.web.resource.ExerciseFilterParameters;
import org.depositary.gateway.web.resource.FindingParameters;
import org.depositary.gateway.web.resource.InstrumentParameters;
import org.depositary.gateway.web.resource.MembershipParameters;

/** The lists of the query: those of REST with the same filters. */
final class RootLists {

    private static final String PARTY = "One party, by any code or unambiguous name";
    private static final String ORGANIZATIONS = "Ids of organisations";
    private static final String FROM = "On or after this date, at least possibly (EDTF)";
    private static final String TO = "On or before this date, at least possibly (EDTF)";

    private final FieldFactory fields;

    RootLists(FieldFactory fields) {
        this.fields = fields;
    }

    /** Each with its name, its type, its description, its filters, and the read. */
    List<GraphQLFieldDefinition> all() {
        return List.of(
                fields.list(
                        "organizations",
                        "Organization",
                        "Organisations on the day, by id",
                        list(text("q", "Part of a name, an acronym or an id")),
                        (given, none) -> given.text("q"),
                        texts -> OrganizationReads.ORGANIZATIONS),
                fields.list(
                        "parties",
                        "Party",
                        "Parties: states, former states and organisations",
                        list(text("q", "A code or a part of a name, in any language")),
                        (given, none) -> given.text("q"),
                        texts -> PartyReads.PARTIES),
                fields.list(
                        "memberships",
                        "Membership",
                        "Statuses and candidacies of all parties on the day",
                        list(
                                text("party", PARTY),
                                texts("organization", ORGANIZATIONS),
                                texts("status", "Statuses and candidacies")),
                        ofDay(MembershipParameters.Memberships.class, MembershipParameters.Memberships::filter),
                        texts -> MemberReads.MEMBERSHIPS),
                fields.list(
                        "exercises",
                        "Exercise",
                        "Exercises, operations and observation missions by date. With `on`, those of that day",
                        filtersOfExercises(),
                        ofAllDays(ExerciseFilterParameters.class, ExerciseFilterParameters::filter),
                        texts -> ExerciseReads.EXERCISES),
                fields.list(
                        "documents",
                        "Document",
                        "Documents, the newest first. With `q`, the best match first, with its passages",
                        filtersOfDocuments(),
                        ofDay(DocumentParameters.class, DocumentParameters::filter),
                        DocumentReads::documents),
                fields.list(
                        "instruments",
                        "Instrument",
                        "Treaties, charters, declarations and others, by id",
                        list(
                                text("organization", "The id of an organisation to which they belong"),
                                text("party", "A party that a source names, or that did an act"),
                                text("type", "treaty, charter, declaration, …"),
                                text("q", "Part of a name, an acronym or an id")),
                        ofDay(InstrumentParameters.Instruments.class, InstrumentParameters.Instruments::filter),
                        texts -> InstrumentReads.INSTRUMENTS),
                fields.list(
                        "findings",
                        "Finding",
                        "Possible errors in facts. With `on`, in facts of that day",
                        list(
                                texts("kind", "Kinds of finding"),
                                texts("organization", ORGANIZATIONS),
                                text("party", PARTY)),
                        ofAllDays(FindingParameters.Findings.class, FindingParameters.Findings::filter),
                        texts -> FindingReads.FINDINGS));
    }

    private static List<GraphQLArgument> filtersOfExercises() {
        return list(
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
                number("minStrength", "The minimum number of troops, compared with the highest reported number"));
    }

    private static List<GraphQLArgument> filtersOfDocuments() {
        return list(
                text("q", "Words, \"a phrase\", -not, or"),
                texts("language", "The main language of the text (BCP 47)"),
                texts("type", "Types of document"),
                texts("status", "Statuses of the extraction: ok, partial, no-text, …"),
                text("from", FROM),
                text("to", TO));
    }
}

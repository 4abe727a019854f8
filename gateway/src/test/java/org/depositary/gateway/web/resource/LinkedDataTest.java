package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.gateway.web.resource.Register.SOURCES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that things and facts say as JSON-LD what they say as JSON. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class LinkedDataTest {

    private final String organization = Register.slug("linked");

    @Inject
    Register register;

    private JsonNode linked(String path) throws IOException {
        return linked(path, "");
    }

    private JsonNode linked(String path, String query) throws IOException {
        var response = register.after().get(path + "?format=jsonld" + query).then();
        return new ObjectMapper()
                .readTree(response.statusCode(200)
                        .contentType("application/ld+json")
                        .extract()
                        .asString());
    }

    private static String literal(JsonNode value) {
        return "%s^^%s"
                .formatted(value.path("@value").asText(), value.path("@type").asText());
    }

    private static String span(Published opening) {
        return "/api/memberships/" + opening.id();
    }

    private String url(Published change) {
        return "/api/membership-changes/" + change.id();
    }

    @Test
    void an_organisation_has_names_dates_and_the_role_of_each_span() throws IOException {
        register.organization(
                organization,
                ", \"acronym\": \"LO\", \"founded\": \"2001-06-15\", "
                        + "\"seat\": {\"place\": \"Beijing\", \"country\": \"CN\"}, \"predecessor\": \"before\"");
        register.organizationChange(organization, "2019-05", "\"dissolved\": true, \"successor\": \"after\"");
        var joined = register.foundingMembership(organization, "KZ", "2001-06-15");
        var left = register.membershipChange(organization, "KZ", "withdrawal", "2008~");
        var applied = register.membershipChange(organization, "MN", "application", "2004-06");

        var document = linked("/api/organizations/" + organization);

        assertThat(document.path("@id").asText()).isEqualTo("/api/organizations/" + organization);
        assertThat(document.path("schema:name"))
                .extracting(name -> name.path("@language").asText())
                .containsExactly("en", "nl");
        assertThat(literal(document.at("/schema:foundingDate/0"))).isEqualTo("2001-06-15^^xsd:date");
        assertThat(literal(document.at("/schema:dissolutionDate/0"))).isEqualTo("2019-05^^edtf:EDTF");
        assertThat(document.at("/schema:location/0/schema:address/0/schema:addressCountry/0")
                        .asText())
                .isEqualTo("CN");
        assertThat(document.at("/dcterms:replaces/0/@id").asText()).isEqualTo("/api/organizations/before");
        assertThat(document.at("/dcterms:isReplacedBy/0/@id").asText()).isEqualTo("/api/organizations/after");

        var roles = document.path("schema:member");
        assertThat(roles).hasSize(2);
        var member = roles.path(0);
        assertThat(member.path("@id").asText()).isEqualTo(span(joined));
        assertThat(member.at("/schema:roleName/0").asText()).isEqualTo("member");
        assertThat(literal(member.at("/schema:startDate/0"))).isEqualTo("2001-06-15^^xsd:date");
        assertThat(literal(member.at("/schema:endDate/0"))).isEqualTo("2008~^^edtf:EDTF");
        assertThat(member.at("/schema:member/0/@id").asText()).isEqualTo("/api/parties/KZ");
        assertThat(member.at("/depositary:founding/0").asBoolean()).isTrue();
        assertThat(member.at("/depositary:endedBy/0/@id").asText()).isEqualTo(url(left));
        assertThat(roles.at("/1/@id").asText()).isEqualTo(span(applied));
        assertThat(roles.at("/1/schema:roleName/0").asText()).isEqualTo("applicant");
    }

    @Test
    void a_party_has_its_codes_and_the_same_roles() throws IOException {
        register.organization(organization, "");
        var joined = register.membershipChange(organization, "SUHH", "accession", "1985");

        var document = linked("/api/parties/SUHH");

        assertThat(document.at("/@type/0").asText()).isEqualTo("schema:Country");
        assertThat(document.path("schema:identifier"))
                .extracting(code -> code.at("/schema:value/0").asText())
                .contains("cow:365");
        assertThat(document.path("schema:memberOf"))
                .extracting(role -> role.path("@id").asText())
                .contains(span(joined));
    }

    @Test
    void a_span_is_a_role_with_its_sources_and_its_end() throws IOException {
        register.organization(organization, "");
        var joined = register.membershipChange(organization, "KZ", "accession", "2001");
        var retracted = register.retractedMembershipChange(joined.id(), organization, "KZ");

        var now = linked(span(joined));
        var before = linked(span(joined), "&known-at=" + joined.recordedAt());

        assertThat(before.path("@id").asText()).isEqualTo(span(joined));
        assertThat(before.path("@type"))
                .extracting(JsonNode::asText)
                .containsExactly("schema:OrganizationRole", "prov:Entity");
        assertThat(before.at("/schema:roleName/0").asText()).isEqualTo("member");
        assertThat(before.at("/prov:wasDerivedFrom/0/@id").asText()).isEqualTo(url(joined));
        assertThat(before.at("/prov:wasDerivedFrom/1/schema:name/0").asText()).isEqualTo("A book");
        assertThat(before.path("depositary:disputed")).hasSize(1);
        assertThat(before.has("prov:invalidatedAtTime")).isFalse();
        assertThat(now.path("prov:invalidatedAtTime"))
                .extracting(LinkedDataTest::literal)
                .containsExactly(retracted.recordedAt() + "^^xsd:dateTime");
        assertThat(now.at("/prov:wasInvalidatedBy/0/schema:description/0").asText())
                .isEqualTo("Twice");
    }

    @Test
    void a_membership_change_has_its_provenance_and_every_version() throws IOException {
        register.organization(organization, "");
        var joined = register.membershipChange(organization, "KZ", "accession", "2001");
        var corrected = register.correctedMembershipChange(joined.id(), organization, "KZ", "accession", "2001-06-15");

        var document = linked(url(joined));

        assertThat(document.path("@type"))
                .extracting(JsonNode::asText)
                .containsExactly("schema:JoinAction", "prov:Entity");
        assertThat(document.at("/schema:agent/0/@id").asText()).isEqualTo("/api/parties/KZ");
        assertThat(document.at("/schema:object/0/@id").asText()).isEqualTo("/api/organizations/" + organization);
        assertThat(literal(document.at("/schema:startTime/0"))).isEqualTo("2001-06-15^^xsd:date");
        assertThat(document.at("/schema:result/0/schema:roleName/0").asText()).isEqualTo("member");
        assertThat(document.at("/prov:value/0/@value/change").asText()).isEqualTo("accession");
        assertThat(literal(document.at("/prov:generatedAtTime/0"))).isEqualTo(joined.recordedAt() + "^^xsd:dateTime");
        assertThat(document.at("/prov:wasAttributedTo/0/@id").asText()).isEqualTo("/#actor-somebody");
        assertThat(document.at("/prov:wasDerivedFrom/0/schema:name/0").asText()).isEqualTo("A book");
        assertThat(document.at("/prov:wasDerivedFrom/0/bibo:locator/0").asText())
                .isEqualTo("p. 12");
        var versions = document.path("dcterms:hasVersion");
        assertThat(versions)
                .extracting(version -> version.path("@id").asText())
                .containsExactly(
                        url(joined) + "?known-at=" + joined.recordedAt(),
                        url(joined) + "?known-at=" + corrected.recordedAt());
        assertThat(versions.at("/1/prov:wasRevisionOf/0/@id").asText())
                .isEqualTo(versions.at("/0/@id").asText());
        assertThat(literal(
                        linked(url(joined), "&known-at=" + joined.recordedAt()).at("/schema:startTime/0")))
                .isEqualTo("2001^^edtf:EDTF");
    }

    @Test
    void a_retracted_fact_says_when_it_became_invalid_and_why() throws IOException {
        register.organization(organization, "");
        var joined = register.membershipChange(organization, "KZ", "accession", "2001");
        var retracted = register.retractedMembershipChange(joined.id(), organization, "KZ");

        var document = linked(url(joined));

        assertThat(document.has("schema:result")).isFalse();
        assertThat(literal(document.at("/prov:invalidatedAtTime/0")))
                .isEqualTo(retracted.recordedAt() + "^^xsd:dateTime");
        assertThat(document.at("/prov:wasInvalidatedBy/0/schema:description/0").asText())
                .isEqualTo("Twice");
    }

    @Test
    void a_disputed_fact_has_its_claims() throws IOException {
        register.organization(organization, "");
        var joined = register.membershipChange(organization, "UZ", "accession", "2001-06-15");
        register.membershipEvent(
                "membership-change-claimed",
                joined,
                organization,
                "2001-06-15",
                "\"claim\": {\"number\": 2, \"value\": {\"effective\": \"2001-06-16\"}, \"holds\": true}, " + SOURCES);

        var document = linked(url(joined));

        assertThat(document.at("/depositary:disputed/0").asBoolean()).isTrue();
        var claim = document.at("/depositary:claim/1");
        assertThat(claim.path("@id").asText()).isEqualTo(url(joined) + "/claims/2");
        assertThat(claim.at("/prov:value/0/@value/effective/edtf").asText()).isEqualTo("2001-06-16");
        assertThat(claim.at("/prov:alternateOf/0/@id").asText()).isEqualTo(url(joined));
        assertThat(claim.at("/depositary:preferred/0").asBoolean()).isFalse();
    }

    @Test
    void other_facts_have_their_statement_and_what_they_are_about() throws IOException {
        register.organization(organization, "");
        var figure = register.institution(
                "figure",
                "\"organization\": \"%s\", \"measure\": \"staff\", \"value\": 30, \"date\": \"2004\""
                        .formatted(organization));

        var document = linked("/api/figures/" + figure.id());

        assertThat(document.at("/dcterms:type/0").asText()).isEqualTo("figure");
        assertThat(document.at("/schema:about/0/@id").asText()).isEqualTo("/api/organizations/" + organization);
        assertThat(document.at("/prov:value/0/@value/value").asInt()).isEqualTo(30);
        assertThat(literal(document.at("/dcterms:date/0"))).isEqualTo("2004^^edtf:EDTF");
    }

    @Test
    void an_exercise_is_an_event_with_places_and_the_roles_of_parties() throws IOException {
        var exercise = register.exercise("""
                "kind": "exercise", "name": "Peace Mission 2007", "status": "cancelled", "series": "Peace Mission",
                "organizations": ["sco"], "dates": "2007-08-09/2007-08",
                "phases": [{"place": {"name": "Urumqi", "country": "CN", "lat": 43.8, "lon": 87.6}, "dates": "2007-08"}],
                "participants": [{"party": "CN", "role": "host", "strength": {"min": 1600, "max": 1700}},
                                 {"party": "MN", "role": "observer"}, {"members-of": "csto", "role": "participant"}]
                """);

        var document = linked("/api/exercises/" + exercise.id());

        assertThat(document.at("/schema:name/0").asText()).isEqualTo("Peace Mission 2007");
        assertThat(document.at("/schema:eventStatus/0/@id").asText()).isEqualTo("schema:EventCancelled");
        assertThat(literal(document.at("/schema:startDate/0"))).isEqualTo("2007-08-09^^xsd:date");
        assertThat(literal(document.at("/schema:endDate/0"))).isEqualTo("2007-08^^edtf:EDTF");
        assertThat(document.at("/schema:location/0/schema:geo/0/schema:latitude/0")
                        .decimalValue())
                .isEqualByComparingTo("43.8");
        assertThat(document.at("/schema:superEvent/0/schema:name/0").asText()).isEqualTo("Peace Mission");
        assertThat(document.at("/schema:organizer/0/@id").asText()).isEqualTo("/api/organizations/sco");
        var host = document.at("/schema:organizer/1");
        assertThat(host.at("/schema:organizer/0/@id").asText()).isEqualTo("/api/parties/CN");
        assertThat(host.at("/depositary:strength/0/schema:maxValue/0").asInt()).isEqualTo(1700);
        assertThat(document.at("/schema:attendee/0/schema:attendee/0/@id").asText())
                .isEqualTo("/api/parties/MN");
        assertThat(document.at("/schema:contributor/0/schema:contributor/0/@id").asText())
                .isEqualTo("/api/organizations/csto");
    }

    @Test
    void an_instrument_is_legislation_with_the_parties_bound_on_the_day() throws IOException {
        var treaty = Register.slug("treaty");
        register.publish(
                "document", "instrument:" + treaty, "instrument-registered", treaty, """
                {"id": "%s", "names": {"en": "A treaty"}, "type": "treaty", "parties": ["RU"], "organizations": ["sco"],
                 "documents": ["0123"], "dates": {"signed": "2001-06-15", "inForce": "2003-03-29"}, %s}
                """.formatted(treaty, SOURCES));
        var act = UUID.randomUUID().toString();
        register.publish(
                "document", "act:%s/KZ".formatted(treaty), "act-recorded", act, """
                {"id": "%s", "instrument": "%s", "party": "KZ", "act": "ratification", "effective": "2002-05-01", %s}
                """.formatted(act, treaty, SOURCES));

        var document = linked("/api/instruments/" + treaty, "&on=2003-04-01");

        assertThat(document.at("/@type/0").asText()).isEqualTo("schema:Legislation");
        assertThat(literal(document.at("/schema:legislationDate/0"))).isEqualTo("2001-06-15^^xsd:date");
        assertThat(literal(document.at("/eli:first_date_entry_in_force/0"))).isEqualTo("2003-03-29^^xsd:date");
        assertThat(document.at("/schema:legislationLegalForce/0/@id").asText()).isEqualTo("schema:InForce");
        assertThat(document.at("/schema:legislationResponsible/0/@id").asText()).isEqualTo("/api/organizations/sco");
        assertThat(document.at("/schema:workExample/0/@id").asText()).isEqualTo("/api/documents/0123");
        assertThat(document.at("/schema:legislationPassedBy/0/@id").asText()).isEqualTo("/api/parties/RU");
        var bound = document.at("/schema:legislationPassedBy/1");
        assertThat(bound.at("/schema:roleName/0").asText()).isEqualTo("party");
        assertThat(bound.at("/schema:legislationPassedBy/0/@id").asText()).isEqualTo("/api/parties/KZ");
        assertThat(bound.at("/prov:wasDerivedFrom/0/@id").asText()).isEqualTo("/api/acts/" + act);
        assertThat(linked("/api/instruments/" + treaty, "&on=2002-06-01")
                        .at("/schema:legislationLegalForce/0/@id")
                        .asText())
                .isEqualTo("schema:NotInForce");
    }

    @Test
    void a_restricted_document_has_its_metadata_and_a_quote_leads_to_its_passage() throws IOException {
        var id = PublishedDocument.of(register, "restricted", "\"title\": \"A title\"", "en", "A secret text.")
                .id();
        register.organization(organization, "");
        var change = UUID.randomUUID().toString();
        register.publish(
                "membership", "membership:%s/KZ".formatted(organization), "membership-changed", change, """
                {"id": "%s", "organization": "%s", "party": "KZ", "change": "accession", "effective": "2001",
                 "founding": false, "sources": [{"document": "%s", "anchor": "p-1", "quote": "A secret"}]}
                """.formatted(
                                change, organization, id));

        var document = linked("/api/documents/" + id);

        assertThat(document.at("/schema:name/0").asText()).isEqualTo("A title");
        assertThat(document.at("/schema:conditionsOfAccess/0").asText()).isEqualTo("restricted");
        assertThat(document.at("/schema:contentUrl/0/@id").asText())
                .isEqualTo("/api/documents/%s/content".formatted(id));
        assertThat(document.toString()).doesNotContain("secret");
        var source = linked("/api/membership-changes/" + change).at("/prov:wasDerivedFrom/0");
        assertThat(source.at("/prov:wasQuotedFrom/0/@id").asText())
                .isEqualTo("/api/documents/%s/passages/p-1".formatted(id));
        assertThat(source.at("/schema:text/0").asText()).isEqualTo("A secret");
        register.after()
                .get("/api/documents/%s/passages/p-1?format=jsonld".formatted(id))
                .then()
                .statusCode(401);
    }

    @Test
    void a_passage_has_its_text_and_its_document() throws IOException {
        var id = PublishedDocument.of(register, "public", "\"title\": \"A title\"", "en", "A public text.")
                .id();

        var passage = linked("/api/documents/%s/passages/p-1".formatted(id));

        assertThat(passage.path("@id").asText()).isEqualTo("/api/documents/%s/passages/p-1".formatted(id));
        assertThat(passage.at("/schema:text/0").asText()).isEqualTo("A public text.");
        assertThat(passage.at("/schema:isPartOf/0/@id").asText()).isEqualTo("/api/documents/" + id);
    }
}

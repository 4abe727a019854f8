package org.depositary.gateway.web.resource;

import static org.depositary.gateway.web.resource.Register.SOURCES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests instruments, the acts of their parties, and who is bound on a day, on both time axes. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class InstrumentsTest {

    private static final String TYPE = "\"type\": \"treaty\"";

    private final String treaty = Register.slug("treaty");

    @Inject
    Register register;

    /** @param statement further fields of the instrument as JSON, each after a comma */
    private Published instrument(String statement) {
        return event(
                "instrument-registered",
                "\"parties\": [], \"organizations\": [], \"documents\": []" + statement,
                SOURCES);
    }

    private Published event(String name, String statement, String more) {
        var data =
                "{\"id\": \"%1$s\", \"names\": {\"en\": \"Treaty %1$s\", \"nl\": \"Verdrag %1$s\"}, %2$s, %3$s, %4$s}"
                        .formatted(treaty, TYPE, statement, more);
        return register.publish("document", "instrument:" + treaty, name, treaty, data);
    }

    private Published act(String party, String act, String effective) {
        return act(party, act, effective, "");
    }

    /** @param more further fields of the act as JSON, each after a comma */
    private Published act(String party, String act, String effective, String more) {
        return act("act-recorded", UUID.randomUUID().toString(), party, act, effective, more + ", " + SOURCES);
    }

    private Published act(String name, String id, String party, String act, String effective, String more) {
        var data =
                "{\"id\": \"%s\", \"instrument\": \"%s\", \"party\": \"%s\", \"act\": \"%s\", \"effective\": \"%s\"%s}"
                        .formatted(id, treaty, party, act, effective, more);
        return register.publish("document", "act:%s/%s".formatted(treaty, party), name, id, data);
    }

    private ValidatableResponse parties(String query) {
        return get("/api/instruments/%s/parties%s".formatted(treaty, query));
    }

    private ValidatableResponse get(String path) {
        return register.after().get(path).then().statusCode(200);
    }

    @Test
    void who_was_bound_on_a_day_since_when_and_by_which_act() {
        instrument(", \"dates\": {\"signed\": \"2001-06-15\", \"inForce\": \"2003-03-29\"}");
        act("KZ", "signature", "2001-06-15");
        var ratification = act("KZ", "ratification", "2002-05-01");
        act("RU", "signature", "2001-06-15");
        act("RU", "ratification", "2003-05-20", ", \"inForce\": \"2003-06-19\"");
        act("CN", "signature", "2001-06-15");

        parties("?on=2003-04-01&status=party")
                .body("items.party", contains("KZ"))
                .body("items[0].name", equalTo("Kazakhstan"))
                .body("items[0].status", equalTo("party"))
                .body("items[0].since.edtf", equalTo("2003-03-29"))
                .body("items[0].until", nullValue())
                .body("items[0].act", equalTo("ratification"))
                .body("items[0].signed.edtf", equalTo("2001-06-15"))
                .body("items[0].ratified.edtf", equalTo("2002-05-01"))
                .body("items[0].inForce.edtf", equalTo("2003-03-29"))
                .body("items[0].reservations", empty())
                .body("items[0].certainty", equalTo("certain"))
                .body("items[0].disputed", equalTo(false))
                .body("items[0].change", equalTo("/api/acts/" + ratification.id()))
                .body("items[0].sources[0].locator", equalTo("p. 12"));
        parties("?on=2003-07-01")
                .body("items.party", contains("CN", "KZ", "RU"))
                .body("items.status", contains("signatory", "party", "party"))
                .body("items.certainty", contains("possible", "certain", "certain"))
                .body("items[2].since.edtf", equalTo("2003-06-19"));
        parties("?on=2003-01-01").body("items", empty());
        parties("?on=2003-01-01&status=contracting,signatory")
                .body("items.party", contains("CN", "KZ", "RU"))
                .body("items.status", contains("signatory", "contracting", "signatory"));
        parties("?on=2003-07-01&party=Kazakhstan").body("items.party", contains("KZ"));
        get("/api/parties/KZ/instruments?on=2003-04-01")
                .body("items.instrument", hasItem(treaty))
                .body(
                        "items.findAll { it.instrument == '%s' }.instrumentName".formatted(treaty),
                        contains("Treaty " + treaty))
                .body("items.party", everyItem(equalTo("KZ")));
        register.after().get("/api/instruments/unheard-of/parties").then().statusCode(404);
        register.after()
                .get("/api/instruments/%s/parties?status=asleep".formatted(treaty))
                .then()
                .statusCode(400);
    }

    @Test
    void without_an_entry_into_force_a_party_is_contracting_and_a_signature_may_bind() {
        instrument("");
        act("KZ", "signature", "2001-06");
        act("RU", "ratification", "2002");
        act("CN", "signature", "1996-04-26", ", \"inForce\": \"1998-05-07\"");

        parties("?on=2003-01-01")
                .body("items.party", contains("CN", "KZ", "RU"))
                .body("items.status", contains("party", "signatory", "contracting"))
                .body("items.act", contains("signature", "signature", "ratification"))
                .body("items.certainty", contains("certain", "possible", "certain"))
                .body("items[0].since.edtf", equalTo("1998-05-07"))
                .body("items[1].since.edtf", equalTo("2001-06"));
        parties("?on=1997-01-01").body("items", empty());
        parties("?on=2002-05-01&party=RU").body("items.certainty", contains("possible"));
    }

    @Test
    void entry_into_force_follows_from_a_rule_and_is_shown_beside_the_recorded_date() {
        instrument(", \"inForceRule\": {\"ratifications\": 2, \"after\": \"P30D\"}");
        var path = "/api/instruments/" + treaty;
        act("KZ", "ratification", "2002-05-01");
        act("CN", "signature", "2001-06-15");
        get(path)
                .body("inForceRule.ratifications", equalTo(2))
                .body("inForceRule.inForce", nullValue())
                .body("dates.inForce", nullValue());
        parties("?on=2003-01-01").body("items.status", contains("contracting"));

        act("RU", "accession", "2003-02");
        get(path)
                .body("inForceRule.after", equalTo("P30D"))
                .body("inForceRule.inForce.edtf", equalTo("2003-03-03/2003-03-30"))
                .body("inForceRule.inForce.earliest", equalTo("2003-03-03"));
        parties("?on=2003-03-15")
                .body("items.party", contains("KZ", "RU"))
                .body("items.status", contains("party", "party"))
                .body("items.certainty", everyItem(equalTo("possible")));
        parties("?on=2003-04-01").body("items.certainty", everyItem(equalTo("certain")));

        event(
                "instrument-corrected",
                "\"parties\": [], \"organizations\": [], \"documents\": [], \"dates\": {\"inForce\": \"2003-03-29\"},"
                        + " \"inForceRule\": {\"ratifications\": 2, \"after\": \"P30D\"}",
                "\"corrected\": [\"dates\"], \"reason\": \"Left out\", " + SOURCES);
        get(path)
                .body("dates.inForce.edtf", equalTo("2003-03-29"))
                .body("inForceRule.inForce.edtf", equalTo("2003-03-03/2003-03-30"));
        parties("?on=2003-03-15").body("items", empty());
    }

    @Test
    void the_rule_counts_only_parties_that_have_not_left_again() {
        instrument(", \"inForceRule\": {\"ratifications\": 2}");
        var path = "/api/instruments/" + treaty;
        act("KZ", "ratification", "1990-01-01");
        act("KZ", "denunciation", "1991-02-01", ", \"inForce\": \"1992-01-01\"");
        act("RU", "ratification", "1995-01-01");
        get(path).body("inForceRule.inForce", nullValue());

        act("KZ", "accession", "2000-06");
        get(path).body("inForceRule.inForce.edtf", equalTo("2000-06-01/2000-06-30"));

        act("CN", "ratification", "1991-12-31");
        get(path).body("inForceRule.inForce.edtf", equalTo("1991-12-31"));
    }

    @Test
    void a_rule_that_is_reached_only_by_the_one_reading_of_imprecise_dates_has_an_open_date() {
        instrument(", \"inForceRule\": {\"ratifications\": 2}");
        act("KZ", "ratification", "1990");
        act("KZ", "denunciation", "1995");
        act("RU", "ratification", "1995-06-01");

        get("/api/instruments/" + treaty)
                .body("inForceRule.inForce.earliest", equalTo("1995-06-01"))
                .body("inForceRule.inForce.latest", nullValue());
        parties("?on=2001-01-01").body("items.party", contains("RU")).body("items.certainty", contains("possible"));
    }

    @Test
    void reservations_are_listed_in_the_order_of_time() {
        instrument(", \"dates\": {\"inForce\": \"1990\"}");
        act("KZ", "accession", "1991");
        act("KZ", "reservation", "2002");
        act("KZ", "reservation", "../1993");
        parties("?on=2005-01-01").body("items[0].reservations.effective.edtf", contains("../1993", "2002"));
    }

    @Test
    void a_reservation_that_was_withdrawn_later_is_there_before_and_known_at_before() {
        instrument(", \"dates\": {\"inForce\": \"1990\"}");
        act("KZ", "accession", "2001-01-01");
        var reservation = act("KZ", "reservation", "2001-01-01", ", \"text\": \"Not for the test site\"");
        parties("?on=2005-01-01")
                .body("items[0].reservations.id", contains(reservation.id()))
                .body("items[0].reservations[0].url", equalTo("/api/acts/" + reservation.id()))
                .body("items[0].reservations[0].text", equalTo("Not for the test site"))
                .body("items[0].reservations[0].until", nullValue());
        var withdrawal = act("KZ", "reservation-withdrawal", "2004-01-01");

        parties("?on=2005-01-01").body("items[0].reservations", empty());
        parties("?on=2003-01-01")
                .body("items[0].reservations.id", contains(reservation.id()))
                .body("items[0].reservations[0].until.edtf", equalTo("2004-01-01"));
        parties("?on=2005-01-01&known-at=" + reservation.recordedAt())
                .body("items[0].reservations.id", contains(reservation.id()));
        parties("?on=2005-01-01&known-at=" + withdrawal.recordedAt()).body("items[0].reservations", empty());
    }

    @Test
    void a_denunciation_ends_it_when_it_takes_effect() {
        instrument(", \"dates\": {\"inForce\": \"1990\"}");
        act("UZ", "accession", "1992-05-15");
        act("UZ", "denunciation", "1999-02", ", \"inForce\": \"1999-08-01\"");
        act("UZ", "accession", "2006-06-23");

        parties("?on=1999-05-01")
                .body("items.since.edtf", contains("1992-05-15"))
                .body("items[0].until.edtf", equalTo("1999-08-01"));
        parties("?on=2000-01-01").body("items", empty());
        parties("?on=2007-01-01").body("items.since.edtf", contains("2006-06-23"));
    }

    @Test
    void until_a_denunciation_takes_effect_a_reservation_can_be_withdrawn() {
        instrument(", \"dates\": {\"inForce\": \"1990\"}");
        act("UZ", "accession", "1992-05-15");
        act("UZ", "reservation", "1992-05-15");
        act("UZ", "denunciation", "1999-02-01", ", \"inForce\": \"1999-08-01\"");
        act("UZ", "reservation-withdrawal", "1999-04-01");

        parties("?on=1999-03-01").body("items[0].reservations[0].until.edtf", equalTo("1999-04-01"));
        parties("?on=1999-05-01").body("items.party", contains("UZ")).body("items[0].reservations", empty());
        parties("?on=1999-09-01").body("items", empty());
    }

    @Test
    void a_denunciation_ends_a_signature_whose_ratification_no_source_reports() {
        instrument("");
        act("UZ", "signature", "1992-05-15");
        act("UZ", "denunciation", "1999");

        parties("?on=1995-01-01").body("items.certainty", contains("possible"));
        parties("?on=2005-01-01").body("items", empty());
        get("/api/parties/UZ/instruments?on=2005-01-01&limit=1000").body("items.instrument", not(hasItem(treaty)));
    }

    @Test
    void a_succession_binds_from_the_day_on_which_it_takes_effect() {
        instrument(", \"dates\": {\"inForce\": \"1970\"}");
        act("TJ", "succession", "1995-10-17", ", \"inForce\": \"1991-09-09\"");

        parties("?on=1993-01-01")
                .body("items.party", contains("TJ"))
                .body("items[0].since.edtf", equalTo("1991-09-09"))
                .body("items[0].ratified.edtf", equalTo("1995-10-17"))
                .body("items[0].certainty", equalTo("certain"));
        parties("?on=1991-01-01").body("items", empty());
        get("/api/parties/TJ/instruments?on=1993-01-01").body("items.instrument", hasItem(treaty));
    }

    @Test
    void a_party_is_bound_for_certain_when_its_act_and_the_instrument_are_certainly_past() {
        instrument(", \"dates\": {\"inForce\": \"2003\"}");
        act("KZ", "accession", "2003-06");

        parties("?on=2003-07-01")
                .body("items.certainty", contains("possible"))
                .body("items[0].since.edtf", equalTo("2003-06-01/2003-12-31"));
        parties("?on=2004-01-01").body("items.certainty", contains("certain"));
    }

    @Test
    void provisional_application_goes_on_until_the_consent_takes_effect() {
        instrument(", \"dates\": {\"inForce\": \"1998-04-16\"}");
        act("RU", "signature", "1994-12-17");
        act("RU", "provisional-application", "1994-12-18");
        act("RU", "ratification", "1997-12-01", ", \"inForce\": \"1998-04-16\"");

        parties("?on=1998-01-01").body("items.status", contains("provisional"));
        parties("?on=1998-05-01").body("items.status", contains("party"));
    }

    @Test
    void the_end_of_an_instrument_ends_it_for_all_parties() {
        instrument(", \"dates\": {\"inForce\": \"1990\", \"terminated\": \"2010\"}");
        act("KZ", "accession", "1995-01-01");
        parties("?on=2009-12-31")
                .body("items.certainty", contains("certain"))
                .body("items[0].until.edtf", equalTo("2010"));
        parties("?on=2010-06-01").body("items.certainty", contains("possible"));
        parties("?on=2011-01-01").body("items", empty());
    }

    @Test
    void a_retracted_or_denied_act_does_not_count() {
        instrument("");
        var accession = act("TJ", "accession", "1995");
        parties("?on=2000-01-01").body("items.party", contains("TJ"));
        act("act-retracted", accession.id(), "TJ", "accession", "1995", ", \"reason\": \"Misread\"");
        parties("?on=2000-01-01").body("items", empty());
        get("/api/acts/" + accession.id())
                .body("fact", equalTo("act"))
                .body("retracted.reason", equalTo("Misread"))
                .body("recordings", hasSize(2))
                .body("effective.earliest", equalTo("1995-01-01"));
    }

    @Test
    void an_instrument_shows_what_is_disputed() {
        instrument(", \"dates\": {\"signed\": \"2002-06-07\"}, \"articles\": 26");
        event(
                "instrument-claimed",
                "\"parties\": [], \"organizations\": [], \"documents\": [], \"dates\": {\"signed\": \"2002-06-07\"}, \"articles\": 26",
                "\"claim\": {\"number\": 2, \"holds\": true, \"value\": {\"dates\": {\"signed\": \"2002-07-07\"}}}, "
                        + SOURCES);
        get("/api/instruments/%s?lang=nl".formatted(treaty))
                .body("id", equalTo(treaty))
                .body("url", equalTo("/api/instruments/" + treaty))
                .body("name", equalTo("Verdrag " + treaty))
                .body("dates.signed.edtf", equalTo("2002-06-07"))
                .body("articles", equalTo(26))
                .body("disputed", equalTo(true))
                .body("claims", hasSize(2))
                .body("recordings", hasSize(2));
        get("/api/instruments/%s/claims/2".formatted(treaty)).body("value.dates.signed.edtf", equalTo("2002-07-07"));
        register.after().get("/api/instruments/unheard-of").then().statusCode(404);
    }

    @Test
    void instruments_are_found_by_organisation_party_type_and_name() {
        var organization = Register.slug("o");
        register.publish("document", "instrument:" + treaty, "instrument-registered", treaty, """
                {"id": "%s", "names": {"en": "Accord of %s"}, "type": "accord", "parties": ["MN"],
                 "organizations": ["%s"], "documents": [], %s}""".formatted(
                        treaty, treaty, organization, SOURCES));
        act("BT", "signature", "2001");
        get("/api/instruments?organization=" + organization)
                .body("items.id", contains(treaty))
                .body("items[0].organizations", contains(organization))
                .body("items[0]", not(hasKey("recordings")));
        get("/api/instruments?limit=1000&party=Mongolia").body("items.id", hasItem(treaty));
        get("/api/instruments?limit=1000&party=BT").body("items.id", hasItem(treaty));
        get("/api/instruments?limit=1000&type=accord").body("items.id", hasItem(treaty));
        get("/api/instruments?q=ACCORD of " + treaty).body("items.id", contains(treaty));
        get("/api/instruments?type=charter&organization=" + organization).body("items", empty());
    }

    @Test
    void the_acts_of_an_instrument_are_listed_by_party() {
        instrument("");
        act("RU", "signature", "2001");
        act("KZ", "signature", "2001");
        act("KZ", "declaration", "2001", ", \"text\": \"On the border\"");
        var acts = "/api/instruments/%s/acts".formatted(treaty);
        get(acts).body("items.party", contains("KZ", "KZ", "RU")).body("items.fact", everyItem(equalTo("act")));
        get(acts + "?party=KZ&act=declaration").body("items.text", contains("On the border"));
        get(acts + "?limit=2").body("items", hasSize(2)).body("next", not(nullValue()));
    }

    @Test
    void changes_of_instruments_and_acts_are_changes_of_documents() {
        var registered = instrument("");
        var signature = act("TJ", "signature", "2001");
        get("/api/changes?limit=1000&kind=document&type=instrument-registered")
                .body("items.subject", hasItem("instrument:" + treaty));
        get("/api/changes?limit=1000&kind=document&party=TJ&type=act-recorded")
                .body("items.data.id", hasItem(signature.id()))
                .body("items.data.id", not(hasItem(registered.id())));
    }

    @Test
    void an_instrument_that_is_registered_is_no_finding() {
        var organization = Register.slug("o");
        register.organization(organization, "");
        register.institution("rule", """
                "organization": "%s", "subject": "decisions", "rule": "consensus", "instrument": "%s"
                """.formatted(organization, treaty));
        var findings = "/api/organizations/%s/findings?kind=unregistered".formatted(organization);
        get(findings).body("items.detail", hasItem("no instrument '%s' is registered".formatted(treaty)));
        instrument("");
        get(findings).body("items", empty());
    }

    @Test
    void an_instrument_whose_registration_is_denied_is_not_registered() {
        var organization = Register.slug("o");
        register.organization(organization, "");
        var rule = register.institution("rule", """
                "organization": "%s", "subject": "decisions", "rule": "consensus", "instrument": "%s"
                """.formatted(organization, treaty));
        var statement = "\"parties\": [], \"organizations\": [], \"documents\": []";
        var findings = "/api/organizations/%s/findings?kind=unregistered".formatted(organization);
        instrument("");
        event("instrument-claimed", statement, "\"claim\": {\"number\": 2, \"holds\": false}, " + SOURCES);
        get(findings).body("items", empty());

        event(
                "instrument-claim-preferred",
                statement,
                "\"claim\": {\"number\": 2, \"holds\": false}, \"reason\": \"A legend\", " + SOURCES);
        get(findings).body("items.detail", hasItem("no instrument '%s' is registered".formatted(treaty)));
        get("/api/rules/" + rule.id()).body("$", not(hasKey("instrumentUrls")));
    }

    @Test
    void facts_that_name_a_registered_instrument_link_to_it() {
        var organization = Register.slug("o");
        register.organization(organization, "");
        var rule = register.institution("rule", """
                "organization": "%s", "subject": "decisions", "rule": "consensus", "instrument": "%s"
                """.formatted(organization, treaty));
        var operation = register.exercise("""
                "name": "Operation", "kind": "operation", "status": "completed", "organizations": ["%s"],
                "dates": "2022-01", "phases": [], "participants": [], "legalBasis": {"instrument": "%s", "article": "4"}
                """.formatted(organization, treaty));
        var url = "/api/instruments/" + treaty;
        get("/api/rules/" + rule.id()).body("$", not(hasKey("instrumentUrls")));
        get("/api/exercises/" + operation.id())
                .body("legalBasis.instrument", equalTo(treaty))
                .body("legalBasis", not(hasKey("instrumentUrl")));
        instrument("");
        get("/api/rules/" + rule.id()).body("instrumentUrls", contains(url));
        get("/api/organizations/%s/rules".formatted(organization)).body("items[0].instrumentUrls", contains(url));
        get("/api/exercises/" + operation.id()).body("legalBasis.instrumentUrl", equalTo(url));
        get("/api/exercises?organization=" + organization).body("items[0].legalBasis.instrumentUrl", equalTo(url));
    }

    @Test
    void a_document_is_cited_by_instruments_and_acts() {
        var document = UUID.randomUUID().toString().replace("-", "");
        register.document(document, "document-received", """
                "sha256": "%s%s", "bytes": 100, "mediaType": "text/plain", "filename": "v.txt", "rights": "public",
                "metadata": {"title": "A treaty"}
                """.formatted(document, document));
        var cited = "\"sources\": [{\"document\": \"%s\", \"anchor\": \"p-1\"}]".formatted(document);
        event("instrument-registered", "\"parties\": [], \"organizations\": [], \"documents\": []", cited);
        act("act-recorded", UUID.randomUUID().toString(), "KZ", "signature", "2001", ", " + cited);
        get("/api/documents/%s/citations".formatted(document)).body("items.fact", hasItems("act", "instrument"));
    }
}

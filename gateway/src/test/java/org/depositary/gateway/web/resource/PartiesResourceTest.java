package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests the search for parties by any name or code, the periods of their codes, their predecessors and their
 * successors.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class PartiesResourceTest {

    @Inject
    Register register;

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource({
        "KAZ, 2020-01-01, KZ",
        "Kazakstan, 2020-01-01, KZ",
        "Tadjikistan, 2020-01-01, TJ",
        "Kyrgyz Republic, 2020-01-01, KG",
        "Wit-Rusland, 2020-01-01, BY",
        "FRG, 1970-01-01, DE",
        "m49:156, 2020-01-01, CN",
        "gw:365, 1970-01-01, SUHH",
        "gw:365, 2020-01-01, RU",
    })
    void a_party_is_found_by_any_code_or_name_as_of_the_day(String asked, String day, String code) {
        party(asked + "?on=" + day).body("code", equalTo(code));
    }

    @Test
    void what_is_ambiguous_is_told_with_what_it_may_be() {
        register.after().get("/api/parties/Congo").then().statusCode(404).body("detail", containsString("CD or CG"));
        register.after().get("/api/parties?q=Congo").then().body("items.code", hasItems("CD", "CG"));
    }

    @Test
    void a_state_has_names_in_all_languages_aliases_and_codes_with_their_time() {
        party("RU?lang=nl")
                .body("name", equalTo("Rusland"))
                .body("names", hasEntry("zh", "俄罗斯"))
                .body("aliases", hasItem("Russian Federation"))
                .body("codes.code", hasItems("RU", "RUS", "cow:365", "gw:365", "m49:643"))
                .body("codes.find { it.code == 'RU' }.scheme", equalTo("iso-3166-1-alpha-2"))
                .body("codes.findAll { it.code == 'cow:365' }.from.edtf", contains("1991-12-26"))
                .body("codes.findAll { it.code == 'cow:365' }.until.edtf", contains("1922-12-30"))
                .body("predecessors", contains("SUHH"))
                .body("successors", empty())
                .body("from", nullValue())
                .body("until", nullValue());
    }

    @Test
    void a_former_state_has_its_time_and_its_successors() {
        party("Czechoslovakia")
                .body("code", equalTo("CSHH"))
                .body("from.edtf", equalTo("1918-10-28"))
                .body("until.edtf", equalTo("1993-01-01"))
                .body("successors", containsInAnyOrder("CZ", "SK"))
                .body("findings", equalTo("/api/parties/CSHH/findings"));
    }

    @Test
    void an_organisation_has_what_is_recorded_of_it() {
        var first = Register.slug("first");
        var second = Register.slug("second");
        var registered =
                register.organization(second, ", \"founded\": \"2001\", \"predecessor\": \"%s\"".formatted(first));
        register.after(registered, register.organization(first, ""))
                .get("/api/parties/" + second)
                .then()
                .statusCode(200)
                .body("kind", equalTo("organisation"))
                .body("names", hasEntry("nl", "Organisatie " + second))
                .body("codes", empty())
                .body("from.edtf", equalTo("2001"))
                .body("predecessors", contains(first));
    }

    private ValidatableResponse party(String asked) {
        return register.after().get("/api/parties/" + asked).then().statusCode(200);
    }
}

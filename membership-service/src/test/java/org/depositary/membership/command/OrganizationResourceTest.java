package org.depositary.membership.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.command.MembershipCalls.SOURCES;
import static org.depositary.membership.command.MembershipCalls.anOrganization;
import static org.depositary.membership.command.MembershipCalls.curator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class OrganizationResourceTest {

    @Inject
    StoredMembershipEvents stored;

    @Test
    void registering_the_same_again_records_nothing() {
        var path = "/api/organizations/" + anOrganization() + "-again";
        var body = "{\"names\":{\"en\":\"One\"},\"founded\":\"1996\",%s}".formatted(SOURCES);
        curator().body(body).put(path).then().statusCode(201).header("Location", path);
        curator().body(body).put(path).then().statusCode(200).header("Location", path);
        curator()
                .body(body.replace("1996", "1997"))
                .put(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("conflictsWith", contains(path));
    }

    @Test
    void a_registration_is_corrected_sourced_and_verified() {
        var organization = anOrganization();
        var fact = "/api/organizations/" + organization;
        curator()
                .body("{\"acronym\":\"ONE\",\"founded\":\"1991-02\",\"reason\":\"misread\"}")
                .post(fact + "/corrections")
                .then()
                .statusCode(201)
                .header("Depositary-Version", "organization:%s@2".formatted(organization));
        curator().body("{\"title\":\"Another\"}").post(fact + "/sources").then().statusCode(201);
        curator()
                .body("{}")
                .post(fact + "/verification")
                .then()
                .statusCode(201)
                .header("Depositary-Version", "organization:%s@4".formatted(organization));
    }

    @Test
    void what_changed_is_a_fact_of_its_own() {
        var organization = anOrganization();
        var change = curator()
                .body("{\"effective\":\"2004\",\"seat\":{\"place\":\"Beijing\",\"country\":\"CHN\"},%s}"
                        .formatted(SOURCES))
                .post("/api/organizations/" + organization + "/changes");
        change.then().statusCode(201).header("Location", startsWith("/api/organization-changes/"));
        curator()
                .body("{\"effective\":\"2003\",\"reason\":\"a year earlier\"}")
                .post(change.header("Location") + "/corrections")
                .then()
                .statusCode(201)
                .header("Depositary-Version", "organization:%s@3".formatted(organization));
    }

    /** Numbers of a crosswalk mean the state of the date that the statement tells. */
    @Test
    void the_country_of_a_seat_is_the_state_of_that_time() throws Exception {
        var organization = anOrganization() + "-then";
        var fact = "/api/organizations/" + organization;
        var stream = "organization:" + organization;
        var seat = "\"seat\":{\"place\":\"Moscow\",\"country\":\"cow:365\"}";
        curator()
                .body("{\"names\":{\"en\":\"One\"},\"founded\":\"1955\",%s,%s}".formatted(seat, SOURCES))
                .put(fact)
                .then()
                .statusCode(201);
        assertThat(country(stream)).isEqualTo("SUHH");
        curator()
                .body("{%s,\"reason\":\"misread\"}".formatted(seat.replace("Moscow", "Leningrad")))
                .post(fact + "/corrections")
                .then()
                .statusCode(201);
        assertThat(country(stream)).isEqualTo("SUHH");
        curator()
                .body("{%s,\"founded\":\"1995\",\"reason\":\"misread\"}".formatted(seat))
                .post(fact + "/corrections")
                .then()
                .statusCode(201);
        assertThat(country(stream)).isEqualTo("RU");
        curator()
                .body("{\"value\":{\"founded\":\"1955\",%s},%s}".formatted(seat, SOURCES))
                .post(fact + "/claims")
                .then()
                .statusCode(201);
        assertThat(stored.last(stream).at("/claim/value/seat/country").asText()).isEqualTo("SUHH");
    }

    @Test
    void the_country_of_a_seat_is_the_state_of_the_day_of_the_move() throws Exception {
        var organization = anOrganization();
        var stream = "organization:" + organization;
        var seat = "\"seat\":{\"country\":\"cow:365\"}";
        var moved = curator()
                .body("{\"effective\":\"1991-01\",%s,%s}".formatted(seat, SOURCES))
                .post("/api/organizations/" + organization + "/changes");
        moved.then().statusCode(201);
        assertThat(country(stream)).isEqualTo("SUHH");
        curator()
                .body("{%s,\"effective\":\"2001-01\",\"reason\":\"misread\"}".formatted(seat))
                .post(moved.header("Location") + "/corrections")
                .then()
                .statusCode(201);
        assertThat(country(stream)).isEqualTo("RU");
        curator()
                .body("{\"value\":{\"effective\":\"1991-02\",%s},%s}".formatted(seat, SOURCES))
                .post(moved.header("Location") + "/claims")
                .then()
                .statusCode(201);
        assertThat(stored.last(stream).at("/claim/value/seat/country").asText()).isEqualTo("SUHH");
    }

    @Test
    void the_country_of_a_seat_is_a_state() {
        var organization = anOrganization();
        var fact = "/api/organizations/" + organization;
        var seat = "\"seat\":{\"country\":\"csto\"}";
        pointsAtSeat("#/seat/country", fact + "/corrections", "{%s,\"reason\":\"misread\"}".formatted(seat));
        pointsAtSeat("#/value/seat/country", fact + "/claims", "{\"value\":{%s},%s}".formatted(seat, SOURCES));
        var changes = fact + "/changes";
        pointsAtSeat("#/seat/country", changes, "{\"effective\":\"2004\",%s,%s}".formatted(seat, SOURCES));
        pointsAtSeat("#/0/seat/country", changes, "[{\"effective\":\"2004\",%s,%s}]".formatted(seat, SOURCES));
    }

    private static void pointsAtSeat(String pointer, String path, String body) {
        curator()
                .body(body)
                .post(path)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    private String country(String stream) throws Exception {
        return stored.last(stream).at("/seat/country").asText();
    }

    @Test
    void what_is_not_registered_cannot_change() {
        curator()
                .body("{\"effective\":\"2004\",\"dissolved\":true,%s}".formatted(SOURCES))
                .post("/api/organizations/nobody-knows/changes")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sco-x | {"names":{},SOURCES}                                            | 422 | #/names
                    sco-x | {"names":{"english!":"X"},SOURCES}                              | 422 | #/names
                    sco-x | {SOURCES}                                                       | 422 | #/names
                    sco-x | {"names":{"en":"X"},"founded":"1996-13",SOURCES}                | 422 | #/founded
                    sco-x | {"names":{"en":"X"},"seat":{"country":"Atlantis"},SOURCES}      | 422 | #/seat/country
                    sco-x | {"names":{"en":"X"},"seat":{"country":"csto"},SOURCES}          | 422 | #/seat/country
                    sco-x | {"names":{"en":"X"},"predecessor":"Not A Slug",SOURCES}         | 422 | #/predecessor
                    kaz   | {"names":{"en":"X"},SOURCES}                                    | 422 | #
                    kazakhstan | {"names":{"en":"X"},SOURCES}                               | 422 | #
                    SCO   | {"names":{"en":"X"},SOURCES}                                    | 422 | #
                    """)
    void bad_input_is_told_with_a_pointer(String id, String body, int status, String pointer) {
        curator()
                .body(body.replace("SOURCES", SOURCES))
                .put("/api/organizations/" + id)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }
}

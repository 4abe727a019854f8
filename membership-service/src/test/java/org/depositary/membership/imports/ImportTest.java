package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.Sent.aSet;
import static org.depositary.membership.imports.Sent.admin;
import static org.depositary.membership.imports.Sent.anOrganization;
import static org.depositary.membership.imports.Sent.curator;
import static org.depositary.membership.imports.Sent.ended;
import static org.depositary.membership.imports.Sent.imported;
import static org.depositary.membership.imports.Sent.registered;
import static org.depositary.membership.imports.Sent.report;
import static org.depositary.membership.imports.Sent.send;
import static org.depositary.membership.imports.Sent.status;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.local.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportTest {

    private static final String YEARS = "organization,organization_name,party,year,status,source\n";
    private static final String CHANGES = "organization,party,change,effective,note,decided,source\n";

    @Inject
    DataSource dataSource;

    @Test
    void stateYearsBecomeChangesOfAnOrganisationThatTheFileNames() throws SQLException {
        var id = anOrganization();
        var location = imported(Map.of("format", "state-years"), YEARS + """
            %1$s,The League,KAZ,1990,observer,A yearbook
            %1$s,The League,KAZ,1991,member,A yearbook
            %1$s,The League,cow:365,1990,member,https://example.org/yearbook
            %1$s,The League,cow:365,1993,member,A yearbook
            """.formatted(id));
        counts(location, "rows", 4, "accepted", 6, "rejected", 0, "known", 0);
        assertThat(events("organization:" + id)).containsExactly("organization-registered");
        assertThat(statements("membership:" + id + "/KZ"))
                .containsExactly("observer-status 1990", "accession 1991-01-01", "lapse 1992-01-01");
        assertThat(statements("membership:" + id + "/SUHH")).containsExactly("accession 1990", "lapse 1991-01-01");
        assertThat(statements("membership:" + id + "/RU")).containsExactly("accession 1993");
    }

    @Test
    void changesStandInAnyOrderAndAreDecidedInEffectiveOrder() throws SQLException {
        var id = registered();
        var location = imported(Map.of(), CHANGES + """
            %1$s,Uzbekistan,lapse,2012,,,A yearbook
            %1$s,UZ,accession,2006-08-16,"again,
            after seven years",2006-06,A yearbook
            %1$s,UZ,withdrawal,1999~,,,A yearbook
            %1$s,UZ,accession,1992-05-15,,,A yearbook
            """.formatted(id));
        counts(location, "rows", 4, "accepted", 4, "rejected", 0);
        assertThat(statements("membership:" + id + "/UZ"))
                .containsExactly("accession 1992-05-15", "withdrawal 1999~", "accession 2006-08-16", "lapse 2012");
    }

    @Test
    void ndjsonSaysTheSameAndMore() throws SQLException {
        var id = registered();
        var file = """
            {"organization":"%1$s","party":"KZ","change":"accession","effective":"2001-06-15","founding":true,"dates":{"signed":"2001-06-15"},"sources":[{"title":"A yearbook","locator":"p. 12"}]}
            {"organization":"%1$s","party":"MN","change":"observer-status","effective":"2004-06","source":"A yearbook"}
            """.formatted(id);
        var location = ended(admin().contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/imports/memberships"));
        counts(location, "rows", 2, "accepted", 2);
        assertThat(statements("membership:" + id + "/KZ")).containsExactly("accession 2001-06-15");
    }

    @Test
    void aRowThatIsNoGoodIsSkippedAndToldWithItsLineAndTheReason() throws IOException, SQLException {
        var id = registered();
        var file = new ByteArrayOutputStream();
        var rows = """
            organization,party,year,status,source
            %1$s,KZ,1990,member,A
            %1$s,Atlantis,1990,member,A
            %1$s,KZ,19x0,member,A
            %1$s,KZ,1991,member
            %1$s,KZ,1990,member,A
            %1$s,KZ,1990,observer,A
            %1$s,KZ,1991,emperor,A
            %1$s,KZ,1991,member,
            nobody-%1$s,KZ,1990,member,A
            No Slug,KZ,1990,member,A
            """.formatted(id);
        file.write(rows.getBytes(StandardCharsets.UTF_8));
        file.write((id + ",KZ,1991,member,").getBytes(StandardCharsets.UTF_8));
        file.write(0xFF);
        file.write(("\n" + id + ",KZ,1991,member," + "x".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8));
        file.write(("\n" + id + ",RU,1990,member,A\n").getBytes(StandardCharsets.UTF_8));
        var location = ended(send(Map.of("format", "state-years"), file.toByteArray()));
        counts(location, "rows", 13, "accepted", 2, "rejected", 11);
        var reasons = new ArrayList<String>();
        report(location, "rejected").forEach(item -> reasons.add(item.get("line") + " " + item.get("reason")));
        assertThat(reasons).hasSize(11);
        var expected = List.of(
                "3 party: .*Atlantis.*",
                "4 year: '19x0' .*",
                "5 It has 4 columns where the header has 5",
                "6 Line 2 says so already",
                "7 Line 2 says that it was member in 1990",
                "8 status: 'emperor' .*",
                "9 source: Every fact needs .*",
                "10 No organisation is registered as nobody-.*",
                "11 An organisation's id is a slug.*",
                "12 .*UTF-8",
                "13 .*256 KiB");
        for (int i = 0; i < expected.size(); i++) {
            assertThat(reasons.get(i)).matches(expected.get(i));
        }
        assertThat(statements("membership:" + id + "/KZ")).containsExactly("accession 1990");
    }

    @Test
    void aChangeThatContradictsTheTimelineIsToldAndTheOthersStand() throws SQLException {
        var id = registered();
        curator()
                .body("""
                    {"party":"KZ","change":"accession","effective":"1995","sources":[{"title":"A chronicle"}]}\
                    """)
                .post("/api/organizations/" + id + "/membership-changes")
                .then()
                .statusCode(201);
        var location = imported(Map.of(), CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,KZ,withdrawal,1999,,,A
            %1$s,RU,withdrawal,1999,,,A
            %1$s,RU,accession,2001,,,A
            """.formatted(id));
        counts(location, "accepted", 2, "rejected", 2);
        assertThat(report(location, "rejected").get(0).get("reason").toString()).contains("/api/membership-changes/");
        assertThat(statements("membership:" + id + "/KZ")).containsExactly("accession 1995", "withdrawal 1999");
        assertThat(statements("membership:" + id + "/RU")).containsExactly("accession 2001");
    }

    @Test
    void whatOthersRecordedMorePreciselyIsKnown() throws SQLException {
        var id = registered();
        curator()
                .body("""
                    {"party":"KZ","change":"accession","effective":"1995-03-01","sources":[{"title":"A chronicle"}]}\
                    """)
                .post("/api/organizations/" + id + "/membership-changes")
                .then()
                .statusCode(201);
        var location = imported(Map.of(), CHANGES + "%s,KZ,accession,1995,,,A\n".formatted(id));
        counts(location, "accepted", 0, "known", 1, "rejected", 0);
        assertThat(events("membership:" + id + "/KZ")).hasSize(1);
    }

    @Test
    void theSameFileAgainRecordsNothing() throws SQLException {
        var id = anOrganization();
        var file = YEARS + "%1$s,The League,KZ,1990,member,A\n%1$s,The League,RU,1992,member,A\n".formatted(id);
        for (var query : List.of(Map.of("format", "state-years"), Map.of("format", "state-years", "set", aSet()))) {
            counts(imported(query, file), "rejected", 0);
            var before = allEvents();
            counts(imported(query, file), "accepted", 0, "known", 3, "corrected", 0, "retracted", 0);
            assertThat(allEvents()).isEqualTo(before);
        }
    }

    @Test
    void aLaterFileOfASetIsComparedWithWhatTheSetSaid() throws SQLException {
        var id = registered();
        var query = Map.of("set", aSet());
        imported(query, CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,KZ,withdrawal,1995,,,A
            %1$s,RU,accession,1990,,,A
            %1$s,CN,accession,1991,,,A
            """.formatted(id));
        var location = imported(query, CHANGES + """
            %1$s,KZ,accession,1992,,,A
            %1$s,KZ,withdrawal,1999-01,,,A
            %1$s,CN,accession,1991,,,A
            %1$s,UZ,accession,1993,,,A
            """.formatted(id));
        counts(location, "accepted", 1, "known", 1, "corrected", 2, "retracted", 1, "kept", 0, "rejected", 0);
        assertThat(events("membership:" + id + "/KZ"))
                .containsExactly(
                        "membership-changed",
                        "membership-changed",
                        "membership-change-corrected",
                        "membership-change-corrected");
        assertThat(events("membership:" + id + "/RU"))
                .containsExactly("membership-changed", "membership-change-retracted");
        assertThat(report(location, "corrected").get(0).get("reason")).isEqualTo("accession: 1992, was 1990");
    }

    @Test
    void whatACuratorChangedSinceStaysAndIsTold() throws SQLException {
        var id = registered();
        var query = Map.of("set", aSet());
        var first = imported(query, CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            %1$s,CN,accession,1990,,,A
            %1$s,UZ,accession,1990,,,A
            """.formatted(id));
        correct(fact(first, "KZ"), "{\"effective\":\"1990-05-01\",\"reason\":\"as the treaty has it\"}");
        correct(fact(first, "RU"), "{\"effective\":\"1990-06-01\",\"reason\":\"as the treaty has it\"}");
        curator()
                .body("{\"reason\":\"never\"}")
                .post(fact(first, "CN") + "/retraction")
                .then()
                .statusCode(201);
        var before = events("membership:" + id + "/KZ").size();
        var location = imported(query, CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,CN,accession,1990,,,A
            %1$s,UZ,accession,1991,,,A
            """.formatted(id));
        counts(location, "kept", 3, "corrected", 1, "retracted", 0, "accepted", 0, "rejected", 0);
        assertThat(report(location, "kept").stream().map(item -> item.get("party")))
                .containsExactlyInAnyOrder("KZ", "RU", "CN");
        assertThat(events("membership:" + id + "/KZ")).hasSize(before);
    }

    @Test
    void aDryRunTellsAndRecordsNothing() throws SQLException {
        var id = anOrganization();
        var before = allEvents();
        var location = imported(
                Map.of("format", "state-years", "dry-run", "true"),
                YEARS + "%1$s,The League,KZ,1990,member,A\n%1$s,The League,KZ,1990,guest,A\n".formatted(id));
        counts(location, "rows", 2, "accepted", 1, "rejected", 1);
        assertThat(allEvents()).isEqualTo(before);
        admin().post(location + "/undo").then().statusCode(409);
    }

    @Test
    void anUndoTakesBackWhatTheImportDidAndLeavesWhatOthersChanged() throws SQLException {
        var id = registered();
        var query = Map.of("set", aSet());
        var one = CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            """.formatted(id);
        imported(query, one);
        var second = imported(query, CHANGES + """
            %1$s,KZ,accession,1992,,,A
            %1$s,UZ,accession,1993,,,A
            %1$s,CN,accession,1994,,,A
            """.formatted(id));
        correct(fact(second, "CN"), "{\"effective\":\"1994-05-01\",\"reason\":\"as the treaty has it\"}");
        admin().post(second + "/undo").then().statusCode(202).body("status", equalTo("running"));
        ended(second);
        assertThat(status(second).getString("status")).isEqualTo("undone");
        assertThat(events("membership:" + id + "/KZ"))
                .containsExactly("membership-changed", "membership-change-corrected", "membership-change-corrected");
        assertThat(events("membership:" + id + "/UZ"))
                .containsExactly("membership-changed", "membership-change-retracted");
        assertThat(events("membership:" + id + "/CN"))
                .containsExactly("membership-changed", "membership-change-corrected");
        assertThat(events("membership:" + id + "/RU"))
                .containsExactly("membership-changed", "membership-change-retracted", "membership-changed");
        admin().post(second + "/undo").then().statusCode(202);
        var before = allEvents();
        counts(imported(query, one), "known", 2, "accepted", 0, "corrected", 0, "retracted", 0, "kept", 1);
        assertThat(allEvents()).isEqualTo(before);
    }

    @Test
    void anUndoRestoresInTheOldOrderWhatHappenedOnOneDate() throws SQLException {
        var id = registered();
        var query = Map.of("set", aSet());
        imported(query, CHANGES + """
            %1$s,KZ,accession,1992,,,A
            %1$s,KZ,withdrawal,1992,,,A
            """.formatted(id));
        var second = imported(query, CHANGES + "%s,RU,accession,1992,,,A\n".formatted(id));
        counts(second, "retracted", 2, "accepted", 1);
        admin().post(second + "/undo").then().statusCode(202);
        ended(second);
        assertThat(select("""
                SELECT data->>'change' FROM event WHERE stream_id = ? AND version > 4 ORDER BY version
                """, "membership:" + id + "/KZ")).containsExactly("accession", "withdrawal");
    }

    @Test
    void progressIsToldAsServerSentEventsUntilTheEnd() {
        var id = registered();
        var location = send(Map.of(), (CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(id)).getBytes())
                .header("Location");
        var events = admin().accept("text/event-stream")
                .get(location)
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        assertThat(events).contains("data:");
        var last = events.substring(events.lastIndexOf("data:") + 5).strip();
        assertThat(JsonPath.from(last).getString("status")).isEqualTo("completed");
        assertThat(JsonPath.from(last).getInt("accepted")).isEqualTo(1);
    }

    @Test
    void theSameKeyStartsOneImport() {
        var id = registered();
        var key = UUID.randomUUID().toString();
        var file = (CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(id)).getBytes();
        var first = admin().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file)
                .post("/api/imports/memberships");
        admin().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file)
                .post("/api/imports/memberships")
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"));
        ended(first);
    }

    @ParameterizedTest
    @CsvSource({
        "format=years,400,/problems/bad-query",
        "set=a b,400,/problems/bad-query",
        "dry-run=perhaps,400,/problems/bad-query",
        "format=state-years,422,/problems/invalid"
    })
    void whatCannotBeTakenAtAllIsRefusedAtOnce(String query, int status, String problem) {
        var parts = query.split("=");
        send(Map.of(parts[0], parts[1]), (CHANGES + "sco,KZ,accession,1990,,,A\n").getBytes())
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo(problem));
    }

    @Test
    void onlyAdministratorsImportAndEverybodyMayLook() {
        for (var role : List.of("reader", "contributor", "curator")) {
            RestAssured.given()
                    .auth()
                    .oauth2(RealPostgresAndKafka.token(role))
                    .contentType("text/csv")
                    .body("x")
                    .post("/api/imports/memberships")
                    .then()
                    .statusCode(403);
        }
        RestAssured.given()
                .contentType("text/csv")
                .body("x")
                .post("/api/imports/memberships")
                .then()
                .statusCode(401);
        admin().contentType("image/png")
                .body(new byte[] {1})
                .post("/api/imports/memberships")
                .then()
                .statusCode(415);
        RestAssured.given().get("/api/imports/" + UUID.randomUUID()).then().statusCode(404);
        RestAssured.given().get("/api/imports/x").then().statusCode(404);
    }

    @Test
    void theReportHasPages() {
        var id = registered();
        var location = imported(Map.of(), CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            %1$s,XX-nobody,accession,1990,,,A
            """.formatted(id));
        var first = RestAssured.given()
                .queryParam("limit", 2)
                .get(location + "/report")
                .then();
        first.statusCode(200).header("Link", containsString("rel=\"next\""));
        var next = first.extract().jsonPath().getString("next");
        var second = RestAssured.given()
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get(location + "/report")
                .jsonPath();
        assertThat(second.getList("items.line")).containsExactly(4);
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void aCommandIsNotAsLargeAsAnImport() {
        curator()
                .body("{\"x\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}")
                .put("/api/organizations/large")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
    }

    private static void correct(String fact, String body) {
        curator().body(body).post(fact + "/corrections").then().statusCode(201);
    }

    private static String fact(String location, String party) {
        return report(location, "accepted").stream()
                .filter(item -> item.get("party").equals(party))
                .map(item -> item.get("fact").toString())
                .findFirst()
                .orElseThrow();
    }

    private static void counts(String location, Object... expected) {
        var view = status(location);
        assertThat(view.getString("status")).isEqualTo("completed");
        for (int i = 0; i < expected.length; i += 2) {
            assertThat(view.getInt((String) expected[i]))
                    .as((String) expected[i])
                    .isEqualTo(expected[i + 1]);
        }
    }

    private List<String> events(String stream) throws SQLException {
        return select("SELECT type FROM event WHERE stream_id = ? ORDER BY version", stream);
    }

    /** What the events of a stream state, in their order. */
    private List<String> statements(String stream) throws SQLException {
        return select(
                "SELECT (data->>'change') || ' ' || (data->>'effective') FROM event WHERE stream_id = ?"
                        + " AND type <> 'membership-change-corrected' ORDER BY version",
                stream);
    }

    private String allEvents() throws SQLException {
        return select("SELECT count(*)::text FROM event WHERE '' = ?", "").getFirst();
    }

    private List<String> select(String sql, String value) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            var rows = select.executeQuery();
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}

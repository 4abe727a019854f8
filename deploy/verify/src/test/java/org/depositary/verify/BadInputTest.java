package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.verify.CommandBodies.change;
import static org.depositary.verify.CommandBodies.exercise;
import static org.depositary.verify.CommandBodies.organization;
import static org.depositary.verify.CommandBodies.with;
import static org.depositary.verify.CommandBodies.without;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every invalid request is answered with what is wrong and where, and records nothing. */
@ExtendWith(SharedInstallation.class)
class BadInputTest {

    private static final String EXERCISES = "/api/exercises";
    private static final String NOWHERE = "";
    private static final String VERIFICATION = "/api/organizations/bad-input/verification";

    private final TestInstallation installation;
    private final OriginClient nobody;
    private final OriginClient reader;
    private final OriginClient contributor;
    private final OriginClient curator;
    private final EventTables tables;
    private final String changes = "/api/organizations/bad-input/membership-changes";

    BadInputTest(TestInstallation installation) {
        this.installation = installation;
        this.nobody = installation.client();
        this.reader = nobody.with(installation.token("reader"));
        this.contributor = nobody.with(installation.token("contributor"));
        this.curator = nobody.with(installation.token("curator"));
        this.tables = new EventTables(installation);
    }

    @BeforeEach
    void register() {
        assertThat(curator.put("/api/organizations/bad-input", organization("Bad input"))
                        .status())
                .isIn(200, 201, 204);
    }

    /** An invalid request and its expected answer. */
    private record Wrong(String what, OriginClient who, String path, Object body, int status, String pointer) {}

    @TestFactory
    List<DynamicTest> wrong_requests() {
        var good = change("KZ", "accession", "2001-06-15");
        var exercise = exercise("Wrong", "2007-08", "KZ", "RU");
        return List.of(
                        new Wrong("malformed JSON", curator, changes, "{\"party\": \"KZ\",", 400, NOWHERE),
                        new Wrong("malformed JSON of an exercise", curator, EXERCISES, "[{]", 400, NOWHERE),
                        new Wrong("no JSON at all", curator, changes, "", 400, NOWHERE),
                        new Wrong("unknown party", curator, changes, with(good, "party", "Atlantis"), 422, "#/party"),
                        new Wrong(
                                "impossible month",
                                curator,
                                changes,
                                with(good, "effective", "2001-13"),
                                422,
                                "#/effective"),
                        new Wrong(
                                "impossible day",
                                curator,
                                changes,
                                with(good, "effective", "2001-02-30"),
                                422,
                                "#/effective"),
                        new Wrong("no date", curator, changes, without(good, "effective"), 422, "#/effective"),
                        new Wrong(
                                "unknown change",
                                curator,
                                changes,
                                with(good, "change", "annexation"),
                                422,
                                "#/change"),
                        new Wrong("no sources", curator, changes, without(good, "sources"), 422, "#/sources"),
                        new Wrong(
                                "empty sources", curator, changes, with(good, "sources", List.of()), 422, "#/sources"),
                        new Wrong(
                                "unknown field of a verification",
                                curator,
                                VERIFICATION,
                                Map.of("result", "right"),
                                422,
                                "#/result"),
                        new Wrong(
                                "empty sources of a verification",
                                curator,
                                VERIFICATION,
                                Map.of("sources", List.of()),
                                422,
                                "#/sources"),
                        new Wrong("contributor verifies no fact", contributor, VERIFICATION, Map.of(), 403, NOWHERE),
                        new Wrong("unknown field", curator, changes, with(good, "colour", "red"), 422, "#/colour"),
                        new Wrong(
                                "an element of an array",
                                curator,
                                changes,
                                List.of(good, with(good, "party", "XX1")),
                                422,
                                "#/1/party"),
                        new Wrong(
                                "leaving without being in",
                                curator,
                                changes,
                                with(good, "change", "withdrawal"),
                                409,
                                NOWHERE),
                        new Wrong(
                                "unknown participant",
                                curator,
                                EXERCISES,
                                with(exercise, "participants", List.of(Map.of("party", "Atlantis", "role", "host"))),
                                422,
                                "#/participants/0/party"),
                        new Wrong(
                                "impossible period",
                                curator,
                                EXERCISES,
                                with(exercise, "dates", "2007-99"),
                                422,
                                "#/dates"),
                        new Wrong(
                                "exercise without sources",
                                curator,
                                EXERCISES,
                                without(exercise, "sources"),
                                422,
                                "#/sources"),
                        new Wrong("wrong role", reader, changes, good, 403, NOWHERE),
                        new Wrong("contributor records no fact", contributor, changes, good, 403, NOWHERE),
                        new Wrong("wrong role for an exercise", reader, EXERCISES, exercise, 403, NOWHERE),
                        new Wrong("no token", nobody, changes, good, 401, NOWHERE),
                        new Wrong("no token for an exercise", nobody, EXERCISES, exercise, 401, NOWHERE),
                        new Wrong("broken token", nobody.with("not.a.token"), changes, good, 401, NOWHERE),
                        new Wrong(
                                "unknown organisation",
                                curator,
                                "/api/organizations/atlantis/membership-changes",
                                good,
                                404,
                                NOWHERE),
                        new Wrong("unknown path", curator, "/api/nowhere", good, 404, NOWHERE))
                .stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.what(), () -> refused(wrong)))
                .toList();
    }

    @Test
    void an_unknown_path_is_not_found_for_readers_too() {
        problem(nobody.get("/api/nowhere"), 404);
        problem(nobody.get("/api/organizations/atlantis"), 404);
        problem(nobody.get("/api/membership-changes/" + UUID.randomUUID()), 404);
    }

    @Test
    void a_bad_query_value_is_a_bad_request() {
        assertAll(
                () -> problem(nobody.get("/api/organizations/sco/members?on=yesterday"), 400),
                () -> problem(nobody.get("/api/organizations/sco/members?known-at=never"), 400),
                () -> problem(nobody.get("/api/organizations/sco/members?status=friend"), 400),
                () -> problem(nobody.get("/api/organizations?limit=0"), 400));
    }

    @Test
    void the_same_key_with_another_body_is_refused_and_with_the_same_replayed() {
        var key = UUID.randomUUID().toString();
        var first = curator.post(EXERCISES, exercise("Keyed", "2007", "KZ"), "Idempotency-Key", key)
                .expect(201);
        long recorded = tables.count();
        var replay = curator.post(EXERCISES, exercise("Keyed", "2007", "KZ"), "Idempotency-Key", key)
                .expect(201);
        assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(replay.body()).isEqualTo(first.body());
        assertThat(replay.header("Depositary-Version")).isEqualTo(first.header("Depositary-Version"));
        problem(curator.post(EXERCISES, exercise("Keyed otherwise", "2007", "KZ"), "Idempotency-Key", key), 422);
        assertThat(tables.count()).isEqualTo(recorded);
    }

    @Test
    void a_hundred_megabytes_are_too_many() throws Exception {
        long recorded = tables.count();
        for (var path : List.of(changes, "/api/documents?filename=large.txt")) {
            var type = path.startsWith("/api/documents") ? "text/plain" : "application/json";
            var answer = HugeRequest.post(installation.port(), path, type, installation.token("curator"), 100_000_000);
            assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("application/problem+json");
        }
        assertThat(tables.count()).isEqualTo(recorded);
    }

    private void refused(Wrong wrong) {
        long recorded = tables.count();
        var answer = wrong.who().post(wrong.path(), wrong.body());
        problem(answer, wrong.status());
        if (!wrong.pointer().isEmpty()) {
            assertThat(answer.body().path("errors")).as(answer.text()).anySatisfy(error -> assertThat(
                            error.path("pointer").asText())
                    .isEqualTo(wrong.pointer()));
        }
        assertThat(tables.count()).as("nothing recorded").isEqualTo(recorded);
    }

    private void problem(GatewayAnswer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("title").asText()).isNotEmpty();
        var type = answer.body().path("type").asText();
        assertThat(type).startsWith("/problems/");
        nobody.get(type).expect(200);
        assertThat(answer.text())
                .doesNotContain("Exception")
                .doesNotContain("at org.")
                .doesNotContain("<html");
    }
}

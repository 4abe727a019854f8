package org.depositary.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway can feed, project and serve every sample event of {@code contracts/}. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ContractTest {

    private static final Path CONTRACTS = Path.of("../contracts/events");

    /**
     * The events of one stream, in a possible order.
     *
     * @param address URL path that serves the result
     * @param recordings number of events that the response lists
     */
    record History(String kind, String stream, List<String> events, String address, int recordings) {}

    /** Endings of the names of all later events. They are the same for every kind of fact. */
    private static final List<String> LATER = List.of(
            "-corrected", "-sourced", "-verified", "-claimed", "-claim-preferred", "-claim-withdrawn", "-retracted");

    static Stream<History> histories() {
        var institutions = Stream.of(
                institution(1, "organ", "organ:sco/rats"),
                institution(2, "term"),
                institution(3, "meeting"),
                institution(4, "relation"),
                institution(5, "contribution"),
                institution(6, "rule"),
                institution(7, "figure"));
        var aboutExercises = Stream.of(
                aboutExercise(1, "exercise-step"),
                aboutExercise(2, "participation"),
                aboutExercise(3, "exercise-merge"),
                aboutExercise(4, "exercise-phase"),
                aboutExercise(5, "exercise-purpose"));
        return Stream.of(others(), institutions, aboutExercises).flatMap(all -> all);
    }

    private static History aboutExercise(int number, String kind) {
        var id = "01890a5d-ac96-774b-bcce-b302099a91%02d".formatted(number);
        return new History("exercise", "exercise:" + id, events(kind), "/api/%ss/%s".formatted(kind, id), 8);
    }

    private static History institution(int number, String kind) {
        return institution(number, kind, "%s:01890a5d-ac96-774b-bcce-b302099a81%02d".formatted(kind, number));
    }

    private static History institution(int number, String kind, String stream) {
        var events = events(kind);
        var address = "/api/%ss/01890a5d-ac96-774b-bcce-b302099a81%02d".formatted(kind, number);
        return new History("membership", stream, events, address, events.size());
    }

    private static List<String> events(String kind) {
        return Stream.concat(Stream.of("-recorded"), LATER.stream())
                .map(happened -> kind + happened)
                .toList();
    }

    private static Stream<History> others() {
        return Stream.of(
                new History(
                        "membership",
                        "membership:sco/UZ",
                        List.of(
                                "membership-changed",
                                "membership-change-corrected",
                                "membership-change-sourced",
                                "membership-change-verified",
                                "membership-change-claimed",
                                "membership-change-claim-preferred",
                                "membership-change-claim-withdrawn",
                                "membership-change-retracted"),
                        "/api/membership-changes/01890a5d-ac96-774b-bcce-b302099a8057",
                        8),
                new History(
                        "membership",
                        "organization:sco",
                        List.of(
                                "organization-registered",
                                "organization-corrected",
                                "organization-sourced",
                                "organization-verified",
                                "organization-claimed",
                                "organization-claim-preferred",
                                "organization-claim-withdrawn",
                                "organization-retracted"),
                        "/api/organizations/sco",
                        8),
                new History(
                        "membership",
                        "organization:shanghai-five",
                        List.of(
                                "organization-changed",
                                "organization-change-corrected",
                                "organization-change-sourced",
                                "organization-change-verified",
                                "organization-change-claimed",
                                "organization-change-claim-preferred",
                                "organization-change-claim-withdrawn",
                                "organization-change-retracted"),
                        "/api/organization-changes/01890a5d-ac96-774b-bcce-b302099a8058",
                        8),
                new History(
                        "membership",
                        "import-set:world-memberships",
                        List.of("import-set-covered", "import-set-coverage-retracted"),
                        "/api/organizations",
                        0),
                new History(
                        "exercise",
                        "exercise:01890a5d-ac96-774b-bcce-b302099a9001",
                        List.of(
                                "exercise-recorded",
                                "exercise-corrected",
                                "exercise-sourced",
                                "exercise-verified",
                                "exercise-claimed",
                                "exercise-claim-preferred",
                                "exercise-claim-withdrawn",
                                "exercise-retracted"),
                        "/api/exercises/01890a5d-ac96-774b-bcce-b302099a9001",
                        8),
                new History(
                        "document",
                        "instrument:treaty-of-the-steppe",
                        Stream.concat(
                                        Stream.of("instrument-registered"),
                                        LATER.stream().map("instrument"::concat))
                                .toList(),
                        "/api/instruments/treaty-of-the-steppe",
                        8),
                new History(
                        "document",
                        "act:treaty-of-the-steppe/KZ",
                        events("act"),
                        "/api/acts/01890a5d-ac96-774b-bcce-b302099a9301",
                        8),
                new History(
                        "document",
                        "document:9f86d081884c7d659a2feaa0c55ad015",
                        List.of(
                                "document-received",
                                "document-extracted",
                                "document-metadata-corrected",
                                "document-taken-down",
                                "document-takedown-lifted"),
                        "/api/documents/9f86d081884c7d659a2feaa0c55ad015",
                        0));
    }

    @Inject
    TestEventPublisher bus;

    @Inject
    GatewayTableQueries log;

    @ParameterizedTest
    @MethodSource("histories")
    void every_sample_is_projected_and_served(History history) throws IOException {
        for (int i = 0; i < history.events().size(); i++) {
            var name = history.events().get(i);
            bus.publish(Event.of(history.stream(), i + 1, name, sample(history.kind(), name)));
        }
        await().until(() ->
                log.versions(history.stream()).size() == history.events().size());
        var answer = given().header(
                        "Depositary-After",
                        history.stream() + "@" + history.events().size())
                .header("Prefer", "wait=300")
                .get(history.address())
                .then()
                .statusCode(200);
        if (history.recordings() > 0) {
            answer.body("recordings", hasSize(history.recordings()));
        }
        assertThat(log.parked(history.stream())).isEmpty();
        assertThat(log.select(
                        "SELECT version FROM change JOIN fact_change USING (seq) WHERE stream_id = ?",
                        history.stream()))
                .hasSize(changesOfFacts(history));
    }

    /** All events of facts, and the corrections of the metadata of a document. */
    private static int changesOfFacts(History history) {
        return (int) history.events().stream()
                .filter(event -> !event.startsWith("document-") || event.endsWith("-corrected"))
                .count();
    }

    @Test
    void every_event_of_the_contracts_has_a_test_here() throws IOException {
        var tested = new TreeSet<String>();
        histories().forEach(history -> tested.addAll(history.events()));
        try (var samples = Files.find(CONTRACTS, 3, (path, is) -> path.endsWith("v1.sample.json"))) {
            var published = new TreeSet<String>();
            samples.forEach(
                    sample -> published.add(sample.getParent().getFileName().toString()));
            assertThat(tested).isEqualTo(published);
        }
    }

    private static String sample(String kind, String name) throws IOException {
        return Files.readString(
                CONTRACTS.resolve(kind).resolve(name).resolve("v1.sample.json"), StandardCharsets.UTF_8);
    }
}

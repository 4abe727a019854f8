package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.depositary.verify.StateYearFile.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Imports a large file of state-years: the register then has its statuses. The same file again changes nothing. A
 * changed file changes exactly the differences. {@code -Dimport.organizations=534 -Dimport.years=19000} is the size
 * of a world data set.
 */
@Tag("full")
class ImportAtSizeTest {

    private static final int ORGANIZATIONS = Integer.getInteger("import.organizations", 25);
    private static final int YEARS = Integer.getInteger("import.years", 400);

    private static TestInstallation installation;

    /** The shared installation would get so many memberships that complete lists take minutes. */
    @BeforeAll
    static void start() {
        installation = TestInstallation.start("import-at-size");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void a_file_goes_in_comes_again_and_comes_changed() {
        var file = StateYearFile.of(1, "igo", ORGANIZATIONS, YEARS);
        var began = Instant.now();
        var location = send(file, "world");
        var staged = Duration.between(began, Instant.now());
        var first = ended(location);
        var decided = Duration.between(began, Instant.now());
        awaitProjected();
        var took = Duration.between(began, Instant.now());
        assertThat(first.path("rejected").asInt()).isZero();
        int accepted = first.path("accepted").asInt();
        System.out.printf(
                "Import: %d rows, %d changes; staged after %.1f s, decided after %.1f s, projected after %.1f s: %.0f"
                        + " a second%n",
                first.path("rows").asInt(),
                accepted,
                staged.toMillis() / 1e3,
                decided.toMillis() / 1e3,
                took.toMillis() / 1e3,
                accepted * 1e3 / took.toMillis());
        compare(file);

        long events = new EventTables(installation).count();
        var again = ended(send(file, "world"));
        assertThat(again.path("known").asInt()).isEqualTo(accepted);
        assertThat(new EventTables(installation).count()).isEqualTo(events);

        changed(file, accepted);
    }

    private static void changed(StateYearFile file, int accepted) {
        var runs = new ArrayList<>(file.membersThroughout(3));
        Collections.shuffle(runs, new Random(2));
        int each = Math.max(5, accepted / 200); // together one percent of the changes
        assertThat(runs).hasSizeGreaterThan(2 * each + 5);
        var moved = runs.subList(0, each);
        var gone = runs.subList(each, 2 * each);
        var touched = runs.subList(2 * each, 2 * each + 5);
        touched.forEach(run -> correct(run, file.begins(run)));
        var first = new HashSet<>(moved);
        first.addAll(touched);
        long events = new EventTables(installation).count();
        var third = ended(send(file.without(first, new HashSet<>(gone)), "world"));
        assertThat(third.path("corrected").asInt()).isEqualTo(moved.size());
        assertThat(third.path("retracted").asInt()).isEqualTo(gone.size());
        assertThat(third.path("kept").asInt()).isEqualTo(touched.size());
        assertThat(third.path("accepted").asInt()).isZero();
        assertThat(third.path("rejected").asInt()).isZero();
        assertThat(new EventTables(installation).count()).isEqualTo(events + moved.size() + gone.size());
        assertThat(runs(third, "corrected")).containsExactlyInAnyOrderElementsOf(moved);
        assertThat(runs(third, "retracted")).containsExactlyInAnyOrderElementsOf(gone);
        assertThat(runs(third, "kept")).containsExactlyInAnyOrderElementsOf(touched);
        awaitProjected();
        // The register keeps the curator's corrections of these five: they were members in the first year, too.
        compare(file.without(new HashSet<>(moved), new HashSet<>(gone)));
    }

    /** The memberships with this outcome in the report, once per outcome. */
    private static List<Run> runs(JsonNode ended, String outcome) {
        var report = "/api/imports/%s/report?limit=1000&outcome=%s"
                .formatted(ended.path("id").asText(), outcome);
        return all(report).stream()
                .map(item -> new Run(
                        item.path("organization").asText(), item.path("party").asText()))
                .toList();
    }

    /** Records a correction by a curator. */
    private static void correct(Run run, int year) {
        var fact = client()
                .get("/api/organizations/%s/members?on=%d-12-31&limit=1000".formatted(run.organization(), year))
                .expect(200)
                .items()
                .stream()
                .filter(member -> member.path("party").asText().equals(run.party()))
                .map(member -> member.path("change").asText())
                .findFirst()
                .orElseThrow();
        client().post(fact + "/corrections", Map.of("effective", year + "-03-04", "reason", "as the treaty has it"))
                .expect(201);
    }

    @Test
    void membership_service_is_killed_while_it_imports_and_the_result_is_the_same() {
        var file = StateYearFile.of(3, "cut", Math.max(25, ORGANIZATIONS / 4), Math.max(400, YEARS / 4));
        var location = send(file, "cut");
        awaitProgress(location, 10);
        var up = installation.kill(TestInstallation.MEMBERSHIP_SERVICE);
        await().until(up::getAsBoolean);
        var ended = ended(location);
        awaitProjected();
        assertThat(ended.path("rejected").asInt()).isZero();
        compare(file);
        long events = new EventTables(installation).count();
        var again = ended(send(file, "cut"));
        assertThat(again.path("known").asInt()).isEqualTo(ended.path("accepted").asInt());
        assertThat(new EventTables(installation).count()).isEqualTo(events);
    }

    @Test
    void bad_rows_are_told_by_line_and_reason_and_the_good_ones_are_kept() {
        var file = StateYearFile.of(4, "bad", ORGANIZATIONS, YEARS);
        var damaged = DamagedImportFile.of(file);
        var location = send(damaged.bytes(), "bad");
        var ended = ended(location);
        assertThat(ended.path("rejected").asInt()).isEqualTo(damaged.reasons().size());
        assertThat(ended.path("rows").asInt())
                .isEqualTo(file.rows().size() + damaged.reasons().size());
        var told = new TreeMap<Integer, String>();
        all(location + "/report?outcome=rejected&limit=1000")
                .forEach(item ->
                        told.put(item.path("line").asInt(), item.path("reason").asText()));
        assertThat(told.keySet()).isEqualTo(damaged.reasons().keySet());
        told.forEach((line, reason) -> assertThat(reason)
                .as("of line %d", line)
                .matches(damaged.reasons().get(line)));
        awaitProjected();
        compare(file, damaged::mayHide);

        var good = ended(send(file.text().getBytes(StandardCharsets.UTF_8), "bad&allow-retractions=true"));
        assertThat(good.path("rejected").asInt()).isZero();
        assertThat(good.path("retracted").asInt()).isZero();
        awaitProjected();
        compare(file);

        long events = new EventTables(installation).count();
        var again = ended(send(damaged.bytes(), "bad"));
        assertThat(again.path("rejected").asInt()).isEqualTo(damaged.reasons().size());
        assertThat(again.path("retracted").asInt() + again.path("corrected").asInt())
                .isZero();
        assertThat(new EventTables(installation).count()).isEqualTo(events);
    }

    private static void awaitProgress(String location, int organizations) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            var status = client().get(location).expect(200).body();
            return status.path("progress").path("done").asInt() >= organizations
                    || !status.path("status").asText().equals("running");
        });
    }

    private static OriginClient client() {
        return installation.client().with(installation.token("admin"));
    }

    private static String send(StateYearFile file, String set) {
        return send(file.text().getBytes(StandardCharsets.UTF_8), set);
    }

    private static String send(byte[] file, String set) {
        var address = installation.client().origin().resolve("/api/imports/memberships?format=state-years&set=" + set);
        var request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + installation.token("admin"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return answer.headers().firstValue("Location").orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode ended(String location) {
        await().until(() -> !client().get(location)
                .expect(200)
                .body()
                .path("status")
                .asText()
                .equals("running"));
        var status = client().get(location).body();
        assertThat(status.path("status").asText()).as(status.toString()).isEqualTo("completed");
        return status;
    }

    /** All items, from all pages. */
    private static List<JsonNode> all(String path) {
        var page = client().get(path).expect(200);
        var items = new ArrayList<>(page.items());
        while (page.body().hasNonNull("next")) {
            page = client().get(path + "&after=" + page.body().path("next").asText())
                    .expect(200);
            items.addAll(page.items());
        }
        return items;
    }

    private static void awaitProjected() {
        long events = new EventTables(installation).count();
        var gateway = new ServiceMetrics(installation.client(TestInstallation.GATEWAY));
        await().pollInterval(Duration.ofMillis(200)).until(() -> gateway.sum("depositary_log_served", "") >= events);
    }

    private static void compare(StateYearFile file) {
        compare(file, (organization, year, party) -> false);
    }

    /**
     * @param mayHide whether the party may have been in the organisation in that year although the file has no row
     *     for it
     */
    private static void compare(StateYearFile file, DamagedImportFile.Hiding mayHide) {
        assertThat(file.expected()).isNotEmpty();
        file.expected().entrySet().parallelStream()
                .forEach(organization -> organization.getValue().forEach((year, parties) -> {
                    var members = members(organization.getKey(), year);
                    members.keySet()
                            .removeIf(party ->
                                    !parties.containsKey(party) && mayHide.test(organization.getKey(), year, party));
                    var statuses = new TreeMap<String, String>();
                    members.forEach((party, found) -> statuses.put(party, String.join(" or ", found)));
                    assertThat(statuses)
                            .as("%s in %d", organization.getKey(), year)
                            .isEqualTo(parties);
                }));
    }

    /** The statuses of each party; several if its status is uncertain. */
    private static Map<String, List<String>> members(String organization, int year) {
        var path = "/api/organizations/%s/members?on=%d-07-01&limit=1000".formatted(organization, year);
        var members = new TreeMap<String, List<String>>();
        installation.client().get(path).expect(200).items().forEach(member -> members.computeIfAbsent(
                        member.path("party").asText(), party -> new ArrayList<>())
                .add(member.path("status").asText()));
        return members;
    }
}

package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that a read is the same as before whenever the response is 304. Writes at random between the reads. The content of a
 * complete list has no tag of its own, so 304 for one of them was answered from the position alone.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class UnchangedReadsTest {

    private static final List<String> PARTIES = List.of("KZ", "RU");
    private static final List<String> CHANGES = List.of("accession", "observer-status", "withdrawal", "application");

    private record Content(String tag, String body) {}

    private record Change(Published published, String organization, String party, String kind) {}

    private final String suffix = Register.slug("");
    private final List<String> organizations =
            Stream.of("a", "b", "c").map(name -> name + suffix).toList();
    private final Map<String, Content> known = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<Boolean, Integer> answers = new HashMap<>();
    private Random random;

    @Inject
    Register register;

    @Test
    void a_read_that_is_called_unchanged_is_unchanged() {
        run(new Random(15), 12);
    }

    @Test
    @Tag("full")
    void many_reads_that_are_called_unchanged_are_unchanged() {
        long seed = System.nanoTime();
        try {
            run(new Random(seed), 150);
        } catch (AssertionError wrong) {
            throw new AssertionError("With seed " + seed, wrong);
        }
    }

    private void run(Random chosen, int steps) {
        random = chosen;
        organizations.forEach(id -> register.organization(id, ""));
        var urls = urls();
        for (int step = 0; step < steps; step++) {
            write();
            register.after().get("/api/organizations?limit=1").then().statusCode(200);
            urls.forEach(this::read);
        }
        assertThat(answers.get(true)).as("unchanged").isGreaterThan(steps);
        assertThat(answers.get(false)).as("changed").isGreaterThan(steps);
    }

    private List<String> urls() {
        var urls = new ArrayList<String>();
        for (var id : organizations) {
            for (var list : List.of(
                    "members?on=2005-07-05", "timeline?lang=en", "timeline?with-predecessors=true", "organs?lang=en")) {
                urls.add("/api/organizations/%s/%s".formatted(id, list.replace("?", ".ndjson?")));
            }
        }
        var first = organizations.getFirst();
        urls.add("/api/organizations/%s/members.csv?lang=nl&on=2005-07-05".formatted(first));
        urls.add("/api/organizations/%s/members?on=2005-07-05&fields=party,name".formatted(first));
        urls.add("/api/organizations/%s".formatted(first));
        urls.add("/api/organizations.ndjson?q=" + suffix);
        urls.add("/api/parties.ndjson?q=" + suffix);
        urls.add("/api/parties/" + first);
        urls.add("/api/parties/%s?format=jsonld".formatted(first));
        urls.add("/api/organizations/%s?format=jsonld".formatted(first));
        urls.add("/api/parties/%s/memberships.ndjson?on=2005-07-05".formatted(first));
        urls.add("/api/parties/KZ/timeline.ndjson?organization=" + String.join(",", organizations));
        urls.add("/api/memberships.ndjson?on=2005-07-05&organization=" + String.join(",", organizations));
        urls.add("/api/memberships/years.ndjson?to=2010&organization=" + first);
        urls.add("/api/memberships/years.csv?to=2010&organization=" + first);
        urls.add("/api/exercises.ndjson?organization=" + first);
        urls.add("/api/exercises/participations.ndjson?organization=" + first);
        urls.add("/api/exercises/statistics.ndjson?by=party&organization=" + first);
        return urls;
    }

    /** Reads with the tag of the content that is known. If that is called unchanged, reads it without the tag too. */
    private void read(String url) {
        var before = known.get(url);
        var request = given();
        if (before != null) {
            request.header("If-None-Match", before.tag());
        }
        var response = request.get(url);
        boolean unchanged = response.statusCode() == 304;
        if (before != null) {
            answers.merge(unchanged, 1, Integer::sum);
        }
        if (unchanged) {
            var again = given().get(url);
            assertThat(again.statusCode()).as(url).isEqualTo(200);
            assertThat(again.asString()).as(url).isEqualTo(before.body());
            assertThat(response.header("ETag")).as(url).isEqualTo(again.header("ETag"));
            known.put(url, new Content(again.header("ETag"), again.asString()));
        } else {
            assertThat(response.statusCode()).as(url).isEqualTo(200);
            known.put(url, new Content(response.header("ETag"), response.asString()));
        }
    }

    private void write() {
        switch (random.nextInt(9)) {
            case 0 -> membershipChange(any(PARTIES));
            case 1 -> accessionOfSet();
            case 2 -> membershipChange(any(organizations));
            case 3 -> correctionOrRetraction();
            case 4 ->
                register.organizationChange(
                        any(organizations),
                        "2004-0" + (1 + random.nextInt(9)),
                        "\"names\": {\"en\": \"N%d%s\"}".formatted(random.nextInt(100), suffix));
            case 5 ->
                register.organizationChange(any(organizations), "200" + random.nextInt(10), "\"dissolved\": true");
            case 6 -> register.exercise("""
                    "name": "E", "kind": "exercise", "status": "completed", "organizations": ["%s"], "dates": "2005-07",
                    "phases": [], "participants": [{"members-of": "%s", "role": "participant"}]
                    """.formatted(any(organizations), any(organizations)));
            case 7 -> coverage();
            default -> register.institution("organ", """
                    "organization": "%s", "organ": "o%d", "names": {"en": "Organ"}, "state": "operational", "effective": "2004"
                    """.formatted(any(organizations), random.nextInt(1000)));
        }
    }

    private void membershipChange(String party) {
        var organization = any(organizations);
        var kind = any(CHANGES);
        var published = register.membershipChange(organization, party, kind, "200" + random.nextInt(10));
        changes.add(new Change(published, organization, party, kind));
    }

    /** An accession whose source is a data set, so that the coverage of the set decides how certain it is. */
    private void accessionOfSet() {
        var organization = any(organizations);
        var id = UUID.randomUUID().toString();
        register.publish(
                "membership", "membership:%s/CN".formatted(organization), "membership-changed", id, """
                {"id": "%s", "organization": "%s", "party": "CN", "change": "accession", "effective": "1999",
                 "founding": false, "sources": [{"title": "A data set", "set": "set%s"}]}
                """.formatted(
                                id, organization, suffix));
    }

    private void correctionOrRetraction() {
        if (changes.isEmpty()) {
            membershipChange("KZ");
            return;
        }
        var change = any(changes);
        if (random.nextBoolean()) {
            changes.remove(change);
            register.retractedMembershipChange(change.published().id(), change.organization(), change.party());
        } else {
            register.correctedMembershipChange(
                    change.published().id(),
                    change.organization(),
                    change.party(),
                    change.kind(),
                    "200" + random.nextInt(10));
        }
    }

    private void coverage() {
        var set = "set" + suffix;
        register.publish(
                "membership",
                "import-set:" + set,
                "import-set-covered",
                set,
                "{\"id\": \"%s\", \"covers\": \"2000/200%d\"}".formatted(set, random.nextInt(10)));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

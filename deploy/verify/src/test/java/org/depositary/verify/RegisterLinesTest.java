package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.PartyLookup;
import org.depositary.vocabulary.sources.Source;
import org.depositary.vocabulary.sources.SourceValidator;
import org.depositary.vocabulary.timeline.DatedMembershipChange;
import org.depositary.vocabulary.timeline.MembershipChangeKind;
import org.depositary.vocabulary.timeline.MembershipTimeline;
import org.junit.jupiter.api.Test;

/**
 * Checks the lines of the starting register without an installation: every line is valid, and every fact has a
 * source.
 */
class RegisterLinesTest {

    private static final Path REGISTER = TestInstallation.ROOT.resolve("deploy/register");
    private static final List<String> DATES = List.of(
            "effective",
            "founded",
            "published",
            "signed",
            "inForce",
            "invoked",
            "from",
            "to",
            "until",
            "date",
            "period");
    private static final List<String> PARTIES = List.of("party", "country", "with");
    private static final Pattern EARLIER =
            Pattern.compile("\\{(register:[a-z0-9-]+)}/(claims|preference|steps|purposes)");

    /** Keys of removed lines, which must not be used again. Other lines replace them. */
    private static final List<String> RETIRED = List.of(
            "register:csto-uzbekistan",
            "register:organ-secretariat-claim-1",
            "register:exercise-china-kyrgyzstan-2002",
            "register:exercise-peace-mission-2005",
            "register:exercise-peace-mission-2007",
            "register:operation-csto-kazakhstan-2022");

    private final List<JsonNode> lines = lines();

    @Test
    void every_line_is_a_request_with_a_key_of_its_own() {
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("method").asText()).isIn("PUT", "POST");
            assertThat(line.path("path").asText()).matches("/api/.+|" + EARLIER);
            assertThat(line.path("key").asText()).matches("register:[a-z0-9-]+");
        });
        assertThat(lines)
                .extracting(line -> line.path("key").asText())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(RETIRED);
    }

    @Test
    void every_fact_cites_a_source_with_title_date_and_place() {
        assertThat(facts()).isNotEmpty().allSatisfy(fact -> {
            var sources = StreamSupport.stream(fact.path("sources").spliterator(), false)
                    .map(source -> GatewayAnswer.JSON.convertValue(source, Source.class))
                    .toList();
            assertThat(SourceValidator.violations("#/sources", sources))
                    .as(fact.toString())
                    .isEmpty();
            assertThat(sources).isNotEmpty().allSatisfy(source -> {
                assertThat(source.title()).isNotBlank();
                assertThat(source.author()).isNotBlank();
                assertThat(source.published()).isNotBlank();
                assertThat(source.locator()).isNotBlank();
                assertThat(source.quote()).as("no sentence is copied").isNull();
            });
        });
    }

    @Test
    void every_date_and_every_party_is_known_to_the_vocabulary() {
        assertThat(DATES.stream().flatMap(this::values))
                .isNotEmpty()
                .allSatisfy(date -> PartialDate.parse(date.asText()));
        assertThat(values("dates").filter(JsonNode::isTextual))
                .isNotEmpty()
                .allSatisfy(dates -> Period.parse(dates.asText()));
        assertThat(PARTIES.stream().flatMap(this::values).map(JsonNode::asText))
                .isNotEmpty()
                .allSatisfy(RegisterLinesTest::isKnown);
        assertThat(values("shares").flatMap(RegisterLinesTest::names))
                .isNotEmpty()
                .allSatisfy(RegisterLinesTest::isKnown);
    }

    private static void isKnown(String party) {
        PartyLookup.resolve(party, Optional.empty());
    }

    private Stream<JsonNode> values(String field) {
        return lines.stream().flatMap(line -> line.findValues(field).stream());
    }

    @Test
    void every_claim_preference_step_and_purpose_is_about_what_an_earlier_line_records() {
        var keys = new HashSet<String>();
        int about = 0;
        for (var line : lines) {
            var earlier = EARLIER.matcher(line.path("path").asText());
            if (earlier.matches()) {
                assertThat(keys).contains(earlier.group(1));
                about++;
            }
            keys.add(line.path("key").asText());
        }
        assertThat(about).isPositive();
    }

    @Test
    void every_organ_that_is_named_is_in_the_register() {
        var organs = lines.stream()
                .filter(line -> line.path("path").asText().endsWith("/organs"))
                .map(line -> line.path("body").path("id").asText())
                .toList();
        assertThat(organs).contains("secretariat", "rats");
        var named = lines.stream()
                .filter(line -> line.path("path").asText().startsWith("/api/organizations/sco/"))
                .flatMap(line -> Stream.of("organ", "parent").flatMap(field -> line.findValues(field).stream()))
                .map(JsonNode::asText);
        assertThat(named).isNotEmpty().allSatisfy(organ -> assertThat(organs).contains(organ));
    }

    @Test
    void every_instrument_that_is_named_is_in_the_register() {
        var instruments = lines.stream()
                .map(line -> line.path("path").asText())
                .filter(path -> path.matches("/api/instruments/[a-z0-9-]+"))
                .map(path -> path.substring("/api/instruments/".length()))
                .toList();
        assertThat(instruments).contains("sco-charter", "shanghai-convention");
        var named = Stream.concat(
                values("instrument"),
                values("instruments").flatMap(list -> StreamSupport.stream(list.spliterator(), false)));
        assertThat(named.map(JsonNode::asText)).isNotEmpty().allSatisfy(instrument -> assertThat(instruments)
                .contains(instrument));
    }

    @Test
    void every_timeline_is_coherent_after_every_line() {
        Map<String, List<DatedMembershipChange>> timelines = new LinkedHashMap<>();
        for (var line : lines) {
            if (!line.path("path").asText().endsWith("/membership-changes")) {
                continue;
            }
            elements(line.path("body")).forEach(change -> timelines
                    .computeIfAbsent(line.path("path").asText() + change.path("party"), k -> new ArrayList<>())
                    .add(new DatedMembershipChange(
                            line.path("key").asText(),
                            MembershipChangeKind.of(change.path("change").asText()),
                            PartialDate.parse(change.path("effective").asText()))));
            assertThat(timelines.values()).allSatisfy(changes -> assertThat(MembershipTimeline.conflict(changes))
                    .isEmpty());
        }
        assertThat(timelines).isNotEmpty();
    }

    /** Facts and claims. Preferences of claims have reasons instead of sources. */
    private Stream<JsonNode> facts() {
        return lines.stream()
                .filter(line -> !line.path("path").asText().endsWith("/preference"))
                .flatMap(line -> elements(line.path("body")));
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey);
    }

    private static Stream<JsonNode> elements(JsonNode body) {
        return body.isArray() ? StreamSupport.stream(body.spliterator(), false) : Stream.of(body);
    }

    static List<JsonNode> lines() {
        try (var files = Files.list(REGISTER)) {
            var lines = new ArrayList<JsonNode>();
            for (var file : files.filter(file -> file.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList()) {
                for (var line : Files.readAllLines(file)) {
                    lines.add(GatewayAnswer.JSON.readTree(line));
                }
            }
            assertThat(lines).as("the lines of %s", REGISTER).isNotEmpty();
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

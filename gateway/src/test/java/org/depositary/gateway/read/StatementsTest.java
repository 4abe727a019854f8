package org.depositary.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.read.documents.DocumentFilter;
import org.depositary.gateway.read.documents.DocumentReads;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.read.exercises.ExerciseReads;
import org.depositary.gateway.read.findings.FindingFilter;
import org.depositary.gateway.read.findings.FindingKind;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.read.memberships.MembersOnDay;
import org.depositary.gateway.read.memberships.MembershipFilter;
import org.depositary.gateway.read.memberships.Timelines;
import org.junit.jupiter.api.Test;

/**
 * The first round trip of each hot read, as PostgreSQL gets it, is in {@code src/test/resources/statements}. A changed
 * statement shows in the diff of a file there: copy it from {@code target/statements}, and look at its plan.
 */
class StatementsTest {

    private static final PageRequest FIRST_PAGE = new PageRequest(50, List.of());
    private static final AsOf NOW =
            new AsOf(Optional.empty(), Optional.empty(), LocalDate.of(2005, 7, 5), LanguagePreference.ENGLISH);
    private static final List<String> ORGANIZATION = List.of("sco");
    private static final Optional<String> PARTY = Optional.of("KZ");

    private static final class Sent extends RuntimeException {}

    private final StringBuilder sent = new StringBuilder();

    @Test
    void members_of_an_organisation() throws Exception {
        var filter = new MembershipFilter(ORGANIZATION, Optional.empty(), List.of());
        assertSent("members-of-organization", snapshot -> new MembersOnDay(snapshot).on(filter, FIRST_PAGE));
    }

    @Test
    void memberships_of_a_party() throws Exception {
        var filter = new MembershipFilter(List.of(), PARTY, List.of());
        assertSent("memberships-of-party", snapshot -> new MembersOnDay(snapshot).on(filter, FIRST_PAGE));
    }

    @Test
    void timeline_of_an_organisation() throws Exception {
        var filter = new MembershipFilter(ORGANIZATION, Optional.empty(), List.of());
        assertSent("timeline-of-organization", snapshot -> new Timelines(snapshot).of(filter, false, FIRST_PAGE));
    }

    @Test
    void timeline_of_a_party() throws Exception {
        var filter = new MembershipFilter(List.of(), PARTY, List.of());
        assertSent("timeline-of-party", snapshot -> new Timelines(snapshot).of(filter, false, FIRST_PAGE));
    }

    @Test
    void exercises() throws Exception {
        var filter = new ExerciseFilter(
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        assertSent("exercises", snapshot -> new ExerciseReads(snapshot).list(filter, FIRST_PAGE));
    }

    @Test
    void findings() throws Exception {
        var filter = new FindingFilter(FindingKind.named(List.of()), List.of(), Optional.empty(), false);
        assertSent("findings", snapshot -> new FindingReads(snapshot).list(filter, FIRST_PAGE));
    }

    @Test
    void findings_of_an_organisation() throws Exception {
        var filter = new FindingFilter(FindingKind.named(List.of()), ORGANIZATION, Optional.empty(), false);
        assertSent("findings-of-organization", snapshot -> new FindingReads(snapshot).list(filter, FIRST_PAGE));
    }

    @Test
    void search_in_documents() throws Exception {
        var filter = new DocumentFilter(
                Optional.of("charter"), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        assertSent("documents-search", snapshot -> new DocumentReads(snapshot, false).list(filter, FIRST_PAGE));
    }

    private void assertSent(String name, Snapshot.Question<?> read) throws SQLException, IOException {
        try {
            read.ask(new Snapshot(recording(), NOW));
        } catch (Sent expected) {
            var actual = Path.of("target", "statements", name + ".sql");
            Files.createDirectories(actual.getParent());
            Files.writeString(actual, sent);
        }
        assertThat(sent.toString()).as(name).isEqualTo(expected(name));
    }

    /** A connection that keeps the text of the first statement, with the driver's parameters, and then gives up. */
    private Connection recording() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Stream.of(((String) arguments[0]).split(";\n")).forEach(this::add);
                    throw new Sent();
                });
    }

    /** The driver sends each statement of a round trip for itself, with parameters of its own. */
    private void add(String statement) {
        var parameters =
                Pattern.compile("\\?").splitAsStream(statement.strip() + " ").toList();
        int number = 0;
        for (var part : parameters) {
            sent.append(number == 0 ? "" : "$" + number).append(part);
            number++;
        }
        sent.setLength(sent.length() - 1);
        sent.append(";\n\n");
    }

    private static String expected(String name) throws IOException {
        try (var in = StatementsTest.class.getResourceAsStream("/statements/" + name + ".sql")) {
            return in == null
                    ? ""
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .collect(Collectors.joining("\n", "", "\n"));
        }
    }
}

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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.documents.DocumentFilter;
import org.depositary.gateway.read.documents.DocumentReads;
import org.depositary.gateway.read.documents.TextAccess;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.read.exercises.ExerciseReads;
import org.depositary.gateway.read.exercises.participations.ParticipationReads;
import org.depositary.gateway.read.exercises.statistics.ExerciseStatisticReads;
import org.depositary.gateway.read.exercises.statistics.StatisticsBy;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.findings.FindingFilter;
import org.depositary.gateway.read.findings.FindingKind;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.read.institutions.InstitutionFilter;
import org.depositary.gateway.read.institutions.InstitutionFilter.Owner;
import org.depositary.gateway.read.institutions.InstitutionReads;
import org.depositary.gateway.read.instruments.ActFilter;
import org.depositary.gateway.read.instruments.InstrumentFilter;
import org.depositary.gateway.read.instruments.InstrumentReads;
import org.depositary.gateway.read.instruments.StandingFilter;
import org.depositary.gateway.read.instruments.StandingReads;
import org.depositary.gateway.read.lists.Everything;
import org.depositary.gateway.read.lists.ListOfEach;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.memberships.MemberReads;
import org.depositary.gateway.read.memberships.MembershipFilter;
import org.depositary.gateway.read.memberships.SpanReads;
import org.depositary.gateway.read.memberships.TimelineFilter;
import org.depositary.gateway.read.memberships.TimelineReads;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.search.SearchQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the first round trip of each frequent read with the files in {@code src/test/resources/statements}, as
 * PostgreSQL gets it. If a statement was changed on purpose, copy its file from {@code target/statements}, and check
 * the plan.
 */
class StatementsTest {

    private static final PageRequest FIRST_PAGE = new PageRequest(50, List.of());
    private static final AsOfPoint NOW =
            new AsOfPoint(Optional.empty(), Optional.empty(), LocalDate.of(2005, 7, 5), LanguagePreference.ENGLISH);
    private static final List<String> ORGANIZATION = List.of("sco");
    private static final Optional<String> PARTY = Optional.of("KZ");

    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<LocalDate> ANY_DAY = Optional.empty();
    private static final MembershipFilter OF_ORGANIZATION = new MembershipFilter(ORGANIZATION, NONE, List.of());
    private static final MembershipFilter OF_PARTY = new MembershipFilter(List.of(), PARTY, List.of());
    private static final List<FindingKind> FINDINGS = FindingKind.named(List.of());

    private static final ExerciseFilter ALL_EXERCISES = new ExerciseFilter(
            List.of(),
            List.of(),
            NONE,
            List.of(),
            NONE,
            List.of(),
            ANY_DAY,
            ANY_DAY,
            NONE,
            Optional.empty(),
            Optional.empty(),
            false);

    private static final TextAccess PUBLIC = new TextAccess() {
        @Override
        public boolean mayReadAll() {
            return false;
        }

        @Override
        public void require(String rights) {}
    };

    private static final class Sent extends RuntimeException {}

    private final StringBuilder sent = new StringBuilder();

    @Test
    void members_of_an_organisation() throws Exception {
        assertSent("members-of-organization", MemberReads.MEMBERS, OF_ORGANIZATION);
    }

    @Test
    void memberships_of_a_party() throws Exception {
        assertSent("memberships-of-party", MemberReads.MEMBERSHIPS_OF_PARTY, OF_PARTY);
    }

    @Test
    void memberships() throws Exception {
        assertSent("memberships", MemberReads.MEMBERSHIPS, new MembershipFilter(List.of(), NONE, List.of()));
    }

    @Test
    void all_spans() throws Exception {
        assertSent("all-spans", TimelineReads.ALL, Everything.ALL);
    }

    @Test
    void all_documents() throws Exception {
        assertSent("all-documents", DocumentReads.METADATA, Everything.ALL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void timeline_of_an_organisation(boolean onDay) throws Exception {
        assertSent(
                "timeline-of-organization" + (onDay ? "-on-day" : ""),
                TimelineReads.TIMELINE_OF_ORGANIZATION,
                new TimelineFilter(OF_ORGANIZATION, false, onDay));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void timeline_of_a_party(boolean onDay) throws Exception {
        assertSent(
                "timeline-of-party" + (onDay ? "-on-day" : ""),
                TimelineReads.TIMELINE_OF_PARTY,
                new TimelineFilter(OF_PARTY, false, onDay));
    }

    @Test
    void institutional_facts_of_an_organisation() throws Exception {
        assertSent(
                "facts-of-organization",
                InstitutionReads.FACTS_OF_ORGANIZATION,
                InstitutionFilter.ofOrganization("term", ORGANIZATION.getFirst(), false));
    }

    @Test
    void figures_of_a_party() throws Exception {
        assertSent(
                "figures-of-party",
                InstitutionReads.FACTS_OF_PARTY,
                InstitutionFilter.of("figure", new Owner(PARTY.orElseThrow(), true), false));
    }

    @Test
    void exercises() throws Exception {
        assertSent("exercises", ExerciseReads.EXERCISES, ALL_EXERCISES);
    }

    @ParameterizedTest
    @EnumSource(StatisticsBy.class)
    void statistics_of_exercises(StatisticsBy by) throws Exception {
        assertSent("statistics-by-" + by.name().toLowerCase(Locale.ROOT), ExerciseStatisticReads.by(by), ALL_EXERCISES);
    }

    @Test
    void participations() throws Exception {
        assertSent("participations", ParticipationReads.PARTICIPATIONS, ALL_EXERCISES);
    }

    @Test
    void findings() throws Exception {
        assertSent("findings", FindingReads.FINDINGS, new FindingFilter(FINDINGS, List.of(), NONE, false));
    }

    @Test
    void findings_of_an_organisation() throws Exception {
        assertSent(
                "findings-of-organization",
                FindingReads.FINDINGS,
                new FindingFilter(FINDINGS, ORGANIZATION, NONE, false));
    }

    @Test
    void findings_of_a_party() throws Exception {
        assertSent("findings-of-party", FindingReads.FINDINGS, new FindingFilter(FINDINGS, List.of(), PARTY, false));
    }

    @Test
    void documents() throws Exception {
        assertSent(
                "documents",
                DocumentReads.documents(PUBLIC),
                new DocumentFilter(Optional.empty(), List.of(), List.of(), List.of(), ANY_DAY, ANY_DAY));
    }

    @Test
    void search_in_documents() throws Exception {
        assertSent(
                "documents-search",
                DocumentReads.documents(PUBLIC),
                new DocumentFilter(
                        Optional.of(SearchQuestion.parse("charter")),
                        List.of(),
                        List.of(),
                        List.of(),
                        ANY_DAY,
                        ANY_DAY));
    }

    @Test
    void organisations() throws Exception {
        assertSent("organizations", OrganizationReads.ORGANIZATIONS, NONE);
    }

    @Test
    void instruments() throws Exception {
        assertSent("instruments", InstrumentReads.INSTRUMENTS, new InstrumentFilter(NONE, NONE, NONE, NONE));
    }

    @Test
    void acts_of_an_instrument() throws Exception {
        assertSent(
                "acts-of-instrument",
                InstrumentReads.ACTS_OF_INSTRUMENT,
                new ActFilter("sco-charter", NONE, List.of()));
    }

    @Test
    void parties_of_an_instrument() throws Exception {
        assertSent(
                "parties-of-instrument",
                StandingReads.PARTIES,
                new StandingFilter(Optional.of("sco-charter"), NONE, List.of()));
    }

    @Test
    void instruments_of_a_party() throws Exception {
        assertSent(
                "instruments-of-party", StandingReads.INSTRUMENTS_OF_PARTY, new StandingFilter(NONE, PARTY, List.of()));
    }

    @Test
    void one_span() throws Exception {
        assertSent("span", snapshot -> new SpanReads(snapshot).version("sco", "KZ", "01890a5d"));
    }

    @Test
    void one_fact() throws Exception {
        assertSent("fact", snapshot -> new FactReads(snapshot).require("term", "01890a5d"));
    }

    /** All that a read executes whose answer is unchanged since an earlier position. */
    @Test
    void changes_of_a_scope() throws Exception {
        assertSent("changes-of-scope", snapshot -> new ScopeChanges(snapshot)
                .noneSince(new Cursor("k3f9a2c1", 777), ReadScope.membersOf(ORGANIZATION.getFirst())));
    }

    @Test
    void members_of_each_organisation() throws Exception {
        assertSentOfEach(
                "members-of-each-organization",
                MemberReads.MEMBERS_OF_EACH_ORGANIZATION,
                OF_ORGANIZATION,
                "sco",
                "csto");
    }

    @Test
    void memberships_of_each_party() throws Exception {
        assertSentOfEach("memberships-of-each-party", MemberReads.MEMBERSHIPS_OF_EACH_PARTY, OF_PARTY, "KZ", "RU");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void timelines_of_each_organisation_and_party(boolean onDay) throws Exception {
        var end = onDay ? "-on-day" : "";
        assertSentOfEach(
                "timeline-of-each-organization" + end,
                TimelineReads.TIMELINE_OF_EACH_ORGANIZATION,
                new TimelineFilter(OF_ORGANIZATION, false, onDay),
                "sco",
                "csto");
        sent.setLength(0);
        assertSentOfEach(
                "timeline-of-each-party" + end,
                TimelineReads.TIMELINE_OF_EACH_PARTY,
                new TimelineFilter(OF_PARTY, false, onDay),
                "KZ",
                "RU");
    }

    @Test
    void acts_of_each_instrument() throws Exception {
        assertSentOfEach(
                "acts-of-each-instrument",
                InstrumentReads.ACTS_OF_EACH_INSTRUMENT,
                new ActFilter("sco-charter", NONE, List.of()),
                "sco-charter");
    }

    @Test
    void parties_of_each_instrument() throws Exception {
        assertSentOfEach(
                "parties-of-each-instrument",
                StandingReads.PARTIES_OF_EACH_INSTRUMENT,
                new StandingFilter(Optional.of("sco-charter"), NONE, List.of()),
                "sco-charter");
    }

    @Test
    void instruments_of_each_party() throws Exception {
        assertSentOfEach(
                "instruments-of-each-party",
                StandingReads.INSTRUMENTS_OF_EACH_PARTY,
                new StandingFilter(NONE, PARTY, List.of()),
                "KZ");
    }

    private <F> void assertSentOfEach(String name, ListOfEach<F, ?> lists, F filter, String... parents)
            throws SQLException, IOException {
        assertSent(name, snapshot -> lists.firstPages(snapshot, List.of(parents), filter, 50));
    }

    private <F> void assertSent(String name, ListQuery<F, ?> list, F filter) throws SQLException, IOException {
        assertSent(name, snapshot -> list.page(snapshot, filter, FIRST_PAGE));
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

    /** A connection that records the first statement with the driver's parameters, and then fails. */
    private Connection recording() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Stream.of(((String) arguments[0]).split(";\n")).forEach(this::add);
                    throw new Sent();
                });
    }

    /** Adds one statement. The driver sends each statement of a round trip separately, with its own parameters. */
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

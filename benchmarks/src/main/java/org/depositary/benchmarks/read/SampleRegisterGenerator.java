package org.depositary.benchmarks.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Generates the events of a sample register of any size. The same seed always gives the same events. Organisations
 * follow each other as in an import, mixed with exercises, and with corrections, sources and retractions of earlier
 * facts.
 */
final class SampleRegisterGenerator {

    /** An event in the form in which its service publishes it. */
    record Event(String kind, String name, String stream, int version, UUID id, Instant recordedAt, String data) {}

    private static final class Stream {
        private final String id;
        private int version;

        private Stream(String id) {
            this.id = id;
        }
    }

    private record Stated(Stream stream, UUID id, String statement) {}

    /** The possible sequences of changes of a membership. Most of them are short, as in real data. */
    private static final List<List<String>> COURSES = List.of(
            List.of("accession"),
            List.of("accession"),
            List.of("accession", "withdrawal"),
            List.of("observer-status", "accession"),
            List.of("accession", "suspension", "reinstatement"),
            List.of("dialogue-partner-status", "observer-status", "accession", "withdrawal"));

    private static final int PARTIES = 130;
    private static final int SOURCES = 400;
    private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");

    private final Random random;
    private final Consumer<Event> to;
    private final List<String> parties = PartyLookup.all().stream()
            .filter(PartyLookup::isState)
            .map(Party::code)
            .sorted()
            .toList();
    private final List<Stated> stated = new ArrayList<>();
    private long events;

    private SampleRegisterGenerator(long seed, Consumer<Event> to) {
        this.random = new Random(seed);
        this.to = to;
    }

    /**
     * Passes about {@code count} events to the consumer. There can be a few more, because the last organisation is
     * completed.
     */
    static void tell(long seed, long count, Consumer<Event> to) {
        var register = new SampleRegisterGenerator(seed, to);
        for (int organization = 0; register.events < count; organization++) {
            register.organization("org-%05d".formatted(organization));
        }
    }

    private void organization(String id) {
        var stream = new Stream("organization:" + id);
        emit("membership", "organization-registered", stream, new UUID(0, 0), """
                {"id": "%s", "names": {"en": "Organisation for %s Cooperation", "fr": "Organisation de coopération %s"}, \
                "acronym": "%s", "founded": "%s", "seat": {"place": "Capital", "country": "%s"}, %s}""".formatted(
                        id, id, id, id.toUpperCase(), day(), party(), sources()));
        var change = id();
        emit("membership", "organization-changed", stream, change, """
                {"id": "%s", "effective": "%s", "names": {"en": "Union for %s Cooperation"}, %s}""".formatted(change, day(), id, sources()));
        int first = random.nextInt(parties.size());
        for (int i = 0; i < PARTIES; i++) {
            membership(id, parties.get((first + i) % parties.size()));
        }
        for (int i = 0; i < PARTIES / 16; i++) {
            exercise(id);
        }
    }

    private void membership(String organization, String party) {
        var stream = new Stream("membership:%s/%s".formatted(organization, party));
        int year = 1946 + random.nextInt(40);
        for (var change : COURSES.get(random.nextInt(COURSES.size()))) {
            year += 1 + random.nextInt(9);
            var id = id();
            var statement = """
                    "id": "%s", "organization": "%s", "party": "%s", "change": "%s", "effective": "%s", \
                    "founding": false, "dates": {"signed": "%d"}, "note": "As the depositary has it"\
                    """.formatted(id, organization, party, change, effective(year), year);
            record("membership", "membership-changed", stream, id, statement);
        }
    }

    private void exercise(String organization) {
        var id = id();
        var stream = new Stream("exercise:" + id);
        int year = 1990 + random.nextInt(35);
        var statement = """
                "id": "%s", "name": "Joint Resolve %d", "kind": "exercise", "status": "completed", \
                "organizations": ["%s"], "dates": "%d-0%d", "purpose": {"declared": "Counter-terrorism"}, \
                "phases": [{"place": {"name": "Range", "country": "%s", "lat": 43.8, "lon": 87.6}, "days": 6}], \
                "participants": [{"party": "%s", "role": "host", "strength": {"min": 1600, "max": 1700}, "forces": ["land"]}, \
                {"party": "%s", "role": "participant", "forces": []}, {"members-of": "%s", "role": "participant", "forces": []}]""".formatted(
                        id, year, organization, year, 1 + random.nextInt(9), party(), party(), party(), organization);
        record("exercise", "exercise-recorded", stream, id, statement);
    }

    private void record(String kind, String name, Stream stream, UUID id, String statement) {
        emit(kind, name, stream, id, "{%s, %s}".formatted(statement, sources()));
        stated.add(new Stated(stream, id, statement));
        if (random.nextInt(100) < 13) {
            later(stated.get(random.nextInt(stated.size())));
        }
    }

    private void later(Stated fact) {
        boolean exercise = fact.stream().id.startsWith("exercise:");
        var kind = exercise ? "exercise" : "membership";
        var of = exercise ? "exercise" : "membership-change";
        int what = random.nextInt(12);
        if (what < 8) {
            emit(
                    kind,
                    of + "-corrected",
                    fact.stream(),
                    id(),
                    "{%s, \"corrected\": [\"note\"], \"reason\": \"Misread\", %s}"
                            .formatted(
                                    fact.statement().replace("As the depositary has it", "Corrected after " + day()),
                                    sources()));
        } else if (what < 11) {
            emit(kind, of + "-sourced", fact.stream(), id(), "{%s, %s}".formatted(fact.statement(), sources()));
        } else {
            emit(
                    kind,
                    of + "-retracted",
                    fact.stream(),
                    id(),
                    "{%s, \"reason\": \"Recorded twice\"}".formatted(fact.statement()));
        }
    }

    private void emit(String kind, String name, Stream stream, UUID id, String data) {
        events++;
        to.accept(new Event(kind, name, stream.id, ++stream.version, id, BEGINNING.plusMillis(events * 7), data));
    }

    private String sources() {
        return """
                "sources": [{"title": "Yearbook of International Organizations %d", "author": "Union of Associations", \
                "published": "%d", "locator": "p. %d"}]""".formatted(random.nextInt(SOURCES), 1950 + random.nextInt(70), random.nextInt(900));
    }

    private String effective(int year) {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(year);
            case 1 -> "%d-0%d".formatted(year, 1 + random.nextInt(9));
            default -> LocalDate.ofYearDay(year, 1 + random.nextInt(365)).toString();
        };
    }

    private String day() {
        return LocalDate.ofYearDay(1950 + random.nextInt(60), 1 + random.nextInt(365))
                .toString();
    }

    private String party() {
        return parties.get(random.nextInt(parties.size()));
    }

    private UUID id() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() >>> 2) | 0x8000000000000000L);
    }
}

package org.depositary.benchmarks.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Writes a file of membership changes for an import: 500 organisations with some 20,000 spans. One party is in all
 * organisations, and one organisation has all states.
 */
final class LargeRegisterFile {

    static final String LARGEST_ORGANIZATION = "register-000";
    static final String PARTY_OF_ALL = "KZ";

    private static final int ORGANIZATIONS = 500;
    private static final int FEWEST_PARTIES = 5;
    private static final int MOST_PARTIES = 46;
    private static final int FIRST_YEAR = 1992;
    private static final int YEARS = 24;
    private static final String HEADER = "organization,organization_name,party,change,effective,source\n";

    private static final List<String> STATES = PartyLookup.all().stream()
            .filter(PartyLookup::isState)
            .map(Party::code)
            .filter(code -> code.length() == 2)
            .sorted()
            .toList();

    /** The possible sequences of changes of a membership. Most of them are one span, as in real data. */
    private static final List<List<String>> COURSES = List.of(
            List.of("accession"),
            List.of("accession"),
            List.of("accession"),
            List.of("accession"),
            List.of("accession", "withdrawal"),
            List.of("observer-status", "accession"),
            List.of("accession", "suspension", "reinstatement"));

    private static final List<String> LONG_COURSE =
            List.of("observer-status", "accession", "suspension", "reinstatement");

    private final Random random = new Random(23);
    private final Writer out;

    private LargeRegisterFile(Writer out) {
        this.out = out;
    }

    static void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            var register = new LargeRegisterFile(out);
            IntStream.range(0, ORGANIZATIONS).forEach(register::organization);
        }
    }

    private void organization(int number) {
        var id = "register-%03d".formatted(number);
        var parties = new ArrayList<>(STATES);
        Collections.shuffle(parties, random);
        int members = FEWEST_PARTIES + random.nextInt(MOST_PARTIES - FEWEST_PARTIES);
        parties.stream()
                .filter(party -> !party.equals(PARTY_OF_ALL))
                .limit(id.equals(LARGEST_ORGANIZATION) ? STATES.size() : members)
                .forEach(party -> membership(id, party, COURSES.get(random.nextInt(COURSES.size()))));
        membership(id, PARTY_OF_ALL, LONG_COURSE);
    }

    private void membership(String organization, String party, List<String> course) {
        int year = FIRST_YEAR + random.nextInt(YEARS);
        for (var change : course) {
            write("%s,Organisation for Regional Cooperation %s,%s,%s,%s,A yearbook of organisations\n"
                    .formatted(organization, organization, party, change, effective(year)));
            year += 1 + random.nextInt(2);
        }
    }

    /** A year, a month or a day. */
    private String effective(int year) {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(year);
            case 1 -> "%d-%02d".formatted(year, 1 + random.nextInt(12));
            default -> LocalDate.ofYearDay(year, 1 + random.nextInt(365)).toString();
        };
    }

    private void write(String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

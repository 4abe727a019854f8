package org.depositary.benchmarks.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Generates a file of state-years with the size and shape of a world data set. The second edition differs from the
 * first in one percent of the memberships: half of these are missing, half start a year later.
 */
final class WorldDataSetGenerator {

    private static final String HEADER = "organization,organization_name,party,year,status,source\n";
    private static final long SEED = 17;
    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2014;
    private static final int SHORTEST_LIFE = 18;
    private static final int LONGEST_LIFE = LAST_YEAR - FIRST_YEAR + 1;
    private static final int FEWEST_PARTIES = 5;
    private static final int PARTIES_DEVIATION = 40;

    /** In the second edition, one in this number of memberships is missing, and another one starts a year later. */
    private static final int ONE_OF = 200;

    /** The codes of all present states and territories. */
    static final List<String> STATES = PartyLookup.all().stream()
            .filter(PartyLookup::isState)
            .map(Party::code)
            .filter(code -> code.length() == 2)
            .sorted()
            .toList();

    private final Random random = new Random(SEED);
    private final BufferedWriter out;
    private final boolean isSecond;
    private int memberships;

    private WorldDataSetGenerator(BufferedWriter out, boolean isSecond) {
        this.out = out;
        this.isSecond = isSecond;
    }

    /** Writes both editions and returns their files. */
    static List<Path> write(Path directory, int organizations) throws IOException {
        var first = directory.resolve("first-edition.csv");
        var second = directory.resolve("second-edition.csv");
        write(first, organizations, false);
        write(second, organizations, true);
        return List.of(first, second);
    }

    private static void write(Path file, int organizations, boolean isSecond) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            var set = new WorldDataSetGenerator(out, isSecond);
            for (int number = 0; number < organizations; number++) {
                set.organization("world-%03d".formatted(number));
            }
        }
    }

    private void organization(String id) throws IOException {
        int life = SHORTEST_LIFE + random.nextInt((LONGEST_LIFE - SHORTEST_LIFE) * 2 / 3);
        int last = random.nextInt(4) == 0 ? LAST_YEAR - random.nextInt(LONGEST_LIFE - life + 1) : LAST_YEAR;
        int parties =
                Math.min(STATES.size(), FEWEST_PARTIES + (int) Math.abs(random.nextGaussian() * PARTIES_DEVIATION));
        int any = random.nextInt(STATES.size());
        for (int i = 0; i < parties; i++) {
            membership(id, STATES.get((any + i) % STATES.size()), last - life + 1, last);
        }
    }

    /**
     * Writes the years of one membership. Of the parties, two in three are founders, one in eight starts as an
     * observer, and one in twelve leaves.
     */
    private void membership(String organization, String party, int first, int last) throws IOException {
        int joins = random.nextInt(3) == 0 ? first + random.nextInt(last - first + 1) : first;
        int memberFrom = random.nextInt(8) == 0 ? joins + 1 + random.nextInt(5) : joins;
        int leaves = random.nextInt(12) == 0 ? joins + random.nextInt(last - joins + 1) : last;
        int number = memberships++ % ONE_OF;
        if (isSecond && number == 0) {
            return;
        }
        int from = isSecond && number == ONE_OF / 2 ? joins + 1 : joins;
        var row = "%s,Organisation %s,%s,".formatted(organization, organization, party);
        for (int year = from; year <= leaves; year++) {
            var status = year < memberFrom ? "observer" : "member";
            out.write(row + year + "," + status + ",A yearbook of organisations\n");
        }
    }
}

package org.depositary.benchmarks.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Generates a file of exercises with the size and form of the published data sets: some four parties each, short dates,
 * and values that mean "missing". Every fiftieth row is wrong.
 */
final class ExerciseFileGenerator {

    static final String PARAMETERS = "date-format=M/d/yy&missing=-9,NA";

    private static final String HEADER =
            "id,name,kind,start,end,organization,participants,place,country,lat,lon,strength_min,series,source\n";

    private static final int WRONG_ROW_EVERY = 50;
    private static final int MAX_PARTIES = 6;
    private static final int DAYS = 25_000;
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("M/d/yy", Locale.ENGLISH);
    private static final List<String> STATES = PartyLookup.all().stream()
            .map(Party::code)
            .filter(code -> code.length() == 2)
            .sorted()
            .limit(120)
            .toList();

    private final Random random;

    private ExerciseFileGenerator(long seed) {
        this.random = new Random(seed);
    }

    static String generate(int rows, long seed) {
        var generator = new ExerciseFileGenerator(seed);
        var file = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            file.append(generator.row(row)).append('\n');
        }
        return file.toString();
    }

    private String row(int row) {
        var start = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(DAYS));
        boolean isWrong = row % WRONG_ROW_EVERY == WRONG_ROW_EVERY - 1;
        return String.join(
                ",",
                String.valueOf(row),
                random.nextInt(5) == 0 ? "NA" : "\"Exercise %d, %s\"".formatted(row, start.getYear()),
                "exercise",
                SHORT_DATE.format(start),
                "-9",
                random.nextInt(3) == 0 ? "sco" : "",
                isWrong ? "Baltic States" : participants(),
                "Range %d".formatted(random.nextInt(200)),
                "CN",
                String.format(Locale.ROOT, "%.2f", random.nextDouble(-80, 80)),
                String.format(Locale.ROOT, "%.2f", random.nextDouble(-180, 180)),
                random.nextBoolean() ? String.valueOf(100 + random.nextInt(20_000)) : "-9",
                random.nextInt(4) == 0 ? "Series %d".formatted(random.nextInt(50)) : "",
                "A data set of exercises");
    }

    private String participants() {
        var parties = new StringJoiner(";");
        int count = 2 + random.nextInt(MAX_PARTIES - 1);
        for (int i = 0; i < count; i++) {
            parties.add(STATES.get(random.nextInt(STATES.size())));
        }
        return parties.toString();
    }
}

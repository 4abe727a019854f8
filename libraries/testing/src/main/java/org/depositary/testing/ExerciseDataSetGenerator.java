package org.depositary.testing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Generates a file in the form of published data sets: two-digit years, values that mean "missing", lists together with
 * 0/1 columns, one party in several forms, the same participant twice, names of groups, and wrong values.
 */
public final class ExerciseDataSetGenerator {

    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 70;
    private static final int BAD_ROW_EVERY = 50;
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("M/d/yy", Locale.ENGLISH);

    /** The forms of each party in the file. */
    private static final Map<String, List<String>> FORMS = new TreeMap<>(Map.of(
            "CN", List.of("CN", "CHN", "China", "m49:156"),
            "KZ", List.of("KZ", "Kazakhstan"),
            "KG", List.of("KG", "KGZ"),
            "UZ", List.of("UZ", "Uzbekistan"),
            "IN", List.of("IN", "India"),
            "PK", List.of("PK", "PAK"),
            "US", List.of("US", "United States"),
            "TR", List.of("TR", "TUR"),
            "JP", List.of("JP", "Japan"),
            "FR", List.of("FR", "France")));

    private final Random random;
    private final StringBuilder csv = new StringBuilder(String.join(",", ExerciseDataSet.HEADER)).append("\r\n");
    private final SortedMap<Integer, String> rejected = new TreeMap<>();
    private final SortedMap<String, Integer> byYear = new TreeMap<>();
    private final SortedMap<String, Integer> byParty = new TreeMap<>();
    private final SortedMap<String, Integer> byPair = new TreeMap<>();
    private int exercises;
    private int participations;
    private int line = 1;

    private ExerciseDataSetGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Generates a file with this number of rows. Every fiftieth row is wrong. */
    public static ExerciseDataSet generate(int rows, long seed) {
        var generator = new ExerciseDataSetGenerator(seed);
        for (int row = 0; row < rows; row++) {
            generator.addRow(row);
        }
        return new ExerciseDataSet(
                generator.csv.toString(),
                generator.exercises,
                generator.participations,
                generator.rejected,
                generator.byYear,
                generator.byParty,
                generator.byPair);
    }

    private void addRow(int row) {
        line++;
        var start = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(YEARS * 365));
        var parties = parties();
        var values = values(row, start, parties);
        if (row % BAD_ROW_EVERY == BAD_ROW_EVERY - 1) {
            rejected.put(line, spoil(row / BAD_ROW_EVERY, values, start));
        } else {
            count(start, parties);
        }
        csv.append(String.join(",", values.values())).append("\r\n");
    }

    private TreeSet<String> parties() {
        var codes = List.copyOf(FORMS.keySet());
        var parties = new TreeSet<String>();
        int count = 2 + random.nextInt(4);
        while (parties.size() < count) {
            parties.add(codes.get(random.nextInt(codes.size())));
        }
        if (random.nextInt(4) == 0) {
            parties.add("BY");
        }
        if (random.nextInt(8) == 0) {
            parties.add("TJ");
        }
        return parties;
    }

    private Map<String, String> values(int row, LocalDate start, TreeSet<String> parties) {
        var values = new LinkedHashMap<String, String>();
        values.put("id", String.valueOf(row + 1));
        values.put("name", random.nextInt(5) == 0 ? "NA" : "\"Exercise %d, %s\"".formatted(row, start.getYear()));
        values.put("kind", random.nextInt(10) == 0 ? "Rescue Exercise" : "exercise");
        values.put("start", random.nextInt(5) == 0 ? String.valueOf(start.getYear()) : SHORT_DATE.format(start));
        values.put("end", "-9");
        values.put("organization", random.nextInt(3) == 0 ? "sco" : "");
        values.put("participants", list(parties));
        values.put("party:BY", parties.contains("BY") ? "1" : "0");
        values.put("party:TJ", parties.contains("TJ") ? "1.0" : "");
        values.put("place", random.nextInt(3) == 0 ? "NA" : "\"Range %d\"".formatted(random.nextInt(200)));
        values.put("country", "CN");
        boolean located = random.nextBoolean();
        values.put("lat", located ? degrees(80) : "-9");
        values.put("lon", located ? degrees(179) : "-9");
        int strength = 100 + random.nextInt(20_000);
        values.put("strength_min", random.nextBoolean() ? String.valueOf(strength) : "-9");
        values.put("strength_max", random.nextBoolean() ? String.valueOf(strength + 500) : "-9.0");
        values.put("series", random.nextInt(4) == 0 ? "Series %d".formatted(random.nextInt(50)) : "");
        values.put("source", "A data set of exercises");
        return values;
    }

    private String degrees(int most) {
        return String.format(Locale.ROOT, "%.2f", random.nextDouble(-most, most));
    }

    /** Names each party in one of its forms, and some parties twice. */
    private String list(TreeSet<String> parties) {
        var names = new ArrayList<String>();
        for (var party : parties) {
            var forms = FORMS.get(party);
            if (forms != null) {
                names.add(forms.get(random.nextInt(forms.size())));
                if (random.nextInt(10) == 0) {
                    names.add(forms.get(random.nextInt(forms.size())));
                }
            }
        }
        return String.join(";", names);
    }

    /** Makes the row wrong in one of several ways. Returns the column with the error. */
    private static String spoil(int kind, Map<String, String> values, LocalDate start) {
        var error = List.of(
                        Map.entry("participants", values.get("participants") + ";Baltic States"),
                        Map.entry("participants", values.get("participants") + ";NATO"),
                        Map.entry("lat", "123.4"),
                        Map.entry("start", "2/30/80"),
                        Map.entry("end", SHORT_DATE.format(start.minusYears(2))),
                        Map.entry("strength_min", "hundreds"),
                        Map.entry("party:BY", "7"),
                        Map.entry("kind", "war"))
                .get(kind % 8);
        values.put(error.getKey(), error.getValue());
        if (error.getKey().equals("lat")) {
            values.put("lon", "10");
        }
        return error.getKey();
    }

    private void count(LocalDate start, TreeSet<String> parties) {
        exercises++;
        participations += parties.size();
        byYear.merge(String.valueOf(start.getYear()), 1, Integer::sum);
        parties.forEach(party -> byParty.merge(party, 1, Integer::sum));
        parties.forEach(
                one -> parties.tailSet(one, false).forEach(other -> byPair.merge(one + "-" + other, 1, Integer::sum)));
    }
}

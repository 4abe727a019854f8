package org.depositary.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.FormerState;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * A generated file of state-years with the size and shape of a world data set: founders and later joiners, guests,
 * observers and associates who become members, suspensions, gaps, exits, dissolved organisations, former states, and
 * states by a number that meant another state in earlier years.
 *
 * @param rows in the order of the file
 */
record StateYearFile(List<Row> rows) {

    static final String HEADER = "organization,organization_name,party,year,status,source\n";
    private static final int FIRST = 1930;
    private static final int LAST = 2014;
    private static final int MOST_STATES = 190;

    /** Russia and Serbia: these numbers also meant the Soviet Union and Yugoslavia. */
    private static final List<String> SEVERAL = List.of("cow:365", "cow:345");

    /** East Germany, Czechoslovakia, North Yemen, South Vietnam: former states whose numbers mean no other state. */
    private static final List<String> FORMER = List.of("cow:265", "cow:315", "cow:678", "cow:817");

    private static final List<String> BEFORE = List.of("guest", "observer", "associate");

    /** A letter code means the same state in every year; a number may not. */
    private static final List<String> STATES = states();

    record Row(String organization, String party, int year, String status) {

        String text() {
            return "%s,Organisation %s,%s,%d,%s,A yearbook of organisations"
                    .formatted(organization, organization, party, year, status);
        }

        Row ofParty(String other) {
            return new Row(organization, other, year, status);
        }

        Row ofStatus(String other) {
            return new Row(organization, party, year, other);
        }
    }

    /** The rows of one party in one organisation. */
    record Run(String organization, String party) {}

    private static List<String> states() {
        var all = PartyLookup.all().stream()
                .map(Object::toString)
                .filter(code -> code.length() == 2 && !code.equals("RU") && !code.equals("RS"))
                .limit(MOST_STATES)
                .collect(Collectors.toCollection(ArrayList::new));
        all.addAll(SEVERAL);
        all.addAll(FORMER);
        return all;
    }

    /**
     * @param prefix of the ids of its organisations
     * @param years approximate number of rows
     */
    static StateYearFile of(long seed, String prefix, int organizations, int years) {
        var random = new Random(seed);
        var rows = new ArrayList<Row>();
        int mean = years / organizations;
        for (int i = 0; i < organizations; i++) {
            int length = Math.clamp(mean / 2 + random.nextInt(mean + 1), 2, LAST - FIRST);
            boolean ends = random.nextInt(4) == 0;
            int last = ends ? FIRST + length + random.nextInt(LAST - FIRST - length + 1) : LAST;
            organization(random, "%s-%03d".formatted(prefix, i), last - length + 1, last, rows);
        }
        return new StateYearFile(rows);
    }

    private static void organization(Random random, String id, int first, int last, List<Row> rows) {
        int parties = 5 + (int) Math.abs(random.nextGaussian() * 45);
        var states = new ArrayList<>(STATES);
        for (int i = 0; i < parties && !states.isEmpty(); i++) {
            var state = states.remove(random.nextInt(states.size()));
            int from = Math.max(first, firstYear(state));
            int until = Math.min(last, lastYear(state));
            if (from <= until) {
                int joins = random.nextInt(3) == 0 ? from + random.nextInt(until - from + 1) : from;
                party(random, new Run(id, state), joins, until, rows);
            }
        }
    }

    /** The first year in whose middle the state existed. */
    private static int firstYear(String state) {
        return former(state)
                .map(former -> former.from().plusMonths(6).minusDays(1).getYear())
                .orElse(FIRST);
    }

    /** The last year in whose middle the state existed. */
    private static int lastYear(String state) {
        return former(state)
                .map(former -> former.until().minusMonths(6).minusDays(1).getYear())
                .orElse(LAST);
    }

    private static Optional<FormerState> former(String state) {
        return FORMER.contains(state)
                ? Optional.of(PartyLookup.former(PartyLookup.resolve(state, Optional.empty()))
                        .orElseThrow())
                : Optional.empty();
    }

    private static void party(Random random, Run run, int joins, int last, List<Row> rows) {
        int memberFrom = random.nextInt(8) == 0 ? joins + 1 + random.nextInt(5) : joins;
        var before = BEFORE.get(random.nextInt(BEFORE.size()));
        boolean leaves = random.nextInt(12) == 0;
        int left = leaves ? joins + random.nextInt(last - joins + 1) : last;
        int back = leaves && random.nextInt(3) == 0 ? left + 2 + random.nextInt(4) : last + 1;
        // A suspension needs a status in the year before, so parties whose number meant another state then are left
        // out.
        boolean suspends = random.nextInt(15) == 0 && !SEVERAL.contains(run.party());
        int suspendedFrom = suspends ? joins + 1 + random.nextInt(10) : LAST + 1;
        int suspendedUntil = Math.min(left, suspendedFrom + random.nextInt(3));
        for (int year = joins; year <= last; year++) {
            if (year <= left || year >= back) {
                boolean suspended = suspendedFrom <= year && year <= suspendedUntil;
                var status = suspended ? "suspended" : year < memberFrom ? before : "member";
                rows.add(new Row(run.organization(), run.party(), year, status));
            }
        }
    }

    /** Parses the result of {@link #text()}. */
    static StateYearFile parse(String text) {
        return new StateYearFile(text.lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Row(cells[0], cells[2], Integer.parseInt(cells[3]), cells[4]))
                .toList());
    }

    /** The same file with only the first parties of each organisation. */
    StateYearFile ofFirst(int parties) {
        var kept = new HashMap<String, Set<String>>();
        return new StateYearFile(rows.stream()
                .filter(row -> {
                    var first = kept.computeIfAbsent(row.organization(), organization -> new HashSet<>());
                    return first.contains(row.party()) || first.size() < parties && first.add(row.party());
                })
                .toList());
    }

    String text() {
        return rows.stream().map(Row::text).collect(Collectors.joining("\n", HEADER, "\n"));
    }

    /** The expected status of each party, by organisation, year and canonical code. */
    Map<String, Map<Integer, Map<String, String>>> expected() {
        var expected = new TreeMap<String, Map<Integer, Map<String, String>>>();
        for (var row : rows) {
            expected.computeIfAbsent(row.organization(), id -> new TreeMap<>())
                    .computeIfAbsent(row.year(), year -> new TreeMap<>())
                    .put(canonical(row.party(), row.year()), row.status());
        }
        return expected;
    }

    private static String canonical(String party, int year) {
        return party.contains(":")
                ? PartyLookup.resolve(party, Optional.of(PartialDate.parse(String.valueOf(year))))
                        .code()
                : party;
    }

    /**
     * The parties that were members without a gap until the last year of the organisation, and had no other status.
     */
    List<Run> membersThroughout(int leastYears) {
        var last = rows.stream().collect(Collectors.toMap(Row::organization, Row::year, Math::max));
        var byRun = new LinkedHashMap<Run, List<Row>>();
        rows.forEach(row -> byRun.computeIfAbsent(new Run(row.organization(), row.party()), run -> new ArrayList<>())
                .add(row));
        return byRun.entrySet().stream()
                .filter(entry -> !entry.getKey().party().contains(":"))
                .filter(entry ->
                        isThroughout(entry.getValue(), last.get(entry.getKey().organization()), leastYears))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isThroughout(List<Row> run, int last, int leastYears) {
        return run.size() >= leastYears
                && run.stream().allMatch(row -> row.status().equals("member"))
                && run.getLast().year() == last
                && run.getLast().year() - run.getFirst().year() + 1 == run.size();
    }

    /** The first year of the run. */
    int begins(Run run) {
        return rows.stream()
                .filter(row -> row.organization().equals(run.organization())
                        && row.party().equals(run.party()))
                .mapToInt(Row::year)
                .min()
                .orElseThrow();
    }

    /** The same file, except that some runs start a year later and some are missing. */
    StateYearFile without(Set<Run> firstYearsOf, Set<Run> gone) {
        var seen = new HashSet<Run>();
        var left = rows.stream()
                .filter(row -> {
                    var run = new Run(row.organization(), row.party());
                    if (gone.contains(run)) {
                        return false;
                    }
                    boolean first = firstYearsOf.contains(run) && !seen.contains(run);
                    if (first) {
                        seen.add(run);
                    }
                    return !first;
                })
                .toList();
        return new StateYearFile(left);
    }
}

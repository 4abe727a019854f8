package org.depositary.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.depositary.verify.StateYearFile.Row;

/**
 * A file of state-years in which every twentieth row is invalid, in turn for each possible reason. One line is 10 MB
 * long, and the last one has a quote that is not closed.
 */
final class DamagedImportFile {

    private static final int GOOD_ROWS_BEFORE_A_BAD_ONE = 19;
    private static final int LONG = 10_000_000;

    /** A valid row and its line. The invalid row made from it is the next line. */
    private record Place(Row good, int line) {}

    /** Whether a party may have been in an organisation in a year for which the file has no row that can be read. */
    @FunctionalInterface
    interface Hiding {
        boolean test(String organization, int year, String party);
    }

    private record OrganizationYear(String organization, int year) {}

    /** @param reason a regular expression for the reason in the report */
    private record Bad(byte[] text, String reason) {
        static Bad of(String text, String reason) {
            return new Bad(text.getBytes(StandardCharsets.UTF_8), reason);
        }
    }

    private static final String LAST_FIELD = ",[^,]*$";

    /** Indexes in the list of damages. */
    private static final int NO_PARTY = 0;

    private static final Set<Integer> NO_YEAR = Set.of(1, 2);

    private static final List<Function<Place, Bad>> DAMAGES = List.of(
            place -> Bad.of(place.good().ofParty("Atlantis").text(), "party: .*Atlantis.*"),
            place -> Bad.of(place.good().text().replaceFirst(",\\d{4},", ",19x0,"), "year: '19x0' .*"),
            place -> Bad.of(place.good().text().replaceFirst(",\\d{4},", ",2999,"), "year: '2999' .*"),
            place -> Bad.of(place.good().ofStatus("emperor").text(), "status: .*emperor.*"),
            place -> Bad.of(place.good().text().replaceFirst(LAST_FIELD, ","), "source: Every fact needs .*"),
            place -> Bad.of(place.good().text().replaceFirst(LAST_FIELD, ",\"Year\"book"), "This is not CSV: .*"),
            place ->
                    Bad.of(place.good().text().replaceFirst(LAST_FIELD, ""), "It has 5 columns where the header has 6"),
            place -> Bad.of(place.good().text() + ",more", "It has 7 columns where the header has 6"),
            place -> Bad.of("No Slug" + place.good().text(), "An organisation id must be a slug.*"),
            place -> Bad.of(
                    "nobody-%d,,KZ,1990,member,A yearbook".formatted(place.line()),
                    "Organisation nobody-%d is not registered.*".formatted(place.line())),
            place -> Bad.of(place.good().text(), "Repeats line %d".formatted(place.line())),
            place -> Bad.of(
                    place.good().ofStatus("dialogue-partner").text(),
                    "Contradicts line %d: status %s in %d"
                            .formatted(
                                    place.line(),
                                    place.good().status(),
                                    place.good().year())),
            place -> Bad.of(
                    place.good()
                            .ofParty("nobody-%d".formatted(place.line()))
                            .ofStatus("suspended")
                            .text(),
                    "Suspended without a status the year before"),
            place -> new Bad((place.good().text() + ", café").getBytes(StandardCharsets.ISO_8859_1), ".*UTF-8"));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<Integer, String> reasons = new TreeMap<>();
    private final Set<OrganizationYear> ofAnyParty = new HashSet<>();
    private final Set<StateYearFile.Run> ofAnyYear = new HashSet<>();
    private int line;

    private DamagedImportFile() {}

    static DamagedImportFile of(StateYearFile file) {
        var damaged = new DamagedImportFile();
        damaged.write(StateYearFile.HEADER.strip().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < file.rows().size(); i++) {
            var row = file.rows().get(i);
            damaged.write(row.text().getBytes(StandardCharsets.UTF_8));
            if (i % GOOD_ROWS_BEFORE_A_BAD_ONE == 0) {
                int kind = i / GOOD_ROWS_BEFORE_A_BAD_ONE % DAMAGES.size();
                damaged.write(DAMAGES.get(kind).apply(new Place(row, damaged.line)));
                damaged.note(kind, row);
            }
            if (i == file.rows().size() / 2) {
                damaged.write(Bad.of(row.text() + "x".repeat(LONG), ".*256 KiB"));
            }
        }
        damaged.write(Bad.of(
                file.rows().getLast().text().replaceFirst(LAST_FIELD, ",\"A yearbook"),
                "A quote is opened here and not closed.*"));
        return damaged;
    }

    private void note(int kind, Row row) {
        if (kind == NO_PARTY) {
            ofAnyParty.add(new OrganizationYear(row.organization(), row.year()));
        } else if (NO_YEAR.contains(kind)) {
            ofAnyYear.add(new StateYearFile.Run(row.organization(), row.party()));
        }
    }

    boolean mayHide(String organization, int year, String party) {
        return ofAnyParty.contains(new OrganizationYear(organization, year))
                || ofAnyYear.contains(new StateYearFile.Run(organization, party));
    }

    private void write(Bad bad) {
        write(bad.text());
        reasons.put(line, bad.reason());
    }

    private void write(byte[] text) {
        bytes.writeBytes(text);
        bytes.write('\n');
        line++;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** By line, counted with the header: a regular expression for the reason in the report. */
    Map<Integer, String> reasons() {
        return reasons;
    }
}

package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file of state-years comes back as it was imported, and every row of it is known when it is imported again. */
@ExtendWith(SharedInstallation.class)
class ExportedYearsTest {

    private static final String HEADER = "organization,party,year,status,source";

    private final TestInstallation installation;
    private final String organization = "years-" + UUID.randomUUID().toString().substring(0, 8);

    ExportedYearsTest(TestInstallation installation) {
        this.installation = installation;
    }

    @Test
    void exported_years_are_known_when_they_are_imported_again(@TempDir Path directory) throws Exception {
        var rows = Stream.of(
                        years("CN", "observer", 2000, 2004),
                        years("CN", "member", 2005, 2014),
                        years("KZ", "member", 2000, 2003),
                        years("KZ", "member", 2006, 2014),
                        years("TJ", "member", 2001, 2010))
                .flatMap(years -> years)
                .toList();
        var file = directory.resolve("years.csv");
        var named = rows.stream().map(this::withName).toList();
        Files.write(file, withHeader(named, HEADER.replace(",party", ",organization_name,party")));
        assertThat(importYears(file, "--set", organization))
                .contains("completed")
                .contains("accepted   7");
        var exported = await().until(this::exported, lines -> lines.size() == rows.size() + 1);
        assertThat(exported).isEqualTo(withHeader(rows, HEADER));
        var again = directory.resolve("again.csv");
        Files.write(again, exported);
        assertThat(importYears(again))
                .contains("completed")
                .contains("accepted   0")
                .contains("known      7");
    }

    private Stream<String> years(String party, String status, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(year -> "%s,%s,%d,%s,A yearbook".formatted(organization, party, year, status));
    }

    private String withName(String row) {
        return row.replaceFirst(",", ",The League,");
    }

    private static List<String> withHeader(List<String> rows, String header) {
        return Stream.concat(Stream.of(header), rows.stream()).toList();
    }

    private String importYears(Path file, String... more) {
        var arguments =
                Stream.concat(Stream.of("memberships", file.toString(), "--format", "state-years"), Stream.of(more));
        var done = installation.command("import", arguments.toArray(String[]::new));
        assertThat(done.exit()).as(done.output()).isZero();
        return done.output();
    }

    private List<String> exported() {
        return installation
                .client()
                .get("/api/memberships/years.csv?columns=import&organization=" + organization)
                .text()
                .lines()
                .toList();
    }
}

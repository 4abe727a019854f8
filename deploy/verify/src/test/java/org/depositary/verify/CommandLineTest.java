package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The other commands of the launcher find the running installation by its options. */
@ExtendWith(SharedInstallation.class)
class CommandLineTest {

    private final TestInstallation installation;

    CommandLineTest(TestInstallation installation) {
        this.installation = installation;
    }

    @Test
    void token_prints_a_token_and_nothing_else() {
        var printed = installation.command("token", "--role", "curator");
        assertThat(printed.exit()).as(printed.output()).isZero();
        var curator = installation.client().with(printed.output().strip());
        var organization = "token-" + UUID.randomUUID().toString().substring(0, 8);
        curator.put("/api/organizations/" + organization, CommandBodies.organization("Token"))
                .expect(201);
    }

    @Test
    void ingest_prints_what_became_of_each_document(@TempDir Path directory) throws Exception {
        var readable = Files.writeString(
                directory.resolve("bericht.txt"),
                "De raad van de vier rivieren kwam op 3 mei 2007 bijeen in Osh. Alle leden waren aanwezig.\n");
        var missing = directory.resolve("missing.txt");
        var good = installation.command("ingest", readable.toString());
        assertThat(good.exit()).as(good.output()).isZero();
        assertThat(good.output()).contains("bericht.txt").contains("ok");
        var bad = installation.command("ingest", readable.toString(), missing.toString());
        assertThat(bad.exit()).isNotZero();
        assertThat(bad.output()).contains("missing.txt").doesNotContain("\tat ");
    }

    @Test
    void import_shows_what_became_of_the_rows(@TempDir Path directory) throws Exception {
        var organization = "import-" + UUID.randomUUID().toString().substring(0, 8);
        var file = Files.writeString(directory.resolve("years.csv"), """
            organization,organization_name,party,year,status,source
            %1$s,The League,KZ,1990,member,A yearbook
            %1$s,The League,KZ,1991,member,A yearbook
            %1$s,The League,RU,1991,member,A yearbook
            %1$s,The League,Atlantis,1991,member,A yearbook
            """.formatted(organization));
        var dry =
                installation.command("import", "memberships", file.toString(), "--format", "state-years", "--dry-run");
        assertThat(dry.exit()).as(dry.output()).isZero();
        assertThat(dry.output()).contains("nothing was recorded").contains("line 5: rejected:");
        var done = installation.command(
                "import", "memberships", file.toString(), "--format", "state-years", "--set", organization);
        assertThat(done.exit()).as(done.output()).isZero();
        assertThat(done.output()).contains("completed").contains("accepted   2").contains("Atlantis");
        var refused = installation.command("import", "memberships", file.toString());
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.output()).contains("change").doesNotContain("\tat ");
    }

    @Test
    void import_takes_a_compressed_file_in_another_character_set(@TempDir Path directory) throws Exception {
        var organization = "gzip-" + UUID.randomUUID().toString().substring(0, 8);
        var file = directory.resolve("years.csv.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write("""
                    organization,organization_name,party,year,status,source
                    %1$s,Die Fünf Flüsse,Türkei,1990,member,Jahrbuch
                    """.formatted(organization).getBytes(Charset.forName("windows-1252")));
        }
        var arguments = new String[] {"memberships", file.toString(), "--format", "state-years"};
        var undeclared = installation.command("import", arguments);
        assertThat(undeclared.output()).contains("rejected   1").doesNotContain("\tat ");
        var done = installation.command(
                "import",
                Stream.concat(Stream.of(arguments), Stream.of("--charset", "windows-1252"))
                        .toArray(String[]::new));
        assertThat(done.exit()).as(done.output()).isZero();
        assertThat(done.output()).contains("accepted   1");
    }

    @Test
    void import_says_what_to_do_about_a_file_that_would_retract_much(@TempDir Path directory) throws Exception {
        var organization = "held-" + UUID.randomUUID().toString().substring(0, 8);
        var header = "organization,organization_name,party,year,status,source\n";
        var rows = Stream.of("KZ", "KG", "TJ", "UZ", "TM", "RU", "CN", "IN", "PK", "IR", "MN", "BY")
                .map(party -> "%s,The League,%s,1990,member,A yearbook\n".formatted(organization, party))
                .toList();
        var file = directory.resolve("years.csv");
        var arguments = new String[] {"memberships", file.toString(), "--format", "state-years", "--set", organization};
        Files.writeString(file, header + String.join("", rows));
        assertThat(installation.command("import", arguments).exit()).isZero();
        Files.writeString(file, header + rows.getFirst());
        var held = installation.command("import", arguments);
        assertThat(held.exit()).isEqualTo(1);
        assertThat(held.output())
                .contains("would retract 11 and move the dates of 0 of the 12 facts")
                .contains("/release");
        var dry = installation.command("import", and("--dry-run", arguments));
        assertThat(dry.output()).contains("would be held").contains("retracted  11");
        var agreed = installation.command("import", and("--allow-retractions", arguments));
        assertThat(agreed.exit()).as(agreed.output()).isZero();
        assertThat(agreed.output()).contains("retracted  11");
    }

    private static String[] and(String option, String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(option)).toArray(String[]::new);
    }
}

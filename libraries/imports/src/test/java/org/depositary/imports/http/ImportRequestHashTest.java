package org.depositary.imports.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.depositary.imports.file.ImportFileFormat;
import org.junit.jupiter.api.Test;

class ImportRequestHashTest {

    @Test
    void the_hashed_text_never_changes() {
        var request = new ImportRequest(
                "state-years",
                Optional.of(ImportFileFormat.CSV),
                Optional.empty(),
                Optional.of("world"),
                false,
                true,
                Optional.empty());
        assertThat(request.hashText())
                .isEqualTo("Asked[format=state-years, syntax=Optional[CSV], set=Optional[world], dryRun=false, "
                        + "allowRetractions=true]");
    }

    @Test
    void the_hashed_text_of_a_request_without_parameters_never_changes() {
        var request = new ImportRequest(
                "changes", Optional.empty(), Optional.empty(), Optional.empty(), true, false, Optional.empty());
        assertThat(request.hashText())
                .isEqualTo("Asked[format=changes, syntax=Optional.empty, set=Optional.empty, dryRun=true, "
                        + "allowRetractions=false]");
    }

    @Test
    void the_name_of_a_format_in_the_hashed_text_never_changes() {
        var request = new ImportRequest(
                "changes",
                Optional.of(ImportFileFormat.NDJSON),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
        assertThat(request.hashText()).contains("syntax=Optional[NDJSON]");
    }

    @Test
    void a_declared_charset_is_part_of_the_hashed_text() {
        var request = new ImportRequest(
                "changes",
                Optional.empty(),
                Optional.of(StandardCharsets.ISO_8859_1),
                Optional.empty(),
                true,
                false,
                Optional.empty());
        assertThat(request.hashText()).endsWith("allowRetractions=false, charset=ISO-8859-1]");
    }

    @Test
    void utf_8_is_the_same_with_and_without_declaration() {
        var request = new ImportRequest(
                "changes",
                Optional.empty(),
                Optional.of(StandardCharsets.UTF_8),
                Optional.empty(),
                true,
                false,
                Optional.empty());
        assertThat(request.hashText()).endsWith("allowRetractions=false]");
    }

    @Test
    void a_stated_coverage_follows_the_other_parameters() {
        var request = new ImportRequest(
                "changes",
                Optional.empty(),
                Optional.empty(),
                Optional.of("world"),
                false,
                false,
                Optional.of("1816/2014"));
        assertThat(request.hashText()).endsWith("allowRetractions=false] covers=1816/2014");
    }
}

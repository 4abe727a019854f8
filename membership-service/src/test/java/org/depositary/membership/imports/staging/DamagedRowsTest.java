package org.depositary.membership.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.depositary.facts.events.VocabularyTypesJson;
import org.depositary.imports.file.FileRow.Unreadable;
import org.depositary.imports.file.FileRowReader;
import org.depositary.imports.file.ImportFile;
import org.depositary.imports.rows.PartyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Organisation, party and year are salvaged from a row that cannot be parsed. */
class DamagedRowsTest {

    private static final String HEADER = "organization,organization_name,party,year,status,source\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            eu,Union,Österreich,1995,member,A                | eu, -, 1995
            eu,Üñion,AT,1995,member,A                        | eu, AT, 1995
            eu,Union,AT,1995,member                          | eu, AT, 1995
            eu,Union,AT,1995,member,A, second                | eu, AT, 1995
            eu,The Union, so called,AT,1995,member,A         | eu, -, 1995
            eu,Union,AT                                      | eu, -, -
            eu,Union,AT,1995,member,"A"book                  | eu, AT, 1995
            "eu","Union","AT","1995","member","A"book"       | eu, AT, 1995
            "eu","Union, so called","AT","1995","mem"ber",A  | eu, AT, 1995
            eu,Union,AT,1995,member,"A                       | eu, AT, 1995
            eu,"Union,AT,1995,member,A                       | eu, -, -
            "eu,Union,AT,1995,member,A                       | -, -, -
            Ünion,AT,1995,member,A                           | -, -, 1995
            cow:305,1995,member,A                            | -, -, 1995
            """)
    void fields_of_damaged_csv_are_salvaged(String row, String expected) throws IOException {
        assertThat(salvaged(HEADER + row + "\neu,Union,AT,1996,member,A\n")).isEqualTo(expected);
    }

    @Test
    void csv_fields_are_salvaged_in_any_column_order() throws IOException {
        assertThat(salvaged("year,status,party,organization,source\n1990,member,eu,A\n"))
                .isEqualTo("-, -, 1990");
        assertThat(salvaged("organization,source,party,year,status\neu,A, B,AT,1995,member\n"))
                .isEqualTo("eu, -, 1995");
    }

    @Test
    void fields_of_a_row_that_is_too_long_are_salvaged() throws IOException {
        assertThat(salvaged(HEADER + "eu,Union,AT,1995,member," + "x".repeat(300_000) + "\n"))
                .isEqualTo("eu, AT, 1995");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"organization\":\"eu\",\"party\":\"AT\",\"year\":1995,\"status\":\"member\",\"source\":\"Ä\"}",
                "{\"organization\":\"eu\",\"party\":\"AT\",\"year\":\"1995\",\"status\":\"member\",\"sour",
                "{\"organization\" : \"eu\", \"year\" : 1995, \"party\":\"AT\",\"status\":member}"
            })
    void fields_of_damaged_json_are_salvaged(String row) throws IOException {
        assertThat(salvaged(row + "\n")).isEqualTo("eu, AT, 1995");
    }

    @Test
    void a_prefixed_party_code_needs_a_year() throws IOException {
        var row =
                "{\"organization\":\"un\",\"party\":\"cow:365\",\"year\":%s,\"status\":\"member\",\"source\":\"Ä\"}\n";
        assertThat(salvaged(row.formatted(1970))).isEqualTo("un, SUHH, 1970");
        assertThat(salvaged(row.formatted("\"19x0\""))).isEqualTo("un, -, -");
    }

    /** Organisation, party and year of the first row of a file in Latin-1. */
    private static String salvaged(String file) throws IOException {
        var rows = new FileRowReader(
                new ImportFile(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)),
                        Optional.empty(),
                        Optional.empty()),
                new MembershipFileColumns(ImportRowKind.STATE_YEARS),
                VocabularyTypesJson.mapper());
        var row = (Unreadable) rows.next().orElseThrow();
        var read = new RejectedRowReader(ImportRowKind.STATE_YEARS, new PartyResolver())
                .read(row.line(), row.reason(), new RowSubjectFields(row.fields(), ImportRowKind.STATE_YEARS));
        return "%s, %s, %s"
                .formatted(
                        read.organization().orElse("-"),
                        read.party().orElse("-"),
                        read.year().map(String::valueOf).orElse("-"));
    }
}

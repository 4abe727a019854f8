package org.depositary.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same table as different programs write it, and forms that are refused with advice. */
class FileFormsTest {

    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final Charset UTF_16LE = StandardCharsets.UTF_16LE;
    private static final Charset UTF_16BE = StandardCharsets.UTF_16BE;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final String TABLE = """
            party,year,inForce,note
            KZ,2005,true,"Élysée, a ""treaty\"""
            365,2006,,
            """;

    private static final List<String> ROWS = List.of(
            "2 {\"party\":\"KZ\",\"year\":\"2005\",\"inForce\":\"true\",\"note\":\"Élysée, a \\\"treaty\\\"\"}",
            "3 {\"party\":\"365\",\"year\":\"2006\"}");

    private static final FileColumns COLUMNS = new FileColumns() {
        @Override
        public List<String> columns() {
            return List.of("party", "year", "inForce", "note");
        }

        @Override
        public Optional<String> headerError(List<String> columns) {
            return columns.equals(columns()) ? Optional.empty() : Optional.of("Unexpected columns " + columns);
        }

        @Override
        public void putValue(ObjectNode row, String column, String value) {
            row.put(column, value);
        }

        @Override
        public Set<String> wholeNumberColumns() {
            return Set.of("party", "year");
        }

        @Override
        public Map<String, Predicate<String>> recognizableColumns() {
            return Map.of();
        }

        @Override
        public List<String> subjectFields() {
            return List.of("party");
        }
    };

    private static Arguments form(String name, String text, Charset charset, String declared) {
        return Arguments.of(
                name, text.getBytes(charset), Optional.ofNullable(declared).map(Charset::forName));
    }

    static Stream<Arguments> forms() {
        var mark = "\uFEFF";
        var semicolons = TABLE.replace("Élysée,", "Élysée;").replace(',', ';').replace("Élysée;", "Élysée,");
        var tabs = TABLE.replace("Élysée,", "Élysée\t").replace(',', '\t').replace("Élysée\t", "Élysée,");
        return Stream.of(
                form("as in the documentation", TABLE, UTF_8, null),
                form("Excel: CSV UTF-8", mark + TABLE.replace("\n", "\r\n"), UTF_8, null),
                form("Excel: CSV UTF-8, declared", mark + TABLE.replace("\n", "\r\n"), UTF_8, "utf-8"),
                form("Excel: CSV, on Windows", TABLE.replace("\n", "\r\n"), WINDOWS_1252, "windows-1252"),
                form("Excel: CSV, on a Mac", TABLE.replace("\n", "\r"), Charset.forName("x-MacRoman"), "x-MacRoman"),
                form("Excel: Unicode text", mark + tabs.replace("\n", "\r\n"), UTF_16LE, null),
                form("Excel: semicolons", semicolons.replace("\n", "\r\n"), WINDOWS_1252, "windows-1252"),
                form("LibreOffice: UTF-16, big end first", mark + TABLE, UTF_16BE, "utf-16"),
                form("LibreOffice: UTF-16 without a mark", TABLE, UTF_16LE, "utf-16le"),
                form("LibreOffice: ISO 8859-1", TABLE, StandardCharsets.ISO_8859_1, "iso-8859-1"),
                form(
                        "LibreOffice: all text quoted",
                        TABLE.replace("KZ", "\"KZ\"").replace("true", "\"true\""),
                        UTF_8,
                        null),
                form(
                        "a header in capitals",
                        TABLE.replace("party,year,inForce,note", "PARTY,Year,INFORCE,Note"),
                        UTF_8,
                        null),
                form(
                        "an empty last column",
                        TABLE.replace("note\n", "note,\n").replace("\"\"\"\n", "\"\"\",\n"),
                        UTF_8,
                        null),
                form("empty columns and rows at the end", TABLE.replace("\n", ",,\n") + ",,,,,\n,,,,,\n", UTF_8, null),
                form(
                        "pandas: years with gaps are decimal numbers",
                        TABLE.replace("2005", "2005.0").replace("2006", "2006.0"),
                        UTF_8,
                        null),
                form("pandas: codes with gaps are decimal numbers", TABLE.replace("365", "365.0"), UTF_8, null),
                form("pandas: with its index", numbered(TABLE, ""), UTF_8, null),
                form("R: write.csv", numbered(TABLE, "\"\"").replace("party", "\"party\""), UTF_8, null),
                form("R: write.csv2", semicolons.replace("2005", "2005,0"), UTF_8, null),
                form("Python on Windows: two carriage returns", TABLE.replace("\n", "\r\r\n"), UTF_8, null),
                form("no line end at the end", TABLE.stripTrailing() + ",", UTF_8, null),
                form("tabs", tabs, UTF_8, null));
    }

    private static String numbered(String table, String name) {
        var number = new int[1];
        return table.lines()
                .map(line -> (number[0]++ == 0 ? name : number[0] - 1) + "," + line + "\n")
                .collect(java.util.stream.Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void each_form_has_the_same_rows(String name, byte[] file, Optional<Charset> declared) throws IOException {
        assertThat(rows(file, declared)).isEqualTo(ROWS);
    }

    static Stream<Arguments> formsWithSeparatorLine() {
        var semicolons = TABLE.replace("Élysée,", "Élysée;").replace(',', ';').replace("Élysée;", "Élysée,");
        return Stream.of(
                form("Excel: semicolon", "sep=;\r\n" + semicolons.replace("\n", "\r\n"), UTF_8, null),
                form(
                        "Excel: tab",
                        "SEP=\t\n"
                                + TABLE.replace("Élysée,", "Élysée;")
                                        .replace(',', '\t')
                                        .replace("Élysée;", "Élysée,"),
                        UTF_8,
                        null),
                form("comma, although quoted names have semicolons", "sep=,\n" + TABLE, UTF_8, null),
                form(
                        "vertical bar",
                        "sep=|\n"
                                + TABLE.replace("Élysée,", "Élysée;")
                                        .replace(',', '|')
                                        .replace("Élysée;", "Élysée,"),
                        UTF_8,
                        null),
                form("saved again by a spreadsheet", "sep=;;;;\n" + semicolons, UTF_8, null),
                form("quoted by a spreadsheet", "\"sep=;\"\n" + semicolons, UTF_8, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formsWithSeparatorLine")
    void a_line_that_names_the_separator_is_no_row(String name, byte[] file, Optional<Charset> declared)
            throws IOException {
        assertThat(rows(file, declared))
                .isEqualTo(ROWS.stream()
                        .map(row -> (row.charAt(0) - '0' + 1) + row.substring(1))
                        .toList());
    }

    static Stream<Arguments> refusedForms() {
        return Stream.of(
                Arguments.of("", "utf-8", "The file is empty"),
                Arguments.of(
                        hex("1f8b0800"),
                        "utf-8",
                        "compressed with gzip. Send it with the header 'Content-Encoding: gzip'"),
                Arguments.of(
                        "PK\u0003\u0004xl",
                        "utf-8",
                        "The file is a workbook (.xlsx, .ods) or a ZIP archive. Save the sheet as 'CSV UTF-8'"),
                Arguments.of(
                        hex("d0cf11e0"),
                        "utf-8",
                        "The file is an Excel workbook (.xls). Save the sheet as 'CSV UTF-8'"),
                Arguments.of(
                        hex("fffe0000"), "utf-8", "The file is UTF-32. Save the file as UTF-8 (in Excel: 'CSV UTF-8')"),
                Arguments.of(
                        hex("fffe61006200"),
                        "windows-1252",
                        "The Content-Type says windows-1252, but the byte order mark says UTF-16LE. Save the file as UTF-8"),
                Arguments.of(
                        "party,year",
                        "utf-16",
                        "said to be UTF-16, but has no byte order mark. Save the file as UTF-8"),
                Arguments.of(
                        hex("7000610072007400"), "utf-8", "The first line is not valid UTF-8. Save the file as UTF-8"),
                Arguments.of(
                        hex("706172e9"),
                        "utf-8",
                        "declare its charset, such as 'Content-Type: text/csv; charset=windows-1252'"),
                Arguments.of(
                        "sep=:\nparty:year",
                        "utf-8",
                        "sep=:: fields are separated by commas, semicolons, tabs or vertical bars"),
                Arguments.of("party,,inForce,note\n", "utf-8", "Column 2 has no name"),
                Arguments.of(
                        "party,\"year\nKZ,2005\n", "utf-8", "The header line cannot be read: A quote is opened here"));
    }

    @ParameterizedTest
    @MethodSource("refusedForms")
    void an_unclear_file_is_refused_with_advice(String file, String declared, String reason) {
        var charset = file.chars().allMatch(character -> character < 256) ? StandardCharsets.ISO_8859_1 : UTF_8;
        assertThatThrownBy(() -> rows(file.getBytes(charset), Optional.of(Charset.forName(declared))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> unreadableRows() {
        return Stream.of(
                Arguments.of("KZ,2005,true,a,b", "It has 5 columns where the header has 4"),
                Arguments.of("KZ,2005", "It has 2 columns where the header has 4"),
                Arguments.of("KZ,2005,true,a\rb", "This is not CSV: another kind of line end stands alone in it"),
                Arguments.of("KZ,2005,true,\u00E9", "This is not valid UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("unreadableRows")
    void an_unclear_row_is_reported_with_its_reason(String row, String reason) throws IOException {
        var file = ("party,year,inForce,note\n" + row + "\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rows(file, Optional.empty())).containsExactly("2 " + reason);
    }

    @Test
    void a_row_that_may_be_utf_8_is_not_read_in_a_declared_single_byte_charset() throws IOException {
        assertThat(rows(TABLE.getBytes(UTF_8), Optional.of(WINDOWS_1252)))
                .containsExactly(
                        "2 This is declared as windows-1252, but it may be UTF-8. "
                                + "Declare the charset in which the file is saved",
                        ROWS.get(1));
    }

    @ParameterizedTest
    @MethodSource("numberedRows")
    void a_first_column_without_a_name_has_row_numbers_only(String row, String result) throws IOException {
        var file = (",party,year,inForce,note\n" + row + "\n").getBytes(UTF_8);
        assertThat(rows(file, Optional.empty())).containsExactly("2 " + result);
    }

    static Stream<Arguments> numberedRows() {
        return Stream.of(
                Arguments.of("17,KZ,2005,,", "{\"party\":\"KZ\",\"year\":\"2005\"}"),
                Arguments.of("KZ,KZ,2005,,", "Its first column has no name in the header, and is no row number"),
                Arguments.of("17,KZ,2005", "It has 3 columns where the header has 5"));
    }

    @ParameterizedTest
    @MethodSource("jsonForms")
    void json_rows_may_have_decimals_and_other_charsets(byte[] file, Optional<Charset> declared) throws IOException {
        assertThat(rows(file, declared)).containsExactly("1 {\"party\":\"365\",\"year\":\"2005\",\"note\":\"É\"}");
    }

    static Stream<Arguments> jsonForms() {
        var row = "{\"party\":\"365.0\",\"year\":2005.0,\"note\":\"É\"}";
        return Stream.of(
                Arguments.of(row.getBytes(UTF_8), Optional.empty()),
                Arguments.of(("\uFEFF" + row + "\r\n").getBytes(UTF_16LE), Optional.empty()),
                Arguments.of((row + "\r").getBytes(WINDOWS_1252), Optional.of(WINDOWS_1252)));
    }

    private static String hex(String bytes) {
        return new String(HexFormat.of().parseHex(bytes), StandardCharsets.ISO_8859_1);
    }

    /** Returns each row as its line number, and its fields or its error. */
    private static List<String> rows(byte[] file, Optional<Charset> declared) throws IOException {
        var reader = new FileRowReader(
                new ImportFile(new ByteArrayInputStream(file), Optional.empty(), declared),
                COLUMNS,
                new ObjectMapper());
        var rows = new ArrayList<String>();
        for (var row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get().line() + " "
                    + switch (row.get()) {
                        case FileRow.Readable(int line, var fields) -> fields.toString();
                        case FileRow.Unreadable(int line, String reason, var fields) -> reason;
                    });
        }
        return rows;
    }
}

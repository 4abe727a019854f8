package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.assertCompleted;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.report;
import static org.depositary.membership.imports.ImportRequests.waitForEnd;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** The same file in forms that the request declares. The library tests the forms that the file itself shows. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportFileFormsTest {

    private static final String ROWS = """
            Organization;PARTY;Year;Status;Source
            %1$s;KZ;2005.0;member;L'Élysée
            %1$s;KZ;2006,0;member;L'Élysée
            %1$s;cow:365;2005;member;L'Élysée
            ;;;;
            """;

    private final String set = newSet();

    private Response send(String contentType, String encoding, byte[] file) {
        return admin().header("Content-Type", contentType)
                .header("Content-Encoding", encoding)
                .queryParam("format", "state-years")
                .queryParam("set", set)
                .body(file)
                .post("/api/imports/memberships");
    }

    @Test
    void one_file_in_several_forms_records_its_rows_once() throws IOException {
        var file = ROWS.formatted(registerOrganization());
        var first = waitForEnd(send("text/csv", "identity", file.getBytes(StandardCharsets.UTF_8)));
        assertCompleted(first, "rows", 3, "accepted", 3, "rejected", 0);
        assertThat(report(first, "accepted"))
                .extracting(item -> item.get("line"))
                .containsExactly(2, 4, 4);
        var windows = file.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252"));
        assertCompleted(waitForEnd(send("text/csv; charset=windows-1252", "identity", windows)), "rows", 3, "known", 3);
        var utf16 = ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE);
        assertCompleted(waitForEnd(send("text/csv", "gzip", gzip(utf16))), "rows", 3, "known", 3);
    }

    @Test
    void a_file_that_cannot_be_decoded_is_refused() throws IOException {
        var file = ROWS.formatted("sco").getBytes(StandardCharsets.UTF_8);
        send("text/csv", "br", file).then().statusCode(415).body("detail", containsString("Content-Encoding is gzip"));
        send("text/csv", "gzip", file).then().statusCode(400).body("detail", containsString("not valid gzip"));
        send("text/csv; charset=klingon", "identity", file)
                .then()
                .statusCode(415)
                .body("detail", containsString("The charset 'klingon' is unknown. Save the file as UTF-8"));
        send("text/csv", "identity", gzip(file))
                .then()
                .statusCode(422)
                .body("detail", containsString("Send it with the header 'Content-Encoding: gzip'"));
    }

    private static byte[] gzip(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        }
        return bytes.toByteArray();
    }
}

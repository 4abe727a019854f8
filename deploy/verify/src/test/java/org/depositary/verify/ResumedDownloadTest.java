package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** curl downloads a document through the gateway, is cut off, and continues. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class ResumedDownloadTest {

    private static final int LENGTH = 30 * 1024 * 1024 + 12_345;

    private final TestInstallation installation;
    private final OriginClient contributor;
    private final byte[] document = new byte[LENGTH];
    private String content;

    @TempDir
    Path directory;

    ResumedDownloadTest(TestInstallation installation) {
        this.installation = installation;
        this.contributor = installation.client().with(installation.token("contributor"));
    }

    @BeforeEach
    void send() {
        new Random(15).nextBytes(document);
        var answer = contributor.send("POST", "/api/documents", BodyPublishers.ofByteArray(document));
        assertThat(answer.status()).as(answer.text()).isIn(200, 202);
        content = answer.header("Location") + "/content";
    }

    @Test
    void a_download_that_broke_off_continues_to_the_same_bytes() throws IOException {
        var file = directory.resolve("download");
        Files.write(file, Arrays.copyOf(document, LENGTH / 3));

        curl("-o", file.toString(), "-C", "-");

        assertThat(Arrays.equals(Files.readAllBytes(file), document)).isTrue();
    }

    @Test
    void pieces_and_head_agree_with_the_whole() throws IOException {
        assertThat(curl("-I")).startsWith("HTTP/1.1 200").containsIgnoringCase("Content-Length: " + LENGTH);
        var file = directory.resolve("piece");
        var head = curl("-D", "-", "-o", file.toString(), "-r", "20000000-20000009");
        assertThat(head).startsWith("HTTP/1.1 206").contains("bytes 20000000-20000009/" + LENGTH);
        assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOfRange(document, 20_000_000, 20_000_010));
        assertThat(curl("-I", "-X", "GET", "-r", LENGTH + "-"))
                .startsWith("HTTP/1.1 416")
                .contains("bytes */" + LENGTH);
    }

    private String curl(String... options) {
        var command = new String[options.length + 5];
        command[0] = "curl";
        command[1] = "-sS";
        command[2] = "-H";
        command[3] = "Authorization: Bearer " + installation.token("contributor");
        System.arraycopy(options, 0, command, 4, options.length);
        command[command.length - 1] = "http://127.0.0.1:" + installation.port() + content;
        return SystemCommand.of(command).must();
    }
}

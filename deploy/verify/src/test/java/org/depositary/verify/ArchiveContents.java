package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.verify.ArchivedAnswers.Read;
import org.depositary.verify.ArchivedAnswers.Write;

/**
 * Fills an installation through its public interface and stores every answer.
 *
 * <p>{@code archive-contents} has a line for each request. Three placeholders refer to earlier requests:
 * <code>{key}</code> is the URL of the recorded fact, <code>{cursor:key}</code> a cursor right after it,
 * <code>{instant:key}</code> the instant of its recording. <code>{cursor}</code> is the cursor after all requests.
 */
final class ArchiveContents {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z:-]+)}");

    /** A line of {@code writes.ndjson}. By default the caller is a curator and the expected status is 201. */
    record Line(String key, String as, String method, String path, Integer status, JsonNode body) {}

    private final TestInstallation installation;
    private final OriginClient reader;
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, String> placeholders = new HashMap<>();

    ArchiveContents(TestInstallation installation) {
        this.installation = installation;
        this.reader = installation.client();
    }

    /** Defines the placeholder <code>{name}</code>. */
    void name(String name, String value) {
        placeholders.put(name, value);
    }

    String named(String name) {
        return Objects.requireNonNull(placeholders.get(name), name);
    }

    /** Uploads a document from {@code documents}. Returns when its text has been extracted. */
    void upload(String name, String file, String type) {
        var contributor = client("contributor");
        var bytes = BodyPublishers.ofByteArray(resource("/documents/" + file));
        var location = contributor
                .send("POST", "/api/documents?filename=" + file, bytes, "Content-Type", type)
                .expect(202)
                .header("Location");
        name(name, location);
        await("the text of " + file)
                .until(() -> contributor.get(location + "/text").status() == 200);
    }

    void write() {
        lines("writes.ndjson").map(ArchiveContents::line).forEach(this::write);
    }

    private void write(Line line) {
        var as = line.as() == null ? "curator" : line.as();
        var path = filled(line.path());
        var body = BodyPublishers.ofString(line.body().toString());
        var headers = line.method().equals("POST")
                ? new String[] {"Content-Type", "application/json", "Idempotency-Key", line.key()}
                : new String[] {"Content-Type", "application/json"};
        // 503: the owner of a fact does not have the cited passage yet.
        var answer = await(line.key())
                .until(() -> client(as).send(line.method(), path, body, headers), sent -> sent.status() != 503)
                .expect(line.status() == null ? 201 : line.status());
        var version = answer.header("Depositary-Version");
        writes.add(new Write(
                line.key(),
                as,
                line.method(),
                path,
                line.body(),
                answer.status(),
                answer.header("Location"),
                version,
                answer.body()));
        if (!version.isEmpty()) {
            recorded(line.key(), answer.header("Location"), version);
        }
    }

    /** @param versions one or several, separated by commas, that were recorded together */
    private void recorded(String key, String location, String versions) {
        var cursor = reader.getAfter(versions, "/api/organizations?limit=1")
                .expect(200)
                .cursor();
        var recorded = new ChangeFeedClient(reader)
                .all().stream()
                        .filter(change -> versions.startsWith("%s@%d"
                                .formatted(
                                        change.path("subject").asText(),
                                        change.path("sequence").asInt())))
                        .toList();
        name(key, location);
        name("cursor:" + key, cursor);
        name("instant:" + key, recorded.getLast().path("time").asText());
    }

    List<Write> writes() {
        return List.copyOf(writes);
    }

    /** The answers to {@code reads.txt}, and the second pages of two lists. */
    List<Read> reads() {
        name("cursor", new ChangeFeedClient(reader).end());
        var reads = new ArrayList<>(lines("reads.txt").map(this::read).toList());
        reads.add(secondPage("/api/changes?limit=5&" + ChangeFeedClient.FROM_THE_START));
        reads.add(
                secondPage(filled("/api/organizations/river-council/members?limit=2&on=2011-01-01&known-at={cursor}")));
        return reads;
    }

    private Read read(String line) {
        var space = line.indexOf(' ');
        return read(space < 0 ? "" : line.substring(0, space), filled(line.substring(space + 1)));
    }

    private Read secondPage(String list) {
        var next = reader.get(list).expect(200).body().path("next").asText();
        return read("", list.replaceFirst("&since=[^&]*", "") + "&after=" + next);
    }

    private Read read(String as, String path) {
        var answer = client(as).get(path);
        assertThat(answer.status()).as(path + ": " + answer.text()).isLessThan(500);
        return new Read(as, path, answer.status(), lasting(answer));
    }

    /** The answer without what may change: the detail of a problem, and page tokens. */
    private static JsonNode lasting(GatewayAnswer answer) {
        if (answer.content() instanceof ObjectNode object) {
            return answer.status() < 400 ? object.without("next") : object.retain("type");
        }
        return answer.content();
    }

    private OriginClient client(String as) {
        return as.isEmpty() ? reader : reader.with(installation.token(as));
    }

    private String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> named(found.group(1)));
    }

    private static Line line(String text) {
        try {
            return GatewayAnswer.JSON.readValue(text, Line.class);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static Stream<String> lines(String file) {
        return new String(resource("/archive-contents/" + file), StandardCharsets.UTF_8).lines();
    }

    private static byte[] resource(String name) {
        try (var in = ArchiveContents.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

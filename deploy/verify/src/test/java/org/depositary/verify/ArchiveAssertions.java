package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.verify.ArchivedAnswers.Change;
import org.depositary.verify.ArchivedAnswers.Read;
import org.depositary.verify.ArchivedAnswers.Write;

/** Asserts what an archived installation must still have and do after a start with this version. */
record ArchiveAssertions(TestInstallation installation, InstallationArchive archive, ArchivedAnswers then) {

    /** Every event is in the event tables, at the same place in its stream. */
    void everyEvent() {
        assertThat(new EventTables(installation).events().entries()).containsAll(then.events());
    }

    /** Pages and streams continue after an old cursor. */
    void everyCursor() {
        var changes = new ChangeFeedClient(installation.client());
        assertStartsWith(then.changes(), changes.all());
        var half = then.changes().size() / 2;
        var cursor = then.changes().get(half - 1).cursor();
        var later = then.changes().subList(half, then.changes().size());
        assertStartsWith(later, changes.since(cursor));
        try (var subscriber = EventSourceClient.resumed(changes.stream(""), cursor)) {
            await("changes after " + cursor).until(() -> subscriber.count("change") >= later.size());
            assertStartsWith(
                    later,
                    subscriber.named("change").stream()
                            .map(EventSourceClient.Event::json)
                            .toList());
        }
    }

    private static void assertStartsWith(List<Change> noted, List<JsonNode> changes) {
        assertThat(changes.stream().limit(noted.size()).map(Change::of).toList())
                .isEqualTo(noted);
    }

    /**
     * Reads by cursor, instant or page token, anchors, citations, claims, reports and parked records are answered as
     * before.
     */
    void everyPageAndAnswer() {
        assertAll(then.reads().stream().map(read -> () -> isSame(read)));
    }

    private void isSame(Read read) {
        var answer = client(read.as()).get(read.path());
        assertThat(answer.status()).as(read.path()).isEqualTo(read.status());
        assertThat(AnswerDifference.between(read.answer(), answer.content()))
                .as(read.path())
                .isEmpty();
    }

    /** A repeated request gets the same answer as before. */
    void everyIdempotencyKey() {
        assertAll(then.writes().stream().filter(Write::isKept).map(write -> () -> isReplayed(write)));
    }

    private void isReplayed(Write write) {
        var answer = client(write.as())
                .post(write.path(), write.body(), "Idempotency-Key", write.key())
                .expect(write.status());
        assertThat(answer.header("Idempotency-Replayed")).as(write.key()).isEqualTo("true");
        assertThat(answer.header("Location")).as(write.key()).isEqualTo(write.location());
        assertThat(answer.header("Depositary-Version")).as(write.key()).isEqualTo(write.version());
        assertThat(AnswerDifference.between(write.answer(), answer.body()))
                .as(write.key())
                .isEmpty();
    }

    /** A read that waits for an earlier write is answered. */
    void everyVersion() {
        var versions = then.writes().stream()
                .map(Write::version)
                .filter(version -> !version.isEmpty())
                .flatMap(version -> Stream.of("Depositary-After", version));
        installation
                .client()
                .get("/api/organizations", versions.toArray(String[]::new))
                .expect(200);
    }

    /** The import that was killed is completed, and the members are those of the files. */
    void everyImport() {
        var imports = new MembershipImports(installation);
        then.imports()
                .forEach((set, noted) ->
                        assertThat(imports.completed(noted.location())).as(set).isEqualTo(noted.counts()));
        assertThat(new EventTables(installation).count())
                .isGreaterThan(then.events().size());
        everyChange();
        then.imports().keySet().forEach(set -> imports.compare(StateYearFile.parse(archive.file(set))));
    }

    /** Sending a file again records nothing. */
    void everySet() {
        var tables = new EventTables(installation);
        var events = tables.count();
        var imports = new MembershipImports(installation);
        then.imports().forEach((set, noted) -> assertThat(imports.completed(imports.send(set, archive.file(set))))
                .as(set)
                .containsEntry("known", noted.counts().get("accepted")));
        assertThat(tables.count()).isEqualTo(events);
    }

    /** The change log has every event once. */
    void everyChange() {
        var events = new EventTables(installation).events();
        var pages = new ChangeFeedClient(installation.client()).follow();
        await("everything can be read")
                .until(() -> pages.more() >= events.entries().size());
        pages.ledger().gapless().sameAs(events);
    }

    private OriginClient client(String role) {
        return role.isEmpty() ? installation.client() : installation.client().with(installation.token(role));
    }
}

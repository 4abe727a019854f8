package org.depositary.membership.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.Answers;
import org.depositary.eventsourcing.http.Requests;
import org.depositary.eventsourcing.http.Spool;
import org.depositary.eventsourcing.store.Answer;
import org.depositary.eventsourcing.store.Session;
import org.depositary.membership.imports.file.FileSyntax;
import org.depositary.membership.imports.job.HeldImports;
import org.depositary.membership.imports.job.ImportFormat;
import org.depositary.membership.imports.job.ImportId;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportJobs;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.staging.FileStaging;

/** Takes files in, releases what is held, and undoes what came of them. */
@ApplicationScoped
class ImportCommands {

    private final Answers answers;
    private final Requests requests;
    private final ImportWorker worker;
    private final ObjectMapper mapper;

    ImportCommands(Answers answers, Requests requests, ImportWorker worker, ObjectMapper mapper) {
        this.answers = answers;
        this.requests = requests;
        this.worker = worker;
        this.mapper = mapper;
    }

    /** How a file is to be taken. */
    record Asked(
            ImportFormat format, Optional<FileSyntax> syntax, Optional<String> set, boolean dryRun, boolean allowRetractions) {}

    /** Stages the file: once it is answered, it will be worked off. */
    Response take(Spool spool, Asked asked) {
        var request = requests.with((spool.sha256() + asked).getBytes(StandardCharsets.UTF_8));
        var response = answers.to(request, session -> {
            var started = new ImportJob(
                    UuidCreator.getTimeOrderedEpoch(),
                    // A file without a set is a set of its own, so that the same file again is compared with itself.
                    asked.set().orElseGet(() -> "sha256:" + spool.sha256()),
                    asked.format(),
                    asked.dryRun(),
                    asked.allowRetractions(),
                    request.actor(),
                    ImportJob.Status.RUNNING,
                    false);
            stage(session, started, asked.syntax(), spool);
            return answer(session, started.id());
        });
        worker.wake();
        return response;
    }

    private void stage(Session session, ImportJob started, Optional<FileSyntax> syntax, Spool spool) {
        var imports = new ImportJobs(new ImportSql(session.connection()));
        imports.add(started);
        try {
            var counts = new FileStaging(started, session.connection(), mapper).stage(spool.read(), syntax);
            imports.staged(started, counts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Takes back what an import did; of one that is undone already, or about to be, it only tells how far it is. One that
     * is held did nothing, and is discarded.
     */
    Response undo(UUID id) {
        var response = answers.to(requests.with(new byte[0]), session -> {
            var imports = new ImportJobs(new ImportSql(session.connection()));
            var found =
                    imports.lockUnlessAtWork(id).or(() -> imports.find(id)).orElseThrow(() -> ImportId.notFound(id));
            if (found.dryRun()) {
                throw Problem.of(ProblemType.CONFLICT, "A dry run recorded nothing that could be undone");
            }
            switch (found.status()) {
                case COUNTING, RUNNING ->
                    throw Problem.of(ProblemType.CONFLICT, "The import is still at work; wait for its end");
                case HELD -> new HeldImports(new ImportSql(session.connection())).discard(id);
                case COMPLETED, FAILED -> imports.beginUndo(id);
                case UNDOING, UNDONE -> {
                    // It is on its way, or done.
                }
            }
            return answer(session, id);
        });
        worker.wake();
        return response;
    }

    /** Lets a held import go on; of one that may retract as much as it likes it only tells how far it is. */
    Response release(UUID id) {
        var response = answers.to(requests.with(new byte[0]), session -> {
            var imports = new ImportJobs(new ImportSql(session.connection()));
            var found =
                    imports.lockUnlessAtWork(id).or(() -> imports.find(id)).orElseThrow(() -> ImportId.notFound(id));
            if (found.status() == ImportJob.Status.HELD) {
                release(found, new HeldImports(new ImportSql(session.connection())));
            } else if (!found.allowRetractions() || found.status() == ImportJob.Status.UNDONE) {
                throw Problem.of(
                        ProblemType.CONFLICT,
                        "The import is %s: only a held one can be released"
                                .formatted(found.status().told()));
            }
            return answer(session, id);
        });
        worker.wake();
        return response;
    }

    private static void release(ImportJob held, HeldImports holds) {
        holds.supersededBy(held.id()).ifPresent(later -> {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "A later import of the set supersedes it: /api/imports/%s. Send the file again to import it"
                            .formatted(later));
        });
        holds.release(held.id());
    }

    private Answer answer(Session session, UUID id) {
        var view = new ImportJobs(new ImportSql(session.connection())).view(id).orElseThrow();
        return new Answer(202, Map.of("Location", "/api/imports/" + id), mapper.valueToTree(view));
    }
}

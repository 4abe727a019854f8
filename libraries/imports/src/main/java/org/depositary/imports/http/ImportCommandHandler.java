package org.depositary.imports.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.CommandRequestFactory;
import org.depositary.eventsourcing.http.CommandResponder;
import org.depositary.eventsourcing.http.SpooledBody;
import org.depositary.eventsourcing.store.CommandAnswer;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.imports.file.ImportFile;
import org.depositary.imports.job.HeldImports;
import org.depositary.imports.job.ImportCoverage;
import org.depositary.imports.job.ImportIdParser;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportQueue;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportStatuses;
import org.depositary.imports.job.ImportUnits;
import org.depositary.imports.worker.ImportWorker;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Handles the commands on imports: accept a file, release a held import, undo an import. */
@ApplicationScoped
public class ImportCommandHandler {

    private final CommandResponder responses;
    private final CommandRequestFactory requests;
    private final ImportWorker worker;
    private final ImportUnits units;
    private final ObjectMapper mapper;
    private final long maxBytes;

    ImportCommandHandler(
            CommandResponder responses,
            CommandRequestFactory requests,
            ImportWorker worker,
            ImportUnits units,
            ObjectMapper mapper,
            @ConfigProperty(name = "depositary.imports.largest") MemorySize maxSize) {
        this.responses = responses;
        this.requests = requests;
        this.worker = worker;
        this.units = units;
        this.mapper = mapper;
        this.maxBytes = maxSize.asLongValue();
    }

    /** Validates and stores the rows of the file, and adds the import to the queue. */
    public Response accept(InputStream body, Optional<String> contentEncoding, ImportRequest asked) throws IOException {
        try (var spool = SpooledBody.from(ContentEncoding.decoded(body, contentEncoding), "An import", maxBytes)) {
            return accept(spool, asked);
        }
    }

    private Response accept(SpooledBody spool, ImportRequest asked) {
        var request = requests.with((spool.sha256() + asked.hashText()).getBytes(StandardCharsets.UTF_8));
        var response = responses.to(request, unitOfWork -> {
            var job = new ImportJob(
                    units.newId(),
                    // If the request names no set, the hash of the file names it. So the same file, sent again, is an
                    // edition of the same set.
                    asked.set().orElseGet(() -> "sha256:" + spool.sha256()),
                    asked.format(),
                    asked.dryRun(),
                    asked.allowRetractions(),
                    request.actor(),
                    ImportJob.Status.RUNNING,
                    false);
            stage(unitOfWork, job, asked, spool);
            return answer(unitOfWork, job.id());
        });
        worker.wake();
        return response;
    }

    private void stage(UnitOfWork unitOfWork, ImportJob job, ImportRequest asked, SpooledBody spool) {
        var sql = new ImportSql(unitOfWork.connection());
        var jobs = new ImportQueue(sql);
        jobs.insert(job);
        try {
            var file = new ImportFile(spool.read(), asked.syntax(), asked.charset(), asked.options());
            jobs.enqueue(job, units.stage(job, file, unitOfWork.connection()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        asked.covers().or(() -> units.coverageOfRows(job, sql)).ifPresent(covers -> new ImportCoverage(sql)
                .store(job, covers));
    }

    /** Queues the undo of an import, or discards a held import. Repeating the request changes nothing. */
    Response undo(UUID id) {
        var response = responses.to(requests.with(new byte[0]), unitOfWork -> {
            var sql = new ImportSql(unitOfWork.connection());
            var jobs = new ImportQueue(sql);
            var job = find(id, jobs);
            if (job.dryRun()) {
                throw Problem.of(ProblemType.CONFLICT, "A dry run cannot be undone, because it recorded nothing");
            }
            switch (job.status()) {
                case COUNTING, RUNNING ->
                    throw Problem.of(ProblemType.CONFLICT, "The import is still running. Wait until it ends");
                case HELD -> new HeldImports(sql).discard(id);
                case COMPLETED, FAILED -> {
                    jobs.requireReport(id);
                    jobs.enqueueUndo(id);
                }
                case UNDOING, UNDONE -> {
                    // The undo was requested before, so nothing is left to do.
                }
            }
            return answer(unitOfWork, id);
        });
        worker.wake();
        return response;
    }

    /** Releases a held import. Repeating the request changes nothing. */
    Response release(UUID id) {
        var response = responses.to(requests.with(new byte[0]), unitOfWork -> {
            var sql = new ImportSql(unitOfWork.connection());
            var job = find(id, new ImportQueue(sql));
            if (job.status() == ImportJob.Status.HELD) {
                release(job, new HeldImports(sql));
            } else if (!job.allowRetractions() || job.status() == ImportJob.Status.UNDONE) {
                throw Problem.of(
                        ProblemType.CONFLICT,
                        "The import is %s. Only a held import can be released"
                                .formatted(job.status().publicName()));
            }
            return answer(unitOfWork, id);
        });
        worker.wake();
        return response;
    }

    private static ImportJob find(UUID id, ImportQueue jobs) {
        return jobs.lockUnlessInProgress(id).or(() -> jobs.find(id)).orElseThrow(() -> ImportIdParser.notFound(id));
    }

    private static void release(ImportJob job, HeldImports held) {
        held.supersededBy(job.id()).ifPresent(later -> {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "A later import of the set supersedes this import: /api/imports/%s. Send the file again to import it"
                            .formatted(later));
        });
        held.release(job.id());
    }

    private CommandAnswer answer(UnitOfWork unitOfWork, UUID id) {
        var status = new ImportStatuses(new ImportSql(unitOfWork.connection()))
                .find(id)
                .orElseThrow();
        return new CommandAnswer(202, Map.of("Location", "/api/imports/" + id), mapper.valueToTree(status));
    }
}

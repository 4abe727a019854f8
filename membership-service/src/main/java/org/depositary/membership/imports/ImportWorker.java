package org.depositary.membership.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.depositary.eventsourcing.relay.DirectDatabase;
import org.depositary.eventsourcing.relay.LeaderLoop;
import org.depositary.eventsourcing.store.Answer;
import org.depositary.eventsourcing.store.Commands;
import org.depositary.eventsourcing.store.Request;
import org.depositary.eventsourcing.store.Session;
import org.depositary.membership.imports.decision.OrganizationImpactCounter;
import org.depositary.membership.imports.decision.OrganizationImport;
import org.depositary.membership.imports.decision.OrganizationUndo;
import org.depositary.membership.imports.job.HeldImports;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportJobs;
import org.depositary.membership.imports.job.ImportSql;
import org.jboss.logging.Logger;

/**
 * Processes the queued imports one after the other, with several units of an import in parallel.
 *
 * <p>A leader lock lets one process work at a time, so that replicas do not compete. Correctness does not depend on it: a
 * unit is claimed, decided and marked as done in the transaction that records its events.
 */
@ApplicationScoped
public class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int PARALLEL_UNITS = 4;
    private static final String LOCK_NAME = "imports";

    private final Commands commands;
    private final ObjectMapper mapper;
    private final LeaderLoop loop;
    private final ImportFailures failures = new ImportFailures();
    private volatile boolean stopping;

    ImportWorker(Commands commands, ObjectMapper mapper, DirectDatabase database) {
        this.commands = commands;
        this.mapper = mapper;
        this.loop = new LeaderLoop(LOCK_NAME, database.settings(), this::work);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        loop.close();
    }

    /** Makes the worker look for imports at once. */
    void wake() {
        loop.wake();
    }

    /** Returns whether to call it again at once. */
    private boolean work(Connection leaderConnection) throws Exception {
        var jobs = new ImportJobs(new ImportSql(leaderConnection));
        var next = jobs.next();
        if (next.isEmpty()) {
            return false;
        }
        var job = next.get();
        try {
            if (!job.planned()) {
                // Starting can change the status to counting, so the next round reads the import again.
                return start(job);
            }
            boolean processedUnits = processUnits(job);
            failures.reset(job.id());
            return finish(job, leaderConnection) || processedUnits;
        } catch (RuntimeException failure) {
            giveUpAfterTooMany(failure, job, jobs);
            throw failure;
        }
    }

    /** Returns whether the import has another phase. */
    private static boolean finish(ImportJob job, Connection leaderConnection) {
        var sql = new ImportSql(leaderConnection);
        if (job.status() == ImportJob.Status.COUNTING) {
            return new HeldImports(sql).holdOrRunIfCounted(job);
        }
        if (job.dryRun()) {
            new HeldImports(sql).storeDryRunImpactIfDone(job);
        }
        new ImportJobs(sql).finishIfDone(job.id());
        return false;
    }

    private boolean start(ImportJob job) {
        var started = new AtomicBoolean();
        inSession(job, session -> started.set(new ImportJobs(new ImportSql(session.connection())).start(job)));
        return started.get();
    }

    private void giveUpAfterTooMany(RuntimeException failure, ImportJob job, ImportJobs jobs) {
        if (failures.addAndCheck(job.id(), failure)) {
            LOG.errorf(failure, "Giving up import %s after repeated failures", job.id());
            jobs.fail(job, "It failed again and again; the log tells why");
            failures.reset(job.id());
        }
    }

    private boolean processUnits(ImportJob job) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var lanes = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < PARALLEL_UNITS; i++) {
                Callable<Boolean> lane = () -> processUnitsInSequence(job);
                lanes.add(executor.submit(lane));
            }
            return anyProcessed(lanes);
        }
    }

    private static boolean anyProcessed(List<Future<Boolean>> lanes) throws InterruptedException {
        boolean any = false;
        for (var lane : lanes) {
            try {
                any |= lane.get();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException runtime
                        ? runtime
                        : new IllegalStateException(failure.getCause());
            }
        }
        return any;
    }

    /** Processes units until none is left or the service stops. Returns whether it processed any. */
    private boolean processUnitsInSequence(ImportJob job) {
        boolean any = false;
        for (boolean found = true; found && !stopping; any |= found) {
            found = processNextUnit(job);
        }
        return any;
    }

    private boolean processNextUnit(ImportJob job) {
        var found = new AtomicBoolean();
        inSession(job, session -> found.set(processNextUnit(job, session)));
        return found.get();
    }

    private boolean processNextUnit(ImportJob job, Session session) {
        return switch (job.status()) {
            case COUNTING -> new OrganizationImpactCounter(job, session, mapper).countNextUnit();
            case RUNNING -> new OrganizationImport(job, session, mapper).importNextUnit();
            case UNDOING -> new OrganizationUndo(job, session, mapper).undoNextUnit();
            case HELD, COMPLETED, FAILED, UNDONE -> false;
        };
    }

    private void inSession(ImportJob job, Consumer<Session> work) {
        var request = new Request(job.actor(), Optional.empty(), "", Optional.empty());
        commands.run(
                request,
                session -> {
                    work.accept(session);
                    return new Answer(200, Map.of(), mapper.createObjectNode());
                },
                problem -> {
                    throw problem;
                });
    }
}

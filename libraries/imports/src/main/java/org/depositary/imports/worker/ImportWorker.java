package org.depositary.imports.worker;

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
import org.depositary.eventsourcing.relay.DirectDatabaseSettings;
import org.depositary.eventsourcing.relay.LeaderLoop;
import org.depositary.eventsourcing.store.CommandAnswer;
import org.depositary.eventsourcing.store.CommandExecutor;
import org.depositary.eventsourcing.store.CommandRequest;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.imports.job.HeldImports;
import org.depositary.imports.job.ImportCoverage;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportQueue;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportUnitStore;
import org.depositary.imports.job.ImportUnits;
import org.depositary.imports.job.ImportUnits.Unit;
import org.jboss.logging.Logger;

/**
 * Processes the queued imports one after the other, with several units of an import in parallel.
 *
 * <p>A leader lock in the database lets only one replica of the service work, so that replicas do not compete.
 * Correctness does not depend on the lock: one transaction locks a unit, decides it, records its events and marks it
 * as done.
 */
@ApplicationScoped
public class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int PARALLEL_UNITS = 4;
    private static final String LOCK_NAME = "imports";

    private final CommandExecutor commands;
    private final ImportUnits units;
    private final ObjectMapper mapper;
    private final LeaderLoop loop;
    private final ImportFailureCounter failures = new ImportFailureCounter();
    private volatile boolean stopping;

    ImportWorker(CommandExecutor commands, ImportUnits units, ObjectMapper mapper, DirectDatabaseSettings database) {
        this.commands = commands;
        this.units = units;
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

    /** Makes the worker look for queued imports at once, without waiting for the next poll. */
    public void wake() {
        loop.wake();
    }

    /**
     * Processes the next import. Returns true if more work may be waiting, so that the caller should call again at
     * once.
     */
    private boolean work(Connection leaderConnection) throws Exception {
        var jobs = new ImportQueue(new ImportSql(leaderConnection));
        var next = jobs.next();
        if (next.isEmpty()) {
            return false;
        }
        var job = next.get();
        try {
            if (!job.planned()) {
                // Starting can change the status of the import, so the next round reads it again.
                return start(job);
            }
            if (new ImportCoverage(new ImportSql(leaderConnection)).isDue(job)) {
                inSession(job, unitOfWork -> new ImportCoverage(new ImportSql(unitOfWork.connection()))
                        .publish(job, units, unitOfWork));
            }
            boolean processedUnits = processUnits(job);
            failures.reset(job.id());
            return finish(job, leaderConnection) || processedUnits;
        } catch (RuntimeException failure) {
            giveUpAfterTooMany(failure, job, jobs);
            throw failure;
        }
    }

    /** Finishes a phase of the import. Returns true if another phase follows. */
    private static boolean finish(ImportJob job, Connection leaderConnection) {
        var sql = new ImportSql(leaderConnection);
        if (job.status() == ImportJob.Status.COUNTING) {
            return new HeldImports(sql).holdOrRunIfCounted(job);
        }
        if (job.dryRun()) {
            new HeldImports(sql).storeDryRunImpactIfDone(job);
        }
        new ImportQueue(sql).finishIfDone(job.id());
        return false;
    }

    private boolean start(ImportJob job) {
        var started = new AtomicBoolean();
        inSession(job, unitOfWork -> started.set(new ImportQueue(new ImportSql(unitOfWork.connection())).start(job)));
        return started.get();
    }

    private void giveUpAfterTooMany(RuntimeException failure, ImportJob job, ImportQueue jobs) {
        if (failures.addAndCheck(job.id(), failure)) {
            LOG.errorf(failure, "Giving up import %s after repeated failures", job.id());
            jobs.fail(
                    job,
                    "The import failed repeatedly. The log of the service has the reason. Send the file again afterwards");
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

    /**
     * Processes units one after the other until none is left or the service stops. Returns whether it processed any.
     */
    private boolean processUnitsInSequence(ImportJob job) {
        boolean any = false;
        for (boolean found = true; found && !stopping; any |= found) {
            found = processNextUnit(job);
        }
        return any;
    }

    private boolean processNextUnit(ImportJob job) {
        var found = new AtomicBoolean();
        inSession(job, unitOfWork -> found.set(processNextUnit(job, unitOfWork)));
        return found.get();
    }

    private boolean processNextUnit(ImportJob job, UnitOfWork unitOfWork) {
        var store = new ImportUnitStore(new ImportSql(unitOfWork.connection()));
        var unit = job.status() == ImportJob.Status.COUNTING ? store.claimToCount(job) : store.claim(job);
        unit.ifPresent(next -> process(job, next, store, unitOfWork));
        return unit.isPresent();
    }

    private void process(ImportJob job, Unit unit, ImportUnitStore store, UnitOfWork unitOfWork) {
        switch (job.status()) {
            case COUNTING -> store.markCounted(job.id(), unit, units.countImpact(job, unit, unitOfWork));
            case RUNNING -> store.markDone(job.id(), unit, units.importUnit(job, unit, unitOfWork));
            case UNDOING -> {
                units.undoUnit(job, unit, unitOfWork);
                store.markUndone(job.id(), unit);
            }
            case HELD, COMPLETED, FAILED, UNDONE -> throw new IllegalStateException("Not in progress: " + job);
        }
    }

    private void inSession(ImportJob job, Consumer<UnitOfWork> work) {
        var request = new CommandRequest(job.actor(), Optional.empty(), "", Optional.empty());
        commands.run(
                request,
                unitOfWork -> {
                    work.accept(unitOfWork);
                    return new CommandAnswer(200, Map.of(), mapper.createObjectNode());
                },
                problem -> {
                    throw problem;
                });
    }
}

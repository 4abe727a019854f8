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
 * Works imports off, in one process of the service at a time, several organisations side by side.
 *
 * <p>The lock only spares replicas from getting into each other's way. What makes each unit be done once is that it is
 * claimed, decided and marked in the transaction that records its events.
 */
@ApplicationScoped
public class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int SIDE_BY_SIDE = 4;
    private static final String NAME = "imports";

    private final Commands commands;
    private final ObjectMapper mapper;
    private final LeaderLoop loop;
    private final ImportFailures failures = new ImportFailures();
    private volatile boolean stopping;

    ImportWorker(Commands commands, ObjectMapper mapper, DirectDatabase database) {
        this.commands = commands;
        this.mapper = mapper;
        this.loop = new LeaderLoop(NAME, database.settings(), this::work);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stops) {
        stopping = true;
        loop.close();
    }

    /** An import waits. */
    void wake() {
        loop.wake();
    }

    private boolean work(Connection lead) throws Exception {
        var imports = new ImportJobs(new ImportSql(lead));
        var next = imports.nextToDo();
        if (next.isEmpty()) {
            return false;
        }
        var asked = next.get();
        try {
            if (!asked.planned()) {
                // It may have to be counted first: the next round looks.
                return begins(asked);
            }
            boolean didSome = sideBySide(asked);
            failures.forget(asked.id());
            return end(asked, lead) || didSome;
        } catch (RuntimeException failure) {
            note(asked, imports, failure);
            throw failure;
        }
    }

    /** Whether more is to be done about it at once. */
    private static boolean end(ImportJob asked, Connection lead) {
        var sql = new ImportSql(lead);
        if (asked.status() == ImportJob.Status.COUNTING) {
            return new HeldImports(sql).endCountingIfDone(asked);
        }
        if (asked.dryRun()) {
            new HeldImports(sql).noteIfDone(asked);
        }
        new ImportJobs(sql).endIfDone(asked.id());
        return false;
    }

    private boolean begins(ImportJob asked) {
        var begun = new AtomicBoolean();
        run(asked, session -> begun.set(new ImportJobs(new ImportSql(session.connection())).begin(asked)));
        return begun.get();
    }

    private void note(ImportJob asked, ImportJobs imports, RuntimeException failure) {
        if (failures.areTooMany(asked.id(), failure)) {
            LOG.errorf(failure, "Import %s failed again and again, and is given up", asked.id());
            imports.fail(asked, "It failed again and again; the log tells why");
            failures.forget(asked.id());
        }
    }

    private boolean sideBySide(ImportJob asked) throws InterruptedException {
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < SIDE_BY_SIDE; i++) {
                Callable<Boolean> lane = () -> oneAfterTheOther(asked);
                ended.add(lanes.submit(lane));
            }
            return didSome(ended);
        }
    }

    private static boolean didSome(List<Future<Boolean>> ended) throws InterruptedException {
        boolean did = false;
        for (var lane : ended) {
            try {
                did |= lane.get();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException runtime
                        ? runtime
                        : new IllegalStateException(failure.getCause());
            }
        }
        return did;
    }

    /** Unit by unit until there is none left; ends early with the process. Whether there was any. */
    private boolean oneAfterTheOther(ImportJob asked) {
        boolean didSome = false;
        for (boolean found = true; found && !stopping; didSome |= found) {
            found = next(asked);
        }
        return didSome;
    }

    private boolean next(ImportJob asked) {
        var found = new AtomicBoolean();
        run(asked, session -> found.set(next(asked, session)));
        return found.get();
    }

    private boolean next(ImportJob asked, Session session) {
        return switch (asked.status()) {
            case COUNTING -> new OrganizationImpactCounter(asked, session, mapper).next();
            case RUNNING -> new OrganizationImport(asked, session, mapper).next();
            case UNDOING -> new OrganizationUndo(asked, session, mapper).next();
            case HELD, COMPLETED, FAILED, UNDONE -> false;
        };
    }

    private void run(ImportJob asked, Consumer<Session> work) {
        var request = new Request(asked.actor(), Optional.empty(), "", Optional.empty());
        commands.run(
                request,
                session -> {
                    work.accept(session);
                    return new Answer(200, Map.of(), mapper.createObjectNode());
                },
                (refused, problem) -> {
                    throw problem;
                });
    }
}

package org.depositary.membership.imports.decision;

import static org.depositary.membership.events.MembershipFacts.MEMBERSHIP;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.Session;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactCommand.Together;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.job.ImportUnits;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomes;

/**
 * Takes back what an import did about one organisation: what it recorded is retracted, what it corrected says again what
 * it said, what it retracted is recorded anew. What is not as the import left it stays.
 */
public final class OrganizationUndo {

    private static final String STAYS = "It was changed since, and stays as it is";
    private static final String NEEDED = "What was recorded since depends on it, and it stays as it is";

    private final ImportJob asked;
    private final Session session;
    private final ImportUnits units;
    private final ImportOutcomes outcomes;
    private final SetFacts setFacts;
    private final List<Long> undone = new ArrayList<>();
    private final List<Long> touched = new ArrayList<>();
    private final List<ImportOutcome> saidSince = new ArrayList<>();

    public OrganizationUndo(ImportJob asked, Session session, ObjectMapper mapper) {
        var sql = new ImportSql(session.connection());
        this.asked = asked;
        this.session = session;
        this.units = new ImportUnits(sql);
        this.outcomes = new ImportOutcomes(sql, mapper);
        this.setFacts = new SetFacts(sql, outcomes);
    }

    /** Does the next unit of the import; false when there is none that nobody works on. */
    public boolean next() {
        var unit = units.claim(asked);
        unit.map(ImportUnits.Unit::organization).ifPresent(this::undo);
        return unit.isPresent();
    }

    private void undo(String organization) {
        var byParty = outcomes.toUndo(asked.id(), organization).stream()
                .collect(Collectors.groupingBy(done -> done.outcome().party().orElseThrow()));
        session.load(
                MEMBERSHIP,
                byParty.keySet().stream()
                        .map(party -> stream(organization, party))
                        .toList());
        byParty.forEach((party, done) -> undo(stream(organization, party), done));
        outcomes.undone(undone);
        outcomes.notUndone(touched, STAYS);
        setFacts.note(asked.set(), organization, saidSince);
        units.undone(asked.id(), organization);
    }

    private static StreamId stream(String organization, String party) {
        return MEMBERSHIP.stream(organization + "/" + party);
    }

    private void undo(StreamId stream, List<ImportOutcomes.Kept> done) {
        var ledger = session.state(MEMBERSHIP, stream).orElseGet(FactStream::empty);
        var asLeft = done.stream().collect(Collectors.partitioningBy(outcome -> isAsLeft(outcome.outcome(), ledger)));
        touched.addAll(ids(asLeft.get(false)));
        var undoable = asLeft.get(true);
        var inverses =
                undoable.stream().map(outcome -> inverse(outcome.outcome())).toList();
        try {
            var commands = inverses.stream().map(Inverse::command).toList();
            session.handle(MEMBERSHIP, stream, new Together<>(commands));
            undone.addAll(ids(undoable));
            inverses.forEach(inverse -> saidSince.add(inverse.outcome()));
        } catch (Problem conflict) {
            // The party's timeline has no room for what comes out of it, all together.
            outcomes.notUndone(ids(undoable), needed(conflict));
        }
    }

    private static String needed(Problem conflict) {
        var inTheWay = conflict.conflictsWith();
        return inTheWay.isEmpty() ? NEEDED : NEEDED + ": " + String.join(", ", inTheWay);
    }

    private static boolean isAsLeft(ImportOutcome outcome, FactStream<MembershipChange> stream) {
        return outcome.after()
                .map(left -> new SetFact(outcome.fact().orElseThrow(), left).isUntouched(stream))
                .orElse(true);
    }

    private record Inverse(FactCommand<MembershipChange> command, ImportOutcome outcome) {}

    private Inverse inverse(ImportOutcome outcome) {
        var why = "Import %s was undone".formatted(asked.id());
        var fact = outcome.fact().orElseThrow();
        return switch (outcome.kind()) {
            case ACCEPTED -> new Inverse(new RetractFact<>(fact, why), left(outcome, ImportOutcome.Kind.RETRACTED, fact));
            case CORRECTED -> {
                var before = outcome.before().orElseThrow();
                var correction = StepResults.correction(fact, outcome.after().orElseThrow(), before, why);
                yield new Inverse(correction, left(outcome, ImportOutcome.Kind.CORRECTED, fact));
            }
            case RETRACTED -> {
                var before = outcome.before().orElseThrow();
                var id = UuidCreator.getTimeOrderedEpoch().toString();
                var anew = new NewFact<>(id, before.change(), before.sources());
                yield new Inverse(new RecordFacts<>(List.of(anew)), left(outcome, ImportOutcome.Kind.ACCEPTED, id));
            }
            case KNOWN, KEPT, REJECTED -> throw new IllegalStateException("Nothing to undo: " + outcome);
        };
    }

    /** What the set says after it. */
    private static ImportOutcome left(ImportOutcome outcome, ImportOutcome.Kind kind, String fact) {
        return new ImportOutcome(
                outcome.line(),
                kind,
                Optional.empty(),
                outcome.organization(),
                outcome.party(),
                Optional.of(fact),
                outcome.after(),
                outcome.before());
    }

    private static List<Long> ids(List<ImportOutcomes.Kept> kept) {
        return kept.stream().map(ImportOutcomes.Kept::id).toList();
    }
}

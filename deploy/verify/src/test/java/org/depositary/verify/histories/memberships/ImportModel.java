package org.depositary.verify.histories.memberships;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.verify.histories.ModelDate;
import org.depositary.verify.histories.memberships.CuratorOperation.Draft;
import org.depositary.verify.histories.memberships.CuratorOperation.ImportFile;
import org.depositary.verify.histories.memberships.CuratorOperation.Row;
import org.depositary.verify.histories.memberships.ImportState.Done;
import org.depositary.verify.histories.memberships.RegisterState.Change;
import org.depositary.verify.histories.memberships.RegisterState.Statement;

/** Computes the expected outcomes of an import, by the rules in the documentation of imports. */
final class ImportModel {

    /** A valid row. */
    private record Line(int number, int organization, int party, Statement statement) {}

    private record Membership(int organization, int party) {}

    private final RegisterState before;
    private final List<Done> done = new ArrayList<>();
    private final List<String> report = new ArrayList<>();
    /** Memberships with a rejected row. Their facts stay, because the row may have stated them. */
    private final Set<Membership> damaged = new HashSet<>();

    private RegisterState after;
    private boolean coherent = true;

    private ImportModel(RegisterState before, List<Row> file) {
        this.before = before;
        this.after = before;
        var lines = new ArrayList<Line>();
        for (int number = 2; number < file.size() + 2; number++) {
            var row = file.get(number - 2);
            var draft = row.draft();
            if (RegisterModel.NO_DATES.contains(draft.effective())) {
                report.add(number + " rejected");
                damaged.add(new Membership(row.organization(), draft.party()));
            } else {
                var statement = new Statement(draft.change(), ModelDate.of(draft.effective()));
                lines.add(new Line(number, row.organization(), draft.party(), statement));
            }
        }
        for (int organization = 0; organization < HistoryParties.ORGANIZATIONS; organization++) {
            for (int party = 0; party < HistoryParties.PARTIES; party++) {
                compare(organization, party, lines);
            }
        }
        after = after.with(after.imports().did(before.imports().done().size(), List.copyOf(done)));
    }

    /**
     * The file to send: the rows and some statements of the set. Leaves out rows that conflict with a timeline,
     * because either of two could be rejected, and second changes of one kind, because either could have moved.
     */
    static List<Row> file(RegisterState state, ImportFile operation) {
        var file = new ArrayList<Row>();
        var again = state.imports().said().entrySet().stream().map(said -> {
            var fact = state.changes().get(said.getKey());
            var statement = said.getValue();
            var draft = new Draft(
                    fact.party(), statement.change(), statement.effective().edtf());
            return new Row(fact.organization(), draft);
        });
        Stream.concat(operation.rows().stream(), again.limit(operation.again())).forEach(row -> {
            if (file.stream().noneMatch(other -> isOfOneKind(other, row))) {
                file.add(row);
                if (!new ImportModel(state, file).coherent) {
                    file.removeLast();
                }
            }
        });
        return file;
    }

    private static boolean isOfOneKind(Row one, Row other) {
        return one.organization() == other.organization()
                && one.draft().party() == other.draft().party()
                && one.draft().change().equals(other.draft().change());
    }

    /** Empty if other facts depend on a removed one: the model does not predict which facts are kept then. */
    static Optional<RegisterModel.Outcome> outcome(RegisterState state, ImportFile operation) {
        return Optional.of(new ImportModel(state, file(state, operation)))
                .filter(importing -> importing.coherent)
                .map(importing -> new RegisterModel.Outcome(importing.after, 202, "", List.copyOf(importing.report)));
    }

    private void compare(int organization, int party, List<Line> lines) {
        var wanted = new ArrayList<>(lines.stream()
                .filter(line -> line.organization() == organization && line.party() == party)
                .sorted(Comparator.comparing(line -> line.statement().effective()))
                .toList());
        var said = new ArrayList<>(before.imports().said().keySet().stream()
                .map(before.changes()::get)
                .filter(fact -> fact.organization() == organization && fact.party() == party)
                .toList());
        Set<Change> involved = new HashSet<>(said);
        boolean isDamaged = damaged.contains(new Membership(organization, party));
        for (var line : List.copyOf(wanted)) {
            (isDamaged ? overlapping(line, said) : nearest(line, said)).ifPresent(fact -> {
                said.remove(fact);
                wanted.remove(line);
                pair(fact, line, isDamaged);
            });
        }
        said.forEach(fact -> gone(fact, isDamaged));
        wanted.forEach(line -> anew(line, involved));
        coherent &= new ModelTimeline(after.of(organization, party)).isCoherent();
    }

    private Statement said(Change fact) {
        return before.imports().said().get(fact.number());
    }

    /** The fact of the set of the same kind with an equal date, or with the nearest one. */
    private Optional<Change> nearest(Line line, List<Change> facts) {
        return facts.stream()
                .filter(fact -> said(fact).change().equals(line.statement().change()))
                .min(Comparator.<Change, Boolean>comparing(fact -> !said(fact).equals(line.statement()))
                        .thenComparing(fact -> Math.abs(ChronoUnit.DAYS.between(
                                day(said(fact).effective()),
                                day(line.statement().effective())))));
    }

    /** The fact of the set of the same kind with an equal date, or a more precise one, or an overlapping one. */
    private Optional<Change> overlapping(Line line, List<Change> facts) {
        var date = line.statement().effective();
        return facts.stream()
                .filter(fact -> said(fact).change().equals(line.statement().change()))
                .filter(fact -> overlap(said(fact).effective(), date))
                .min(Comparator.<Change, Boolean>comparing(fact -> !said(fact).equals(line.statement()))
                        .thenComparing(fact -> !isWithin(said(fact).effective(), date)));
    }

    private static boolean overlap(ModelDate one, ModelDate other) {
        return !one.earliest().isAfter(other.latest()) && !one.latest().isBefore(other.earliest());
    }

    private static boolean isWithin(ModelDate inner, ModelDate outer) {
        return !inner.earliest().isBefore(outer.earliest()) && !inner.latest().isAfter(outer.latest());
    }

    private static LocalDate day(ModelDate date) {
        return Stream.of(date.earliest(), date.latest())
                .filter(bound -> !bound.equals(LocalDate.MIN) && !bound.equals(LocalDate.MAX))
                .findFirst()
                .orElse(LocalDate.EPOCH);
    }

    private void pair(Change fact, Line line, boolean isDamaged) {
        boolean asLeft = ImportState.isAsLeft(fact, said(fact));
        boolean isSame = fact.stands() && fact.statement().equals(line.statement());
        boolean isKnown = isDamaged
                && asLeft
                && isWithin(said(fact).effective(), line.statement().effective());
        if (isSame || isKnown) {
            report.add(line.number() + " known");
        } else if (asLeft && !isDamaged) {
            report.add(line.number() + " corrected");
            after = after.with(fact.saying(line.statement()))
                    .with(after.imports().says(fact.number(), line.statement()));
            done.add(new Done(fact.number(), Optional.of(said(fact)), Optional.of(line.statement())));
        } else {
            report.add(line.number() + " kept");
        }
    }

    private void gone(Change fact, boolean isDamaged) {
        if (ImportState.isAsLeft(fact, said(fact)) && !isDamaged) {
            report.add("- retracted");
            after = after.with(fact.taken()).with(after.imports().forgets(fact.number()));
            done.add(new Done(fact.number(), Optional.of(said(fact)), Optional.empty()));
        } else if (fact.stands()) {
            report.add("- kept");
        }
    }

    /** A line is reported as known if the register already has the same change with the same or a more precise date. */
    private void anew(Line line, Set<Change> involved) {
        var known = before.changes().stream()
                .filter(fact -> fact.stands() && !involved.contains(fact) && agrees(fact, line))
                .findFirst();
        if (known.isPresent()) {
            report.add(line.number() + " known");
            involved.add(known.get());
            confirm(known.get());
        } else {
            report.add(line.number() + " accepted");
            var fact = Change.of(
                    after.changes().size(), line.organization(), line.party(), line.statement(), ImportState.SOURCE);
            after = after.with(fact).with(after.imports().says(fact.number(), line.statement()));
            done.add(new Done(fact.number(), Optional.empty(), Optional.of(line.statement())));
        }
    }

    /** Adds the source of the set to a fact of others, once. */
    private void confirm(Change fact) {
        if (!fact.sources().contains(ImportState.SOURCE)) {
            after = after.with(fact.sourced(ImportState.SOURCE));
            done.add(Done.confirmed(fact.number()));
        }
    }

    private static boolean agrees(Change fact, Line line) {
        var inner = fact.effective();
        var outer = line.statement().effective();
        return fact.organization() == line.organization()
                && fact.party() == line.party()
                && fact.change().equals(line.statement().change())
                && isWithin(inner, outer);
    }
}

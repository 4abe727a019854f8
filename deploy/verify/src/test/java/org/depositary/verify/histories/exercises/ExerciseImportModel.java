package org.depositary.verify.histories.exercises;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.depositary.verify.histories.exercises.ExerciseOperation.ImportRows;
import org.depositary.verify.histories.exercises.ExerciseOperation.Row;
import org.depositary.verify.histories.exercises.ExercisesState.Exercise;
import org.depositary.verify.histories.exercises.ExercisesState.ExerciseSet.Done;
import org.depositary.verify.histories.exercises.ExercisesState.ExerciseSet.Said;
import org.depositary.verify.histories.exercises.ExercisesState.Participant;
import org.depositary.verify.histories.exercises.ExercisesState.Statement;

/** Computes the expected outcomes of an import, by the rules in the documentation of imports of exercises. */
final class ExerciseImportModel {

    /** A row with the line that it has in the file. */
    private record Line(int number, Row row) {

        boolean isValid() {
            return row.key().isPresent()
                    && !ExercisesModel.NO_DATES.contains(row.start())
                    && !ExercisesModel.NO_DATES.contains(row.end().orElse(""));
        }

        Statement statement() {
            return ExerciseImportModel.statement(row);
        }
    }

    private final ExercisesState before;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> report = new ArrayList<>();
    private final List<Done> done = new ArrayList<>();
    private ExercisesState after;

    private ExerciseImportModel(ExercisesState before, List<Row> file) {
        this.before = before;
        this.after = before;
        file.forEach(row -> lines.add(new Line(lines.size() + 2, row)));
        lines.stream().filter(line -> !line.isValid()).forEach(line -> report.add(line.number() + " rejected"));
        var keys = new TreeSet<>(before.set().said().keySet());
        lines.forEach(line -> line.row().key().ifPresent(keys::add));
        keys.forEach(this::decide);
        after = after.with(after.set().did(before.set().imports().size(), List.copyOf(done)));
    }

    /** The file to send: the rows, and some statements of the set about other exercises. */
    static List<Row> file(ExercisesState state, ImportRows operation) {
        var again = state.set().said().entrySet().stream()
                .filter(said ->
                        operation.rows().stream().noneMatch(row -> row.key().equals(Optional.of(said.getKey()))))
                .map(said -> row(said.getKey(), said.getValue().statement()))
                .limit(operation.again());
        return Stream.concat(operation.rows().stream(), again).toList();
    }

    private static Row row(int key, Statement said) {
        return new Row(
                Optional.of(key),
                Optional.of(said.status()),
                said.dates().edtf(),
                Optional.empty(),
                said.participants().stream().map(Participant::party).toList(),
                said.strength());
    }

    static ExercisesModel.Outcome outcome(ExercisesState state, ImportRows operation) {
        var importing = new ExerciseImportModel(state, file(state, operation));
        return new ExercisesModel.Outcome(importing.after, 202, "", List.copyOf(importing.report));
    }

    /** Without an end, the start is also the end. */
    private static Statement statement(Row row) {
        var dates = ModelPeriod.of(row.end()
                .filter(end -> !end.equals(row.start()))
                .map(end -> row.start() + "/" + end)
                .orElse(row.start()));
        return new Statement(
                "exercise",
                row.status().orElseGet(() -> statusOf(dates, LocalDate.now(ZoneOffset.UTC))),
                Optional.empty(),
                List.of(HistoryFacts.FIRST),
                dates,
                row.parties().stream()
                        .map(party -> new Participant(party, "participant", Optional.empty()))
                        .toList(),
                row.strength());
    }

    /** An exercise in the future is scheduled, one that goes on is running, any other is completed. */
    private static String statusOf(ModelPeriod dates, LocalDate today) {
        if (today.isBefore(dates.start().earliest())) {
            return "scheduled";
        }
        boolean hasBegun = !dates.start().latest().isAfter(today);
        return hasBegun && dates.goesOn() ? "running" : "completed";
    }

    private void decide(int key) {
        var valid = lines.stream()
                .filter(line -> line.row().key().equals(Optional.of(key)) && line.isValid())
                .toList();
        var said = Optional.ofNullable(before.set().said().get(key));
        if (valid.isEmpty()) {
            said.ifPresent(statement -> gone(key, statement));
        } else if (valid.stream().map(Line::statement).distinct().count() > 1) {
            valid.forEach(line -> report.add(line.number() + " rejected"));
            said.ifPresent(statement -> report.add("- kept"));
        } else {
            valid.stream().skip(1).forEach(line -> report.add(line.number() + " rejected"));
            var first = valid.getFirst();
            said.ifPresentOrElse(statement -> again(key, first, statement), () -> accept(key, first));
        }
    }

    private void accept(int key, Line line) {
        report.add(line.number() + " accepted");
        int number = after.exercises().size();
        after = after.with(Exercise.recorded(number, line.statement(), ExercisesState.FILE))
                .with(after.set().says(key, new Said(number, line.statement())));
        done.add(new Done(key, number, Optional.empty(), Optional.of(line.statement())));
    }

    private void again(int key, Line line, Said said) {
        var fact = before.exercises().get(said.exercise());
        if (!before.isAsImported(said.exercise(), said.statement())) {
            boolean isSame = fact.stands() && fact.statement().equals(line.statement());
            report.add(line.number() + (isSame ? " known" : " kept"));
        } else if (isSame(line, said.statement())) {
            report.add(line.number() + " known");
        } else {
            report.add(line.number() + " corrected");
            after = after.with(fact.saying(line.statement()))
                    .with(after.set().says(key, new Said(fact.number(), line.statement())));
            done.add(new Done(key, fact.number(), Optional.of(said.statement()), Optional.of(line.statement())));
        }
    }

    /** A status that the import derived is not compared. */
    private static boolean isSame(Line line, Statement said) {
        var now = line.statement();
        var status = line.row().status().isPresent() ? now.status() : said.status();
        return said.equals(new Statement(
                now.kind(),
                status,
                now.series(),
                now.organizations(),
                now.dates(),
                now.participants(),
                now.strength()));
    }

    private void gone(int key, Said said) {
        var fact = before.exercises().get(said.exercise());
        boolean asImported = before.isAsImported(said.exercise(), said.statement());
        boolean mayBeStated = lines.stream()
                .anyMatch(line -> !line.isValid()
                        && line.row().key().filter(other -> other != key).isEmpty());
        if (asImported && !mayBeStated) {
            report.add("- retracted");
            after = after.with(fact.taken()).with(after.set().forgets(key));
            done.add(new Done(key, fact.number(), Optional.of(said.statement()), Optional.empty()));
        } else if (fact.stands()) {
            report.add("- kept");
        }
    }
}

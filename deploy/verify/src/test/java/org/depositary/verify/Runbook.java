package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page of {@code deploy/runbooks}. Runs its code blocks as they are, so that the tested instructions are the
 * written ones.
 */
final class Runbook {

    /**
     * A code block: {@code sh}, or {@code sql} with the name of the database.
     *
     * @param tested whether the page says that its commands are run here
     */
    private record Step(String language, String database, String text, boolean tested) {}

    private static final Pattern BLOCK =
            Pattern.compile("^ *```(sh|sql)(?: (\\w+))?\\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);

    private final String name;
    private final TestInstallation installation;
    private final Map<String, String> variables;
    private final List<Step> steps;
    private final Set<Integer> done = new HashSet<>();

    private Runbook(String name, TestInstallation installation, Map<String, String> variables, List<Step> steps) {
        this.name = name;
        this.installation = installation;
        this.variables = variables;
        this.steps = steps;
    }

    static Runbook of(String name, TestInstallation installation, Map<String, String> variables) {
        try {
            var text = Files.readString(TestInstallation.ROOT.resolve("deploy/runbooks/" + name + ".md"));
            var steps = BLOCK.matcher(text)
                    .results()
                    .map(block -> new Step(
                            block.group(1),
                            block.group(2) == null ? "" : block.group(2),
                            // The empty last line would count as a line without an indentation.
                            block.group(3).stripTrailing().stripIndent() + "\n",
                            text.substring(0, block.start()).stripTrailing().endsWith("*run here*")))
                    .toList();
            return new Runbook(name, installation, variables, steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one block, counted from 1. Returns its output. */
    String run(int number) {
        var step = step(number);
        return step.language().equals("sh") ? shell(step) : sql(step, step.database());
    }

    /** Runs one block of SQL in a database that the page does not name. */
    String runIn(String database, int number) {
        return sql(step(number), database);
    }

    private Step step(int number) {
        done.add(number);
        var step = steps.get(number - 1);
        assertThat(step.tested())
                .as("block %d of %s is marked as run here", number, name)
                .isTrue();
        return step;
    }

    /** Fails if blocks that are marked as run were not run. */
    void wasCarriedOut() {
        assertThat((long) done.size())
                .as("the steps of %s", name)
                .isEqualTo(steps.stream().filter(Step::tested).count());
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(variables);
        environment.put("DATA", installation.data().toString());
        environment.put("PORT", Integer.toString(installation.port()));
        return environment;
    }

    private String shell(Step step) {
        var script = new StringBuilder("set -eu\ncd '" + TestInstallation.ROOT + "'\n");
        environment().forEach((variable, value) -> script.append("export %s='%s'%n".formatted(variable, value)));
        return SystemCommand.of("bash", "-c", script + step.text()).must();
    }

    /** SQL has no variables of the environment, so their values are put into the text. */
    private String statements(Step step) {
        var text = step.text();
        for (var variable : environment().entrySet()) {
            text = text.replace("$" + variable.getKey(), variable.getValue());
        }
        return text;
    }

    private String sql(Step step, String database) {
        var address = installation.administration(database);
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            var told = new StringBuilder();
            for (var each : statements(step).split(";\\s*\\n")) {
                if (!each.isBlank() && statement.execute(each)) {
                    told.append(rows(statement.getResultSet()));
                }
            }
            return told.toString();
        } catch (SQLException e) {
            throw new AssertionError(name + ": " + step.text(), e);
        }
    }

    private static String rows(ResultSet rows) throws SQLException {
        var text = new StringBuilder();
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                text.append(rows.getString(column)).append('\t');
            }
            text.append('\n');
        }
        return text.toString();
    }
}

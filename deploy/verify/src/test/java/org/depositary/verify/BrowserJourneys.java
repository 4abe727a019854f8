package org.depositary.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs the scripts of {@code src/test/browser} against an installation of their own, for tests in other packages. Journeys
 * compare what a page shows, so they need a register of known size in which only they record.
 */
public final class BrowserJourneys implements ParameterResolver {

    private static final List<String> ROLES = List.of("contributor", "curator", "admin");

    /** A browser in front of the installation of the journeys. */
    public static final class Journeys {

        private final TestInstallation installation;

        private Journeys(TestInstallation installation) {
            this.installation = installation;
        }

        /**
         * Runs a script to its end.
         *
         * @throws AssertionError if the script fails; the message has its output
         */
        public void run(String script) {
            ForeignClients.runJourney(script, argument());
        }

        /** The parameters of a script, as JSON. {@code harness.js} lists them. */
        private String argument() {
            var origin = installation.client();
            try {
                return GatewayAnswer.JSON.writeValueAsString(Map.of(
                        "origin", origin.origin(),
                        "management", origin.management().origin(),
                        "tokens", ROLES.stream().collect(Collectors.toMap(Function.identity(), installation::token)),
                        "processes",
                                installation
                                        .data()
                                        .resolve("run/installation.json")
                                        .toString(),
                        "output", Path.of("target/browser").toAbsolutePath().toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final SharedInstallation shared = new SharedInstallation("journeys");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Journeys.class;
    }

    @Override
    public Journeys resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Journeys(shared.resolveParameter(parameter, context));
    }
}

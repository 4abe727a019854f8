package org.depositary.verify;

import static org.depositary.testing.Waiting.LIMIT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One installation with the starting register for all tests that only use it. Their order is not fixed, so a test expects
 * nothing of what the others record. It stops after the last one.
 */
final class SharedInstallation implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(SharedInstallation.class);

    private final String name;

    SharedInstallation() {
        this("shared");
    }

    /** @param name of its data directory. Tests that name another one do not meet what the others record. */
    SharedInstallation(String name) {
        this.name = name;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestInstallation.class;
    }

    @Override
    public TestInstallation resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(name, key -> new Held(start()), Held.class)
                .installation();
    }

    private TestInstallation start() {
        var data = TestInstallation.emptied(name);
        TestInstallation.SERVICES.keySet().forEach(service -> waitForConnections(data.resolve(service)));
        return TestInstallation.startPrepared(name);
    }

    /** The pool's own limit of 5 s would fail requests on a busy machine. */
    private static void waitForConnections(Path service) {
        try {
            Files.createDirectories(service);
            Files.writeString(
                    service.resolve("environment"),
                    "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT=%s%n".formatted(LIMIT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closed by JUnit with its root store. */
    private record Held(TestInstallation installation) implements ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            installation.close();
        }
    }
}

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

/** One installation with the starting register for all tests that only use it. It stops after the last one. */
final class SharedInstallation implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(SharedInstallation.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestInstallation.class;
    }

    @Override
    public TestInstallation resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent("installation", name -> new Held(start()), Held.class)
                .installation();
    }

    private static TestInstallation start() {
        var data = TestInstallation.emptied("shared");
        TestInstallation.SERVICES.keySet().forEach(service -> waitForConnections(data.resolve(service)));
        return TestInstallation.startPrepared("shared");
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

package org.depositary.gateway.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of its own, made by keytool in a new directory. */
public final class TestCertificates {

    private static final String PASSWORD = "for-tests";
    private static final String AUTHORITY = "authority";

    private final Path directory;

    /** @param directory that of an authority that was made before */
    public TestCertificates(Path directory) {
        this.directory = directory;
    }

    public TestCertificates() {
        this(newDirectory());
        run("-genkeypair", "-alias", AUTHORITY, "-keyalg", "EC", "-dname", "CN=" + UUID.randomUUID(), "-ext", "bc:c");
        run("-exportcert", "-rfc", "-alias", AUTHORITY, "-file", authority().toString());
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("certificates");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path directory() {
        return directory;
    }

    /** The certificate of the authority, as PEM. */
    public Path authority() {
        return directory.resolve("authority.pem");
    }

    /** A server with a certificate for this host. */
    public SSLContext server(String host) {
        run(
                "-genkeypair",
                "-alias",
                host,
                "-keyalg",
                "EC",
                "-dname",
                "CN=Server",
                "-signer",
                AUTHORITY,
                "-ext",
                "san=dns:" + host);
        try (var file = Files.newInputStream(directory.resolve("keys.p12"))) {
            var context = SSLContext.getInstance("TLS");
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(only(host, file), PASSWORD.toCharArray());
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyStore only(String alias, InputStream file) throws GeneralSecurityException, IOException {
        var all = KeyStore.getInstance("PKCS12");
        all.load(file, PASSWORD.toCharArray());
        var one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        return one;
    }

    private void run(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", directory.resolve("keys.p12").toString(), "-storepass", PASSWORD));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

package org.depositary.verify.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The certificates that Strimzi and CloudNativePG would issue. One authority signs them all. openssl makes them. */
record CertificateAuthority(Path directory) {

    private static final String DAYS = "2";

    static CertificateAuthority create(Path directory) {
        var authority = new CertificateAuthority(directory);
        authority.issue("ca", List.of("-subj", "/CN=test-authority"));
        return authority;
    }

    Path certificate() {
        return directory.resolve("ca.crt");
    }

    /** Issues a certificate for a server with these host names: {@code NAME.crt} and {@code NAME.key}. */
    void issueServer(String name, String... hosts) {
        var names = Arrays.stream(hosts).map("DNS:%s"::formatted).collect(Collectors.joining(","));
        issueSigned(name, "subjectAltName=" + names);
    }

    /** Issues a certificate for a client, with its key in a PKCS #12 file. Returns the file. */
    Path issueClient(String name, String password) {
        issueSigned(name, "extendedKeyUsage=clientAuth");
        var store = directory.resolve(name + ".p12");
        HostCommand.of(
                        "openssl",
                        "pkcs12",
                        "-export",
                        "-inkey",
                        key(name).toString(),
                        "-in",
                        certificate(name).toString(),
                        "-out",
                        store.toString(),
                        "-passout",
                        "pass:" + password)
                .run();
        return store;
    }

    Path certificate(String name) {
        return directory.resolve(name + ".crt");
    }

    Path key(String name) {
        return directory.resolve(name + ".key");
    }

    private void issueSigned(String name, String extension) {
        issue(
                name,
                List.of(
                        "-subj",
                        "/CN=" + name,
                        "-CA",
                        certificate().toString(),
                        "-CAkey",
                        key("ca").toString(),
                        "-addext",
                        extension));
    }

    private void issue(String name, List<String> options) {
        var command = new ArrayList<>(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"));
        command.addAll(List.of("-days", DAYS, "-keyout", key(name).toString()));
        command.addAll(List.of("-out", certificate(name).toString()));
        command.addAll(options);
        HostCommand.of(command.toArray(String[]::new)).run();
    }
}

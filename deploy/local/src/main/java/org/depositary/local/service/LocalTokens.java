package org.depositary.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.depositary.local.process.LaunchFailure;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Creates bearer tokens for the local installation (RS256 JWT). The RSA key is created once and stays in the data
 * directory, readable by its owner only. The services get the public key.
 */
public final class LocalTokens {

    public static final String ISSUER = "depositary-local";
    public static final String AUDIENCE = "depositary";

    /** Each role includes those before it. */
    public static final List<String> ROLES = List.of("reader", "contributor", "curator", "admin");

    private static final Duration LIFE = Duration.ofDays(30);

    private final RSAPrivateCrtKey key;

    private LocalTokens(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /** Reads the key of a data directory. Creates the key if it is missing. */
    public static LocalTokens in(Path directory) {
        var file = file(directory);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new LocalTokens(read(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new LaunchFailure("Cannot read or make the key in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    public static boolean existIn(Path directory) {
        return Files.exists(file(directory));
    }

    /** Returns a token for the role and all lower roles, with the subject {@code local-<role>}. */
    public String token(String role) {
        return token(role, "local-" + role);
    }

    /**
     * Returns a token for the role and all lower roles.
     *
     * @param subject the pseudonymous id that becomes the actor of recorded events
     */
    public String token(String role, String subject) {
        return token(role, subject, LIFE);
    }

    /**
     * Returns a token for the role and all lower roles that expires after this time.
     *
     * @param subject the pseudonymous id that becomes the actor of recorded events
     */
    public String token(String role, String subject, Duration life) {
        int rank = ROLES.indexOf(role);
        if (rank < 0) {
            throw new IllegalArgumentException("Unknown role '%s'. Use one of: %s.".formatted(role, ROLES));
        }
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringListClaim("groups", ROLES.subList(0, rank + 1));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(life.toMillis() / 60_000f);
        claims.setGeneratedJwtId();
        return signed(claims.toJson());
    }

    private String signed(String claims) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims);
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the public key as base64 of its DER encoding (X.509 SubjectPublicKeyInfo). */
    public String publicKeyBase64() {
        try {
            var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            var encoded = KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
            return Base64.getEncoder().encodeToString(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(Path directory) {
        return directory.resolve("keys").resolve("tokens.pk8");
    }

    private static RSAPrivateCrtKey read(Path file) throws IOException, GeneralSecurityException {
        var spec = new PKCS8EncodedKeySpec(Files.readAllBytes(file));
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
    }

    /**
     * Creates the key file. Only its owner can read the file from the first byte on, and it gets its final name only
     * when it is complete.
     */
    private static void make(Path file) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var unfinished = Files.createTempFile(file.getParent(), "key", ".unfinished", ownerOnly);
        Files.write(unfinished, generator.generateKeyPair().getPrivate().getEncoded());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

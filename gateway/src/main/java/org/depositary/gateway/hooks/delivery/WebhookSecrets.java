package org.depositary.gateway.hooks.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes secrets, and encrypts them for the database (AES-GCM) if the installation has a key. Without a key they are stored as
 * they are.
 */
@ApplicationScoped
public class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final String ENCRYPTED = "aes:";
    private static final int SECRET_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Optional<SecretKeySpec> key;

    WebhookSecrets(WebhookSettings settings) {
        this.key = settings.secretKey().map(WebhookSecrets::key);
    }

    private static SecretKeySpec key(String base64) {
        var bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("depositary.webhooks.secret-key must be base64 of 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** A new secret as a receiver gets it: {@code whsec_} and base64 (Standard Webhooks). */
    public String create() {
        return PREFIX + Base64.getEncoder().encodeToString(randomBytes(SECRET_BYTES));
    }

    private byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The secret as it is stored. */
    public String encrypt(String secret) {
        return key.map(present -> ENCRYPTED + encrypted(present, secret)).orElse(secret);
    }

    private String encrypted(SecretKeySpec present, String secret) {
        var nonce = randomBytes(NONCE_BYTES);
        var bytes = run(Cipher.ENCRYPT_MODE, present, nonce, secret.getBytes(StandardCharsets.UTF_8));
        var stored = Arrays.copyOf(nonce, NONCE_BYTES + bytes.length);
        System.arraycopy(bytes, 0, stored, NONCE_BYTES, bytes.length);
        return Base64.getEncoder().encodeToString(stored);
    }

    /** The secret of what {@link #encrypt} returned. */
    public String decrypt(String stored) {
        if (!stored.startsWith(ENCRYPTED)) {
            return stored;
        }
        var present = key.orElseThrow(() -> new IllegalStateException(
                "The secrets of webhooks are encrypted. Set depositary.webhooks.secret-key to their key"));
        var bytes = Base64.getDecoder().decode(stored.substring(ENCRYPTED.length()));
        var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        var text = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        return new String(run(Cipher.DECRYPT_MODE, present, nonce, text), StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, SecretKeySpec key, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("depositary.webhooks.secret-key is not the key of this secret", failure);
        }
    }
}

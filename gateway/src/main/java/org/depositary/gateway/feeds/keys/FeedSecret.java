package org.depositary.gateway.feeds.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The secret of a key: 256 random bits, so its hash needs no salt. */
record FeedSecret(String text) {

    private static final String PREFIX = "feed_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    /** Whether a text can be a secret. Others need no lookup. */
    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    static FeedSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FeedSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never shows the secret in a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}

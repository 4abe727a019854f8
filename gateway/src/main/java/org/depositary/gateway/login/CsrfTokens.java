package org.depositary.gateway.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The CSRF tokens of sessions: an HMAC of the session's id. All replicas of the gateway have the same key, because it is
 * derived from the client secret, so nothing is stored.
 */
@ApplicationScoped
class CsrfTokens {

    private static final String ALGORITHM = "HmacSHA256";

    private final LoginSettings settings;

    CsrfTokens(LoginSettings settings) {
        this.settings = settings;
    }

    String of(BrowserSession session) {
        var key = hmac(settings.clientSecret().getBytes(StandardCharsets.UTF_8), "depositary csrf key");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, session.id()));
    }

    /** Compares in constant time. */
    boolean isValid(String token, BrowserSession session) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), of(session).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

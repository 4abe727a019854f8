package org.depositary.eventsourcing.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.store.CommandRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Creates the {@link CommandRequest} of the current HTTP request, from its token, Idempotency-Key and If-Match. */
@RequestScoped
public class CommandRequestFactory {

    private static final int MAX_KEY = 255;

    private final SecurityIdentity identity;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final jakarta.ws.rs.core.Request http;

    CommandRequestFactory(
            SecurityIdentity identity,
            @jakarta.ws.rs.core.Context HttpHeaders headers,
            @jakarta.ws.rs.core.Context UriInfo uri,
            @jakarta.ws.rs.core.Context jakarta.ws.rs.core.Request http) {
        this.identity = identity;
        this.headers = headers;
        this.uri = uri;
        this.http = http;
    }

    /** The command request for this JSON body. White space in the body does not change the hash. */
    public CommandRequest with(JsonNode body) {
        if (body == null || body.isMissingNode()) {
            throw Problem.of(ProblemType.MALFORMED, "The request has no body; it must be JSON");
        }
        return with(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The command request for this body. The bytes may also be a hash of a large body. */
    public CommandRequest with(byte[] body) {
        return new CommandRequest(actor(), key(), hash(body), ifMatch());
    }

    /** The pseudonymous id of the caller, from the subject of the token. */
    public String actor() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    private Optional<String> key() {
        var key =
                Optional.ofNullable(headers.getHeaderString("Idempotency-Key")).map(CommandRequestFactory::unquoted);
        if (key.filter(value -> value.isBlank() || value.length() > MAX_KEY).isPresent()) {
            throw Problem.of(ProblemType.MALFORMED, "Idempotency-Key must have 1 to " + MAX_KEY + " characters");
        }
        return key;
    }

    /**
     * The version in header If-Match, with or without quotes (RFC 9110). Empty for {@code *}, which matches every
     * version.
     */
    private Optional<String> ifMatch() {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH))
                .map(CommandRequestFactory::unquoted)
                .filter(value -> !value.equals("*"));
    }

    private static String unquoted(String value) {
        var trimmed = value.strip();
        return trimmed.length() >= 2 && trimmed.startsWith("\"") && trimmed.endsWith("\"")
                ? trimmed.substring(1, trimmed.length() - 1)
                : trimmed;
    }

    private String hash(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((http.getMethod() + " " + uri.getRequestUri().getRawPath() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.depositary.eventsourcing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.store.DatabaseFailure;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Converts every exception of a resource to a response in problem+json. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refused(Problem problem) {
        return ProblemJson.response(problem);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException failure) {
        return ProblemJson.response(
                failure instanceof JsonMappingException mapping
                        ? JacksonExceptionConverter.invalid(mapping)
                        : JacksonExceptionConverter.malformed(failure));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class, ForbiddenException.class})
    public Response notAllowed(SecurityException failure) {
        return ProblemJson.response(ofSecurity(failure).orElseThrow());
    }

    @ServerExceptionMapper
    public Response noProvider(OIDCException failure) {
        LOG.warnf("Cannot verify a token: %s", failure.getMessage());
        return ProblemJson.response(ofSecurity(failure).orElseThrow());
    }

    /** The problem for a failed authentication or authorization. Empty for other failures. */
    public static Optional<Problem> ofSecurity(Throwable failure) {
        if (failure instanceof SecurityException && ProviderOutage.caused(failure)) {
            return Optional.of(ProviderOutage.problem());
        }
        return Optional.ofNullable(
                switch (failure) {
                    case OIDCException noProvider -> ProviderOutage.problem();
                    case AuthenticationCompletionException failedLogin ->
                        Problem.of(ProblemType.UNAUTHENTICATED, "The login failed. Open /login to try again");
                    case UnauthorizedException anonymous ->
                        Problem.of(ProblemType.UNAUTHENTICATED, "Send Authorization: Bearer <token>");
                    case AuthenticationFailedException badToken ->
                        Problem.of(ProblemType.UNAUTHENTICATED, "The token or session is invalid or has expired");
                    case ForbiddenException missingRole ->
                        Problem.of(ProblemType.FORBIDDEN, "The token lacks the role that this request needs");
                    case null, default -> null;
                });
    }

    @ServerExceptionMapper
    public Response refusedByFramework(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        var status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        var response = ProblemJson.response(Problem.of(typeOf(status), detailOf(status, failure)));
        var allow = failure.getResponse().getHeaderString("Allow");
        return allow == null
                ? response
                : Response.fromResponse(response).header("Allow", allow).build();
    }

    @ServerExceptionMapper
    public Response databaseFailed(DatabaseFailure failure) {
        if (failure.isOutage()) {
            LOG.warnf("The database is not available: %s", failure.getCause().getMessage());
            return ProblemJson.response(Problem.of(ProblemType.UNAVAILABLE, "The database cannot be reached now"));
        }
        return failed(failure);
    }

    @ServerExceptionMapper
    public Response sqlFailed(SQLException failure) {
        return databaseFailed(new DatabaseFailure(failure));
    }

    /**
     * Maps a body that could not be read completely: the client disconnected or was too slow, or this process was
     * suspended.
     */
    @ServerExceptionMapper
    public Response notRead(IOException failure) {
        LOG.warnf("Cannot read a request: %s", failure);
        return ProblemJson.response(Problem.of(ProblemType.UNAVAILABLE, "The request was cut off. Send it again"));
    }

    /**
     * Maps an unexpected exception. Looks at its cause first, because asynchronous code wraps checked exceptions in
     * RuntimeExceptions.
     */
    @ServerExceptionMapper
    public Response failed(RuntimeException failure) {
        if (failure.getCause() instanceof SQLException database && !(failure instanceof DatabaseFailure)) {
            return sqlFailed(database);
        }
        LOG.error("A request failed", failure);
        return ProblemJson.response(Problem.of(ProblemType.INTERNAL, "The error was logged"));
    }

    private static ProblemType typeOf(int status) {
        return switch (status) {
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> ProblemType.INVALID;
            case 429 -> ProblemType.RATE_LIMITED;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> status < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL;
        };
    }

    private static String detailOf(int status, WebApplicationException failure) {
        return switch (status) {
            case 404 -> "Nothing exists at this address";
            case 405 -> "Method not allowed at this address";
            case 406 -> "None of the media types in Accept is available";
            case 413 -> "The body is larger than the limit of this address";
            case 415 -> "Media type not supported";
            default -> status < 500 && failure.getMessage() != null ? failure.getMessage() : "The request was refused";
        };
    }
}

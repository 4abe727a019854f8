package org.depositary.eventsourcing.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.CommandAnswer;
import org.depositary.eventsourcing.store.CommandExecutor;
import org.depositary.eventsourcing.store.CommandRequest;
import org.depositary.eventsourcing.store.UnitOfWork;

/** Runs a command and converts its answer to an HTTP response. */
@ApplicationScoped
public class CommandResponder {

    private final CommandExecutor commands;
    private final ObjectMapper mapper;

    CommandResponder(CommandExecutor commands, ObjectMapper mapper) {
        this.commands = commands;
        this.mapper = mapper;
    }

    /**
     * Runs {@code work} and returns its answer. If the idempotency key was used before, returns the stored answer
     * instead.
     */
    public Response to(CommandRequest request, Function<UnitOfWork, CommandAnswer> work) {
        var answer = commands.run(request, work, this::refused);
        var type = answer.headers().getOrDefault("Content-Type", MediaType.APPLICATION_JSON);
        var response = Response.status(answer.status()).entity(answer.body()).type(type);
        answer.headers().forEach((name, value) -> {
            if (!name.equals("Content-Type")) {
                response.header(name, value);
            }
        });
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }

    private CommandAnswer refused(Problem problem) {
        return new CommandAnswer(
                problem.type().status(),
                Map.of("Content-Type", ProblemJson.MEDIA_TYPE),
                mapper.valueToTree(ProblemJson.of(problem)));
    }
}

package org.depositary.eventsourcing.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.Answer;
import org.depositary.eventsourcing.store.Commands;
import org.depositary.eventsourcing.store.Request;
import org.depositary.eventsourcing.store.Session;

/** Runs a command and gives its answer as HTTP. */
@ApplicationScoped
public class Answers {

    private final Commands commands;
    private final ObjectMapper mapper;

    Answers(Commands commands, ObjectMapper mapper) {
        this.commands = commands;
        this.mapper = mapper;
    }

    /** The answer to the request: of its work, or as it was kept. */
    public Response to(Request request, Function<Session, Answer> work) {
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

    private Answer refused(Problem problem) {
        return new Answer(
                problem.type().status(),
                Map.of("Content-Type", ProblemJson.MEDIA_TYPE),
                mapper.valueToTree(ProblemJson.of(problem)));
    }
}

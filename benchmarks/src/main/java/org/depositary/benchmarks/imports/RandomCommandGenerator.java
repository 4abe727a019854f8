package org.depositary.benchmarks.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Generates the commands of one client. Each command has a random kind; frequent kinds have a higher weight. */
final class RandomCommandGenerator {

    record Command(String method, String path, String body) {}

    private static final String SOURCES =
            "'sources': [{'title': 'A yearbook', 'published': '$year', 'locator': 'p. $number'}]";
    private static final String REASON = "'reason': 'Misread'";
    /** The number of organisations that all clients use. With them, several clients write to the same streams. */
    private static final int SHARED = 5;

    private final String client;
    private final Random random;
    private final JsonTemplateRenderer template;
    private final Supplier<List<String>> imported;
    private final NavigableMap<Integer, Supplier<Command>> byWeight = new TreeMap<>();
    private final RecentlyRecordedFacts organizations;
    private final RecentlyRecordedFacts facts;
    private final RecentlyRecordedFacts claims;
    private int weights;
    private int registered;

    /**
     * @param client the prefix of the ids of its organisations
     * @param imported URLs of facts that an import has recorded
     */
    RandomCommandGenerator(String client, Random random, Supplier<List<String>> imported) {
        this.client = client;
        this.random = random;
        this.template = new JsonTemplateRenderer(random);
        this.imported = imported;
        this.organizations = new RecentlyRecordedFacts(random);
        this.claims = new RecentlyRecordedFacts(random);
        this.facts = new RecentlyRecordedFacts(random);
        offer(4, this::register);
        offer(22, () -> record(FactTemplate.MEMBERSHIP_CHANGE));
        offer(5, () -> recordSeveral(FactTemplate.MEMBERSHIP_CHANGE));
        offer(2, () -> recordSeveral(FactTemplate.TERM));
        offer(5, () -> record(FactTemplate.TERM));
        offer(5, () -> record(FactTemplate.MEETING));
        offer(4, () -> record(FactTemplate.RELATION));
        offer(4, () -> record(FactTemplate.FIGURE));
        offer(2, () -> record(FactTemplate.CONTRIBUTION));
        offer(2, () -> record(FactTemplate.RULE));
        offer(3, () -> record(FactTemplate.ORGAN));
        offer(10, () -> record(FactTemplate.EXERCISE));
        offer(8, this::correct);
        offer(3, this::retract);
        offer(7, () -> source(facts.any()));
        offer(5, () -> claim(facts.any()));
        offer(3, this::prefer);
        offer(2, () -> source(importedFact()));
        offer(1, () -> claim(importedFact()));
        offer(1, this::unknownParty);
        offer(1, this::withoutSources);
    }

    private void offer(int weight, Supplier<Command> command) {
        byWeight.put(weights, command);
        weights += weight;
    }

    /** Returns the commands that register the shared organisations. Only one client sends them. */
    List<Command> registerShared() {
        var commands = new ArrayList<Command>();
        for (int number = 0; number < SHARED; number++) {
            commands.add(register("shared-" + number));
        }
        return commands;
    }

    Command next() {
        if (organizations.isEmpty() || facts.isEmpty() || claims.isEmpty()) {
            return first();
        }
        return byWeight.floorEntry(random.nextInt(weights)).getValue().get();
    }

    /** Returns a command that needs no earlier fact. It is used until a fact of every kind has been recorded. */
    private Command first() {
        if (organizations.isEmpty()) {
            return register();
        }
        if (facts.isEmpty() || random.nextBoolean()) {
            return record(random.nextBoolean() ? FactTemplate.EXERCISE : FactTemplate.MEMBERSHIP_CHANGE);
        }
        return claim(facts.any());
    }

    /**
     * Remembers the fact of a successful command as a subject for later commands.
     *
     * @param result the response body
     */
    void recorded(Command command, JsonNode result) {
        var address = result.path("location").asText();
        if (command.method().equals("PUT")) {
            organizations.add(address.substring("/api/organizations/".length()));
        } else if (result.has("claim")) {
            claims.add(address);
        } else {
            facts.add(address);
        }
    }

    private Command register() {
        return register("%s-%d".formatted(client, registered++));
    }

    private Command register(String id) {
        return command("PUT", "/api/organizations/" + id, "{'names': {'en': 'Organisation $number'}, %s}", SOURCES);
    }

    private Command record(FactTemplate kind) {
        return post(collection(kind), "{%s, %s}", kind.statement(), SOURCES);
    }

    private Command recordSeveral(FactTemplate kind) {
        var one = "{%s, %s}".formatted(kind.statement(), SOURCES);
        return post(collection(kind), "[%s, %s, %s]", one, one, one);
    }

    private Command unknownParty() {
        return post(
                collection(FactTemplate.MEMBERSHIP_CHANGE),
                "{'party': 'Atlantis', 'change': 'accession', 'effective': '$day', %s}",
                SOURCES);
    }

    private Command withoutSources() {
        return post(collection(FactTemplate.TERM), "{%s}", FactTemplate.TERM.statement());
    }

    private String collection(FactTemplate kind) {
        if (kind == FactTemplate.EXERCISE) {
            return "/api/exercises";
        }
        if (kind == FactTemplate.FIGURE && random.nextInt(3) == 0) {
            return template.fill("/api/parties/$state/figures");
        }
        var organization = random.nextInt(10) == 0 ? "shared-" + random.nextInt(SHARED) : organizations.any();
        return "/api/organizations/%s/%s".formatted(organization, kind.collection());
    }

    private Command correct() {
        var fact = facts.any();
        return post(fact + "/corrections", "{%s, %s}", FactTemplate.of(fact).otherField(), REASON);
    }

    private Command retract() {
        return post(facts.any() + "/retraction", "{%s}", REASON);
    }

    private Command source(String fact) {
        return post(fact + "/sources", "{'title': 'Another yearbook', 'locator': 'p. $number'}");
    }

    private Command claim(String fact) {
        return post(
                fact + "/claims", "{'value': {%s}, %s}", FactTemplate.of(fact).otherField(), SOURCES);
    }

    private Command prefer() {
        return post(claims.any() + "/preference", "{%s}", REASON);
    }

    private Command post(String path, String body, Object... parts) {
        return command("POST", path, body, parts);
    }

    private Command command(String method, String path, String body, Object... parts) {
        return new Command(method, path, template.fill(body.formatted(parts)));
    }

    private String importedFact() {
        var known = imported.get();
        return known.isEmpty() ? facts.any() : known.get(random.nextInt(known.size()));
    }
}

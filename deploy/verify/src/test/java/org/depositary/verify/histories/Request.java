package org.depositary.verify.histories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.depositary.verify.histories.Operation.AddSource;
import org.depositary.verify.histories.Operation.CorrectChange;
import org.depositary.verify.histories.Operation.CorrectDissolution;
import org.depositary.verify.histories.Operation.Dissolve;
import org.depositary.verify.histories.Operation.Draft;
import org.depositary.verify.histories.Operation.RecordChanges;
import org.depositary.verify.histories.Operation.RetractChange;
import org.depositary.verify.histories.Operation.RetractDissolution;

/** What a curator sends for an operation. */
record Request(String method, String path, String body) {

    private static final String REASON = "Another look at the sources";

    static Request registration(String organization) {
        return new Request(
                "PUT",
                "/api/organizations/" + organization,
                Http.json(Map.of("names", Map.of("en", organization), "sources", sources("Its statute"))));
    }

    /** @param state as it is known before */
    static Request of(Operation operation, State state, Names names) {
        return switch (operation) {
            case RecordChanges(int organization, List<Draft> drafts) ->
                post(changes(organization, names), recording(drafts, state, names));
            case CorrectChange correction ->
                post(names.change(fact(correction.fact(), state)) + "/corrections", corrected(correction));
            case RetractChange(int fact) ->
                post(names.change(fact(fact, state)) + "/retraction", Map.of("reason", REASON));
            case AddSource(int number) -> {
                var fact = state.changes().get(fact(number, state));
                yield post(names.change(fact.number()) + "/sources", Map.of("title", Model.addedSource(fact)));
            }
            case Dissolve(int organization, String effective) ->
                post(
                        "/api/organizations/" + names.organization(organization) + "/changes",
                        Map.of("effective", effective, "dissolved", true, "sources", sources("The last communiqué")));
            case CorrectDissolution(int number, String effective) ->
                post(
                        names.dissolution(dissolution(number, state)) + "/corrections",
                        Map.of("effective", effective, "reason", REASON));
            case RetractDissolution(int number) ->
                post(names.dissolution(dissolution(number, state)) + "/retraction", Map.of("reason", REASON));
        };
    }

    private static Request post(String path, Object body) {
        return new Request("POST", path, Http.json(body));
    }

    private static String changes(int organization, Names names) {
        return "/api/organizations/" + names.organization(organization) + "/membership-changes";
    }

    private static Object recording(List<Draft> drafts, State state, Names names) {
        var bodies = new ArrayList<Map<String, Object>>();
        for (var draft : drafts) {
            bodies.add(Map.of(
                    "party", names.party(draft.party()),
                    "change", draft.change(),
                    "effective", draft.effective(),
                    "sources", sources(Model.firstSource(state.changes().size() + bodies.size()))));
        }
        return bodies.size() == 1 ? bodies.getFirst() : bodies;
    }

    private static Map<String, Object> corrected(CorrectChange correction) {
        var body = new LinkedHashMap<String, Object>();
        correction.change().ifPresent(change -> body.put("change", change));
        correction.effective().ifPresent(date -> body.put("effective", date));
        body.put("reason", REASON);
        return body;
    }

    private static List<Map<String, String>> sources(String title) {
        return List.of(Map.of("title", title));
    }

    private static int fact(int drawn, State state) {
        return Model.number(drawn, state.changes().size()).orElseThrow();
    }

    private static int dissolution(int drawn, State state) {
        return Model.number(drawn, state.dissolutions().size()).orElseThrow();
    }

    @Override
    public String toString() {
        return method + " " + path + " " + body;
    }
}

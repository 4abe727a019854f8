package org.depositary.verify.histories.memberships;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.depositary.verify.histories.CuratorHttp;
import org.depositary.verify.histories.KnownAtMoment;
import org.depositary.verify.histories.memberships.ActualReads.Item;

/** Every read for every boundary day as known at every moment. */
final class MembershipQuestions {

    private final List<MembershipPlayer> players;
    private final List<KnownAtMoment> moments;
    private final CuratorHttp http;

    MembershipQuestions(List<MembershipPlayer> players, List<KnownAtMoment> moments, CuratorHttp http) {
        this.players = players;
        this.moments = moments;
        this.http = http;
    }

    List<Runnable> all() {
        var questions = new ArrayList<Runnable>();
        players.forEach(player -> askEach(player, questions));
        askTogether(questions);
        return questions;
    }

    /** The reads by organisation, and by parties that no other history has. */
    private void askEach(MembershipPlayer player, List<Runnable> questions) {
        var days = ExpectedReads.days(player.states());
        var changedSteps = player.changedSteps();
        for (var moment : moments) {
            if (changedSteps.contains(moment.step())) {
                for (var knownAt : moment.ways()) {
                    for (int organization = 0; organization < HistoryParties.ORGANIZATIONS; organization++) {
                        ask(player, moment, knownAt, organization, days, questions);
                    }
                }
            }
        }
    }

    private void ask(
            MembershipPlayer player,
            KnownAtMoment moment,
            String knownAt,
            int organization,
            List<LocalDate> days,
            List<Runnable> questions) {
        if (player.state(Integer.MAX_VALUE).changes().stream().noneMatch(fact -> fact.organization() == organization)) {
            return;
        }
        var expected = new ExpectedReads(player.state(moment.step()));
        var address = "/api/organizations/" + player.names().organization(organization);
        questions.add(() -> compare(
                List.of(player),
                address + "/timeline?limit=1000&known-at=" + knownAt,
                ActualReads::span,
                who -> expected.timeline(organization, Optional.empty())));
        for (var day : days) {
            questions.add(() -> compare(
                    List.of(player),
                    address + "/members?on=%s&known-at=%s".formatted(day, knownAt),
                    ActualReads::member,
                    who -> expected.members(organization, day)));
        }
    }

    /** The reads by party, for the states that all histories share. */
    private void askTogether(List<Runnable> questions) {
        var organizations = players.stream()
                .flatMap(player ->
                        IntStream.range(0, HistoryParties.ORGANIZATIONS).mapToObj(player.names()::organization))
                .collect(Collectors.joining(","));
        var days = new TreeSet<LocalDate>();
        players.forEach(player -> days.addAll(ExpectedReads.days(player.states())));
        for (int state = 0; state < HistoryParties.STATES.size(); state++) {
            ask(players, state, organizations, List.copyOf(days), questions);
        }
        for (var player : players) {
            int last = HistoryParties.PARTIES - 1;
            if (player.state(Integer.MAX_VALUE).changes().stream().anyMatch(fact -> fact.party() == last)) {
                ask(
                        List.of(player),
                        last,
                        player.names().organization(0),
                        ExpectedReads.days(player.states()),
                        questions);
            }
        }
    }

    private void ask(
            List<MembershipPlayer> who,
            int party,
            String organizations,
            List<LocalDate> days,
            List<Runnable> questions) {
        var address = "/api/parties/" + who.getFirst().names().party(party);
        var only = "?limit=1000&organization=" + organizations;
        for (var moment : moments) {
            for (var knownAt : moment.ways()) {
                for (var day : days) {
                    var when = only + "&on=%s&known-at=%s".formatted(day, knownAt);
                    questions.add(() -> compare(
                            who, address + "/memberships" + when, ActualReads::member, player -> new ExpectedReads(
                                            player.state(moment.step()))
                                    .memberships(party, day)));
                    questions.add(() ->
                            compare(who, address + "/timeline" + when, ActualReads::span, player -> new ExpectedReads(
                                            player.state(moment.step()))
                                    .timelineOf(party, day)));
                }
            }
        }
    }

    /** Converts an item to the numbers of a history. */
    @FunctionalInterface
    private interface Reading {
        Item of(JsonNode item, HistoryIds names);
    }

    private void compare(
            List<MembershipPlayer> who,
            String question,
            Reading reading,
            Function<MembershipPlayer, List<Item>> expected) {
        var byHistory = http.list(question).stream()
                .collect(Collectors.groupingBy(
                        item -> prefix(item.path("organization").asText())));
        for (var player : who) {
            var returned = byHistory.getOrDefault(prefix(player.names().organization(0)), List.of()).stream()
                    .map(item -> reading.of(item, player.names()))
                    .map(Item::toString)
                    .sorted()
                    .toList();
            var wanted =
                    expected.apply(player).stream().map(Item::toString).sorted().toList();
            if (!returned.equals(wanted)) {
                throw player.disagreement("GET %s%nshould return  %s%nbut returns    %s"
                        .formatted(
                                question,
                                String.join("\n               ", wanted),
                                String.join("\n               ", returned)));
            }
        }
    }

    private static String prefix(String organization) {
        return organization.substring(0, organization.lastIndexOf('-'));
    }
}

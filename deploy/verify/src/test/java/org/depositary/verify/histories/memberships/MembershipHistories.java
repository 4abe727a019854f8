package org.depositary.verify.histories.memberships;

import java.util.List;
import net.jqwik.api.Arbitrary;
import org.depositary.verify.histories.CuratorHttp;
import org.depositary.verify.histories.History;
import org.depositary.verify.histories.HistoryKind;
import org.depositary.verify.histories.KnownAtMoment;
import org.depositary.verify.histories.WriteCounts;

/** Histories of memberships. Every read is sent for every boundary day as known at every moment. */
final class MembershipHistories implements HistoryKind<CuratorOperation, MembershipPlayer> {

    @Override
    public Arbitrary<History<CuratorOperation>> history() {
        return HistoryGenerator.history();
    }

    @Override
    public MembershipPlayer player(
            History<CuratorOperation> history, String prefix, CuratorHttp http, WriteCounts writes) {
        return new MembershipPlayer(history, prefix, http, writes);
    }

    @Override
    public List<Runnable> questions(List<MembershipPlayer> players, List<KnownAtMoment> moments, CuratorHttp http) {
        return new MembershipQuestions(players, moments, http).all();
    }
}

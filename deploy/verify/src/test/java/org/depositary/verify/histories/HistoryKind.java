package org.depositary.verify.histories;

import java.util.List;
import net.jqwik.api.Arbitrary;

/**
 * A kind of random histories: how to generate, play and check them.
 *
 * @param <O> the kind of their operations
 * @param <P> plays one of them
 */
public interface HistoryKind<O, P extends HistoryPlayer<O, ?>> {

    Arbitrary<History<O>> history();

    /** @param prefix begins the ids that only this history has */
    P player(History<O> history, String prefix, CuratorHttp http, WriteCounts writes);

    /** Returns tasks that each compare a read with the model. They throw {@link ModelDisagreement}. */
    List<Runnable> questions(List<P> players, List<KnownAtMoment> moments, CuratorHttp http);
}

package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

/**
 * Compares acknowledged writes with the event tables, the topics, the pages of changes and the events of a
 * subscriber.
 *
 * @param publishedAgain whether a topic was published a second time in between
 */
record EventLossCheck(TestInstallation installation, WriteLoad load, boolean publishedAgain) {

    /** Fails if an event is missing, repeated or out of order. Returns the number of events. */
    int compare(EventSourceClient subscriber) {
        var tables = new EventTables(installation);
        var written = load.acknowledged();
        await("the worker has read every document").until(() -> tables.unread() == 0);
        await("the outbox is empty").until(() -> tables.outbox() == 0);

        var recorded = tables.events().gapless();
        recorded.holds(written).holdsNoMoreThan(written);
        assertThat(tables.backwards()).as("streams whose time goes backwards").isEmpty();

        var topics = new EventTopicReader(installation).events().withoutRepeats();
        if (!publishedAgain) {
            topics.gapless();
        }
        topics.sameAs(recorded);
        gateway(recorded);
        subscriber(subscriber, recorded);
        assertThat(tables.outbox()).as("rows left in the outbox").isZero();
        return recorded.entries().size();
    }

    private void gateway(EventLedger recorded) {
        var pages = new ChangeFeedClient(installation.client()).follow();
        await("the gateway has caught up")
                .until(() -> pages.more() >= recorded.entries().size());
        pages.ledger().gapless().sameAs(recorded);
        assertThat(pages.places()).as("the change log is dense").isEqualTo(pages.more());
        var metrics = new ServiceMetrics(installation.client());
        assertThat(metrics.sum("depositary_feeder_parked", "")).as("parked").isZero();
    }

    private static void subscriber(EventSourceClient subscriber, EventLedger recorded) {
        await("the subscriber has caught up")
                .until(() -> subscriber.count("change") >= recorded.entries().size());
        assertThat(subscriber.count("reset")).as("resets").isZero();
        ChangeFeedClient.streamed(subscriber).gapless().sameAs(recorded);
    }
}

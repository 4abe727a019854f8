package org.depositary.documents.events;

import org.depositary.documents.domain.instruments.ActDecider;
import org.depositary.documents.domain.instruments.Instrument;
import org.depositary.documents.domain.instruments.InstrumentAct;
import org.depositary.documents.domain.instruments.InstrumentDecider;
import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.events.FactEventCodec;
import org.depositary.facts.events.FactKind;

/** Defines instruments and acts as kinds of fact: event names, versions and streams. */
public final class InstrumentFactKinds {

    public static final FactKind<Instrument> INSTRUMENT =
            new FactKind<>("instrument", "instrument-registered", 1, Instrument.class, InstrumentDecider.PATH);

    public static final FactKind<InstrumentAct> ACT =
            new FactKind<>("act", "act-recorded", 1, InstrumentAct.class, ActDecider.PATH);

    /** The aggregate of instruments. Each instrument has a stream: {@code instrument:<slug>}. */
    public static final AggregateType<FactCommand<Instrument>, FactStream<Instrument>, FactEvent<Instrument>>
            INSTRUMENTS = new AggregateType<>(
                    "instrument",
                    InstrumentDecider.DECIDER,
                    new FactEventCodec<>(InstrumentTypesJson.mapper(), INSTRUMENT));

    /** The aggregate of acts. Each party of each instrument has a stream: {@code act:<instrument>/<party>}. */
    public static final AggregateType<FactCommand<InstrumentAct>, FactStream<InstrumentAct>, FactEvent<InstrumentAct>>
            ACTS = new AggregateType<>(
                    "act", ActDecider.DECIDER, new FactEventCodec<>(InstrumentTypesJson.mapper(), ACT));

    private InstrumentFactKinds() {}
}

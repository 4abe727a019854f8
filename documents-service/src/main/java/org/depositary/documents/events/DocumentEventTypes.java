package org.depositary.documents.events;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.depositary.documents.domain.Document;
import org.depositary.documents.domain.DocumentCommand;
import org.depositary.documents.domain.DocumentDecider;
import org.depositary.documents.domain.DocumentEvent;
import org.depositary.documents.domain.DocumentEvent.DocumentExtracted;
import org.depositary.documents.domain.DocumentEvent.DocumentMetadataCorrected;
import org.depositary.documents.domain.DocumentEvent.DocumentReceived;
import org.depositary.documents.domain.DocumentEvent.DocumentTakedownLifted;
import org.depositary.documents.domain.DocumentEvent.DocumentTakenDown;
import org.depositary.eventsourcing.http.ObjectMapperSettings;
import org.depositary.eventsourcing.relay.EventEnvelope;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.eventsourcing.store.RecordEventCodec;

/** Defines the events of documents: names, versions, streams and the topic. */
public final class DocumentEventTypes {

    /** The aggregate of documents. Each document has a stream: {@code document:<id>}. */
    public static final AggregateType<DocumentCommand, Document, DocumentEvent> DOCUMENTS = new AggregateType<>(
            "document",
            DocumentDecider.DECIDER,
            new RecordEventCodec<DocumentEvent>(mapper())
                    .with("document-received", 1, DocumentReceived.class)
                    .with("document-extracted", 1, DocumentExtracted.class)
                    .with("document-metadata-corrected", 1, DocumentMetadataCorrected.class)
                    .with("document-taken-down", 1, DocumentTakenDown.class)
                    .with("document-takedown-lifted", 1, DocumentTakedownLifted.class));

    DocumentEventTypes() {}

    @Produces
    @Singleton
    static EventEnvelope envelope() {
        return new EventEnvelope(TopicDefinition.ofEvents("documents.events"), "document", "/documents-service");
    }

    /**
     * Returns the mapper for events. It writes enum constants by their {@code toString}, such as {@code restricted}.
     */
    private static ObjectMapper mapper() {
        return ObjectMapperSettings.mapper()
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);
    }
}

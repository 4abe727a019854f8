/** Stores the texts of documents from Kafka topic {@code documents.text}, for search. */
package org.depositary.gateway.texts;

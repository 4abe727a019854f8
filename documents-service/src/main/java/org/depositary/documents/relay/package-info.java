/** What this service publishes: events under their names and versions, and the texts of documents as state. */
package org.depositary.documents.relay;

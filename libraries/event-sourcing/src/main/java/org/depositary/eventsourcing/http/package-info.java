/** HTTP code of all services: problem+json, roles of callers, requests and responses of commands. */
package org.depositary.eventsourcing.http;

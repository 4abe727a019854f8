/** HTTP of all services: problem+json, callers and their roles, requests and responses of commands. */
package org.depositary.eventsourcing.http;
